"""The text of a saved web page that a reader comes for: no menus, scripts, captions or forms."""

import re

from lxml import etree

from lsdash.errors import DamagedFileError
from lsdash.intake.files import raised, style_sheet, symbols
from lsdash.intake.files.grid import Grid
from lsdash.intake.files.layout import NOTE, Flow
from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.office import formulas, numbering
from lsdash.intake.files.old_fonts import marked

UNSHOWN = {
    "head", "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object",
    "audio", "video", "button", "select", "input", "textarea",
}  # fmt: skip
"""Elements that are no text of the page."""
UNREAD = {"nav", "footer", "aside", "figcaption", "dialog", "menu"}
"""Elements that are not what a reader reads, unless the page has no other text."""
UNREAD_ROLES = {
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "toolbar",
}  # fmt: skip
AROUND = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|breadcrumbs?|sidebar|share|sharing|social|related|comments?|"
    r"pager|pagination|skip-link|visually-hidden|element-invisible|footer|cookies?|banner|tags?|"
    r"advert\w*|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and names of what stands around the text, as a form does …"""
AROUND_SHARE = 0.3
"""… unless the element holds this share of the page's text or more."""
CONTENT = "//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']"
CONTENT_SHARE = 0.5
"""An element that is called the content is so if it holds this share of the page's text."""
BLOCKS = {
    "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
    "section", "table", "tbody", "tr", "ul", "caption", "details", "summary",
}  # fmt: skip
CELLS = ("td", "th")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "center")
"""Where a line break does not end a heading."""
STRUCK = ("s", "strike", "del")
WITHIN_A_LINE = {"span", "font", "b", "i", "u", "em", "strong", "a", "small"}
"""Elements that a class may hide; of larger ones, a script may show them."""
STRIKES = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
RAISES = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
FONT = re.compile(r"font-family\s*:\s*[\"']?(?P<name>[\w. -]+)", re.IGNORECASE)
MOST_RAISED = 12
"""Characters of a raised sign; what is longer is text."""
NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""Of an ordered list, by its `type`."""
LONGEST_NOTE = 2_000
"""Characters of a note that is put below its paragraph."""
WIDEST = 60
"""Columns or rows that one cell of a table takes at most."""


def read(page: str, name: str) -> tuple[str, str | None, list[LeftOut]]:
    """Its text, its title, and what was left out.

    Raises DamagedFileError for one nested too deep to be read whole.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(page.encode("utf-8"), parser)
    if any("depth" in entry.message for entry in parser.error_log):
        raise DamagedFileError(name=name, problem="its elements are nested too deep")
    if root is None:
        return "", None, []
    text, left = _content(root, is_all=False)
    if not text.strip():
        text, left = _content(root, is_all=True)
    return text, _title(root), left


def _content(root: etree._Element, *, is_all: bool) -> tuple[str, list[LeftOut]]:
    """The text that a reader comes for; with `is_all` also what mostly stands around one."""
    whole = len(_Reader(0, is_all).text(root))
    readers = [(_Reader(whole, is_all), each) for each in root.xpath(CONTENT)]
    texts = [(reader.text(each), reader, each) for reader, each in readers]
    text, reader, content = max(texts, key=lambda told: len(told[0]), default=("", None, root))
    if reader and len(text) > whole * CONTENT_SHARE:
        return text, [*_beside(content), *reader.left_out]
    reader = _Reader(whole, is_all)
    return reader.text(root), reader.left_out


def _beside(content: etree._Element) -> list[LeftOut]:
    """What stands outside the content of the page."""
    return [
        LeftOut(Left.AROUND, _told(beside))
        for around in (content, *content.iterancestors())
        for beside in (*around.itersiblings(preceding=True), *around.itersiblings())
        if beside.tag not in UNSHOWN
    ]


def _title(root: etree._Element) -> str | None:
    """The page's first heading, else what the browser's window is called."""
    for element in [*root.iter("h1"), *root.iter("title")]:
        title = " ".join("".join(element.itertext()).split())
        if title:
            return title
    return None


