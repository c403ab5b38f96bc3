"""A clerk's whole path: an ordinary bulletin of six items and 28 figures, and a scanned decision,
from text and picture to readers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from lsdash.records import load
from tests import scanned
from tests.browser.conftest import ROOT, Server, Visitor
from tests.browser.test_links import heading, opened, settled
from tests.conftest import week_alone

pytestmark = pytest.mark.browser

BULLETIN = (ROOT / "tests" / "fixtures" / "clerk" / "bulletin.txt").read_text(encoding="utf-8")
"""Invented; the rows of its table are parted by tabs, as a table of Word or Excel is pasted."""

WRITTEN = {
    "501/QĐ-UBND": ("Tiền chống hạn", "Chia tiền phòng, chống hạn cho năm huyện (bịa)."),
    "503/QĐ-UBND": ("Cây phân tán", "Cấp tiền trồng cây phân tán (bịa)."),
    "61/KH-UBND": ("Lớp dạy nghề", "Mở ba nghề cho lao động nông thôn (bịa)."),
    "62/KH-UBND": ("Nước sạch nông thôn", "Đặt bốn mức phải đạt về nước sạch (bịa)."),
    "507/QĐ-UBND": ("Chỉ tiêu trường nghề", "Chia lại chỉ tiêu của trường nghề (bịa)."),
    "1502/UBND-KGVX": ("Xin thiết bị y tế", "Xin Bộ Y tế bốn loại thiết bị (bịa)."),
}
"""What nobody can propose: a short title and a summary of each document."""

MOST_CLICKS, MOST_FIELDS = 60, 30


@dataclass
class Clerk:
    """Counts every press and every field that is filled."""

    page: Page
    clicks: int = 0
    fields: int = 0

    def press(self, what: Locator) -> None:
        self.clicks += 1
        what.click()
        settled(self.page)

    def key(self, name: str) -> None:
        self.clicks += 1
        self.page.keyboard.press(name)

    def write(self, field: Locator, text: str) -> None:
        self.fields += 1
        field.fill(text)
        field.press("Tab")
        settled(self.page)


@pytest.fixture(scope="module")
def office(
    start: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Server, Path]:
    records = week_alone(tmp_path_factory.mktemp("clerk"))
    here_alone = ("--server.address", "127.0.0.1")
    return start(records, here_alone, own={"LSDASH_INTAKE": "here"}), records


def _review(clerk: Clerk, number: str, short_title: str, summary: str) -> None:
    """One document: its sheet, all its figures at a press or two, what only a person can write."""
    page = clerk.page
    clerk.press(page.locator(".st-key-intake-sheets").get_by_role("link", name=number))
    expect(page.locator(f"input[aria-label='Số, ký hiệu'][value='{number}']")).to_be_visible()
    settled(page)
    if number == "501/QĐ-UBND":
        table = page.locator("[class*='st-key-intake-'][class*='-table-']").first
        expect(table).to_contain_text("Các dòng cộng lại bằng 15.000 triệu đồng.")
        clerk.press(page.get_by_role("button", name="Nhận cả bảng"))
        clerk.press(page.locator(".st-key-intake-at-hand").get_by_role("button", name="Đúng"))
    else:
        clerk.key("4")
    expect(page.get_by_text(re.compile("Đã xem hết . số liệu của văn bản này"))).to_be_visible()
    settled(page)
    expect(page.get_by_label("Tên ngắn, 2–4 từ, tiếng Anh")).to_have_count(0)
    clerk.write(page.get_by_label("Tên ngắn, 2–4 từ, tiếng Việt"), short_title)
    clerk.write(page.get_by_label("Tóm tắt, tiếng Việt"), summary)


def _tick_titles(clerk: Clerk, count: int) -> None:
    """Every box of the preview, each once the one before is kept."""
    boxes = clerk.page.locator(".st-key-intake-titles input[type=checkbox]")
    expect(boxes).to_have_count(count)
    for at in range(count):
        clerk.press(clerk.page.locator(".st-key-intake-titles label").nth(at))
        expect(boxes.nth(at)).to_be_checked()


def test_a_clerk_enters_an_ordinary_week_in_few_steps(
    office: tuple[Server, Path], visitor: Visitor
) -> None:
    server, records = office
    page = visitor()
    clerk = Clerk(page)
    opened(page, f"{server.url}/intake")
    clerk.write(page.get_by_label("Dán nội dung bản tin"), BULLETIN)
    clerk.press(page.get_by_role("button", name="Đọc bản tin"))
    expect(page).to_have_url(re.compile("draft=[0-9a-f]{8}"))
    settled(page)
    clerk.press(page.get_by_text("Viết tiếng Anh sau"))
    for number, (short_title, summary) in WRITTEN.items():
        _review(clerk, number, short_title, summary)
    clerk.press(page.locator(".st-key-intake-sheets").get_by_role("link", name="Xuất bản"))
    expect(page.get_by_role("heading", name="Xem trước")).to_be_visible()
    expect(page.locator(".st-key-intake-preview")).to_contain_text("6 văn bản trong tuần")
    expect(page.get_by_text("Mọi con số trong các văn bản này đều đã có chỗ.")).to_be_visible()
    _tick_titles(clerk, len(WRITTEN) + 1)
    clerk.write(page.get_by_label("Người duyệt"), "Nguyễn Thị Lan")
    clerk.press(page.get_by_test_id("stFormSubmitButton").get_by_role("button"))
    expect(page.get_by_text("Đã xuất bản thành bản dữ liệu 2020w12-")).to_be_visible()
    print(f"\na clerk's whole path: {clerk.clicks} clicks, {clerk.fields} text fields")
    assert (clerk.clicks <= MOST_CLICKS, clerk.fields <= MOST_FIELDS) == (True, True)

    week = load.load(records / "2020-w12.yaml")[1]
    facts = [fact for decision in week.decisions for fact in decision.facts]
    assert len(facts) == 28
    assert facts[1].subject.vi == "Huyện Bình Gia"
    assert all(fact.part_of == facts[0].slug for fact in facts[1:6])
    assert all(fact.subject.english_follows for fact in facts[1:6])
    reader = visitor(lang="en")
    opened(reader, f"{server.url}/decisions?doc=501-qd-ubnd-2020")
    expect(reader.locator("body")).to_contain_text("Huyện Bình Gia [in Vietnamese]")
    assert heading(reader).count()


def scan(folder: Path) -> Path:
    """An invented decision, drawn as pictures: its articles on one page, a table on the next."""
    paper = ROOT / "tests" / "fixtures" / "papers" / "421-qd-ubnd.txt"
    head = paper.read_text(encoding="utf-8").partition("TT | ")[0]
    before, _, after = head.partition("Điều 2.")
    rows = "TT | Huyện | Số tiền", "1 | Huyện Cao Lộc | 2.150", "2 | Huyện Lộc Bình | 4.350"
    text = f"{before}Điều 3.{after.partition('Điều 3.')[2]}"
    drawn = folder / "421.txt"
    drawn.write_text("\n".join((text, *rows, " | Tổng cộng | 6.500", "")), encoding="utf-8")
    source = scanned.paper(drawn).replace("Phụ lục I", "#pagebreak()\nPhụ lục I")
    file = folder / "421.pdf"
    file.write_bytes(scanned.wrapped(scanned.pages(source)))
    return file


@scanned.needs_tesseract
def test_a_scanned_decision_is_read_looked_at_and_published(
    office: tuple[Server, Path], visitor: Visitor, tmp_path: Path
) -> None:
    server, _ = office
    page = visitor()
    clerk = Clerk(page)
    opened(page, f"{server.url}/intake")
    page.locator("input[type=file]").set_input_files(scan(tmp_path))
    settled(page)
    page.get_by_role("button", name="Đọc bản tin").click()
    expect(page.get_by_text("Đang nhận dạng chữ trên ảnh: trang 2/2")).to_be_visible()
    expect(page).to_have_url(re.compile("draft=[0-9a-f]{8}"), timeout=60_000)
    settled(page)
    clerk.press(page.get_by_text("Viết tiếng Anh sau"))
    clerk.press(page.locator(".st-key-intake-sheets").get_by_role("link", name="421/QĐ-UBND"))
    at_hand = page.locator(".st-key-intake-at-hand")
    for sheet, printed in ((1, "6.500 triệu đồng"), (2, "2.150"), (2, "4.350")):
        shown = at_hand.get_by_role("img", name=f"Mẩu ảnh trang {sheet}: {printed}")
        expect(shown).to_be_visible()
        assert shown.evaluate("each => each.naturalWidth") > 500
        clerk.press(at_hand.get_by_role("button", name="Đúng"))
    expect(page.get_by_text("Đã xem hết 3 số liệu của văn bản này")).to_be_visible()
    clerk.write(page.get_by_label("Số liệu về cái gì, tiếng Việt").last, "Trả nợ đường (bịa)")
    clerk.write(page.get_by_label("Tên ngắn, 2–4 từ, tiếng Việt"), "Tiền đường")
    clerk.write(page.get_by_label("Tóm tắt, tiếng Việt"), "Chia tiền trả nợ đường (bịa).")
    clerk.press(page.locator(".st-key-intake-sheets").get_by_role("link", name="Xuất bản"))
    _tick_titles(clerk, 2)
    clerk.write(page.get_by_label("Người duyệt"), "Nguyễn Thị Lan")
    clerk.press(page.get_by_test_id("stFormSubmitButton").get_by_role("button"))
    expect(page.get_by_text("Đã xuất bản thành bản dữ liệu 2020w")).to_be_visible()
    opened(page, f"{server.url}/decisions?doc=421-qd-ubnd-2020")
    told = "Phụ lục 1, dòng 1 của văn bản (bản quét, trang 2)"
    expect(page.locator("body")).to_contain_text(told)
    expect(page.locator("body")).to_contain_text("Ký: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH")
