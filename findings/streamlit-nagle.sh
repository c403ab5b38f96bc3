#!/usr/bin/env bash
# Streamlit leaves Nagle's algorithm on for its websocket.
#
# Expected: an asyncio server sends small messages at once; asyncio turns TCP_NODELAY on for every
# TCP connection.
# Seen with Streamlit 1.67.0 on Python 3.11, Linux: `streamlit run` makes its listening socket by
# socket.socket(family=...), whose `proto` is 0. Connections inherit that, and asyncio turns
# TCP_NODELAY on only where `proto` is IPPROTO_TCP. All its connections report TCP_NODELAY 0.
# A page of many small elements then waits for the reader's delayed acknowledgement, some 40 ms.
# Setting TCP_NODELAY on the listening socket is enough: accepted connections take it over.
#
# The app below reads the option of its own server's connections and shows it. Exits 0 while that
# is 0, and 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
server=
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q streamlit==1.67.0 websockets==17.4

cat >app.py <<'PY'
import os
import socket
import stat

import streamlit as st

port = st.get_option("server.port")
for number in os.listdir("/proc/self/fd"):
    try:
        if not stat.S_ISSOCK(os.stat(f"/proc/self/fd/{number}").st_mode):
            continue
        found = socket.socket(fileno=os.dup(int(number)))
    except OSError:
        continue
    with found:
        if found.type != socket.SOCK_STREAM or found.family != socket.AF_INET:
            continue
        if found.getsockname()[1] == port:
            listens = found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
            nodelay = found.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            kind = "listening" if listens else "connection"
            st.text(f"{kind} TCP_NODELAY={nodelay}")
PY

cat >ask.py <<'PY'
import asyncio
import sys

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


async def main(host):
    url = f"ws://{host}/_stcore/stream"
    async with websockets.connect(url, subprotocols=["streamlit"], origin=f"http://{host}") as socket:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        await socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(await asyncio.wait_for(socket.recv(), 60))
            if told.WhichOneof("type") == "script_finished":
                return
            if told.delta.new_element.WhichOneof("type") == "text":
                print(told.delta.new_element.text.body)


asyncio.run(main(sys.argv[1]))
PY

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
venv/bin/streamlit run app.py --server.headless=true --server.address=127.0.0.1 \
    --server.port="$port" --browser.gatherUsageStats=false --browser.serverAddress=localhost \
    >server.log 2>&1 &
server=$!
for _ in $(seq 100); do
    python3 -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/_stcore/health')" \
        2>/dev/null && break
    sleep 0.3
done
venv/bin/python -c 'import streamlit, sys; print("streamlit", streamlit.__version__, "python", sys.version.split()[0])'
venv/bin/python ask.py "127.0.0.1:$port" | sort -u | tee seen.txt
grep -qx 'connection TCP_NODELAY=0' seen.txt
