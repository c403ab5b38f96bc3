#!/usr/bin/env bash
# Streamlit collects all garbage after every script run, and pays for every library that is loaded.
#
# Expected: a rerun of a page costs what the page does.
# Seen with Streamlit 1.67.0, pandas 3.1.1, Plotly 7.1.0, Python 3.11: after each run Streamlit calls
# gc.collect(2), which walks every object in memory and holds the interpreter meanwhile, so that all
# viewers wait. A page that imports pandas and Plotly and shows one line of text takes 101 ms of
# processor time a run, and 5 ms with the option `runner.postScriptGC` off. The option is on by
# default and `streamlit config show` does not list it.
#
# The same page, 60 runs each way. Exits 0 while the option is on by default, is not listed, and
# makes a run at least three times as dear; 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
server=
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q streamlit==1.67.0 pandas==3.1.1 plotly==7.1.0 websockets==17.4

cat >app.py <<'PY'
import pandas  # noqa: F401
import plotly.graph_objects  # noqa: F401
import streamlit as st

st.text("one line")
PY

cat >ask.py <<'PY'
import asyncio
import os
import sys
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

RUNS = 60


def worked(pid):
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * sum(map(int, ticks[11:13])) / os.sysconf("SC_CLK_TCK")


async def main(host, pid):
    url = f"ws://{host}/_stcore/stream"
    async with websockets.connect(url, subprotocols=["streamlit"], origin=f"http://{host}") as socket:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        for run in range(RUNS + 5):
            if run == 5:  # imports and first uses are over
                begun = worked(pid)
            await socket.send(asked.SerializeToString())
            while True:
                told = ForwardMsg.FromString(await asyncio.wait_for(socket.recv(), 60))
                if told.WhichOneof("type") == "script_finished":
                    break
            await asyncio.sleep(0.1)  # the collection begins when the page has been sent
        print(f"{(worked(pid) - begun) / RUNS:.1f}")


asyncio.run(main(*sys.argv[1:]))
PY

cost() {  # processor milliseconds of a run, with the options given
    local port
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    venv/bin/streamlit run app.py --server.headless=true --server.address=127.0.0.1 \
        --server.port="$port" --browser.gatherUsageStats=false --browser.serverAddress=localhost \
        "$@" >server.log 2>&1 &
    server=$!
    for _ in $(seq 100); do
        python3 -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/_stcore/health')" \
            2>/dev/null && break
        sleep 0.3
    done
    venv/bin/python ask.py "127.0.0.1:$port" "$server" >cost.txt
    kill "$server"
    wait "$server" 2>/dev/null || true
}

venv/bin/python -c 'import streamlit, sys; print("streamlit", streamlit.__version__, "python", sys.version.split()[0])'
cost
shipped=$(cat cost.txt)
cost --runner.postScriptGC=false
off=$(cat cost.txt)
echo "processor milliseconds of a run: $shipped as shipped, $off with runner.postScriptGC off"
listed=$(venv/bin/streamlit config show | grep -c postScriptGC || true)
echo "lines on the option in 'streamlit config show': $listed"
[ "$listed" -eq 0 ]
python3 -c "import sys; sys.exit(not float(sys.argv[1]) > 3 * float(sys.argv[2]))" "$shipped" "$off"
