"""A PDF is read as its pages show it; pages that are pictures are told one by one.

Pages are set here from invented words.
"""

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst
from PIL import Image

from lsdash.errors import ScannedFileError
from lsdash.intake.files import received
from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.old_fonts.letters import OldFont
from lsdash.intake.files.received import Received

PAGE = '#set page(width: 12cm, height: 16cm, margin: 2cm)\n#set text(size: 11pt, lang: "vi")\n'
FIRST = "Ngày 10/3/2020, tỉnh ban hành Quyết định số 71/QĐ-UBND về việc sửa đường thôn Nà Lầu."
SECOND = "Ngày 11/3/2020, tỉnh ban hành Kế hoạch số 12/KH-UBND về trồng 9.000 cây keo ven đường."


def printed(source: str, folder: Path | None = None) -> bytes:
    if folder is None:
        return bytes(typst.compile((PAGE + source).encode()))
    (folder / "page.typ").write_text(PAGE + source, encoding="utf-8")
    return bytes(typst.compile(str(folder / "page.typ")))


def read(source: str) -> Received:
    return received.read(printed(source), "tin.pdf")


def paragraphs(found: Received) -> list[str]:
    return found.text.split("\n\n")


def turned(content: bytes, quarters: int) -> bytes:
    """The pages lying on their side, and shown upright all the same."""
    document = pdfium.PdfDocument(content)
    for page in document:
        page.set_rotation(90 * quarters % 360)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_paragraphs_stay_apart_on_a_turned_page(quarters: int) -> None:
    source = f"#rotate({90 * quarters}deg, reflow: true)[#box(width: 8cm)[{FIRST}\n\n{SECOND}]]"
    found = received.read(turned(printed(source), 4 - quarters), "tin.pdf")
    assert paragraphs(found) == [FIRST, SECOND]


def test_a_page_that_lies_on_its_side_is_read_from_above() -> None:
    source = f"#rotate(90deg, reflow: true)[#box(width: 8cm)[{FIRST}\n\n{SECOND}]]"
    assert paragraphs(read(source)) == [FIRST, SECOND]


def test_a_paragraph_of_a_column_is_one_below_a_title_over_both_columns() -> None:
    long = f"{FIRST[:-1]} {SECOND}"
    title = "Chỉ đạo, điều hành của Ủy ban nhân dân tỉnh"
    columns = f"#columns(2, gutter: 12pt)[{long}\n\n{FIRST}\n#colbreak()\n{long}]"
    found = read(f"#set page(width: 20cm)\n{title * 2}\n\n{columns}")
    assert paragraphs(found) == [title * 2, long, FIRST, long]


def test_a_paragraph_goes_on_over_a_page_and_the_next_one_begins_there() -> None:
    long = " ".join(f"Việc thứ {n} được giao cho các xã làm trong tháng này" for n in range(40))
    assert paragraphs(read(f"{long}\n\n{SECOND}")) == [long, SECOND]
    assert paragraphs(read(f"{FIRST}\n#pagebreak()\n{SECOND}")) == [FIRST, SECOND]


def test_a_heading_over_two_lines_is_one() -> None:
    heading = "Sửa chữa cầu thôn Nà Lầu xã Bắc Quỳnh và đường vào bản Vũ Lăng"
    assert paragraphs(read(f"*{heading}*\n\n{FIRST}")) == [heading, FIRST]
    middle = "#align(center)[*Sửa chữa cầu thôn* \\ *Nà Lầu xã Bắc Quỳnh mới*]"
    both = ["Sửa chữa cầu thôn Nà Lầu xã Bắc Quỳnh mới", FIRST]
    assert paragraphs(read(f"{middle}\n\n{FIRST}")) == both


def test_letters_set_wide_are_words() -> None:
    wide = "#text(tracking: 4pt)[QUYẾT ĐỊNH SỐ 71]"
    assert paragraphs(read(f"{wide}\n\n{FIRST}")) == ["QUYẾT ĐỊNH SỐ 71", FIRST]
    spaced = "S ử a#h(9pt)đ ư ờ n g#h(9pt)1 2 . 0 0 0#h(9pt)m é t"
    assert paragraphs(read(f"{spaced}\n\n{FIRST}")) == ["Sửa đường 12.000 mét", FIRST]


