"""The text of a saved web page that a reader comes for: no menus, scripts, captions or forms."""

import re

from lxml import etree

from lsdash.errors import DamagedFileError
from lsdash.intake.files.layout import Flow

UNREAD = {
    "head", "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object",
    "audio", "video", "nav", "footer", "aside", "form", "button", "select", "input", "textarea",
    "figcaption", "dialog", "menu",
}  # fmt: skip
"""Elements that are not what a reader reads."""
UNREAD_ROLES = {
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "toolbar",
}  # fmt: skip
AROUND = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|breadcrumbs?|sidebar|share|sharing|social|related|comments?|"
    r"pager|pagination|skip-link|visually-hidden|element-invisible|footer|cookies?|banner|tags?|"
    r"advert\w*|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and names of what stands around the text …"""
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


def read(page: str, name: str) -> tuple[str, str | None]:
    """Its text, and its title. Raises DamagedFileError for one nested too deep to be read whole."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(page.encode("utf-8"), parser)
    if any("depth" in entry.message for entry in parser.error_log):
        raise DamagedFileError(name=name, problem="its elements are nested too deep")
    if root is None:
        return "", None
    whole = len(_text(root, 0))
    parts = [_text(each, whole) for each in root.xpath(CONTENT)]
    content = max(parts, key=len, default="")
    text = content if len(content) > whole * CONTENT_SHARE else _text(root, whole)
    return text, _title(root)


def _title(root: etree._Element) -> str | None:
    """The page's first heading, else what the browser's window is called."""
    for element in [*root.iter("h1"), *root.iter("title")]:
        title = " ".join("".join(element.itertext()).split())
        if title:
            return title
    return None


def _text(root: etree._Element, whole: int) -> str:
    """The text of an element; `whole` is the length of the page's, 0 where that is asked for."""
    flow = Flow()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if _is_unread(element, whole) and element is not root:
                walk.skip_subtree()
                continue
            _open(flow, element)
        elif element.tag in BLOCKS:
            flow.break_paragraph()
        if event == "end" and element is not root and element.tail:
            flow.add(element.tail)
    return flow.text()


def _open(flow: Flow, element: etree._Element) -> None:
    if element.tag == "tr":
        flow.start_row()
    elif element.tag in BLOCKS:
        flow.break_paragraph()
    elif element.tag == "br":
        flow.break_line()
    elif element.tag in CELLS and element.getprevious() is not None:
        flow.next_cell()
    if element.text:
        flow.add(element.text)


def _is_unread(element: etree._Element, whole: int) -> bool:
    shown = element.get
    if element.tag in UNREAD or shown("role") in UNREAD_ROLES:
        return True
    if shown("hidden") is not None or shown("aria-hidden") == "true":
        return True
    if re.search(r"display\s*:\s*none", shown("style", "")):
        return True
    called = f"{shown('class', '')} {shown('id', '')}"
    if not whole or element.tag in ("body", "main", "article") or not AROUND.search(called):
        return False
    return sum(map(len, element.itertext())) < whole * AROUND_SHARE
