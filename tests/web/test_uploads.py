"""Files that viewers send are refused before their first byte unless a page of theirs asks."""

import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket
from streamlit import runtime
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from lsdash.intake.files import limits
from lsdash.settings import ROOT
from lsdash.staffing import lists
from lsdash.web.entrance import uploads
from lsdash.web.entrance.uploads import Uploads

KB = b"x" * 1000
Sender = Callable[..., int]


class Server:
    """What the middleware asks of Streamlit's runtime: the files it keeps, and who is connected."""

    def __init__(self) -> None:
        self.uploaded_file_mgr = MemoryUploadedFileManager("/_stcore/upload_file")
        self.connected = {"lan", "minh"}

    def is_active_session(self, session: str) -> bool:
        return session in self.connected

    def kept(self, session: str) -> int:
        return len(self.uploaded_file_mgr.file_storage.get(session, {}))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made: Any = Server()
    monkeypatch.setattr(Runtime, "_instance", made)
    assert runtime.get_instance() is made
    monkeypatch.setattr(uploads, "_asked", {"lan": ("commune_staff", 5)})
    return made  # type: ignore[no-any-return]


@pytest.fixture
def client(server: Server) -> Iterator[TestClient]:
    async def take(request: Request) -> Response:
        session, file = request.path_params["session"], request.path_params["file"]
        body = await request.body()
        record = UploadedFileRec(file_id=file, name="list.csv", type="text/csv", data=body)
        server.uploaded_file_mgr.add_file(session, record)
        return Response(status_code=204)

    async def talk(socket: WebSocket) -> None:
        await socket.accept()
        await socket.close()

    path = "/_stcore/upload_file/{session}/{file}"
    app = Starlette(
        routes=[
            Route(path, take, methods=["PUT", "DELETE", "OPTIONS"]),
            Route(f"/prefix{path}", take, methods=["PUT"]),
            WebSocketRoute("/_stcore/stream", talk),
        ],
        middleware=[Middleware(Uploads, patience=0.01)],
    )
    with TestClient(app) as made:
        yield made


@pytest.fixture
def send(client: TestClient) -> Sender:
    def sending(session: str = "lan", file: str = "1", content: Any = KB, prefix: str = "") -> int:
        path = f"{prefix}/_stcore/upload_file/{session}/{file}"
        return client.put(path, content=content).status_code

    return sending


def test_a_file_that_a_page_asks_for_is_taken(send: Sender, server: Server) -> None:
    assert send() == 204
    assert server.kept("lan") == 1


@pytest.mark.parametrize("prefix", ["", "/prefix"])
def test_a_session_whose_page_asks_for_nothing_sends_nothing(
    send: Sender, server: Server, prefix: str
) -> None:
    assert send("minh", prefix=prefix) == 403
    assert server.kept("minh") == 0


def test_a_file_larger_than_the_page_says_is_refused_by_its_length(send: Sender) -> None:
    assert send(content=bytes(5 * uploads.MEGABYTE)) == 204
    assert send(content=bytes(5 * uploads.MEGABYTE + uploads.AROUND + 1)) == 413


def test_a_file_of_unknown_length_is_refused(send: Sender) -> None:
    assert send(content=iter([KB])) == 411


def test_a_session_sends_few_files(send: Sender, server: Server) -> None:
    sent = [send(file=str(at)) for at in range(uploads.MOST_FILES + 1)]
    assert sent == [204] * uploads.MOST_FILES + [429]
    server.uploaded_file_mgr.remove_file("lan", "0")
    assert send(file="again") == 204


def test_all_sessions_together_are_held_to_a_sum(
    send: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_IN_ALL", 1_500)
    monkeypatch.setitem(uploads._asked, "minh", ("intake", 10))
    assert send("lan") == 204
    assert send("minh") == 503


def test_files_of_whoever_left_are_forgotten(
    send: Sender, client: TestClient, server: Server
) -> None:
    monday = uploads._asked
    monday["minh"] = ("intake", 10)
    assert (send("lan"), send("minh")) == (204, 204)
    server.connected.remove("minh")
    with client.websocket_connect("/_stcore/stream"):
        pass
    client.get("/")  # until the loop has turned
    for _ in range(1_000):
        if "minh" not in monday:
            break
        client.get("/")
    assert (server.kept("lan"), server.kept("minh")) == (1, 0)
    assert "minh" not in monday


def test_what_the_pages_say_is_what_the_server_takes() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    most = config["server"]["maxUploadSize"]
    assert most == max(limits.MOST_MEGABYTES, lists.MOST_MEGABYTES)
    assert config["server"]["maxWidgetStateSize"] > lists.MOST_MEGABYTES
