#!/usr/bin/env bash
# The work of a Streamlit page grows with the square of its keyed fields: each looks through all.
#
# Expected: a page of twice as many text fields, each with a key, costs twice as much.
# Seen with Streamlit 1.67.0: text_input, text_area, number_input, selectbox, radio, slider and the
# fields of days each build `filtered_state`, a copy of the whole session state with every value
# presented anew, to see whether their own key holds None. So n fields look up some n² values at
# every run: 50 fields 2,750 values, 100 fields 10,500, 200 fields 41,000. Fields without a key take
# the same way, since the copy is made before the key is asked for. A form of 200 fields costs
# several times what a form of 100 does, at every keystroke that is sent.
# Fields in a closed expander count too; one with on_change="rerun" can leave its own out until it
# is open.
#
# Exits 0 while twice the fields make at least three times the lookups, and 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q streamlit==1.67.0

cat >fields.py <<'PY'
import sys
import time

import streamlit
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

looked_up = 0
lookup = SessionState.__getitem__


def counted(self, key):
    global looked_up
    looked_up += 1
    return lookup(self, key)


SessionState.__getitem__ = counted


def page(many):
    import streamlit as st

    for at in range(many):
        st.text_input("A field", key=f"field-{at}")


print("Streamlit", streamlit.__version__)
found = []
for many in (50, 100, 200):
    test = AppTest.from_function(page, args=(many,), default_timeout=60).run()
    looked_up, began = 0, time.process_time()
    test.run()
    print(f"{many} fields: {looked_up} values looked up, {(time.process_time() - began) * 1000:.0f} ms")
    found.append(looked_up)
sys.exit(0 if found[2] >= 3 * found[1] >= 9 * found[0] else 1)
PY
venv/bin/python fields.py 2>/dev/null
