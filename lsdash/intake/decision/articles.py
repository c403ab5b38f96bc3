"""Grounds, articles, clauses and points of a document, or the sections of a plan, each with its
place.

A place is written `article-1.clause-2.point-a`, `section-II.clause-1`, or `passage-3` where nothing
is numbered: the third paragraph after the grounds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lsdash.intake.text.paragraphs import Paragraph, plain
from lsdash.model import ascii_slug

GROUND = re.compile(r"^[-–+*]?\s?(?:căn cứ|xét|theo (?:đề nghị|ý kiến)|thực hiện)\b", re.IGNORECASE)
ENACTS = re.compile(
    r"^(?:quyết định|quyết nghị|nghị quyết|chỉ thị|nghị định|quy định)\s*:\s*$", re.IGNORECASE
)
ARTICLE = re.compile(r"^Điều\s+(?P<number>\d{1,3}[a-zđ]?)\s*[.:]\s*(?P<text>.*)$", re.IGNORECASE)
SECTION = re.compile(r"^(?P<number>[IVX]{1,5}|[A-DĐ])\s*[.)/-]\s*(?=\S)")
CLAUSE = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})\s*[.)/]\s*(?=[^\d])")
POINT = re.compile(r"^(?P<number>[a-zđ])\s*[.)/]\s*(?=\S)")


@dataclass(frozen=True)
class Passage:
    """A paragraph with its place. Offsets are into the text as received."""

    place: str
    start: int
    end: int
    text: str


@dataclass
class _Here:
    article: str = ""
    section: str = ""
    clause: str = ""
    point: str = ""
    passed: int = 0
    parts: tuple[str, ...] = field(default=("article", "section", "clause", "point"), repr=False)

    def enter(self, part: str, number: str) -> None:
        setattr(self, part, number)
        for below in self.parts[self.parts.index(part) + 1 :]:
            setattr(self, below, "")

    @property
    def place(self) -> str:
        told = [
            f"{part}-{_code(getattr(self, part))}" for part in self.parts if getattr(self, part)
        ]
        return ".".join(told) or f"passage-{self.passed}"


def _code(number: str) -> str:
    """`1.2` → `1-2`, `đ` → `dd`: the place of `đ)` is not that of `d)`."""
    return (
        number.replace("đ", "dd")
        if number in {"đ"}
        else ascii_slug(number).upper()
        if (number.isupper())
        else ascii_slug(number)
    )


def grounds(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], int]:
    """The grounds at the beginning, and the position of what follows them."""
    found: list[Paragraph] = []
    for at, each in enumerate(paragraphs):
        if ENACTS.match(each.text):
            return found, at + 1
        if ARTICLE.match(each.text):
            return found, at
        if GROUND.match(each.text):
            found.append(each)
        elif found and not _is_authority(each):
            return found, at
    return found, len(paragraphs) if found else 0


def _is_authority(paragraph: Paragraph) -> bool:
    return paragraph.text == paragraph.text.upper() and not SECTION.match(paragraph.text)


def passages(paragraphs: Sequence[Paragraph], *, has_articles: bool) -> Iterator[Passage]:
    """What the document says, paragraph by paragraph."""
    here = _Here()
    for each in paragraphs:
        here.passed += 1
        article = ARTICLE.match(each.text)
        if article:
            here.enter("article", article["number"])
        elif not has_articles and (section := SECTION.match(each.text)):
            here.enter("section", section["number"])
        elif clause := CLAUSE.match(each.text):
            here.enter("clause", clause["number"])
        elif point := POINT.match(each.text):
            here.enter("point", point["number"])
        yield Passage(here.place, each.start, each.end, each.text)


BEGINS = re.compile(
    r"[\r\n]\s*(?=(?:Điều\s+\d{1,3}[a-zđ]?\s*[.:]|(?:quyết định|quyết nghị)\s*:\s*[\r\n]"
    r"|(?-i:Căn cứ|Theo đề nghị|Xét (?:đề nghị|Tờ trình|tờ trình))\s))",
    re.IGNORECASE,
)


def parted(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, parted where a line opens an article, a ground or the enacting words."""
    found: list[Paragraph] = []
    for each in paragraphs:
        start = each.start
        for opening in BEGINS.finditer(text, each.start, each.end):
            found.append(Paragraph(plain(text[start : opening.start()]), start, opening.start()))
            start = opening.end()
        found.append(
            each
            if start == each.start
            else Paragraph(plain(text[start : each.end]), start, each.end)
        )
    return [each for each in found if each.text]


def has_articles(paragraphs: Sequence[Paragraph]) -> bool:
    return any(ARTICLE.match(each.text) for each in paragraphs)


def at(passages: Sequence[Passage], start: int) -> Passage | None:
    """The passage in which this place of the text stands, or the one before it."""
    found = bisect_right(passages, start, key=lambda each: each.start) - 1
    return passages[found] if found >= 0 else None
