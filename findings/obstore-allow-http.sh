#!/usr/bin/env bash
# obstore stops reading AWS_ALLOW_HTTP as soon as any client option is given.
#
# Expected: AWS_ENDPOINT_URL, keys, region and AWS_ALLOW_HTTP are read from the environment, and
# options that are given, as a time-out, come on top of it. The endpoint and the keys are so.
# Seen with obstore 0.12.0 on Python 3.11, Linux: with AWS_ALLOW_HTTP=true a store on plain HTTP
# answers (here with 404: FileNotFoundError); with client_options={"timeout": "5s"} in the same
# environment every request ends in GenericError, "HTTP error: builder error" (BadScheme), and
# nothing is sent. client_options={"timeout": "5s", "allow_http": True} is needed.
#
# Exits 0 while that is so, and 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q obstore==0.12.0

cat >ask.py <<'PY'
import http.server
import os
import threading

import obstore
from obstore.store import S3Store


class Nothing(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_error(404)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Nothing)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ |= {
    "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}",
    "AWS_ACCESS_KEY_ID": "somebody",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_REGION": "us-east-1",
    "AWS_ALLOW_HTTP": "true",
}


def asked(**options):
    try:
        obstore.get(S3Store("bucket", **options), "key")
    except Exception as error:
        return type(error).__name__, "builder error" in str(error)


seen = (
    asked(),
    asked(client_options={"timeout": "5s"}),
    asked(client_options={"timeout": "5s", "allow_http": True}),
)
print("from the environment alone:", *seen[0])
print("with a time-out:           ", *seen[1])
print("with that and allow_http:  ", *seen[2])
missing, refused = ("FileNotFoundError", False), ("GenericError", True)
raise SystemExit(seen != (missing, refused, missing))
PY
venv/bin/python ask.py
