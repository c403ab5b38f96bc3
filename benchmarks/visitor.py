"""A viewer without a browser: speaks Streamlit's own protocol with a server on this machine."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Common_pb2 import FileUploaderState, UploadedFileInfo
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

PATIENCE = 120
XSRF = "_streamlit_xsrf"


class Visitor:
    """One tab: it opens pages, enters text, sends files, presses buttons, reads what is said."""

    def __init__(self, socket: ClientConnection, http: httpx.Client) -> None:
        self._socket, self._http = socket, http
        self._states: dict[str, WidgetState] = {}
        self._page = self._query = ""
        self.elements: list[Element] = []
        """What the last run put on the page."""
        self._folds: list[Block.Expandable] = []

    def open(self, page: str, query: str = "") -> None:
        self._page, self._query, self._states = page, query, {}
        self._run()

    def enter(self, label: str, text: str) -> None:
        """Text of the area whose label holds `label`; it is sent with the next press."""
        area = self._find("text_area", label)
        self._states[area.id] = WidgetState(id=area.id, string_value=text)

    def unfold(self, label: str) -> None:
        """Open what stands closed under this label."""
        fold = next(each for each in self._folds if label in each.label)
        self._states[fold.id] = WidgetState(id=fold.id, bool_value=True)
        self._run()

    def press(self, label: str) -> None:
        button = self._find("button", label)
        self._states[button.id] = WidgetState(id=button.id, trigger_value=True)
        self._run()
        self._states.pop(button.id, None)

    def send(self, name: str, content: bytes) -> int:
        """Choose a file for the page's uploader; the status that the server gives the upload."""
        uploader = self._find("file_uploader", "")
        status, info = self.upload(name, content)
        state = FileUploaderState(uploaded_file_info=[info])
        self._states[uploader.id] = WidgetState(id=uploader.id, file_uploader_state_value=state)
        return status

    def upload(self, name: str, content: bytes) -> tuple[int, UploadedFileInfo]:
        """Send a file to an address asked for on whatever page this is."""
        asked = BackMsg()
        asked.file_urls_request.request_id = str(uuid.uuid4())
        asked.file_urls_request.file_names.append(name)
        self._socket.send(asked.SerializeToString())
        urls = next(
            each.file_urls_response.file_urls[0]
            for each in self._messages()
            if each.WhichOneof("type") == "file_urls_response"
        )
        answer = self._http.put(
            urls.upload_url,
            files={"file": (name, content)},
            headers={"X-Xsrftoken": self._http.cookies[XSRF]},
        )
        info = UploadedFileInfo(name=name, size=len(content), file_id=urls.file_id, file_urls=urls)
        return answer.status_code, info

    def begin(self, label: str) -> None:
        """Press a button and wait for nothing."""
        button = self._find("button", label)
        self._states[button.id] = WidgetState(id=button.id, trigger_value=True)
        self._ask()

    @property
    def alerts(self) -> list[str]:
        return [each.alert.body for each in self.elements if each.WhichOneof("type") == "alert"]

    @property
    def said(self) -> str:
        """Every text of the page."""
        kinds = ("markdown", "heading", "alert")
        return "\n".join(
            getattr(each, each.WhichOneof("type")).body
            for each in self.elements
            if each.WhichOneof("type") in kinds
        )

    def _find(self, kind: str, label: str) -> Element:
        for element in self.elements:
            if element.WhichOneof("type") == kind:
                found = getattr(element, kind)
                if label in found.label:
                    return found  # type: ignore[no-any-return]
        raise LookupError(f"no {kind} {label!r} on this page:\n{self.said}")

    def _ask(self) -> None:
        message = BackMsg()
        asked = message.rerun_script
        asked.page_name, asked.query_string = self._page, self._query
        asked.widget_states.widgets.extend(self._states.values())
        asked.context_info.timezone = "Asia/Ho_Chi_Minh"
        self._socket.send(message.SerializeToString())

    def _run(self) -> None:
        """Run the page and take what it says, through every run that it asks for itself."""
        self._ask()
        self.elements, self._folds = [], []
        for message in self._messages():
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.elements, self._folds = [], []
            elif kind == "delta" and message.delta.HasField("new_element"):
                self.elements.append(message.delta.new_element)
            elif kind == "delta" and message.delta.add_block.HasField("expandable"):
                self._folds.append(message.delta.add_block.expandable)
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "script_finished" and self._is_last(message):
                return

    @staticmethod
    def _is_last(message: ForwardMsg) -> bool:
        return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _messages(self) -> Iterator[ForwardMsg]:
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(timeout=PATIENCE))
            yield message


@contextmanager
def visiting(url: str) -> Iterator[Visitor]:
    """A tab on the server at `url`, shut in the end."""
    with httpx.Client(base_url=url, timeout=PATIENCE) as http:
        http.get("/_stcore/host-config")
        http.get("/_stcore/health")
        token = http.cookies.get(XSRF, "")
        stream = re.sub("^http", "ws", url) + "/_stcore/stream"
        with connect(
            stream,
            origin=url,
            subprotocols=["streamlit", token],  # type: ignore[list-item]
            max_size=None,
            additional_headers={"Cookie": f"{XSRF}={token}"},
        ) as socket:
            yield Visitor(socket, http)
