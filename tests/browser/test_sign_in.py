"""Editors sign in with OpenID Connect; whoever is not among them stays outside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, Visitor, free_port
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
    link = page.get_by_test_id("stPageLink").get_by_role("link", name="Nhập bản tin")
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
