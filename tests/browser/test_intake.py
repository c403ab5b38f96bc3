"""From a bulletin's text to a release that readers see, in a real browser."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lsdash.records import load
from tests.browser.conftest import (
    ROOT,
    Server,
    Visitor,
    assert_fits_a_phone,
    serious_barriers,
)
from tests.browser.test_links import heading, opened, query, settled
from tests.conftest import week_alone

pytestmark = pytest.mark.browser

HERE_ALONE = ("--server.address", "127.0.0.1")
BULLETIN = """
Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)

Hỗ trợ trồng cây ven đường tỉnh là những nội dung chính trong chỉ đạo điều hành nổi bật tuần qua \
của UBND tỉnh.

Hỗ trợ trồng cây ven đường tỉnh

UBND tỉnh vừa ban hành Quyết định (số 431/QĐ-UBND ngày 10/3/2020) hỗ trợ trồng cây ven đường tỉnh.

Theo đó, phân bổ 900 triệu đồng để trồng cây, trong đó: mua cây giống 600 triệu đồng; \
tiền công trồng 300 triệu đồng.
"""
"""Invented: no such decision was ever made."""

CORRECTED = """
Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 02/3 đến ngày 08/3/2020)

Giao chỉ tiêu cho trường nghề là những nội dung chính trong chỉ đạo điều hành nổi bật tuần qua \
của UBND tỉnh.

Giao chỉ tiêu cho trường nghề

UBND tỉnh vừa ban hành Quyết định (số 380/QĐ-UBND ngày 04/3/2020) giao chỉ tiêu cho trường nghề.