class _Reader:
    """`whole` is the length of the page's text, 0 where that is asked for."""

    def __init__(self, whole: int, is_all: bool) -> None:
        self.whole, self.is_all = whole, is_all
        self.flow = Flow()
        self.left_out: list[LeftOut] = []
        self.grids = [Grid()]
        """Of the tables that are open; the first is for rows in none."""
        self.hiding: set[str] = set()
        """Classes whose words nobody sees."""
        self.counted: dict[etree._Element, int] = {}
        self.notes: dict[str, etree._Element] = {}
        self.placed: set[etree._Element] = set()
        """Notes that stand already below the paragraph that leads to them."""

    def text(self, root: etree._Element) -> str:
        self.notes = {
            name: each
            for each in root.iter()
            for name in (each.get("id"), each.get("name"))
            if name
        }
        self.hiding = style_sheet.hidden(each.text or "" for each in root.iter("style"))
        walk = etree.iterwalk(root, events=("start", "end"))
        passed: etree._Element | None = None
        for event, element in walk:
            is_root, is_passed = element is root, element is passed
            if event == "start" and not is_root and self._is_passed(element):
                walk.skip_subtree()
                passed = element
            elif event == "start":
                self._open(element)
            elif not is_passed:
                self._close(element)
            elif element.tag in BLOCKS:
                self.flow.break_paragraph()
            if event == "end" and not is_root and element.tail:
                self.flow.add(_signs(element.getparent(), element.tail))
        return self.flow.text()

    def _open(self, element: etree._Element) -> None:
        tag, flow = element.tag, self.flow
        if tag == "table":
            self.grids.append(Grid())
        if tag == "tr":
            flow.start_row()
        elif tag in CELLS:
            self.grids[-1].start_cell(flow)
        elif tag in BLOCKS:
            flow.break_paragraph()
        elif tag == "br":
            self._break_line(element)
        if tag == "li" and (number := self._number(element)):
            flow.add(f"{number} ")
        if element.text:
            flow.add(_signs(element, element.text))

    def _close(self, element: etree._Element) -> None:
        if element.tag == "tr":
            self.grids[-1].end_row(self.flow)
        elif element.tag in CELLS:
            wide, high = _spanned(element, "colspan"), _spanned(element, "rowspan")
            self.grids[-1].end_cell(self.flow, wide, high)
        elif element.tag in BLOCKS:
            self.flow.break_paragraph()
        if element.tag == "table":
            self.grids.pop()

    def _number(self, item: etree._Element) -> str:
        """The number that a browser puts before an entry of an ordered list."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        before = self.counted.get(parent, _whole(parent.get("start", "1")) - 1)
        number = self.counted[parent] = before + 1
        form = NUMBERS.get(parent.get("type", ""), "decimal")
        return f"{numbering.FORMS[form](number)}."

    def _break_line(self, element: etree._Element) -> None:
        """Bold words of a cell are the lines of a signature or a head, not of one heading."""
        around = {each.tag for each in element.iterancestors()}
        if around & {*HEADINGS[:6]} or (around & {*HEADINGS} and not self.flow.is_in_cell):
            self.flow.add(" ")
        else:
            self.flow.break_line()

    def _is_passed(self, element: etree._Element) -> bool:
        """It is not read as it stands: skipped, or put in another way; what it was is kept."""
        if element.tag in UNSHOWN or element in self.placed:
            return True
        if element.tag == "math":
            self.flow.add(formulas.linear(element))
            return True
        if _is_raised(element):
            return self._put_raised(element)
        what = self._why_unread(element)
        if what:
            self.left_out.append(LeftOut(what, _told(element)))
        return what is not None

    def _put_raised(self, element: etree._Element) -> bool:
        text = "".join(element.itertext())
        sign = raised.shown(self.flow.tail, text)
        if sign is None:
            mark = f"{self.flow.tail.strip()} {text}"
            self.left_out.append(LeftOut(Left.NOTE_MARK, mark))
            self._place_note(element, text)
        else:
            self.flow.add(_signs(element, sign))
        return True

    def _place_note(self, mark: etree._Element, sign: str) -> None:
        """The note that the mark leads to, after the paragraph that it stands in."""
        leading = mark.xpath("(.//a/@href | ancestor::a/@href)[1]")
        note = self.notes.get(leading[0].lstrip("#")) if leading else None
        while note is not None and note.tag not in BLOCKS:
            note = note.getparent()
        if note is None or note in mark.iterancestors() or note in self.placed:
            return
        text = _told(note).removeprefix(sign.strip()).strip(" ↩^")
        if text and len(text) <= LONGEST_NOTE:
            self.flow.follow_with(NOTE + text)
            self.placed.add(note)

    def _why_unread(self, element: etree._Element) -> Left | None:
        shown, style = element.get, element.get("style", "")
        if (
            shown("hidden") is not None
            or shown("aria-hidden") == "true"
            or style_sheet.HIDES.search(style)
        ):
            return Left.HIDDEN
        if element.tag in WITHIN_A_LINE and not self.hiding.isdisjoint(shown("class", "").split()):
            return Left.HIDDEN
        if element.tag in STRUCK or STRIKES.search(style):
            return Left.STRUCK
        if not self.is_all and (element.tag in UNREAD or shown("role") in UNREAD_ROLES):
            return Left.AROUND
        called = f"{shown('class', '')} {shown('id', '')}"
        if not self.whole or element.tag in ("body", "main", "article"):
            return None
        if element.tag != "form" and not AROUND.search(called):
            return None
        is_part = len(_told(element)) >= self.whole * AROUND_SHARE
        return None if is_part else Left.AROUND


def _is_raised(element: etree._Element) -> bool:
    if element.tag != "sup" and not RAISES.search(element.get("style", "")):
        return False
    return len("".join(element.itertext())) <= MOST_RAISED


def _told(element: etree._Element) -> str:
    """Its text, as far as anybody sees it."""
    parts = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        if event == "start" and each.tag in UNSHOWN:
            walk.skip_subtree()
        elif event == "start":
            parts.append(each.text or "")
        if event == "end" and each is not element:
            parts.append(each.tail or "")
    return " ".join(" ".join(parts).split())


def _signs(element: etree._Element | None, text: str) -> str:
    """The text, its letters put right where the element's font holds signs, or marked as an old
    font's, which reaches into elements that name none."""
    if element is None:
        return marked.unmarked(text)
    font = _font(element)
    if symbols.is_font(font):
        return symbols.shown(text, font)
    around = (_font(each) for each in element.iterancestors())
    return marked.marked(text, font or next(filter(None, around), ""))


def _font(element: etree._Element) -> str:
    """The font that the element names itself."""
    named = FONT.search(element.get("style", ""))
    return (named["name"] if named else element.get("face", "")).strip()


def _spanned(cell: etree._Element, name: str) -> int:
    return min(max(_whole(cell.get(name, "1")), 1), WIDEST)


def _whole(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1
