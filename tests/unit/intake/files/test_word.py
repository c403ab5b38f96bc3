"""A Word file is read as its pages show it, and what is not read is told.

Each file is made here, of elements as Word writes them.
"""

import io
import re
import zipfile
from collections.abc import Iterable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from PIL import Image

from lsdash.errors import DamagedFileError, ScannedFileError
from lsdash.intake.files import received
from lsdash.intake.files import word as file
from lsdash.intake.files.left_out import Left
from lsdash.intake.files.office import pictures
from lsdash.intake.files.received import Received
from lsdash.intake.files.scanned.page import Page, Word

NAMES = (
    nsdecls("w", "r")
    + ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def run(text: str, look: str = "") -> str:
    settings = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{settings}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, settings: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{inside}</w:p>"


def cell(text: str, settings: str = "") -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*rows: Iterable[str]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in rows)}</w:tbl>"


def word(*blocks: str, **parts: str) -> bytes:
    """A Word file of these blocks; parts beside the body by name, `footnotes="<w:footnotes …"`."""
    document = docx.Document()
    body = document.element.body
    for each in parse_xml(f"<w:body {NAMES}>{''.join(blocks)}</w:body>"):
        body.insert(len(body) - 1, each)
    content = io.BytesIO()
    document.save(content)
    return with_parts(content.getvalue(), **parts)


def with_parts(content: bytes, **parts: str) -> bytes:
    """The file with these parts added, or in the place of its own."""
    own = zipfile.ZipFile(io.BytesIO(content))
    added = {f"word/{name}.xml": HEAD + xml for name, xml in parts.items()}
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as package:
        for name in own.namelist():
            if name not in added:
                package.writestr(name, own.read(name))
        for name, xml in added.items():
            package.writestr(name, xml.replace("NAMES", NAMES))
    return changed.getvalue()


def read(*blocks: str, **parts: str) -> Received:
    return received.read(word(*blocks, **parts), "tin.docx")


def left(found: Received) -> list[tuple[Left, str]]:
    return [(each.what, each.text) for each in found.left_out]


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize("sign", ["1", "12", "(2)", "3, 4", "[5]", "*", "ii"])
@pytest.mark.parametrize(("before", "after"), [("số 71/QĐ-UBND", " về đường"), ("đạt 64", "%")])
def test_a_raised_mark_of_a_note_is_no_part_of_a_number(before: str, sign: str, after: str) -> None:
    found = read(paragraph(run(before) + run(sign, RAISED) + run(after)))
    assert found.text == before + after
    assert left(found) == [(Left.NOTE_MARK, f"{before} {sign}")]


@pytest.mark.parametrize(
    ("before", "sign", "after", "shown"),
    [
        ("rộng 30 m", "2", ".", "rộng 30 m2."),
        ("chứa 3 km", "3", ".", "chứa 3 km3."),
        ("có 5 × 10", "6", " con", "có 5 × 10⁶ con"),
        ("lạnh 4", "o", "C", "lạnh 4°C"),
        ("lạnh 4", "0", "C", "lạnh 4°C"),
        ("lần thứ 2", "nd", "", "lần thứ 2nd"),
    ],
)
def test_a_power_a_degree_and_raised_words_are_read(
    before: str, sign: str, after: str, shown: str
) -> None:
    found = read(paragraph(run(before) + run(sign, RAISED) + run(after)))
    assert (found.text, found.left_out) == (shown, ())


@pytest.mark.parametrize(
    ("look", "what"),
    [
        ("<w:vanish/>", Left.HIDDEN),
        ("<w:strike/>", Left.STRUCK),
        ("<w:dstrike/>", Left.STRUCK),
    ],
)
def test_text_that_the_page_does_not_show_is_told_and_not_read(look: str, what: Left) -> None:
    found = read(paragraph(run("chi 30 ") + run("hoặc ", look) + run("70 ", look) + run("xã")))
    assert found.text == "chi 30 xã"
    assert left(found) == [(what, "hoặc 70")]


def test_a_switch_that_is_turned_off_hides_nothing() -> None:
    look = '<w:vanish w:val="0"/><w:strike w:val="false"/>'
    assert read(paragraph(run("chi 30 xã", look))).text == "chi 30 xã"


