"""What a real browser makes of the server's rules, and of a dashboard that stands under a path."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import ConsoleMessage, expect

from lsdash.view import PAGES
from tests.browser.conftest import Server, Visitor
from tests.browser.test_links import click_sector, comes_to, heading, opened

pytestmark = pytest.mark.browser


def test_no_page_of_ours_breaks_its_own_rules(server: Server, visitor: Visitor) -> None:
    page = visitor()
    broken: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            broken.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: broken.append(str(error)))
    for name in PAGES:
        opened(page, f"{server.url}/{name}")
        for chart in page.locator(".js-plotly-plot").all():
            expect(chart.locator(".main-svg").first).to_be_attached()
    opened(page, f"{server.url}/rural_roads")
    page.get_by_role("button", name="Chia sẻ").click()
    expect(page.get_by_role("button", name="Sao chép liên kết")).to_be_visible()
    assert broken == []


@pytest.mark.parametrize("path", ["/decisions", "/x.y", "/s/", "/static/zz"])
def test_a_page_of_another_origin_can_frame_nothing_of_ours(
    server: Server, visitor: Visitor, path: str
) -> None:
    page = visitor()
    with page.expect_event(
        "console", lambda message: "frame-ancestors" in message.text or "frame" in message.text
    ):
        page.set_content(f'<iframe src="{server.url}{path}" width="800" height="600"></iframe>')
    assert "stApp" not in page.frames[-1].content()


def test_everything_stays_under_the_path_that_the_dashboard_stands_under(
    start: Callable[..., Server], visitor: Visitor
) -> None:
    server = start(under="/ls")
    page = visitor()
    opened(page, f"{server.url}/decisions")
    expect(page).to_have_url(re.compile(f"^{server.url}/decisions\\?release="))
    click_sector(page, "Y tế")
    comes_to(page, sector=["health"])
    page.get_by_role("navigation").get_by_role("link", name="Dữ liệu").first.click()
    expect(page).to_have_url(re.compile(f"^{server.url}/data\\?"))
    file = page.get_by_role("link", name="CSV", exact=True).first
    expect(file).to_have_attribute("href", re.compile("/ls/api/"))
    page.get_by_role("button", name="Chia sẻ").click()
    link = page.get_by_role("dialog").get_by_test_id("stCode").first
    expect(link).to_contain_text(f"{server.url}/data?release=")
    code = re.sub(r"\D", "", page.locator(".st-key-spoken").inner_text())
    opened(page, f"{server.url}/s/{code}")
    expect(page).to_have_url(re.compile(f"^{server.url}/data\\?release="))
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(f"^{server.url}/data\\?release="))
    assert page.evaluate("document.documentElement.lang") == "en"
    page.goto(f"{server.url}/nowhere")
    page.get_by_role("link").first.click()
    expect(heading(page).first).to_be_visible()
    expect(page).to_have_url(re.compile(f"^{server.url}/\\?release="))
