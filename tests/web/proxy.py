"""The proxy that docs/DEPLOY.md sets up, as its files are: Debian's nginx over TLS on this machine.

Where there is no nginx its tests are left out, but never in CI, which installs one.
"""

import json
import os
import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from lsdash.settings import ROOT
from tests.browser.conftest import Server, free_port

FILES = ROOT / "deploy" / "nginx"
PROGRAM = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
HOST = "dashboard.example.vn"
ALONE = "include {folder}/lsdash-host.conf;"
"""The host of its own, for `before`."""
WHOLE = """
    daemon off;
    pid {folder}/nginx.pid;
    error_log {folder}/error.log;
    events {{}}
    http {{
        client_body_temp_path {folder}/body;
        proxy_temp_path {folder}/proxy;
        fastcgi_temp_path {folder}/fastcgi;
        uwsgi_temp_path {folder}/uwsgi;
        scgi_temp_path {folder}/scgi;
        include {folder}/lsdash.conf;
        {host}
    }}
"""

needed = pytest.mark.skipif(
    PROGRAM is None and not os.environ.get("CI"),
    reason="nginx is not here: apt-get install nginx",
)


@dataclass(frozen=True)
class Proxy:
    port: int
    under: str
    folder: Path
    processes: Sequence[subprocess.Popen[bytes]]
    servers: Sequence[Server]

    @property
    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.folder / "fullchain.pem")

    def client(self) -> httpx.Client:
        """A reader who has the host's own certificate and looks it up on this machine."""
        url = f"https://127.0.0.1:{self.port}{self.under}"
        host = {"host": f"{HOST}:{self.port}"}
        return httpx.Client(base_url=url, headers=host, verify=self.trust, timeout=60)

    @property
    def log(self) -> list[dict[str, Any]]:
        lines = (self.folder / "lsdash.log").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]


def placed(folder: Path, port: int, processes: Sequence[int], host: str) -> Path:
    """The files of deploy/nginx in `folder`, with ports and places of this machine."""
    made_here = {
        r"(server 127\.0\.0\.1:)850\d (.+)\s+server .+": "\n".join(
            rf"\g<1>{process} \2" for process in processes
        ),
        r"listen \[::\]:\d+[^;]*;": "",
        r"listen 80;": f"listen 127.0.0.1:{free_port()};",
        r"listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        r"/etc/ssl/lsdash/|/etc/nginx/conf\.d/|/var/log/nginx/": f"{folder}/",
    }
    whole = folder / "nginx.conf"
    whole.write_text(WHOLE.format(folder=folder, host=host.format(folder=folder)))
    for file in FILES.iterdir():
        shutil.copy(file, folder)
    used = set()
    for file in [whole, *(folder / file.name for file in FILES.iterdir())]:
        text = file.read_text(encoding="utf-8")
        for there, here in made_here.items():
            text, times = re.subn(there, here, text)
            used |= {there} if times else set()
        file.write_text(text, encoding="utf-8")
    assert {*made_here} - used <= {r"listen 80;", r"listen \[::\]:\d+[^;]*;"}
    return whole


def certified(folder: Path) -> None:
    """A certificate that the host has given itself, good for this machine's address."""
    told = f"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN={HOST}"
    told += f" -addext subjectAltName=DNS:{HOST},IP:127.0.0.1"
    told += f" -keyout {folder}/key.pem -out {folder}/fullchain.pem"
    subprocess.run(["openssl", *told.split()], check=True, capture_output=True)


Running = Sequence[tuple[subprocess.Popen[bytes], Server]]


@contextmanager
def before(running: Running, folder: Path, host: str, *, under: str = "") -> Iterator[Proxy]:
    """nginx in front of these processes for as long as the block runs; `folder` is its own."""
    assert PROGRAM, "nginx is missing: apt-get install nginx"
    folder.chmod(0o755)
    certified(folder)
    port = free_port()
    ports = [urlsplit(server.url).port or 0 for _, server in running]
    whole = placed(folder, port, ports, host)
    nginx = subprocess.Popen([PROGRAM, "-p", str(folder), "-c", str(whole)])
    try:
        proxy = Proxy(port, under, folder, *zip(*running, strict=True))
        until_it_answers(proxy, nginx)
        yield proxy
    finally:
        nginx.terminate()
        nginx.wait(timeout=30)


def until_it_answers(proxy: Proxy, nginx: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert nginx.poll() is None, (proxy.folder / "error.log").read_text()
        try:
            with proxy.client() as client:
                client.get("/healthz")
                return
        except httpx.ConnectError:
            time.sleep(0.1)
    raise AssertionError("nginx does not answer")
