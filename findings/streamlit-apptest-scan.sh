#!/usr/bin/env bash
# Every AppTest of Streamlit reads the metadata of every installed package again.
#
# Expected: what is installed is looked through once a process, as a server does when it starts.
# Seen with Streamlit 1.67.0: the first run of each AppTest makes its own component manager, which
# parses the METADATA of each distribution four times over to find components: 153 of them with the
# 36 distributions that Streamlit itself brings, 70 to 190 ms before a page of 4 ms. It grows with
# all that is installed beside it, used or not: half a second and more with 135 distributions.
# A suite gets it back by keeping the answer of streamlit.components.v2.manifest_scanner
# .scan_component_manifests, which is the same for the whole process.
#
# Exits 0 while three AppTests of one script read each distribution's metadata three times, else 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q streamlit==1.67.0

cat >scan.py <<'PY'
import importlib.metadata
import sys
import time

import streamlit
from streamlit.testing.v1 import AppTest

parsed = 0
message_from_string = importlib.metadata.email.message_from_string


def counted(text, *rest, **named):
    global parsed
    parsed += 1
    return message_from_string(text, *rest, **named)


def page():
    import streamlit as st

    st.write("A page")


installed = len(list(importlib.metadata.distributions()))
importlib.metadata.email.message_from_string = counted
print("Streamlit", streamlit.__version__, "·", installed, "distributions")
each = []
for _ in range(3):
    parsed, began = 0, time.perf_counter()
    test = AppTest.from_function(page)
    test.run()
    first, took = parsed, time.perf_counter() - began
    began = time.perf_counter()
    test.run()
    print(f"first run {took * 1000:.0f} ms, {first} METADATA parsed;",
          f"second {(time.perf_counter() - began) * 1000:.0f} ms, {parsed - first} parsed")
    each.append(first)
sys.exit(0 if min(each) >= installed else 1)
PY
venv/bin/python scan.py 2>/dev/null
