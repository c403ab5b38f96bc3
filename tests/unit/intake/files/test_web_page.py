"""A web page is read as a browser shows it, and what is left out is told."""

import pytest

from lsdash.intake.files import received
from lsdash.intake.files.left_out import Left
from lsdash.intake.files.received import Received

BODY = "<h1>Tin tuần</h1><p>Quyết định số 71/QĐ-UBND ngày 10/3/2020 về đường thôn.</p>"
SHOWN = "Tin tuần\n\nQuyết định số 71/QĐ-UBND ngày 10/3/2020 về đường thôn."


def read(page: str) -> Received:
    return received.read(f"<html><body>{page}</body></html>".encode(), "tin.html")


@pytest.mark.parametrize(
    "around",
    [
        "<form id='aspnetForm'>{}</form>",
        "<form><table><tr><td>{}</td></tr></table></form>",
        "<form><div><form>{}</form></div></form>",
        "<aside>{}</aside>",
        "<div role='complementary'>{}</div>",
        "<footer>{}</footer>",
    ],
)
def test_a_body_is_read_in_whatever_it_stands(around: str) -> None:
    assert read(around.format(BODY)).text == SHOWN


def test_a_small_form_beside_the_text_is_not_read_and_told() -> None:
    found = read(f"{BODY}<form>Tìm 77 <input value='9'><button>Gửi</button></form>")
    assert found.text == SHOWN
    assert [(each.what, each.text) for each in found.left_out] == [(Left.AROUND, "Tìm 77")]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("71/QĐ-UBND<sup>1</sup> về", "71/QĐ-UBND về"),
        ("71/QĐ-UBND<sup><a href='#n'>[1]</a></sup> về", "71/QĐ-UBND về"),
        ("đạt 64<span style='vertical-align: super'>2</span>%", "đạt 64%"),
        ("rộng 12 m<sup>2</sup>", "rộng 12 m2"),
        ("có 5 × 10<sup>6</sup> con", "có 5 × 10⁶ con"),
        ("chi <s>30</s> 40 tỷ", "chi 40 tỷ"),
        ("chi <del>30</del><ins>40</ins> tỷ", "chi 40 tỷ"),
        ("chi <span style='text-decoration: line-through'>30</span> 40 tỷ", "chi 40 tỷ"),
        ("chi 40 tỷ<span style='display:none'> hoặc 90 tỷ</span>", "chi 40 tỷ"),
        ("chi 40 tỷ<span style='visibility: hidden'> hoặc 90 tỷ</span>", "chi 40 tỷ"),
        ("đạt <font face='Symbol'>³</font> 40%", "đạt ≥ 40%"),
        ("đạt <span style='font-family:Symbol'>\uf0a3</span> 40%", "đạt ≤ 40%"),
        ("chi <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> tỷ", "chi 1/2 tỷ"),
    ],
)
def test_a_sentence_reads_as_the_browser_shows_it(inside: str, shown: str) -> None:
    assert read(f"<p>Đây là {inside}</p>").text == f"Đây là {shown}"


def test_lines_of_a_signature_in_a_cell_stay_apart() -> None:
    signed = "<td><b>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br><br>Lê Văn Thử</b></td>"
    found = read(f"<table><tr><td>Nơi nhận:<br>- Lưu: VT.</td>{signed}</tr></table>")
    assert [line for line in found.text.split("\n") if line] == [
        *("Nơi nhận:", "- Lưu: VT."),
        *("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Thử"),
    ]


def test_words_that_the_style_sheet_hides_are_told_and_not_read() -> None:
    sheet = "p.a, .b{color:red} .gone , .x{display:none} @media print{.c{top:0} .b{display:none}}"
    words = "<span class='b gone'> 30 tỷ</span><span class=b> 40 tỷ</span>"
    found = read(f"<style>{sheet}</style><p>chi{words}</p><div class=gone>Mục lục</div>")
    assert found.text == "chi 40 tỷ\n\nMục lục"
    assert [(each.what, each.text) for each in found.left_out] == [(Left.HIDDEN, "30 tỷ")]


def test_struck_and_hidden_text_is_told() -> None:
    found = read("<p>chi <s>30 tỷ</s> 40 tỷ</p><p hidden>mật 9</p>")
    assert [(each.what, each.text) for each in found.left_out] == [
        (Left.STRUCK, "30 tỷ"),
        (Left.HIDDEN, "mật 9"),
    ]


def test_columns_stay_under_each_other_where_cells_are_merged_or_empty() -> None:
    rows = (
        "<tr><th>TT</th><th>Tên</th><th>Số</th></tr>"
        "<tr><td rowspan=2>1</td><td>Xã A</td><td>500</td></tr>"
        "<tr><td>Xã B</td><td></td></tr>"
        "<tr><td colspan=2>Tổng</td><td>500</td></tr>"
        "<tr><td hidden>7</td><td>Xã C</td><td>8</td></tr>"
    )
    assert read(f"<table>{rows}</table>").text.split("\n\n") == [
        "TT | Tên | Số",
        "1 | Xã A | 500",
        "| Xã B |",
        "Tổng | | 500",
        "Xã C | 8",
    ]


def test_a_browsers_own_numbers_and_headings_over_two_lines() -> None:
    page = "<h2>Sửa cầu<br>Nà Lầu</h2><ol start=3><li>ba</li><li>bốn</li></ol><ul><li>c</li></ul>"
    assert read(page).text == "Sửa cầu Nà Lầu\n\n3. ba\n\n4. bốn\n\nc"


def test_what_stands_beside_the_marked_content_is_told() -> None:
    found = read(f"<div>Quảng cáo 5</div><main>{BODY}</main>")
    assert found.text == SHOWN
    assert [(each.what, each.text) for each in found.left_out] == [(Left.AROUND, "Quảng cáo 5")]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup><a href='#n1'>1</a></sup>", "<ol><li id='n1'>Gồm 8 tỷ <a href='#b'>↩</a></li></ol>"),
        (
            "<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a>",
            "<div><p><a href='#_ftnref1' name='_ftn1'><sup>[1]</sup></a> Gồm 8 tỷ</p></div>",
        ),
    ],
)
def test_a_note_is_read_after_the_paragraph_that_leads_to_it(mark: str, note: str) -> None:
    found = read(f"<p>Chi 20 tỷ{mark} năm nay.</p><p>Sau.</p>{note}")
    assert found.text == "Chi 20 tỷ năm nay.\n\nGhi chú: Gồm 8 tỷ\n\nSau."
