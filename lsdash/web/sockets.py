"""Messages leave the server at once, rather than when the reader's machine has confirmed the last.

A page goes out as a hundred small messages. Streamlit makes its listening socket without naming
the protocol, and asyncio turns Nagle's algorithm off only where TCP is named: so a small message
waits until the one before is confirmed, which the other side puts off by 40 milliseconds or more.
"""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

OPEN_FILES = Path("/dev/fd")
"""Every open file of this process, by number. Windows has none and stays as it is."""


def send_at_once() -> None:
    """Turn Nagle's algorithm off on every TCP socket that listens.

    Connections that it accepts from then on take this over.
    """
    for listener in _listening():
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listening() -> Iterator[socket.socket]:
    for file in OPEN_FILES.iterdir() if OPEN_FILES.is_dir() else ():
        with suppress(OSError):  # closed since it was listed
            if not stat.S_ISSOCK(file.stat().st_mode):
                continue
            with socket.socket(fileno=os.dup(int(file.name))) as found:
                is_tcp = found.family in {socket.AF_INET, socket.AF_INET6}
                is_tcp = is_tcp and found.type == socket.SOCK_STREAM
                if is_tcp and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    yield found
