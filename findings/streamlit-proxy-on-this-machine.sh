#!/usr/bin/env bash
# Streamlit 1.67.0 on uvicorn 0.54.0: a proxy on the same machine is believed or not by the address
# that the server was told to listen on, although uvicorn trusts 127.0.0.1 either way.
#
# Expected: uvicorn's default is to believe X-Forwarded-Proto from 127.0.0.1, so a proxy on the same
# machine that ends TLS gives "https" however the server was started.
# Seen: with --server.address 127.0.0.1 it does. Without an address Streamlit listens on "::" for both
# families, the proxy is seen as ::ffff:127.0.0.1, uvicorn finds that in no list, and the scheme stays
# "http": cookies without Secure, redirects to http.
# Exits non-zero when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'kill ${servers:-} 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q streamlit==1.67.0 uvicorn==0.54.0 starlette==1.10.0

echo 'import streamlit as st; st.write("A page.")' >page.py
cat >app.py <<'PY'
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route


def told(request):
    return PlainTextResponse(f"{request.url.scheme} from {request.client.host}")


app = st.App("page.py", routes=[Route("/told", told)])
PY

ask() { # ask OPTIONS...: what the app is told of a reader who came by TLS to a proxy on this machine
    local port
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    venv/bin/python -m streamlit run app.py --server.port "$port" --server.headless true \
        --browser.gatherUsageStats false --browser.serverAddress localhost "$@" >"$port.log" 2>&1 &
    servers="${servers:-} $!"
    python3 - "$port" <<'PY'
import sys, time, urllib.request

address = f"http://127.0.0.1:{sys.argv[1]}/told"
for _ in range(300):
    try:
        asked = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})
        print(urllib.request.urlopen(asked, timeout=2).read().decode())
        break
    except OSError:
        time.sleep(0.2)
PY
}

ask --server.address 127.0.0.1 >named
ask >unnamed
echo "--server.address 127.0.0.1: $(cat named)"
echo "no address: $(cat unnamed)"
[ "$(cat named)" = "https from 127.0.0.1" ] && [ "$(cat unnamed)" = "http from ::ffff:127.0.0.1" ]