def test_a_style_hides_and_raises_as_its_run_would() -> None:
    styles = """<w:styles NAMES><w:style w:type="character" w:styleId="An"><w:name w:val="An"/>
      <w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Con">
      <w:basedOn w:val="An"/></w:style><w:style w:type="paragraph" w:styleId="Bo">
      <w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="Dau">
      <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>"""
    found = read(
        paragraph(run("một") + run(" ẩn", '<w:rStyle w:val="Con"/>')),
        paragraph(run("bỏ") + run("giữ", '<w:strike w:val="0"/>'), '<w:pStyle w:val="Bo"/>'),
        paragraph(run("hai") + run("7", '<w:rStyle w:val="Dau"/>')),
        styles=styles,
    )
    assert found.text == "một\n\ngiữ\n\nhai"
    assert [each.what for each in found.left_out] == [Left.HIDDEN, Left.STRUCK, Left.NOTE_MARK]


def test_changes_on_record_comments_and_hidden_rows_are_told() -> None:
    gone = "<w:del><w:r><w:delText>cũ 5</w:delText></w:r></w:del>"
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('mật 9')}</w:tr>"
    shown = f"<w:tbl><w:tr>{cell('a')}{cell('b')}</w:tr>{hidden}</w:tbl>"
    comments = f"<w:comments NAMES><w:comment>{paragraph(run('xem lại'))}</w:comment></w:comments>"
    found = read(paragraph(run("mới") + gone), shown, comments=comments)
    assert found.text == "mới\n\na | b"
    told = [(Left.DELETED, "cũ 5"), (Left.HIDDEN, "mật 9"), (Left.COMMENT, "xem lại")]
    assert left(found) == told


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Symbol" w:char="00A3"/></w:r>', "≤"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>', "±"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Times New Roman" w:char="2265"/></w:r>', "≥"),
        (run("\uf0b3", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "≥"),
        (run("³", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), "≥"),
        (run("\uf0a3"), "≤"),
    ],
)
def test_an_inserted_sign_is_read_as_it_looks(inside: str, shown: str) -> None:
    found = read(paragraph(run("đạt ") + inside + run(" 40%")))
    assert found.text == f"đạt {shown} 40%"
    assert found.left_out == ()


def test_a_sign_that_nobody_knows_leaves_a_square_and_is_told() -> None:
    found = read(paragraph(run("đạt ") + '<w:r><w:sym w:font="Wingdings" w:char="F0B3"/></w:r>'))
    assert found.text == "đạt □"
    assert [each.what for each in found.left_out] == [Left.SYMBOL]


NOTES = """<w:{0}s NAMES><w:{0} w:id="0" w:type="separator"><w:p/></w:{0}>
  <w:{0} w:id="3">{1}</w:{0}></w:{0}s>"""


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_is_read_after_the_paragraph_that_leads_to_it(kind: str) -> None:
    note = NOTES.format(kind, paragraph(run("gồm 8 tỷ đồng")))
    mark = f'<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Reference w:id="3"/></w:r>'
    blocks = (paragraph(run("Chi 20 tỷ đồng") + mark + run(" năm nay.")), paragraph(run("Sau.")))
    found = read(*blocks, **{f"{kind}s": note})
    assert found.text == "Chi 20 tỷ đồng năm nay.\n\nGhi chú: gồm 8 tỷ đồng\n\nSau."


def test_a_note_in_a_table_stands_below_its_row() -> None:
    note = NOTES.format("footnote", paragraph(run("tạm tính")))
    marked = paragraph(run("90") + '<w:r><w:footnoteReference w:id="3"/></w:r>')
    rows = table([cell("Xã A"), f"<w:tc>{marked}</w:tc>"], [cell("Xã B"), cell("10")])
    found = read(rows, footnotes=note)
    assert found.text.split("\n\n") == ["Xã A | 90", "Ghi chú: tạm tính", "Xã B | 10"]


def math(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def part(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (part("30 × 3 = 90"), "30 × 3 = 90"),
        (f"<m:f><m:num>{part('1')}</m:num><m:den>{part('2')}</m:den></m:f>", "1/2"),
        (f"<m:f><m:num>{part('a + b')}</m:num><m:den>{part('2')}</m:den></m:f>", "(a + b)/2"),
        (f"<m:sSup><m:e>{part('10')}</m:e><m:sup>{part('6')}</m:sup></m:sSup>", "10⁶"),
        (f"<m:rad><m:deg/><m:e>{part('16')}</m:e></m:rad>", "√16"),
        (f"<m:d><m:e>{part('6,00 ÷ 6,50')}</m:e></m:d>", "(6,00 ÷ 6,50)"),
    ],
)
def test_a_formula_stands_in_its_sentence(formula: str, shown: str) -> None:
    assert read(paragraph(run("chi ") + math(formula) + run(" triệu"))).text == f"chi {shown} triệu"


