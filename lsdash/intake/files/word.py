"""The text of a Word file as its pages show it: in order, tables row by row, notes after their
paragraph; and what of the file is not read, so that it can be said."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from lxml import etree

from lsdash.errors import DamagedFileError, ScannedFileError, TooLargeError
from lsdash.intake.files import limits, raised, symbols
from lsdash.intake.files.layout import NOTE, Flow
from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.office import formulas, numbering, parts, pictures, styles
from lsdash.intake.files.office.parts import Parts, m, w
from lsdash.intake.files.office.styles import Look
from lsdash.intake.files.old_fonts import marked
from lsdash.intake.files.printed import paragraphs
from lsdash.intake.files.scanned import lines
from lsdash.intake.files.scanned.page import Page

MARKUP: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHOICES, CHOICE, FALLBACK = f"{MARKUP}AlternateContent", f"{MARKUP}Choice", f"{MARKUP}Fallback"
INTO: Final = {
    *map(
        w,
        ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple"),
    ),
    *map(w, ("bdo", "dir", "ruby", "rubyBase")),
}
"""Elements that only stand around text."""
DELETED: Final = {w("del"), w("moveFrom")}
FORMULAS: Final = {m("oMath"), m("oMathPara")}
NOTES: Final = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
AROUND_A_PAGE: Final = {r"header\d*\.xml": Left.PAGE_HEADER, r"footer\d*\.xml": Left.PAGE_FOOTER}
IN_PIECES: Final = {Left.HIDDEN, Left.STRUCK, Left.DELETED}
NOT_WHOLE: Final = (
    *(KeyError, IndexError, ValueError, OSError),
    *(EOFError, NotImplementedError, RuntimeError),
)
"""What reading a package raises whose parts do not fit together."""
PICTURES: Final = {w("drawing"), w("pict"), w("object"), CHOICES}


Scanned = Mapping[int, Page]


def read(
    content: bytes, name: str, scanned: Scanned | None = None
) -> tuple[str, str | None, list[LeftOut]]:
    """Its text, the title in its properties, if any, and what was left out.

    `scanned` is what was read of its large pictures, by their numbers; without it they are left
    out. Raises ScannedFileError for those of which nothing is given, and for a file that is nothing
    but pictures.
    """
    with _whole(name):
        found = parts.open_(content, name)
        reader = _Reader(found, scanned)
        text = reader.text()
    missing = {*range(1, 1 + len(reader.pages))} - {*(scanned or {})}
    if missing and (scanned is not None or not text.strip()):
        raise ScannedFileError(name=name, pages=sorted(missing))
    return text, found.title, reader.left_out


def picture(content: bytes, name: str, number: int) -> bytes:
    """The large picture with this number, counted from 1, as the file has it."""
    with _whole(name):
        found = parts.open_(content, name)
        reader = _Reader(found, {})
        reader.text()
        return reader.pages[number - 1]


@contextmanager
def _whole(name: str) -> Iterator[None]:
    """A DamagedFileError for whatever shows that the file is not."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(name=name, problem=" ".join(str(error).split())) from error
    except NOT_WHOLE as error:
        raise DamagedFileError(name=name, problem="its parts do not fit together") from error


