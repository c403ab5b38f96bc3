"""What a meeting takes with it: a link copied, a QR code, digits, an agenda on the arrow keys."""

import re
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from lsdash.view import MAX_AGENDA_LENGTH, View, agenda_views, from_query, to_path, with_agenda
from lsdash.vocabulary import Kind, Sector
from lsdash.web.frame.share import EASY_TO_SCAN
from tests.browser.conftest import Server, Visitor, assert_fits_a_phone, serious_barriers, until
from tests.browser.test_links import heading, opened, query, settled

pytestmark = pytest.mark.browser

WEEK = ["8 văn bản trong tuần", "10.000 triệu đồng", "1.340 chỉ tiêu"]
AGENDA = "agenda=overview&agenda=rural_roads%3Fstatus%3Ddecided&agenda=covid"


def share(page: Page) -> Locator:
    """Open the share panel of the page."""
    page.get_by_role("button", name="Chia sẻ").click()
    panel = page.get_by_role("dialog")
    expect(panel.get_by_role("img")).to_be_visible()
    expect(panel.get_by_test_id("stCode")).to_have_count(2)
    return panel


def scanned(panel: Locator) -> str:
    """What a phone reads from the QR code on the screen."""
    code = panel.get_by_role("img")
    code.scroll_into_view_if_needed()
    picture = Image.open(BytesIO(code.screenshot()))
    found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1
    return found[0].text


def comes_to(page: Page, title: str) -> None:
    expect(heading(page).first).to_have_text(re.compile(f"^{re.escape(title)}"))


def at(page: Page) -> str:
    return query(page)["at"][0]


def step(page: Page, key: str = "ArrowRight") -> None:
    """One press, and the screen that it leads to."""
    before = page.locator(".meeting").inner_html()
    page.keyboard.press(key)
    until(page, "before => document.querySelector('.meeting')?.innerHTML !== before", before)
    settled(page)


def through(page: Page, key: str = "ArrowRight") -> None:
    """On to the first screen of the next item."""
    item = at(page)
    while at(page) == item:
        step(page, key)


def test_one_click_copies_the_pinned_link(server: Server, visitor: Visitor) -> None:
    page = visitor()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{server.url}/decisions?sector=health")
    panel = share(page)
    expect(panel.get_by_role("status")).to_have_text("Đã sao chép liên kết cố định")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.evaluate("location.href")
    page.evaluate("navigator.clipboard.writeText('other')")
    panel.get_by_role("button", name="Sao chép liên kết").click()
    until(page, "async link => await navigator.clipboard.readText() === link", copied)


