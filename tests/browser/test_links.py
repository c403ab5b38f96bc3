"""The link is the promise: what a browser shows for a link, and what a click makes of it."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, Visitor

pytestmark = pytest.mark.browser


def heading(page: Page, level: int = 1):
    return page.get_by_role("heading", level=level)


def opened(page: Page, url: str) -> str:
    """Open a link, wait until the page has run to its last line, and return its title."""
    page.goto(url)
    return settled(page)


def settled(page: Page) -> str:
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    return heading(page).first.inner_text()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.evaluate("location.href")).query)


def click_sector(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name} ")).click()


def comes_to(page: Page, **expected: list[str]) -> None:
    """Wait until the address bar says this, beside the release."""
    for key, values in expected.items():
        for value in values:
            expect(page).to_have_url(re.compile(rf"[?&]{key}={re.escape(value)}(&|$)"))
    assert {key: values for key, values in query(page).items() if key != "release"} == expected


def test_a_deep_link_is_the_first_request_of_a_cold_server(
    start: Callable[..., Server], visitor: Visitor
) -> None:
    cold = start()
    page = visitor()
    title = opened(page, f"{cold.url}/rural_roads")
    assert "10.000 triệu đồng" in title
    expect(page.get_by_role("link", name="Tổng quan")).to_be_visible()
    assert re.fullmatch(r"2020w10-[0-9a-f]{8}", query(page)["release"][0])


def test_the_first_entry_of_the_history_is_the_pinned_link(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    page.goto("about:blank")
    opened(page, server.url)
    assert "release" in query(page)
    page.go_back()
    assert page.url == "about:blank"


def test_a_filter_changes_numbers_and_link_and_the_link_shows_the_same_elsewhere(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/decisions")
    click_sector(page, "Y tế")
    expect(heading(page).first).to_have_text(re.compile("^1 văn bản"))
    comes_to(page, sector=["health"])
    rows = page.get_by_role("table").inner_text()
    other = visitor()
    opened(other, page.evaluate("location.href"))
    assert other.get_by_role("table").inner_text() == rows
    assert "371/QĐ-UBND" in rows


def test_two_filters_and_the_way_back(server: Server, visitor: Visitor) -> None:
    page = visitor()
    whole = opened(page, f"{server.url}/decisions")
    click_sector(page, "Y tế")
    expect(heading(page).first).to_have_text(re.compile("^1 văn bản"))
    one = settled(page)
    comes_to(page, sector=["health"])
    click_sector(page, "Giáo dục")
    expect(heading(page).first).to_have_text(re.compile("^2 văn bản"))
    comes_to(page, sector=["education", "health"])
    page.go_back()
    expect(heading(page).first).to_have_text(one)
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(2)
    page.go_back()
    expect(heading(page).first).to_have_text(whole)
    page.go_forward()
    expect(heading(page).first).to_have_text(one)
    comes_to(page, sector=["health"])


def test_menu_share_and_language_hold_the_filter_just_clicked(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/decisions")
    click_sector(page, "Y tế")
    comes_to(page, sector=["health"])
    english = page.get_by_role("link", name="English")
    expect(english).to_have_attribute("href", re.compile("sector=health"))
    menu = page.get_by_role("navigation").get_by_role("link", name="Tổng quan")
    expect(menu).to_have_attribute("href", re.compile("sector=health"))
    page.get_by_role("button", name="Chia sẻ").click()
    expect(page.get_by_test_id("stCode").first).to_contain_text("sector=health")


def test_a_filter_of_the_popover_that_was_taken_off_stays_off(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/decisions")
    page.get_by_role("button", name="Lọc", exact=True).click()
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name=re.compile("^Kế hoạch")).click()
    expect(page).to_have_url(re.compile("kind=KH"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(heading(page).first).to_have_text(re.compile("^2 văn bản"))
    page.get_by_role("link", name="Kế hoạch").click()
    expect(heading(page).first).to_have_text(re.compile("^8 văn bản"))
    click_sector(page, "Y tế")
    expect(heading(page).first).to_have_text(re.compile("^1 văn bản"))
    comes_to(page, sector=["health"])


def test_an_address_that_is_no_page_says_so(server: Server, visitor: Visitor) -> None:
    page = visitor()
    answer = page.goto(f"{server.url}/nowhere")
    assert answer is not None
    assert answer.status == 404
    expect(heading(page).first).to_have_text("Không có trang này")


def test_filters_follow_from_page_to_page_and_back(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, f"{server.url}/?sector=transport")
    page.get_by_role("navigation").get_by_role("link", name="Chỉ tiêu cao đẳng").first.click()
    expect(heading(page).first).to_have_text(re.compile("1.340 chỉ tiêu"))
    comes_to(page, sector=["transport"])
    page.get_by_role("navigation").get_by_role("link", name="Văn bản", exact=True).click()
    expect(heading(page).first).to_have_text(re.compile("^1 văn bản"))
    page.go_back()
    expect(heading(page).first).to_have_text(re.compile("1.340 chỉ tiêu"))


def test_a_link_is_one_entry_in_the_history_and_loads_nothing_anew(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    first = opened(page, f"{server.url}/?status=decided")
    held = page.evaluate("window.stayed = history.length")
    menu = page.get_by_role("navigation")
    menu.get_by_role("link", name="Năng lượng").click()
    expect(menu.locator("[aria-current=page]")).to_have_text("Năng lượng")
    second = settled(page)
    page.get_by_role("link", name="Đã quyết định").click()  # the filter is taken off
    expect(page).not_to_have_url(re.compile("status"))
    settled(page)
    assert page.evaluate("history.length") == held + 2
    page.go_back()
    expect(page).to_have_url(re.compile("energy_targets.*status=decided"))
    assert settled(page) == second
    page.go_back()
    expect(heading(page).first).to_have_text(first)
    assert page.evaluate("window.stayed") == held


def test_links_clicked_one_after_the_other_lead_to_the_last(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, server.url)
    menu = page.get_by_role("navigation")
    for name in ("Đường nông thôn", "Cán bộ cấp xã", "Văn bản"):
        menu.get_by_role("link", name=name, exact=True).click()
    expect(heading(page).first).to_have_text(re.compile("^8 văn bản trong bản"))
    settled(page)
    assert urlsplit(page.evaluate("location.href")).path == "/decisions"


def test_a_link_opens_beside_the_page_where_the_reader_asks_for_it(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    title = opened(page, f"{server.url}/covid")
    link = page.get_by_role("navigation").get_by_role("link", name="Năng lượng")
    with page.context.expect_page() as beside:
        link.click(modifiers=["ControlOrMeta"])
    expect(heading(beside.value).first).to_have_text(re.compile("^Phấn đấu đến 2025"))
    assert heading(page).first.inner_text() == title


def test_a_link_made_in_vietnamese_opens_to_the_same_view_in_english(
    server: Server, visitor: Visitor
) -> None:
    page = visitor(lang="vi")
    opened(page, f"{server.url}/decisions?status=proposed")
    link = page.evaluate("location.href")
    reader = visitor(lang="en")
    assert opened(reader, link) == "1 document passes the filters"
    assert reader.evaluate("location.href") == link
    expect(reader.get_by_role("table")).to_contain_text("1270/UBND-KTTH")
    assert reader.evaluate("document.documentElement.lang") == "en"


def test_the_language_asked_for_is_remembered_and_never_pinned(
    server: Server, visitor: Visitor
) -> None:
    page = visitor(lang="vi")
    opened(page, f"{server.url}/energy_targets")
    page.get_by_role("link", name="English").click()
    expect(heading(page).first).to_have_text(re.compile("^The aim by 2025"))
    assert "lang" not in query(page)
    page.reload()
    expect(heading(page).first).to_have_text(re.compile("^The aim by 2025"))


def test_search_finds_words_typed_without_marks_and_is_in_the_link(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/decisions")
    box = page.get_by_role("searchbox").or_(page.get_by_placeholder("số hoặc từ")).first
    box.fill("duong nong thon")
    box.press("Enter")
    expect(heading(page).first).to_have_text(re.compile("^1 văn bản"))
    expect(page.get_by_role("table")).to_contain_text("381/QĐ-UBND")
    expect(page).to_have_url(re.compile("q=duong"))
    assert query(page)["q"] == ["duong nong thon"]


def test_a_filter_is_taken_off_by_its_own_link(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, f"{server.url}/decisions?sector=health&status=decided")
    page.get_by_role("link", name="Y tế, phòng chống dịch").click()
    expect(heading(page).first).to_have_text(re.compile("^4 văn bản"))
    expect(page).not_to_have_url(re.compile("sector"))
    comes_to(page, status=["decided"])


def test_what_a_link_cannot_mean_is_named_and_never_widens(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/decisions?sector=no_such&colour=red&from=2020-13-45")
    expect(page.get_by_role("status").first).to_contain_text("no_such")
    expect(page.get_by_role("status").first).to_contain_text("colour")
    expect(page.get_by_role("status").first).to_contain_text("2020-13-45")
    expect(heading(page).first).to_have_text(re.compile("^0 văn bản"))
    expect(page).not_to_have_url(re.compile("colour"))
    assert query(page)["sector"] == ["no_such"]
    assert query(page)["from"] == ["2020-13-45"]


def test_an_unknown_release_shows_no_data_and_ways_on(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, f"{server.url}/rural_roads?release=2019w01-deadbeef")
    expect(heading(page).first).to_have_text("Không có bản dữ liệu này ở đây")
    expect(page.locator("body")).not_to_contain_text("10.000 triệu đồng")
    expect(page.get_by_test_id("stCode")).to_contain_text("release=2019w01-deadbeef")
    page.get_by_role("link", name="Mở bản mới nhất").click()
    expect(heading(page).first).to_have_text(re.compile("10.000 triệu đồng"))


def test_a_cut_release_is_asked_about(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, server.url)
    whole = query(page)["release"][0]
    opened(page, f"{server.url}/energy_targets?release={whole[:-2]}")
    page.get_by_role("link", name=f"Mở bản {whole}").click()
    expect(heading(page).first).to_have_text(re.compile("^Phấn đấu đến 2025"))
    expect(page).to_have_url(re.compile(f"release={whole}"))


def test_the_floating_link_opens_the_newest_release_pinned(
    server: Server, visitor: Visitor
) -> None:
    page = visitor()
    opened(page, f"{server.url}/?release=latest")
    assert query(page)["release"][0].startswith("2020w10-")


def test_a_renamed_page_opens_under_its_new_name(server: Server, visitor: Visitor) -> None:
    page = visitor()
    title = opened(page, f"{server.url}/border_labour")
    assert title.startswith("2 phương án chờ ý kiến")
    assert urlsplit(page.url).path == "/border_labor"