BOX = """<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>
  <w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>
  <v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>
  </mc:AlternateContent></w:r>"""


def test_a_text_box_within_a_sentence_does_not_part_it() -> None:
    box = BOX.format(paragraph(run("Trong khung.")))
    found = read(paragraph(run("Chi 40 ") + box + run("triệu đồng.")))
    assert found.text == "Chi 40 triệu đồng.\n\nTrong khung."
    assert found.left_out == ()


def test_a_picture_is_told() -> None:
    found = read(paragraph(run("Trước") + "<w:r><w:drawing/></w:r>"))
    assert found.text == "Trước"
    assert left(found) == [(Left.PICTURE, "… Trước")]


def pasted(*widths: float, before: str = "Trước hình.") -> bytes:
    """A Word file with pictures after its words, of such widths in centimetres."""
    document = docx.Document()
    line = document.add_paragraph(before)
    for width in widths:
        drawn = io.BytesIO()
        Image.new("L", (round(width * 20), 200), round(width)).save(drawn, "PNG")
        line.add_run().add_picture(drawn, width=Cm(width), height=Cm(3))
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def said(number: int, text: str) -> Page:
    placed = enumerate(text.split())
    return Page(
        number, tuple(Word(it, at * 500, 0, at * 500 + 400, 100, 90, 0) for at, it in placed)
    )


def test_large_pictures_are_pages_to_be_read_and_small_ones_are_told() -> None:
    content = pasted(12, 3, 15)
    with pytest.raises(ScannedFileError, match=r"page 1, 2\)"):
        received.read(content, "tin.docx", {})
    found = received.read(content, "tin.docx", {1: said(1, "Chi 5 triệu đồng."), 2: said(2, "")})
    assert found.text == "Trước hình.\n\nChi 5 triệu đồng."
    assert {each.page for each in found.seen} == {1}
    assert left(found) == [(Left.PICTURE, "… Trước hình.")]
    second = io.BytesIO(file.picture(content, "tin.docx", 2))
    assert Image.open(second).size == (300, 200)


def test_where_pictures_cannot_be_read_they_are_told_by_what_stands_before_them() -> None:
    assert left(received.read(pasted(12), "tin.docx")) == [(Left.PICTURE, "… Trước hình.")]
    with pytest.raises(ScannedFileError, match=r"page 1\)"):
        received.read(pasted(12, before=""), "tin.docx")


@pytest.mark.parametrize(
    ("style", "count"), [("width:425.2pt;height:300pt", 1), ("width:4cm;height:5cm", 0), ("", 0)]
)
def test_a_picture_of_older_programs_is_large_by_its_style(style: str, count: int) -> None:
    shape = f'<v:shape style="{style}"><v:imagedata r:id="rId7"/></v:shape>'
    drawing = parse_xml(f"<w:pict {NAMES}>{shape}</w:pict>")
    assert len([*pictures.references(drawing)]) == count


def test_page_headers_and_footers_are_told() -> None:
    document = docx.Document()
    document.add_paragraph("Thân bài")
    document.sections[0].header.paragraphs[0].text = "Công báo số 12"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    content = io.BytesIO()
    document.save(content)
    found = received.read(content.getvalue(), "tin.docx")
    assert found.text == "Thân bài"
    told = [(Left.PAGE_HEADER, "Công báo số 12"), (Left.PAGE_FOOTER, "Trang 1")]
    assert left(found) == told


NUMBERING = """<w:numbering NAMES><w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>
  </w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
  <w:lvlText w:val="%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr>
  <w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>
  <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num></w:numbering>"""


def numbered(text: str, number: int, level: int = 0) -> str:
    settings = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(run(text), settings)


def test_words_own_numbers_stand_before_their_paragraphs() -> None:
    found = read(
        numbered("Kinh tế", 5),
        numbered("Cầu", 5, 1),
        numbered("Đường", 5, 1),
        numbered("Xã hội", 5),
        numbered("Trường", 5, 1),
        numbered("gạch", 6),
        numbered("không", 0),
        numbering=NUMBERING,
    )
    lines = ["II. Kinh tế", "1) Cầu", "2) Đường", "III. Xã hội", "1) Trường", "• gạch", "không"]
    assert found.text.split("\n\n") == lines


