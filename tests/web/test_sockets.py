"""Small messages do not wait for each other."""

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from lsdash.web import sockets

LOOPBACK = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}


@pytest.fixture(params=LOOPBACK, ids=["IPv4", "IPv6"])
def listener(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    """A socket that listens, made as Streamlit makes its own: without naming TCP."""
    with closing(socket.socket(family=request.param)) as made:
        try:
            made.bind((LOOPBACK[request.param], 0))
        except OSError:
            pytest.skip("this machine has no such address")
        made.listen()
        yield made


def sends_at_once(connection: socket.socket) -> bool:
    return bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


def accepted(listener: socket.socket) -> socket.socket:
    """The server's end of a new connection."""
    with socket.create_connection(listener.getsockname()[:2]):
        return listener.accept()[0]


def test_connections_of_a_listening_socket_send_at_once(listener: socket.socket) -> None:
    with accepted(listener) as before:
        assert not sends_at_once(before)
    sockets.send_at_once()
    with accepted(listener) as after:
        assert sends_at_once(after)


def test_nothing_else_that_is_open_is_touched() -> None:
    one, other = socket.socketpair()
    with one, other, closing(socket.socket()) as idle:
        sockets.send_at_once()
        assert not sends_at_once(idle)
        one.sendall(b"still open")
        assert other.recv(16) == b"still open"
