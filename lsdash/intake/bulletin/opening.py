"""The head of a bulletin: its title, the days it covers, its opening list; and its author."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsdash.intake.bulletin import days_covered, headlines
from lsdash.intake.bulletin.days_covered import Days
from lsdash.intake.text.paragraphs import Paragraph

LOOKED_THROUGH = 40
"""Paragraphs at the top among which the title and the opening list stand."""

LONGEST_TITLE = 300
LONGEST_DAYS = 80
"""Characters of a title, and of a line that only says the days."""

TITLE_WITHIN = 6
"""A title that says no days stands among the first paragraphs."""

WEEKLY = re.compile(
    r"\b(?:chỉ đạo|điều hành|bản tin|điểm tin|hoạt động|thông tin)\b"
    r".{0,200}\b(?:nổi bật|tuần|ngày)\b"
    r"|\btuần (?:thứ )?\d{1,2}\b",
    re.IGNORECASE,
)
"""What a weekly bulletin is called."""

WEEKLY_NAME = re.compile(r"\b(?:chỉ đạo|điều hành|bản tin|điểm tin)\b", re.IGNORECASE)

CREDIT = re.compile(
    r"(?:tác giả|người viết|biên tập|(?:tin,? )?(?:bài,? )?(?:ảnh)?)\s?:\s?(?P<name>.+)",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_]+\.?(?:\s[^\W\d_]+\.?){0,4}|[A-ZĐ](?:\.[A-ZĐ]){1,3}\.?")


@dataclass(frozen=True)
class Opening:
    """Positions are among the paragraphs; `body` is where items begin."""

    title: str | None
    title_lines: tuple[Paragraph, ...]
    """The paragraphs that hold it; none where it is the file's own."""
    days: Days | None
    subjects: str
    """The opening list's text; empty where there is none."""
    listed: range
    """The paragraphs that hold it."""
    body: int
    is_weekly: bool
    """A weekly bulletin's title or opening list was found."""


def find(paragraphs: Sequence[Paragraph], page_title: str | None) -> Opening:
    """The head of the bulletin; `page_title` is what the file itself is called, if anything."""
    top = paragraphs[:LOOKED_THROUGH]
    closing = next((at for at, each in enumerate(top) if headlines.closes(each.text)), None)
    at = _title(top[:closing])
    lines = _title_lines(top, at) if at is not None else ()
    title = " ".join(line.text for line in lines) or page_title
    first = 0 if at is None else top.index(lines[-1]) + 1
    body = first if closing is None else closing + 1
    while body < len(top) and top[body].text == title:  # printed again over the text
        body += 1
    days = _days([title or "", page_title or "", *(each.text for each in top[first:body][:5])])
    days = days or _days([each.text for each in top[body : body + 1]])
    listed = range(0) if closing is None else _listed(paragraphs, first, closing)
    return Opening(
        title=title,
        title_lines=lines,
        days=days,
        subjects="; ".join(paragraphs[each].body.rstrip(";, ") for each in listed),
        listed=listed,
        body=body,
        is_weekly=closing is not None or bool(days and title and WEEKLY.search(title)),
    )


def author(paragraphs: Sequence[Paragraph]) -> str | None:
    """The name that stands alone at the end of the text."""
    if not paragraphs:
        return None
    last = paragraphs[-1].text
    credit = CREDIT.fullmatch(last)
    name = (credit["name"] if credit else last).strip(" .")
    words = name.split()
    is_name = NAME.fullmatch(name) and len(words) <= 5 and all(word[0].isupper() for word in words)
    return name if is_name and (credit or len(words) >= 2 or "." in last) else None


def _title(top: Sequence[Paragraph]) -> int | None:
    """The line that says what the bulletin is and which days it covers."""
    told = [f"{each.text} {_days_below(top, at)}" for at, each in enumerate(top)]
    short = [at for at, each in enumerate(top) if len(each.text) <= LONGEST_TITLE]
    named = [at for at in short if WEEKLY.search(told[at])]
    dated = (at for at in named if days_covered.find(told[at]))
    undated = (at for at in named if at < TITLE_WITHIN and not top[at].is_ended)
    found = next(dated, None)
    return next(undated, None) if found is None else found


def _title_lines(top: Sequence[Paragraph], at: int) -> tuple[Paragraph, ...]:
    """The title with the line above it that says what it is, or below it that says the days."""
    above = top[at - 1] if at else None
    if above and WEEKLY_NAME.search(above.text) and not above.is_ended:
        return above, top[at]
    return (top[at], top[at + 1]) if _days_below(top, at) else (top[at],)


def _days_below(top: Sequence[Paragraph], at: int) -> str:
    """The line below that only says the days, if there is one."""
    below = top[at + 1].text if at + 1 < len(top) else ""
    return below if len(below) <= LONGEST_DAYS and days_covered.find(below) else ""


def _days(texts: Sequence[str]) -> Days | None:
    """The first days that are printed whole, else the first printed at all."""
    found = [days for text in texts if (days := days_covered.find(text))]
    return next((days for days in found if days.first), found[0] if found else None)


def _listed(paragraphs: Sequence[Paragraph], first: int, closing: int) -> range:
    """The opening list, also where its subjects stand on lines of their own."""
    start = closing
    while start > first and paragraphs[start - 1].text.endswith((";", ",")):
        start -= 1
    return range(start, closing + 1)