def test_a_row_is_one_line_with_all_its_columns() -> None:
    merged, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = read(
        table(
            [cell("TT"), cell("Tên"), cell("Số"), cell("Ghi chú")],
            [cell("1", merged), cell("Xã A"), cell("500"), cell("")],
            [cell("x", goes_on), cell("Xã B"), cell(""), cell("sau")],
            [cell("Tổng cộng", '<w:gridSpan w:val="2"/>'), cell("500"), cell("")],
            ["<w:tc><w:p/></w:tc>"] * 4,
        )
    )
    assert found.text.split("\n\n") == [
        "TT | Tên | Số | Ghi chú",
        "1 | Xã A | 500 |",
        "| Xã B | | sau",
        "Tổng cộng | | 500 |",
    ]


def test_two_paragraphs_of_a_cell_are_one_line_and_a_frame_is_none() -> None:
    two = f"<w:tc>{paragraph(run('Xã A'))}{paragraph(run('đợt 1'))}</w:tc>"
    framed = f"<w:tc>{''.join(paragraph(run(f'Đoạn {n}.')) for n in range(5))}</w:tc>"
    found = read(table([two, cell("500")]), table([framed, cell("lề")]))
    assert found.text.split("\n\n")[0] == "Xã A đợt 1 | 500"
    assert found.text.split("\n\n")[1:] == [*(f"Đoạn {n}." for n in range(5)), "lề"]


def test_a_row_with_its_number_is_one_line_however_many_paragraphs_a_cell_has() -> None:
    many = f"<w:tc>{''.join(paragraph(run(f'- Xã {n};')) for n in range(5))}</w:tc>"
    found = read(table([cell("1"), many, cell("Sở Tài chính")]))
    assert found.text == "1 | - Xã 0; - Xã 1; - Xã 2; - Xã 3; - Xã 4; | Sở Tài chính"


def test_a_signature_alone_in_its_row_keeps_its_lines() -> None:
    signed = "".join(paragraph(run(each)) for each in ("CHỦ TỊCH", "Lê Văn Thử"))
    assert read(table([cell(""), f"<w:tc>{signed}</w:tc>"])).text == "CHỦ TỊCH\n\nLê Văn Thử"
    broken = "<w:br/>".join(f"<w:t>{n}. Xã</w:t>" for n in range(4))
    beside = f"<w:tc>{paragraph(f'<w:r>{broken}</w:r>')}</w:tc>"
    assert read(table([beside, beside])).text.split("\n\n") == ["0. Xã\n1. Xã\n2. Xã\n3. Xã"] * 2


def test_a_wide_gap_in_a_line_stays_one() -> None:
    tabs = paragraph(f"{run('Nơi nhận:')}<w:r><w:tab/><w:tab/></w:r>{run('CHỦ TỊCH')}")
    spaces = paragraph(run(f"- Lưu: VT.{' ' * 20}Lê Văn Thử"))
    gap = "\u00a0" * 3
    assert read(tabs, spaces).text == f"Nơi nhận:{gap}CHỦ TỊCH\n\n- Lưu: VT.{gap}Lê Văn Thử"
    single = paragraph(
        f"<w:r><w:tab/></w:r>{run('Điều 1.')}<w:r><w:tab/></w:r>{run('Giao  việc.')}"
    )
    assert read(single).text == "Điều 1. Giao việc."


def test_rows_that_tabs_set_out_are_rows() -> None:
    tab = "<w:r><w:tab/></w:r>"
    rows = [("TT", "Xã", "Số cây"), ("1", "Tân Tri", "1.500"), ("2", "Nhất Hòa", "700")]
    found = read(*(paragraph(tab.join(map(run, row))) for row in rows), paragraph(run("Hết.")))
    assert found.text.split("\n\n") == [*map(" | ".join, rows), "Hết."]


def test_a_formula_of_an_older_word_is_read() -> None:
    field = r"<w:r><w:instrText>EQ \f(90,2)</w:instrText></w:r>"
    code = "<w:r><w:instrText>PAGE 9</w:instrText></w:r>"
    assert read(paragraph(f"{run('chi ')}{field}{run(' tấn')}{code}")).text == "chi 90/2 tấn"