def test_where_the_browser_has_no_clipboard_for_pages_the_link_is_copied_all_the_same(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', {value: false})")
    opened(page, f"{server.url}/covid")
    panel = share(page)
    panel.get_by_role("button", name="Sao chép liên kết").click()
    expect(panel.get_by_role("status")).to_have_text("Đã sao chép liên kết cố định")
    page.context.grant_permissions(["clipboard-read"])
    assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("location.href")


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_the_qr_code_on_the_screen_opens_the_same_view(
    server: Server, visitor: Visitor, width: int, theme: str
) -> None:
    page = visitor(width=width, theme=theme)
    title = opened(page, f"{server.url}/decisions?status=proposed")
    link = scanned(share(page))
    assert link == page.evaluate("location.href")
    phone = visitor(width=390)
    assert opened(phone, link) == title


def test_a_link_too_long_to_scan_is_a_short_one_in_the_qr_code(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    words = "đường nông thôn cấp xã huyện"
    narrow = "&".join(f"sector={sector}" for sector in Sector)
    opened(page, f"{server.url}/decisions?q={words}&{narrow}&{AGENDA}")
    assert len(page.evaluate("location.href")) > EASY_TO_SCAN
    link = scanned(share(page))
    assert re.fullmatch(rf"{re.escape(server.url)}/s/\d{{8}}", link)
    phone = visitor(width=390)
    phone.goto(link)
    expect(phone).to_have_url(page.evaluate("location.href"))


def test_the_digits_read_aloud_are_typed_in_and_open_the_view(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    title = opened(page, f"{server.url}/energy_targets")
    spoken = share(page).get_by_text(re.compile(r"^\d{4} \d{4}$")).inner_text()
    listener = visitor(width=390)
    listener.goto(f"{server.url}/s")
    listener.get_by_role("textbox").press_sequentially(spoken)
    listener.keyboard.press("Enter")
    comes_to(listener, title)
    assert listener.evaluate("location.href") == page.evaluate("location.href")
    listener.go_back()
    expect(listener.get_by_role("textbox")).to_be_visible()


def test_a_wrong_code_asks_again(server: Server, visitor: Visitor) -> None:
    page = visitor(lang="en")
    answer = page.goto(f"{server.url}/s/00000000")
    assert answer is not None
    assert answer.status == 404
    expect(heading(page)).to_have_text("There is no such code")
    expect(page.get_by_role("textbox")).to_be_focused()


def test_arrow_keys_go_through_the_week_and_back_knows_every_step(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/decisions")
    share(page).get_by_role("link", name="Trình chiếu cả tuần").click()
    for place, title in enumerate(WEEK, start=1):
        comes_to(page, title)
        expect(page.get_by_text(f"{place}/9", exact=True)).to_be_visible()
        settled(page)
        assert at(page) == str(place)
        if place < len(WEEK):
            through(page)
    page.keyboard.press("ArrowLeft")
    comes_to(page, WEEK[1])
    settled(page)
    page.go_back()
    comes_to(page, WEEK[2])
    settled(page)
    page.go_back()
    comes_to(page, WEEK[1])
    settled(page)
    assert at(page) == "2"


def test_escape_leaves_the_meeting_at_the_same_page_and_the_keys_rest(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/rural_roads?status=decided&kiosk=1&{AGENDA}&at=2")
    expect(page.get_by_role("link", name="Tổng quan")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("kiosk"))
    expect(page.get_by_role("link", name="Tổng quan", exact=True)).to_be_visible()
    comes_to(page, "10.000 triệu đồng")
    settled(page)
    left = page.evaluate("location.href")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Chia sẻ").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("location.href") == left
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"


def test_a_meeting_is_larger_than_the_page(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, f"{server.url}/rural_roads")
    size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    before = page.evaluate(size)
    opened(page, f"{server.url}/rural_roads?kiosk=1")
    assert page.evaluate(size) >= 1.25 * before


def test_an_agenda_opens_cold_at_its_second_item(server: Server, visitor: Visitor) -> None:
    page = visitor()
    title = opened(page, f"{server.url}/rural_roads?status=decided&kiosk=1&{AGENDA}&at=2")
    assert title.startswith("10.000 triệu đồng")
    expect(page.get_by_text("2/3", exact=True)).to_be_visible()
    page.keyboard.press("PageDown")
    comes_to(page, "Diễn tập chống dịch")
    settled(page)
    page.keyboard.press("PageUp")
    comes_to(page, "10.000 triệu đồng")
    settled(page)
    page.keyboard.press("ArrowLeft")
    comes_to(page, "8 văn bản trong tuần")
    settled(page)
    assert query(page)["agenda"] == ["overview", "rural_roads?status=decided", "covid"]


def test_presses_that_come_faster_than_screens_are_as_many_steps(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/rural_roads?status=decided&kiosk=1&{AGENDA}&at=1")
    for _ in range(3):
        step(page)
    there = page.evaluate("location.href")
    for key in ("PageUp", "PageUp", "PageUp", "PageDown", "PageDown", "PageDown"):
        page.keyboard.press(key)
    until(page, "there => location.href !== there", there)
    until(page, "there => location.href === there", there)
    settled(page)
    assert page.evaluate("location.href") == there


def test_a_held_key_is_one_step(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, f"{server.url}/rural_roads?status=decided&kiosk=1&{AGENDA}&at=2")
    for _ in range(5):
        page.keyboard.down("ArrowRight")
    page.keyboard.up("ArrowRight")
    comes_to(page, "Diễn tập chống dịch")
    settled(page)
    assert at(page) == "3"
    assert "screen" not in query(page)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_no_screen_of_a_weeks_meeting_scrolls_and_each_is_one_step_of_a_clicker(
    server: Server, visitor: Visitor, width: int, height: int
) -> None:
    """Some thirty screens at a second each: this is what a meeting is shown on."""
    page = visitor(width=width)
    page.set_viewport_size({"width": width, "height": height})
    opened(page, f"{server.url}/border_trade")
    share(page).get_by_role("link", name="Trình chiếu cả tuần").click()
    comes_to(page, WEEK[0])
    larger = f"getComputedStyle(document.documentElement).fontSize === '{20.8 * height / 720}px'"
    until(page, larger)
    began, steps, scrolling = page.evaluate("history.length"), 0, []
    onwards = page.locator(".meeting a[data-way=next]")
    while True:
        settled(page)
        for drawing in page.get_by_test_id("stPlotlyChart").all():
            expect(drawing.locator(".main-svg").first).to_be_attached()
        if page.evaluate(BEYOND) > 0:
            scrolling.append(page.evaluate("location.search"))
        if not onwards.count():
            break
        step(page, "PageDown")
        steps += 1
    assert scrolling == []
    assert at(page) == "9"
    assert page.evaluate("history.length") == began + steps


BEYOND = """Math.max(...["Height", "Width"].map((side) => {
    const main = document.querySelector("[data-testid=stMain]");
    return main["scroll" + side] - main["client" + side];
}))"""
"""Pixels of a page that lie outside its window."""


def test_a_note_for_the_speaker_is_in_the_link_and_opens_by_a_key(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/rural_roads?status=decided&{AGENDA}&at=2")
    field = page.get_by_role("textbox", name=re.compile("^Ghi chú cho người nói"))
    field.fill("Nhắc: cát & đá trước")
    field.press("Enter")
    until(page, "decodeURIComponent(location.search).includes('note=')")
    settled(page)
    page.get_by_role("link", name="Trình chiếu", exact=True).click()
    comes_to(page, "8 văn bản trong tuần")
    settled(page)
    through(page)
    note = page.locator(".meeting details")
    expect(note).to_have_text(re.compile("Nhắc: cát & đá trước$"))
    page.keyboard.press("n")
    expect(note).to_have_attribute("open", "")


def test_keys_in_a_field_stay_in_the_field(server: Server, visitor: Visitor) -> None:
    page = visitor()
    link = "border_labor?show=planner&kiosk=1&agenda=covid&agenda=border_labor%3Fshow%3Dplanner"
    opened(page, f"{server.url}/{link}&at=2")
    field = page.get_by_role("spinbutton").first
    field.click()
    field.press("ArrowLeft")
    field.press("PageUp")
    settled(page)
    assert urlsplit(page.evaluate("location.href")).path == "/border_labor"


def test_an_agenda_is_put_together_page_by_page_and_shown(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, f"{server.url}/covid")
    share(page).get_by_role("link", name="Thêm trang này vào chương trình họp").click()
    expect(page.get_by_text("Chương trình họp: 1 mục")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("navigation").get_by_role("link", name="Năng lượng", exact=True).click()
    comes_to(page, "Phấn đấu đến 2025")
    settled(page)
    page.get_by_role("link", name="Thêm trang này vào chương trình họp").click()
    expect(page.get_by_text("Chương trình họp: 2 mục")).to_be_visible()
    settled(page)
    assert query(page)["agenda"] == ["covid", "energy_targets"]
    page.get_by_role("link", name="Trình chiếu", exact=True).click()
    comes_to(page, "Diễn tập chống dịch")
    settled(page)
    through(page)
    comes_to(page, "Phấn đấu đến 2025")


def test_the_longest_agenda_that_a_link_takes_opens(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, server.url)
    release = query(page)["release"][0]
    words = "đường nông thôn cấp xã huyện"
    found, _ = from_query({"q": [words], "kind": [*Kind], "sector": [*Sector]}, "decisions")
    items = [found]
    meeting = with_agenda(View(release=release, kiosk=True), items)
    while meeting and (longer := with_agenda(meeting, [*items, found])):
        items, meeting = [*items, found], longer
    assert meeting
    assert sum(map(len, meeting.agenda)) > 0.8 * MAX_AGENDA_LENGTH
    last = agenda_views(meeting)[-1]
    answer = page.goto(server.url + to_path(last))
    assert answer is not None
    assert answer.ok
    expect(page.get_by_text(f"{last.at}/{last.at}", exact=True)).to_be_visible()
    assert from_query(parse_qs(urlsplit(page.url).query), "decisions") == (last, [])


@pytest.mark.parametrize(("lang", "theme"), [("vi", "dark"), ("en", "light")])
@pytest.mark.parametrize("what", ["meeting", "agenda", "code", "wrong code"])
def test_sharing_has_no_serious_barrier_and_fits_a_phone(
    server: Server, visitor: Visitor, what: str, lang: str, theme: str
) -> None:
    page = visitor(lang=lang, theme=theme)
    if what in {"meeting", "agenda"}:
        kiosk = "&kiosk=1" if what == "meeting" else ""
        opened(page, f"{server.url}/covid?status=decided&{AGENDA}&at=3{kiosk}")
    else:
        page.goto(f"{server.url}/s/{'00000000' if what == 'wrong code' else ''}")
        expect(heading(page).first).to_be_visible()
    assert serious_barriers(page) == []
    assert_fits_a_phone(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_panel_has_no_serious_barrier(server: Server, visitor: Visitor, theme: str) -> None:
    page = visitor(theme=theme)
    opened(page, f"{server.url}/rural_roads?status=decided&{AGENDA}&at=2")
    share(page)
    assert serious_barriers(page) == []


def test_the_panel_fits_a_phone(server: Server, visitor: Visitor) -> None:
    page = visitor(width=390)
    opened(page, f"{server.url}/decisions?sector=health&{AGENDA}")
    panel = share(page)
    assert panel.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    expect(panel.get_by_role("button", name="Sao chép liên kết")).to_be_in_viewport()
