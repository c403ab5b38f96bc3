#!/usr/bin/env bash
# A Streamlit page that starts a process by multiprocessing is run again, whole, in that process.
#
# Streamlit puts the page in the place of `__main__` while it runs, and multiprocessing brings the
# parent's `__main__` back in a child that is spawned, or forked by its fork server, whatever
# function the child is to call. Guards (`if __name__ == "__main__"`) do not show it: the page is
# `__main__` in the server and `__mp_main__` in the child, where its `st` calls go nowhere. So a
# child that was to read one file first runs the page: its queries, its imports, its side effects.
#
# Seen with Streamlit 1.67.0 on Python 3.11, Linux: "__main__ __mp_main__ __mp_main__".
# Exits with 1 where that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q streamlit==1.67.0

cat >page.py <<'EOF'
import multiprocessing
import os

import streamlit as st

with open("runs.txt", "a") as runs:
    print(__name__, file=runs)
st.write("A page")
if __name__ == "__main__":
    for method in ("spawn", "forkserver"):
        child = multiprocessing.get_context(method).Process(target=os.getpid)
        child.start()
        child.join()
EOF
cat >drive.py <<'EOF'
from streamlit.testing.v1 import AppTest

if __name__ == "__main__":
    AppTest.from_file("page.py").run(timeout=60)
EOF
venv/bin/python drive.py 2>/dev/null
echo "Streamlit 1.67.0; the page ran as: $(xargs <runs.txt)"
[ "$(xargs <runs.txt)" = "__main__ __mp_main__ __mp_main__" ]