def test_a_heading_over_two_lines_is_one() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>Sửa cầu</w:t><w:br/><w:t>Nà Lầu</w:t></w:r>"
    body = "<w:r><w:t>Cụ thể:</w:t><w:br/><w:t>Xã A</w:t></w:r>"
    assert read(paragraph(bold), paragraph(body)).text == "Sửa cầu Nà Lầu\n\nCụ thể:\nXã A"


STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
KINDS = {
    "strict": None,
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


def as_kind(content: bytes, kind: str) -> bytes:
    own = zipfile.ZipFile(io.BytesIO(content))
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as package:
        for name in own.namelist():
            part = own.read(name).decode("utf-8", "surrogateescape")
            if kind == "strict" and name.endswith((".xml", ".rels")):
                for old, new in STRICT.items():
                    part = part.replace(old, new)
            elif name == "[Content_Types].xml" and KINDS[kind]:
                usual = r"application/[\w.-]+wordprocessingml\.document\.main\+xml"
                part = re.sub(usual, str(KINDS[kind]), part)
            package.writestr(name, part.encode("utf-8", "surrogateescape"))
        if kind in {"docm", "dotm"}:
            package.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 never run")
    return changed.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_strict_files_templates_and_files_with_macros_are_read_alike(kind: str) -> None:
    mark = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    note = NOTES.format("footnote", paragraph(run("chú")))
    content = word(paragraph(run("Chi ") + math(part("9")) + run(" tỷ.") + mark), footnotes=note)
    found = received.read(as_kind(content, kind), f"tin.{kind}")
    assert found.text == "Chi 9 tỷ.\n\nGhi chú: chú"


def test_a_part_beside_the_text_that_brings_rules_of_its_own_is_refused_too() -> None:
    mark = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    rules = '<!DOCTYPE w [<!ENTITY e "hai">]>'
    content = word(paragraph(run("a") + mark), footnotes=rules + NOTES.format("footnote", ""))
    with pytest.raises(DamagedFileError, match="rules of its own"):
        received.read(content, "tin.docx")


def fonts(name: str, high: str = "") -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{high or name}"/>'


def test_an_old_font_is_read_run_by_run_and_kept_beside_what_it_says() -> None:
    found = read(
        paragraph(
            run("Sè 52/Q§-UBND ", fonts(".VnTime"))
            + run("Số 53 ")
            + run("tØnh l¹ng s¬n ", fonts(".VnTimeH"))
            + run("Quye", fonts("VNI-Times"))
            + run("át ", fonts("VNI-Times"))
            + run("t\u00aeng", fonts("Times New Roman", ".VnTime"))
        )
    )
    assert found.text == "Số 52/QĐ-UBND Số 53 TỈNH LẠNG SƠN Quyết tđng"
    assert [each.stored for each in found.converted][:3] == [
        "Sè 52/Q§",
        "tØnh l¹ng s¬n",
        "Quyeát",
    ]
    assert all(found.text[it.start : it.end] for it in found.converted)


def test_the_letter_that_word_keeps_as_a_soft_hyphen_is_not_lost() -> None:
    """So LibreOffice writes the place of ư."""
    look = f"<w:rPr>{fonts('.VnTime')}</w:rPr>"
    letter = f"<w:r>{look}<w:t>t</w:t><w:softHyphen/><w:t>ëng</w:t></w:r>"
    assert read(paragraph(letter)).text == "tưởng"
    assert (
        read(paragraph("<w:r><w:t>tin</w:t><w:softHyphen/><w:t>tức</w:t></w:r>")).text == "tintức"
    )


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Arial"/></a:majorFont>'
    '<a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements>'
    "</a:theme>"
)
DEFAULT = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
BY_THEME = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Arial"/>'


@pytest.mark.parametrize(
    "styles",
    [
        DEFAULT.format(fonts(".VnTime")),
        DEFAULT.format(BY_THEME),
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
        f"<w:rPr>{BY_THEME}</w:rPr></w:style>",
    ],
    ids=["by default", "by the theme", "by a style of the theme's"],
)
def test_an_old_font_may_be_the_documents_own(styles: str) -> None:
    parts = {"styles": f"<w:styles {nsdecls('w')}>{styles}</w:styles>", "theme/theme1": THEME}
    content = word(paragraph(run("Sè 5") + run(" Số 6", fonts("Arial"))), **parts)
    assert received.read(content, "tin.docx").text == "Số 5 Số 6"