class _Reader:
    def __init__(self, found: Parts, scanned: Scanned | None) -> None:
        self.found = found
        self.scanned = scanned or {}
        self.root = found.body.getroottree().getroot()
        self.pages: list[bytes] = []
        """Its large pictures, in their order."""
        self.styles = styles.read(next(found.beside(r"styles\.xml"), None), found.theme)
        self.numbers = numbering.read(next(found.beside(r"numbering\.xml"), None))
        self.notes = {
            (kind, each.get(w("id"))): each
            for kind in NOTES.values()
            for root in found.beside(rf"{kind}\.xml")
            for each in root
            if each.get(w("type"), "normal") == "normal"
        }
        self.left_out: list[LeftOut] = []
        self.begins = True
        """What is left out next begins a stretch of its own."""

    def text(self) -> str:
        flow = Flow(keeps_gaps=True)
        self.blocks(self.found.body, flow)
        for pattern, what in AROUND_A_PAGE.items():
            for root in self.found.beside(pattern):
                self._leave(what, _plain(root))
        for root in self.found.beside(r"comments\.xml"):
            for comment in root:
                self._leave(Left.COMMENT, _plain(comment))
        return flow.text()

    def blocks(self, holder: etree._Element, flow: Flow) -> None:
        """Paragraphs and tables, in order."""
        for each in holder:
            if each.tag == w("p"):
                self.paragraph(each, flow)
            elif each.tag == w("tbl"):
                self.table(each, flow)
            elif each.tag == CHOICES:
                self.blocks(_chosen(each), flow)
            elif each.tag in INTO:
                self.blocks(each, flow)
            elif each.tag == w("altChunk"):
                self._leave(Left.EMBEDDED, "")
            elif each.tag in DELETED:
                self._leave(Left.DELETED, _plain(each))

    def paragraph(self, paragraph: etree._Element, flow: Flow) -> None:
        self.begins = True
        settings = paragraph.find(w("pPr"))
        style = _of(settings, "pStyle")
        own = settings.find(w("numPr")) if settings is not None else None
        if number := self.numbers.next(own if own is not None else self.styles.numbered(style)):
            flow.add(f"{number} ")
        is_one = self._is_heading(paragraph, style) and not flow.is_in_cell
        line_end = " " if is_one else "\n"
        self.inline(paragraph, flow, style, line_end)
        flow.break_paragraph()
        if flow.length > limits.MOST_CHARACTERS:
            most = limits.MOST_CHARACTERS
            raise TooLargeError(name=self.found.name, most=most, unit="characters")

    def _is_heading(self, paragraph: etree._Element, style: str) -> bool:
        """Set as a heading: by its style, in the middle of the page, or wholly bold."""
        if self.styles.is_heading(style) or _of(paragraph.find(w("pPr")), "jc") == "center":
            return True
        runs = [each for each in paragraph.iter(w("r")) if each.find(w("t")) is not None]
        return bool(runs) and all(self.styles.look(style, _set(each)).is_bold for each in runs)

    def table(self, table: etree._Element, flow: Flow) -> None:
        for row in _inside(table, "tr"):
            settings = row.find(w("trPr"))
            if settings is not None and settings.find(w("hidden")) is not None:
                self._leave(Left.HIDDEN, _plain(row))
                continue
            flow.start_row()
            for _ in range(_count(settings, "gridBefore", 0)):
                flow.start_cell()
            for cell in _inside(row, "tc"):
                self.cell(cell, flow)
            flow.end_row()

    def cell(self, cell: etree._Element, flow: Flow) -> None:
        """A cell, and an empty one for each further column that it takes."""
        settings = cell.find(w("tcPr"))
        flow.start_cell()
        merged = settings.find(w("vMerge")) if settings is not None else None
        if merged is None or merged.get(w("val")) == "restart":
            self.blocks(cell, flow)
        for _ in range(_count(settings, "gridSpan", 1) - 1):
            flow.start_cell()

    def inline(self, holder: etree._Element, flow: Flow, style: str, line_end: str) -> None:
        """The runs of a paragraph, as they look."""
        for each in holder:
            if each.tag == w("r"):
                self.run(each, flow, style, line_end)
            elif each.tag in INTO:
                self.inline(each, flow, style, line_end)
            elif each.tag == CHOICES:
                self.inline(_chosen(each), flow, style, line_end)
            elif each.tag in FORMULAS:
                flow.add(formulas.linear(each))
            elif each.tag in DELETED:
                self._leave(Left.DELETED, _plain(each))

    def run(self, run: etree._Element, flow: Flow, style: str, line_end: str) -> None:
        look = self.styles.look(style, _set(run))
        for each in run:
            if each.tag in NOTES and not look.is_hidden:
                self.note(each, flow)
            elif each.tag in PICTURES and not look.is_hidden:
                self.picture(each, flow)
            elif each.tag in INTO:
                self.inline(each, flow, style, line_end)
            elif text := _typed(each, look, line_end):
                self.shown(text, look, flow)

    def shown(self, text: str, look: Look, flow: Flow) -> None:
        """Typed text, unless nobody sees it or it only leads to a note."""
        if look.is_hidden or look.is_struck:
            self._leave(Left.HIDDEN if look.is_hidden else Left.STRUCK, text)
            return
        if look.is_raised:
            stored = marked.plain(text)
            sign = raised.shown(flow.tail, stored)
            if sign is None:
                self._leave(Left.NOTE_MARK, f"{flow.tail.strip()} {stored}")
                return
            text = text if sign == stored else sign
        if symbols.UNKNOWN in text:
            self._leave(Left.SYMBOL, f"{flow.tail.strip()} {text}")
        self.begins = True
        if text == "\n":
            flow.break_line()
        else:
            flow.add(text)

    def note(self, reference: etree._Element, flow: Flow) -> None:
        note = self.notes.get((NOTES[reference.tag], reference.get(w("id"))))
        if note is not None:
            own = Flow()
            self.blocks(note, own)
            if text := " ".join(own.text().split()):
                flow.follow_with(NOTE + text)

    def picture(self, picture: etree._Element, flow: Flow) -> None:
        """Text boxes in it stand after the paragraph; what else it shows is not read."""
        chosen = _chosen(picture) if picture.tag == CHOICES else picture
        boxes = [each for each in chosen.iter(w("txbxContent")) if _is_outermost(each, chosen)]
        for box in boxes:
            own = Flow(keeps_gaps=True)
            self.blocks(box, own)
            if text := own.text():
                flow.follow_with(text)
        if not boxes and not self._read_in(chosen, flow):
            said = (each.get("descr") for each in chosen.iter("{*}docPr"))
            what = Left.EMBEDDED if picture.tag == w("object") else Left.PICTURE
            told = next(filter(None, said), "")
            after = f"… {flow.tail.strip()}" if flow.tail.strip() else ""
            self._leave(what, " · ".join(filter(None, (told, after))))

    def _read_in(self, drawing: etree._Element, flow: Flow) -> bool:
        """Whether it is large and shows text, which stands after the paragraph then."""
        if drawing.tag == w("object") or drawing.getroottree().getroot() is not self.root:
            return False
        is_read = False
        for reference in pictures.references(drawing):
            shown = self.found.picture(reference)
            if shown is None or len(self.pages) == limits.MOST_SCANNED_PAGES:
                continue
            self.pages.append(shown)
            page = self.scanned.get(len(self.pages))
            if page and page.words:
                flow.follow_with(paragraphs.text(lines.of(page)))
                is_read = True
        return is_read

    def _leave(self, what: Left, text: str) -> None:
        """Keep it with the piece before where a program stored one stretch in several."""
        last = self.left_out[-1] if self.left_out else None
        if last and last.what is what and what in IN_PIECES and not self.begins:
            self.left_out[-1] = LeftOut(what, last.text + text)
        else:
            self.left_out.append(LeftOut(what, text))
        self.begins = False


