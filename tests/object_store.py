"""An S3 server on this machine (moto), which may go away and come back with what it holds."""

import logging
import socket
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from urllib.request import Request, urlopen

from moto.server import ThreadedMotoServer


class ObjectStore:
    """Listens on a free port of the loopback address from the first `start` on."""

    def __init__(self) -> None:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self._server: ThreadedMotoServer | None = None
        self._buckets = 0

    @cached_property
    def port(self) -> int:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return int(probe.getsockname()[1])

    @property
    def environment(self) -> Mapping[str, str]:
        """What tells programs where it is, and who they are."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_ACCESS_KEY_ID": "tester",
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_REGION": "us-east-1",
        }

    def start(self) -> None:
        if self._server is None:
            self._server = ThreadedMotoServer("127.0.0.1", self.port, verbose=False)
            self._server.start()

    def stop(self) -> None:
        if self._server is not None:
            with suppress(OSError):
                self._server.stop()
            self._server = None

    def bucket(self) -> str:
        """The address of a prefix in a bucket of its own."""
        self._buckets += 1
        name = f"bucket-{self._buckets}"
        with urlopen(Request(f"http://127.0.0.1:{self.port}/{name}", method="PUT")):
            return f"s3://{name}/lang-son"
