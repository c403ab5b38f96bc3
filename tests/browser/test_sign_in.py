"""Editors sign in with OpenID Connect; whoever is not among them stays outside."""

from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Server, Visitor, free_port, started
from tests.browser.provider import Provider
from tests.browser.test_links import heading, opened, settled

pytestmark = pytest.mark.browser

PEOPLE = {
    "lan": {"name": "Nguyễn Thị Lan", "email": "lan@example.vn", "email_verified": True},
    "khach": {"name": "Khách", "email": "khach@example.vn", "email_verified": True},
    "gia": {"name": "Giả", "email": "lan@example.vn", "email_verified": False},
}


@pytest.fixture(scope="module")
def guarded(start: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server for many that has editors: it listens everywhere, and sign-in is configured."""
    provider = Provider(free_port(), PEOPLE)
    provider.start()
    port = free_port()
    file: Path = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    url = f"http://127.0.0.1:{port}"
    file.write_text(provider.secrets_for(url, ["Lan@example.vn"]), encoding="utf-8")
    return start(options=("--secrets.files", str(file)), port=port)


def sign_in(page: Page, server: Server, user: str) -> None:
    opened(page, f"{server.url}/intake")
    expect(heading(page).first).to_have_text("Đăng nhập để nhập bản tin")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Who are you?")).to_be_visible()
    page.get_by_role("link", name=user, exact=True).click()
    expect(page.get_by_role("link", name="Tổng quan")).to_be_visible()
    settled(page)


def test_an_editor_signs_in_enters_and_leaves(guarded: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, guarded.url)
    link = page.get_by_role("navigation").get_by_role("link", name="Nhập bản tin")
    expect(link).to_have_count(0)
    sign_in(page, guarded, "lan")
    link.click()
    expect(heading(page).first).to_have_text("Đưa bản tin tuần mới vào")
    expect(page.get_by_text("Người biên tập: Nguyễn Thị Lan")).to_be_visible()
    with page.expect_response(lambda answer: "/auth/logout" in answer.url):
        page.get_by_role("button", name="Đăng xuất").click()
    expect(link).to_have_count(0)
    opened(page, f"{guarded.url}/intake")
    expect(heading(page).first).to_have_text("Đăng nhập để nhập bản tin")


@pytest.mark.parametrize("user", ["khach", "gia"])
def test_whoever_is_no_editor_stays_outside(guarded: Server, visitor: Visitor, user: str) -> None:
    page = visitor()
    sign_in(page, guarded, user)
    expect(page.get_by_role("link", name="Nhập bản tin")).to_have_count(0)
    opened(page, f"{guarded.url}/intake")
    expect(heading(page).first).to_have_text("Tài khoản này không có quyền nhập bản tin")
    expect(page.get_by_test_id("stTextArea")).to_have_count(0)


def test_readers_need_not_sign_in(guarded: Server, visitor: Visitor) -> None:
    assert opened(visitor(), f"{guarded.url}/rural_roads").startswith("10.000 triệu đồng")


class Restarted:
    """A server that is started again at the same address, with what its secrets say by then."""

    def __init__(self, folder: Path, provider: Provider) -> None:
        self.folder, self.port = folder, free_port()
        self.secrets = folder / "secrets.toml"
        url = f"http://127.0.0.1:{self.port}"
        self.secrets.write_text(provider.secrets_for(url, ["lan@example.vn"]), encoding="utf-8")
        self.process: Popen[bytes] | None = None

    def start(self) -> Server:
        self.end()
        options = ("--secrets.files", str(self.secrets))
        records = ROOT / "data" / "bulletins"
        self.process, server = started(self.folder, records, self.port, options)
        return server

    def end(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=30)


@pytest.fixture
def restarted(tmp_path: Path) -> Iterator[Restarted]:
    provider = Provider(free_port(), PEOPLE)
    provider.start()
    server = Restarted(tmp_path, provider)
    yield server
    server.end()


def test_after_a_restart_an_open_tab_has_its_view_and_an_editor_struck_off_is_outside(
    restarted: Restarted, visitor: Visitor
) -> None:
    server = restarted.start()
    reader, editor = visitor(), visitor()
    opened(reader, f"{server.url}/rural_roads")
    answer, link = heading(reader).first.inner_text(), reader.url
    sign_in(editor, server, "lan")
    editor.get_by_role("navigation").get_by_role("link", name="Nhập bản tin").click()
    expect(editor.get_by_text("Người biên tập: Nguyễn Thị Lan")).to_be_visible()

    told = restarted.secrets.read_text(encoding="utf-8")
    restarted.secrets.write_text(told.replace("lan@example.vn", "minh@example.vn"))
    restarted.start()  # each open tab comes back by itself
    expect(heading(editor).first).to_have_text("Tài khoản này không có quyền nhập bản tin")
    expect(editor.get_by_test_id("stTextArea")).to_have_count(0)
    settled(reader)
    expect(heading(reader).first).to_have_text(answer)
    assert reader.url == link
    reader.get_by_role("navigation").get_by_role("link", name="Tổng quan").click()
    expect(heading(reader).first).not_to_have_text(answer)


def test_while_the_provider_is_away_readers_read_and_editors_are_told(
    start: Callable[..., Server], visitor: Visitor, tmp_path: Path
) -> None:
    away, port, file = Provider(free_port(), PEOPLE), free_port(), tmp_path / "secrets.toml"
    file.write_text(away.secrets_for(f"http://127.0.0.1:{port}", []), encoding="utf-8")
    server = start(options=("--secrets.files", str(file)), port=port)
    page = visitor()
    assert opened(page, f"{server.url}/rural_roads").startswith("10.000 triệu đồng")
    opened(page, f"{server.url}/intake")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Chưa đăng nhập được")).to_be_visible()
    page.get_by_role("link", name="Thử đăng nhập lại").click()
    expect(heading(page).first).to_have_text("Đăng nhập để nhập bản tin")