def test_rows_keep_their_columns_also_with_empty_cells() -> None:
    table = """#table(columns: (1cm, 4cm, 3cm), stroke: none, [TT], [Tên xã], [Số tiền],
      [1], [Xã Bắc Quỳnh], [1.500], [], [Xã Vũ Lăng], [700], [], [Tổng cộng], [2.200])"""
    assert paragraphs(read(f"{FIRST}\n{table}\n{SECOND}")) == [
        FIRST,
        "TT | Tên xã | Số tiền",
        "1 | Xã Bắc Quỳnh | 1.500",
        "| Xã Vũ Lăng | 700",
        "| Tổng cộng | 2.200",
        SECOND,
    ]


def test_a_total_alone_on_the_next_page_has_the_columns_of_its_table() -> None:
    table = """#table(columns: (1cm, 2.5cm, 2cm, 2cm), [TT], [Xã], [Số tiền], [Ghi chú],
      [], [Xã Tân Tri], [2.814], [đợt đầu], table.cell(colspan: 2)[Tổng cộng], [3.005], [])"""
    assert paragraphs(read(f"#v(10.5cm)\n{table}"))[-1] == "Tổng cộng | | 3.005 |"


def test_words_over_two_lines_stay_in_the_cell_that_lines_are_drawn_around() -> None:
    table = """#table(columns: (1cm, 2.2cm, 2.4cm, 2.4cm), [TT], [Tên xã], table.cell(colspan: 2)[Số
      tiền (triệu đồng)], [1], [Xã Bắc Quỳnh ở xa], [1.500], [700],
      table.cell(colspan: 2)[Tổng cộng], [1.500], [700])"""
    assert paragraphs(read(f"{FIRST}\n{table}\n{table}\n{SECOND}")) == [
        FIRST,
        *[
            "TT | Tên xã | Số tiền (triệu đồng) |",
            "1 | Xã Bắc Quỳnh ở xa | 1.500 | 700",
            "Tổng cộng | | 1.500 | 700",
        ]
        * 2,
        SECOND,
    ]


def test_a_line_of_a_head_or_a_signature_stands_by_itself() -> None:
    lines = ["Số: 71/QĐ-UBND", "Lạng Sơn, ngày 10 tháng 3 năm 2020", "TM. ỦY BAN NHÂN DÂN"]
    lines += ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phụ lục I"]
    assert paragraphs(read(f"#align(center)[{' #linebreak() '.join(lines)}]")) == lines
    broken = "Tỉnh ban hành Quyết định này thay thế các Quyết định số \\ 71/QĐ-UBND ngày 10/3/2020."
    assert paragraphs(read(broken)) == [broken.replace("\\ ", "")]


def test_a_stretched_line_is_no_row_of_a_table() -> None:
    found = read(f"#set par(justify: true)\n{FIRST} {SECOND} {FIRST}")
    assert paragraphs(found) == [f"{FIRST} {SECOND} {FIRST}"]


@pytest.mark.parametrize("is_drawn_so", ["true", "false"])
def test_raised_marks_of_notes_are_no_part_of_a_number(is_drawn_so: str) -> None:
    source = f"#set super(typographic: {is_drawn_so})\nĐã xong 64#super[2]% theo "
    source += "Quyết định số 71/QĐ-UBND"
    found = read(f"{source}#super[1] trên 12 m#super[2] mặt cầu.")
    assert found.text == "Đã xong 64% theo Quyết định số 71/QĐ-UBND trên 12 m2 mặt cầu."
    assert [each.what for each in found.left_out] == [Left.NOTE_MARK] * 2


