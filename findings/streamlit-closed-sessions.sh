#!/usr/bin/env bash
# Streamlit 1.67.0: each tab that has closed keeps three file handles, and their time to live frees none.
#
# Expected: with server.disconnectedSessionTTL = 60, sessions that closed 75 seconds ago hold nothing.
# Seen: 25 tabs opened, run and closed leave 75 handles (the event loop of each: one epoll, one pair of
# sockets). They stay for as long as nobody comes; the next tab that closes frees them, because expired
# sessions are only looked for when another is put away. A server that ran out of handles cannot let
# that next tab in.
# Linux (/proc). Exits non-zero when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q streamlit==1.67.0 websockets==17.4 uvicorn==0.54.0 starlette==1.10.0

cat >app.py <<'PY'
import streamlit as st

st.write("A page.")
PY

cat >visits.py <<'PY'
import os, sys, time, urllib.request

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

port, server = sys.argv[1], sys.argv[2]


def held() -> int:
    return len(os.listdir(f"/proc/{server}/fd"))


def visit() -> None:
    stream = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(stream, origin=f"http://127.0.0.1:{port}", compression=None) as tab:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        tab.send(asked.SerializeToString())
        heard = ForwardMsg()
        while heard.WhichOneof("type") != "script_finished":
            heard.ParseFromString(tab.recv(timeout=60))


for _ in range(300):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
        break
    except OSError:
        time.sleep(0.2)
visit()
time.sleep(2)
before = held()
for _ in range(25):
    visit()
time.sleep(2)
closed = held() - before
time.sleep(75)
later = held() - before
visit()
time.sleep(2)
after = held() - before
print(f"25 tabs closed: {closed:+d} handles; 75 s later: {later:+d}; after one more tab: {after:+d}")
sys.exit(not (closed >= 70 and later >= 70 and after < 20))
PY

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
venv/bin/python -m streamlit run app.py --server.port "$port" --server.address 127.0.0.1 \
    --server.headless true --browser.gatherUsageStats false --browser.serverAddress localhost \
    --server.fileWatcherType none --server.disconnectedSessionTTL 60 >server.log 2>&1 &
server=$!
venv/bin/python visits.py "$port" "$server"