def _typed(element: etree._Element, look: Look, line_end: str) -> str:
    """The characters that an element of a run puts on the page."""
    match element.tag:
        case tag if tag == w("t"):
            text = element.text or ""
            if symbols.is_font(look.font):
                return symbols.shown(text, look.font)
            return marked.marked(text, look.font, look.upper_font)
        case tag if tag in (w("tab"), w("ptab")):
            return "\t"
        case tag if tag in (w("br"), w("cr")):
            return line_end
        case tag if tag == w("noBreakHyphen"):
            return "-"
        case tag if tag == w("softHyphen"):
            return marked.soft_hyphen(look.upper_font)
        case tag if tag == w("instrText"):
            return formulas.field(element.text or "")
        case tag if tag == w("sym"):
            return _symbol(element.get(w("font"), ""), element.get(w("char"), ""))
        case _:
            return ""


def _symbol(font: str, code: str) -> str:
    """An inserted sign, told by its font and its place there."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return symbols.UNKNOWN
    if symbols.is_font(font):
        return symbols.shown(sign, font)
    return sign if sign.isprintable() else symbols.UNKNOWN


def _chosen(choices: etree._Element) -> etree._Element:
    """Of one thing told twice, for newer programs and for older ones, the first."""
    found = choices.find(CHOICE)
    return found if found is not None else choices


def _is_outermost(box: etree._Element, within: etree._Element) -> bool:
    """In no other text box, and no second copy for older programs."""
    for each in box.iterancestors():
        if each is within:
            return True
        if each.tag in (w("txbxContent"), FALLBACK):
            return False
    return True


def _inside(holder: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those in something that stands around."""
    for each in holder:
        if each.tag == w(name):
            yield each
        elif each.tag in INTO:
            yield from _inside(each, name)


def _plain(element: etree._Element) -> str:
    """Typed text alone, for telling what is left out."""
    typed = {w("t"), w("delText"), w("p"), w("tab")}
    return "".join(
        each.text or "" if each.tag in (w("t"), w("delText")) else " "
        for each in element.iter(*typed)
    )


def _set(run: etree._Element) -> etree._Element | None:
    found: etree._Element | None = run.find(w("rPr"))
    return found


def _of(settings: etree._Element | None, name: str) -> str:
    found = settings.find(w(name)) if settings is not None else None
    return found.get(w("val"), "") if found is not None else ""


def _count(settings: etree._Element | None, name: str, usual: int) -> int:
    """A number of columns; no table is wider than Word's widest."""
    said = _of(settings, name)
    return min(int(said), 63) if said.isascii() and said.isdigit() else usual
