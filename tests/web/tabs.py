"""What a browser's tab says to the server and hears from it, without a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ssl import SSLContext
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 180


@dataclass(frozen=True)
class Tab:
    socket: ClientConnection

    def run(self, page: str = "", query: str = "") -> str:
        """Run a page to its end; all that it says, as the text of Streamlit's messages."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        self.socket.send(asked.SerializeToString())
        said = []
        while True:
            heard = ForwardMsg()
            heard.ParseFromString(bytes(self.socket.recv(timeout=PATIENCE)))  # type: ignore[arg-type]
            if heard.WhichOneof("type") == "script_finished":
                return "\n".join(said)
            said.append(_in_letters(str(heard)))


def _in_letters(message: str) -> str:
    """A message with its letters, which it prints as bytes in octal."""
    return message.encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")


@contextmanager
def opened(
    url: str,
    *,
    origin: str | None = "its own",
    trust: SSLContext | None = None,
    at: tuple[str, int] | None = None,
    **headers: str,
) -> Iterator[Tab]:
    """A tab on the server at `url`, from the dashboard's own page unless another `origin` is given.

    Over TLS where the URL says so, with the certificates that it is to `trust`; `at` is where that
    host is, if no name server knows it.
    Raises websockets.exceptions.InvalidStatus where the server does not let it in.
    """
    parts = urlsplit(url)
    if origin == "its own":
        origin = f"{parts.scheme}://{parts.netloc}"
    scheme = {"http": "ws", "https": "wss"}[parts.scheme]
    stream = f"{scheme}://{parts.netloc}{parts.path}/_stcore/stream"
    with connect(
        stream,
        ssl=trust,
        **({"address": at} if at else {}),
        origin=origin,  # type: ignore[arg-type]
        additional_headers=headers,
        max_size=None,
        compression=None,
        close_timeout=1,
    ) as socket:
        yield Tab(socket)