def test_a_note_at_the_foot_stands_after_its_paragraph_also_where_that_goes_on() -> None:
    note = "Trong đó 700 triệu đồng của xã Vũ Lăng, theo Quyết định số 80/QĐ-UBND năm 2019."
    found = read(f"Kinh phí 900 triệu đồng#footnote[{note}] cho hai xã.\n\n{SECOND}")
    assert paragraphs(found) == [
        "Kinh phí 900 triệu đồng cho hai xã.", f"Ghi chú: {note}", SECOND
    ]  # fmt: skip
    long = " ".join(f"Việc thứ {n} được giao cho các xã làm trong tháng này" for n in range(40))
    found = read(f"Kinh phí#footnote[{note}] {long}\n\n{SECOND}")
    assert paragraphs(found) == [f"Kinh phí {long}", f"Ghi chú: {note}", SECOND]


def test_what_runs_along_every_page_is_told_and_parts_no_paragraph() -> None:
    source = '#set page(header: [Công báo số 12], numbering: "1 / 1")\n'
    long = " ".join(f"Việc thứ {n} được giao cho các xã làm trong tháng này" for n in range(60))
    found = read(source + long)
    assert paragraphs(found) == [long]
    assert [(each.what, each.text) for each in found.left_out] == [
        (Left.PAGE_HEADER, "Công báo số 12")
    ]


def test_sums_at_the_foot_of_pages_are_no_page_numbers() -> None:
    source = "".join(
        f"{FIRST}#v(1fr)Cộng trang: {amount} triệu đồng\n#pagebreak(weak: true)\n"
        for amount in (300, 450, 600)
    )
    found = read(source)
    assert [f"Cộng trang: {n} triệu đồng" in found.text for n in (300, 450, 600)] == [True] * 3


@pytest.mark.parametrize(
    "over", ["", "2", "#place(top)[CÔNG BÁO Số 12 Ngày 01-3-2020]", "#place(bottom)[Đã ký: A]"]
)
def test_a_scanned_page_is_told_whatever_number_or_stamp_it_bears(
    over: str, tmp_path: Path
) -> None:
    Image.new("L", (600, 800), 200).save(tmp_path / "scan.png")
    scan = '#place(image("scan.png", width: 8cm, height: 12cm))'
    source = f"{FIRST}\n#pagebreak()\n{scan}\n{over}\n#pagebreak()\n{SECOND}"
    with pytest.raises(ScannedFileError, match=r"page 2\)") as refused:
        received.read(printed(source, tmp_path), "tin.pdf")
    assert refused.value.pages == (2,)


def test_a_picture_beside_the_text_is_told(tmp_path: Path) -> None:
    Image.new("L", (60, 80), 200).save(tmp_path / "scan.png")
    source = f'{FIRST}\n\n#image("scan.png", width: 2cm)\n\n{SECOND}'
    found = received.read(printed(source, tmp_path), "tin.pdf")
    assert paragraphs(found) == [FIRST, SECOND]
    assert found.left_out == (LeftOut(Left.PAGE_PICTURE, "1"),)


def in_font(name: str, *lines: bytes) -> bytes:
    """A PDF of these lines as stored in a font that is named and not part of it."""
    text = b"".join(b"(%s) Tj T* " % line for line in lines)
    drawn = b"BT /F1 14 Tf 60 700 Td 18 TL %sET" % text
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding/WinAnsiEncoding/FirstChar 32"
        b"/LastChar 255/Widths[%s]>>" % (name.encode(), b"500 " * 224),
    ]
    written = b"%PDF-1.4\n"
    places: list[int] = []
    for number, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(written))
    )


def test_a_pdf_in_an_old_font_is_read_letter_by_letter() -> None:
    """Its ư is the place of the soft hyphen, for which a PDF says a hyphen."""
    stored = "Thñ t\u00adëng ChÝnh phñ, nh\u00ad", "sau: sè 5/Q§-", "UBND cña UBND tØnh"
    content = in_font("#2eVnTime", *(each.encode("latin-1") for each in stored))
    found = received.read(content, "tin.pdf")
    assert found.text == "Thủ tưởng Chính phủ, như sau: số 5/QĐ-UBND của UBND tỉnh"
    assert found.converted[0].font is OldFont.TCVN3