Theo đó, trường nghề của tỉnh được giao 511 chỉ tiêu.
"""
"""Invented: another number of places for a college of the shipped record."""


AMENDING = ROOT / "tests" / "fixtures" / "bulletins" / "amending.txt"
"""Invented: it amends, corrects, asks and sets aims."""


@pytest.fixture(scope="module")
def office(
    start: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Server, Path]:
    """A server that listens on this machine alone, on records of its own."""
    records = week_alone(tmp_path_factory.mktemp("office"))
    return start(records, HERE_ALONE, own={"LSDASH_INTAKE": "here"}), records


def brought(page: Page, server: Server, text: str) -> None:
    opened(page, f"{server.url}/intake")
    page.get_by_label("Dán nội dung bản tin").fill(text)
    page.get_by_role("button", name="Đọc bản tin").click()


def write(page: Page, label: str, text: str, at: int = 0) -> None:
    """Fill the field and leave it, as an editor does, and wait until it is kept."""
    field = page.get_by_label(label, exact=True).nth(at)
    field.fill(text)
    field.press("Tab")
    settled(page)


def sheet(page: Page, name: str) -> None:
    page.locator(".st-key-intake-sheets").get_by_role("link", name=name).click()
    settled(page)


def tick_titles(page: Page, told: str) -> None:
    """Say of every title of the preview, which tells this, that it was looked at."""
    expect(page.locator(".st-key-intake-preview")).to_contain_text(told)
    expect(page.get_by_label("Người duyệt")).to_have_count(0)
    boxes = page.locator(".st-key-intake-titles").get_by_test_id("stCheckbox")
    expect(boxes.first).to_be_visible()
    settled(page)
    for at in range(boxes.count()):
        boxes.nth(at).locator("label").click()
        expect(boxes.nth(at).locator("input")).to_be_checked()
        settled(page)


def signed(page: Page) -> None:
    """Publish under a name."""
    page.get_by_label("Người duyệt").fill("Nguyễn Thị Lan")
    page.get_by_test_id("stFormSubmitButton").get_by_role("button").click()


def test_a_week_goes_from_its_text_to_the_readers(
    office: tuple[Server, Path], visitor: Visitor
) -> None:
    server, records = office
    reader = visitor()
    before = opened(reader, f"{server.url}/decisions")
    old_link = reader.evaluate("location.href")

    page = visitor()
    brought(page, server, BULLETIN)
    expect(page).to_have_url(re.compile("draft=[0-9a-f]{8}"))
    settled(page)
    draft = page.evaluate("location.href")
    expect(page.get_by_label("Tên bản tin")).to_have_value(re.compile("^Chỉ đạo, điều hành"))
    sheet(page, "Xuất bản")
    expect(page.get_by_role("heading", name="Còn phải làm")).to_be_visible()
    expect(page.get_by_label("Người duyệt")).to_have_count(0)

    sheet(page, "431/QĐ-UBND")
    expect(page.locator(".st-key-intake-text")).to_contain_text("1? 900 triệu đồng")
    expect(
        page.get_by_text("600 triệu đồng + 300 triệu đồng = 900 triệu đồng: khớp")
    ).to_be_visible()
    write(page, "Tên văn bản, tiếng Anh", "Planting trees along provincial roads")
    write(page, "Tên ngắn, 2–4 từ, tiếng Việt", "Cây ven đường")
    write(page, "Tên ngắn, 2–4 từ, tiếng Anh", "Roadside trees")
    write(page, "Tóm tắt, tiếng Việt", "Cấp tiền trồng cây (bịa để kiểm thử).")
    write(page, "Tóm tắt, tiếng Anh", "Money to plant trees (invented for a test).")
    for at, (vi, en) in enumerate(
        [("Tổng số tiền", "All of the money"), ("Cây giống", "Saplings"), ("Tiền công", "Wages")]
    ):
        write(page, "Số liệu về cái gì, tiếng Việt", vi, at)
        write(page, "Số liệu về cái gì, tiếng Anh", en, at)
        page.get_by_role("radio", name="Đúng").nth(at).click()
        expect(page.get_by_text(f"đã xem {at + 1}/3 số liệu")).to_be_visible()
        settled(page)

    page.reload()
    settled(page)
    expect(page.get_by_label("Tên ngắn, 2–4 từ, tiếng Anh")).to_have_value("Roadside trees")
    sheet(page, "Xuất bản")
    tick_titles(page, "1 văn bản trong tuần")
    page.get_by_label("Ghi chú của lần xuất bản").fill("tuần bịa")
    signed(page)
    expect(page.get_by_text("Đã xuất bản thành bản dữ liệu 2020w11-")).to_be_visible()
    page.get_by_role("link", name="Xem tổng quan của bản dữ liệu mới").click()
    expect(heading(page).first).to_have_text(re.compile("^1 văn bản trong tuần 09/03–15/03/2020"))
    expect(page.locator("body")).to_contain_text("431/QĐ-UBND")
    assert (records / "2020-w11.yaml").exists()

    assert opened(reader, old_link) == before
    assert reader.evaluate("location.href") == old_link
    expect(reader.get_by_text("Bản mới nhất là")).to_be_visible()
    newcomer = visitor()
    assert opened(newcomer, f"{server.url}/decisions").startswith("9 văn bản")
    opened(newcomer, f"{server.url}/decisions?doc=431-qd-ubnd-2020&fact=saplings")
    source = newcomer.locator(".st-key-source-text")
    expect(source).to_contain_text("mua cây giống 600 triệu đồng")
    expect(source.locator("strong")).to_have_text([f"{n}00 triệu đồng" for n in (9, 6, 3)])
    opened(page, draft)
    sheet(page, "Xuất bản")
    expect(page.get_by_text("Hồ sơ không đổi gì so với lần xuất bản trước.")).to_be_visible()


def test_a_week_on_record_is_corrected_and_keeps_what_the_text_lacks(
    office: tuple[Server, Path], visitor: Visitor
) -> None:
    server, records = office
    record = load.load(records / "2020-w10.yaml")[1]
    page = visitor()
    page.set_viewport_size({"width": 1440, "height": 2600})  # a list shuts when the page scrolls
    brought(page, server, CORRECTED)
    expect(page).to_have_url(re.compile("draft=[0-9a-f]{8}"))
    settled(page)
    expect(page.get_by_text("Văn bản trong hồ sơ mà bản nháp không có")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Lao động biên giới")).to_be_checked()
    sheet(page, "380/QĐ-UBND")
    expect(page.get_by_label("Tên ngắn, 2–4 từ, tiếng Anh")).to_have_value("College quotas")
    expect(page.locator(".st-key-intake-at-hand")).to_contain_text("511 chỉ tiêu")
    page.keyboard.press("1")
    expect(page.get_by_text("Đã xem hết 1 số liệu của văn bản này.")).to_be_visible()
    settled(page)
    page.get_by_role("combobox", name="Là số liệu nào đã công bố").click()
    page.get_by_role("option", name="Cao đẳng Nghề Lạng Sơn: 510 chỉ tiêu").click()
    expect(page.get_by_text("Đã công bố: 510 chỉ tiêu.")).to_be_visible()
    settled(page)
    subject = page.get_by_label("Số liệu về cái gì, tiếng Anh")
    expect(subject).to_have_value("Lạng Sơn Vocational College")
    sheet(page, "Xuất bản")
    expect(page.get_by_text("khác với số đã công bố; chưa ghi lý do sửa")).to_be_visible()
    sheet(page, "380/QĐ-UBND")
    write(page, "Lý do sửa, tiếng Việt", "Đính chính bịa để kiểm thử")
    write(page, "Lý do sửa, tiếng Anh", "Invented for a test")
    by = page.get_by_role("combobox", name="Văn bản đính chính con số này, nếu có")
    by.fill("389/QĐ-UBND")  # on record, signed on 6 March 2020
    by.press("Enter")
    expect(page.get_by_text("Ngày ký văn bản đính chính")).to_be_visible()
    settled(page)
    sheet(page, "Xuất bản")
    expect(page.get_by_text("380/QĐ-UBND: ")).to_contain_text("1 số liệu thay đổi")
    tick_titles(page, "8 văn bản trong tuần")
    signed(page)
    expect(page.get_by_text("Đã xuất bản thành bản dữ liệu")).to_be_visible()
    after = load.load(records / "2020-w10.yaml")[1]
    was, now = ({each.slug: each for each in week.decisions} for week in (record, after))
    assert [*was] == [*now]
    assert {slug for slug in was if was[slug] != now[slug]} == {"380-qd-ubnd-2020"}
    quotas = {fact.slug: fact for fact in now["380-qd-ubnd-2020"].facts}
    assert [*quotas] == [fact.slug for fact in was["380-qd-ubnd-2020"].facts]
    change = quotas["quota-vocational"].changes[-1]
    assert change.was is not None
    assert (change.kind, change.was.printed) == ("correction", "510 chỉ tiêu")
    assert (change.by, change.made_on) == ("389/QĐ-UBND", date(2020, 3, 6))
    opened(page, f"{server.url}/decisions?doc=380-qd-ubnd-2020")
    expect(page.locator("body")).to_contain_text("Đính chính bịa để kiểm thử")


def test_a_week_that_amends_another_is_read_beside_it(
    office: tuple[Server, Path], visitor: Visitor
) -> None:
    server, _ = office
    page = visitor()
    page.set_viewport_size({"width": 1440, "height": 2600})
    brought(page, server, AMENDING.read_text(encoding="utf-8"))
    expect(page).to_have_url(re.compile("draft=[0-9a-f]{8}"))
    settled(page)
    sheet(page, "452/QĐ-UBND")
    expect(page.get_by_label("Số liệu về cái gì, tiếng Anh").nth(1)).to_have_value(
        "Lạng Sơn Vocational College"
    )
    told = page.locator("body")
    expect(told).to_contain_text("một phần của tổng · trước đó 510 · thay cho 380/QĐ-UBND")
    expect(told).to_contain_text("Đã có trong dữ liệu: 380/QĐ-UBND, 04/03/2020")
    expect(page.get_by_label("Cơ quan chủ trì, tiếng Anh").last).to_have_value(
        "Department of Education and Training"
    )
    page.get_by_text("Vai trò, số trước đó, thời hạn, cơ quan").nth(1).click()
    role = page.get_by_role("combobox", name="Vai trò của con số").first
    expect(role).to_be_visible()
    settled(page)
    role.click()
    page.get_by_role("option", name="bắt buộc").click()
    expect(told).to_contain_text("bắt buộc · trước đó 510")
    settled(page)
    sheet(page, "1350/UBND-KGVX")
    expect(page.get_by_label("Gửi ai, tiếng Anh")).to_have_value("Ministry of Health")
    expect(page.get_by_label("Đếm cái gì, như in")).to_have_value("trạm")


@pytest.fixture(scope="module")
def draft(office: tuple[Server, Path], chromium: Browser) -> str:
    """The address of a draft that came as a file."""
    server, _ = office
    context = chromium.new_context(locale="vi-VN")
    page = context.new_page()
    opened(page, f"{server.url}/intake")
    file = {"name": "tuần 11.txt", "mimeType": "text/plain", "buffer": BULLETIN.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_text("tuần 11.txt")).to_be_visible()
    page.get_by_role("button", name="Đọc bản tin").click()
    expect(page).to_have_url(re.compile("draft=[0-9a-f]{8}"))
    address = page.evaluate("location.href")
    context.close()
    return str(address)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_sheet_of_the_review_fits_a_phone_and_has_no_serious_barrier(
    draft: str, visitor: Visitor, number: int, theme: str
) -> None:
    page = visitor(width=390, theme=theme, lang="en")
    opened(page, f"{draft}&sheet={number}")
    assert_fits_a_phone(page)
    assert serious_barriers(page) == []


def test_a_draft_thrown_away_is_gone_and_its_link_says_so(
    office: tuple[Server, Path], visitor: Visitor
) -> None:
    server, _ = office
    page = visitor()
    brought(page, server, BULLETIN)
    expect(page).to_have_url(re.compile("draft=[0-9a-f]{8}"))
    settled(page)
    address = page.evaluate("location.href")
    name = query(page)["draft"][0]
    opened(page, f"{server.url}/intake")
    card = page.locator(f".st-key-card-draft-{name}")
    card.get_by_role("button", name="Bỏ").click()
    page.get_by_role("button", name="Bỏ bản nháp").click()
    expect(card).to_have_count(0)
    opened(page, address)
    expect(page.get_by_role("status").first).to_contain_text(f"Không còn bản nháp “{name}”")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("   ", "không có chữ nào"),
        ("Hôm nay trời đẹp, mời bà con đi chợ phiên.", "không giống bản tin tuần"),
        ("Quyết định\u202e số 1", "đảo chiều chữ"),
    ],
)
def test_what_is_no_bulletin_is_refused_in_one_sentence(
    office: tuple[Server, Path], visitor: Visitor, text: str, said: str
) -> None:
    server, _ = office
    page = visitor()
    brought(page, server, text)
    expect(page.get_by_role("alert")).to_contain_text(said)
    assert "draft" not in query(page)


def test_a_server_for_many_keeps_its_intake_shut_and_out_of_the_menu(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    assert opened(page, f"{server.url}/intake") == "Chưa mở phần nhập bản tin"
    expect(page.get_by_text("--server.address localhost")).to_be_visible()
    expect(page.get_by_test_id("stTextArea")).to_have_count(0)
    expect(page.get_by_role("link", name="Nhập bản tin")).to_have_count(0)
