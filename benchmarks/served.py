"""A Streamlit server of a benchmark's own: started on a free port, watched, ended."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ALONE = [
    "--server.headless=true",
    "--server.address=127.0.0.1",
    "--browser.gatherUsageStats=false",
    "--browser.serverAddress=localhost",
]
"""What keeps a server from asking other hosts; the floor is Streamlit's defaults beside."""


@dataclass(frozen=True)
class Server:
    host: str
    """Address and port."""
    pid: int

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    @property
    def memory(self) -> float:
        """Megabytes that the process holds now. Read from Linux's /proc, as `worked` is."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024

    @property
    def worked(self) -> float:
        """Seconds of processor time so far."""
        ticks = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        return sum(map(int, ticks.split()[11:13])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(
    script: Path, folder: Path, releases: Path | None = None, options: Sequence[str] = ()
) -> Iterator[Server]:
    """A server that runs as long as the block does.

    It works in `folder`, whose `.streamlit/config.toml` it takes where there is one; Streamlit
    takes the one beside the script as well.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | ({"LSDASH_RELEASES": str(releases)} if releases else {})
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    command += [*ALONE, *options]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            server = Server(f"127.0.0.1:{port}", process.pid)
            while not _answers(server.url):
                if process.poll() is not None:
                    log.seek(0)
                    sys.exit(f"{script.name} did not start:\n{log.read().decode()}")
                time.sleep(0.1)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
            return True
    except (urllib.error.URLError, OSError):
        return False
