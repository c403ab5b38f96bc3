"""What readers see: every page in both languages, on paper, phone and projector."""

import re
from urllib.parse import urlsplit

import pypdfium2
import pytest
from playwright.sync_api import expect

from lsdash.view import PAGES
from lsdash.web.frame import words
from tests.browser.conftest import Server, Visitor, assert_fits_a_phone, serious_barriers, until
from tests.browser.test_links import heading, opened, query, settled

pytestmark = pytest.mark.browser
VIEWS = [
    *PAGES,
    "border_labor?show=planner",
    "border_trade?day=2020-04-13&trucks=cleared",
    "decisions?doc=39-kh-ubnd-2020",
]
"""Every page, and views of one that look quite different."""


def path(page_name: str) -> str:
    return "/" if page_name == "overview" else f"/{page_name}"


@pytest.mark.parametrize(("lang", "theme"), [("vi", "light"), ("en", "dark")])
@pytest.mark.parametrize("page_name", VIEWS)
def test_a_page_asks_no_other_host_has_no_serious_barrier_and_fits_a_phone(
    server: Server, visitor: Visitor, page_name: str, lang: str, theme: str
) -> None:
    page = visitor(lang=lang, theme=theme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    opened(page, server.url + path(page_name))
    host = server.url.removeprefix("http://")
    own = re.compile(rf"(http|ws)://{re.escape(host)}/|data:|blob:")
    assert [url for url in asked if not own.match(url)] == []
    assert [text for text in refused if "Content Security Policy" in text] == []
    assert serious_barriers(page) == []
    assert_fits_a_phone(page)


def test_a_click_on_a_bar_opens_its_source(server: Server, visitor: Visitor) -> None:
    page = visitor()
    opened(page, f"{server.url}/rural_roads")
    bar = page.locator(".js-plotly-plot .point").first
    bar.wait_for()
    box = bar.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(heading(page).first).to_have_text(re.compile("^381/QĐ-UBND"))
    assert query(page)["fact"] == ["road-arrears-materials"]
    expect(page.locator("body")).to_contain_text("7.917 triệu đồng")
    page.go_back()
    expect(heading(page).first).to_have_text(re.compile("^10.000 triệu đồng"))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_bar_of_each_drawing_of_the_gates_opens_its_source(
    server: Server, visitor: Visitor, lang: str
) -> None:
    """One after the other on the same page: a drawing keeps its last choice, and none wins back."""
    page = visitor(lang=lang)
    opened(page, f"{server.url}/border_trade")
    for drawing in ("strip", "waiting", "long", "trade_value-12-0", "trade_value_declared-12-0"):
        bar = page.locator(f".st-key-chart-{drawing} .js-plotly-plot .point").first
        bar.scroll_into_view_if_needed()
        bar.wait_for()
        before = query(page).get("fact")
        bar.click(force=True)
        until(
            page,
            "before => new URL(location.href).searchParams.get('fact') !== before",
            before[0] if before else None,
        )
        settled(page)
        chosen = page.locator(f".st-key-chosen-{drawing}")
        expect(chosen.get_by_role("link")).to_have_attribute("href", re.compile("^https?://"))
        assert re.fullmatch(r"OBS\d+|EV\d+", query(page)["fact"][0])


def test_the_strip_map_asks_no_other_host_lies_across_and_stands_upright_on_a_phone(
    server: Server, visitor: Visitor
) -> None:
    host = server.url.removeprefix("http://")
    for width, shown, other in (
        (1440, "strip", "strip-upright"),
        (390, "strip-upright", "strip"),
    ):
        page = visitor(width=width)
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        opened(page, f"{server.url}/border_labor?show=gates")
        assert urlsplit(page.url).path == "/border_trade"
        drawn = page.locator(f".st-key-chart-{shown} .js-plotly-plot .point")
        expect(drawn.first).to_be_visible()
        expect(page.locator(f".st-key-drawn-{other}")).to_be_hidden()
        row = page.get_by_role("slider")
        row.focus()
        row.press("End")
        until(page, "new URL(location.href).searchParams.get('day') === '2020-05-13'")
        settled(page)
        expect(heading(page).first).to_contain_text("13/05/2020")
        own = re.compile(rf"(http|ws)://{re.escape(host)}/|data:|blob:")
        assert [url for url in asked if not own.match(url)] == []


def test_a_phone_shows_the_columns_names_before_the_cells(server: Server, visitor: Visitor) -> None:
    page = visitor(width=390)
    opened(page, f"{server.url}/border_labor")
    cell = page.locator("[data-table=compared] td:nth-child(2)").first
    assert cell.get_attribute("data-head") == "Phương án 1"
    before = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert before in ('"Phương án 1: "', '"Phương án 1" ": "', 'attr(data-head) ": "')


def test_the_table_leads_to_the_figure_in_its_document(server: Server, visitor: Visitor) -> None:
    page = visitor(lang="en")
    opened(page, f"{server.url}/energy_targets")
    link = page.get_by_role("row", name=re.compile("6.00–6.50%")).get_by_role("link")
    href = link.get_attribute("href")
    assert href
    opened(page, server.url + href)
    expect(heading(page).first).to_have_text(re.compile("^389/QĐ-UBND"))
    expect(page.locator("body")).to_contain_text("printed as “(6,00 ÷ 6,50) %”")


def test_a_document_that_is_not_there_is_named(server: Server, visitor: Visitor) -> None:
    page = visitor()
    page.goto(f"{server.url}/decisions?doc=1-qd-ubnd-1999")
    expect(page.get_by_role("status").first).to_contain_text("1-qd-ubnd-1999")


def test_markup_in_a_link_is_shown_as_text(server: Server, visitor: Visitor) -> None:
    page = visitor()
    page.goto(f"{server.url}/decisions?sector=%3Cimg%20src%3Dx%3E&q=%5Bx%5D(javascript:alert(1))")
    settled(page)
    expect(page.get_by_role("status").first).to_contain_text("<img src=x>")
    assert page.locator("img[src=x]").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0


ALL_THAT_IS_SAID = """() => [...document.querySelectorAll("body *")].flatMap((element) => [
  ...["aria-label", "aria-valuetext", "placeholder", "title"]
    .map((its) => element.getAttribute(its)),
  ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
]).filter(Boolean).map((said) => said.trim())"""


def test_streamlit_speaks_the_readers_language(server: Server, visitor: Visitor) -> None:
    page = visitor()
    page.goto(f"{server.url}/decisions?week=2020-w10")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_have_count(1)
    page.locator(".st-key-more button").first.click()
    day = page.get_by_test_id("stDateInput").first
    expect(day.get_by_role("spinbutton", name="ngày, Ký từ ngày")).to_have_count(1)
    day.get_by_role("button", name="Chọn ngày").click()
    expect(page.get_by_role("button", name="Tháng trước")).to_be_visible()
    told = page.evaluate(ALL_THAT_IS_SAID)
    page.goto(f"{server.url}/commune_staff")
    page.get_by_text("Cả một danh sách").click()
    expect(page.get_by_role("button", name="Chọn tệp").first).to_be_attached()
    page.locator(".st-key-share button").click()
    expect(page.get_by_role("button", name="Đóng", exact=True)).to_be_visible()
    told += page.evaluate(ALL_THAT_IS_SAID)
    assert {*told} & {*words.of_streamlit("vi")} == set()


@pytest.mark.parametrize(
    ("page_name", "width", "on_one_page"),
    [
        ("energy_targets", 1440, ("Thay thế, bảo đảm", "15–20%", "30–50%", "Cơ sở tiêu thụ")),
        ("college_quotas", 390, ("510 chỉ tiêu", "38,1% của tổng", "510 + 430 + 400")),
    ],
)
def test_a_browser_prints_charts_whole_and_light(
    server: Server, visitor: Visitor, page_name: str, width: int, on_one_page: tuple[str, ...]
) -> None:
    page = visitor(width=width, theme="dark")
    opened(page, f"{server.url}/{page_name}?week=2020-w10")
    for drawn in page.get_by_test_id("stPlotlyChart").all():
        drawn.locator(".main-svg").first.wait_for()
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4"))
    for sheet in sheets:
        pixels = sheet.render(scale=0.2).to_pil().convert("L")
        assert pixels.getpixel((2, 2)) == 255
        assert sum(pixels.histogram()[160:]) > 0.7 * pixels.width * pixels.height, "light"
    told = [squeezed(sheet.get_textpage().get_text_bounded()) for sheet in sheets]
    assert any(all(squeezed(words) in each for words in on_one_page) for each in told)
    assert page.locator("svg[viewBox] .cartesianlayer").count() == 0, "the screen is as it was"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
