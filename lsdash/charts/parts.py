"""A sum split over many: a row for each part, with its words beside the bar or above it."""

from collections.abc import Sequence
from dataclasses import replace

from lsdash import sentences
from lsdash.charts import bounds
from lsdash.charts.rows import PHONE, THIN, Axis, Figure, Mark, Row, draw
from lsdash.charts.style import MEETING, Theme
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.text import Lang, pick, say

STACKED = 3
"""Parts that stand in one bar; more of them have a row each."""

ROOMS = (2.6, 3.4, 5)
"""Lengths of the axis in lengths of the longest bar, so that words have room right of the bars."""

ROOM = int(PHONE / MEETING)
"""How far words run: a meeting's screen shows them larger, and may be a phone."""

LETTER = 16
"""Of a bold letter beside a bar, in the measure in which a phone's line has ROOM."""


def by_part(
    whole: FactRow,
    facts: Sequence[FactRow],
    lang: Lang,
    theme: Theme,
    among: Sequence[FactRow] = (),
) -> Figure:
    """The parts of one whole in the document's order, each with its share where the sum closes.

    Parts that are not exact, or are below nought, are words without a bar; so are those in another
    unit, which are found `among` all figures of the document.
    """
    own = wholes.parts(whole, facts)
    top = max([float(part.value) for part in own if _has_bar(part)], default=1.0) or 1.0
    axes = [Axis(0, top * room) for room in ROOMS]
    axis = next((each for each in axes if _has_room(own, whole, each, lang)), Axis(0, top * 1.02))
    elsewhere = wholes.parts_elsewhere(whole, among)
    note = listed([], whole, lang, elsewhere) if elsewhere else closing(whole, own, lang)
    head = Row(sentences.figure(whole, lang), pick(lang, whole, "subject"), note=note, room=ROOM)
    return draw([head, *rows(whole, own, facts, axis, lang)], axis, theme)


def apart(whole: FactRow, facts: Sequence[FactRow]) -> list[FactRow]:
    """The parts of a whole that have a row each; none where they stand in one bar."""
    own = wholes.parts(whole, facts)
    return own if len(own) > STACKED else []


def rows(
    whole: FactRow, own: Sequence[FactRow], facts: Sequence[FactRow], axis: Axis, lang: Lang
) -> list[Row]:
    """A row a part on this axis; where words of one would not fit beside its bar, all are above."""
    is_beside = _has_room(own, whole, axis, lang)
    return [_row(part, whole, own, facts, lang, is_beside=is_beside) for part in own]


def closing(whole: FactRow, own: Sequence[FactRow], lang: Lang) -> str:
    """Whether the parts add up to the whole, in words; nothing where one of them is not exact."""
    if not all(map(wholes.is_exact, (whole, *own))):
        return ""
    if wholes.closes(whole, own):
        return say(lang, "chart.sum_closes")
    is_older = wholes.is_older(whole, own)
    return say(lang, "chart.sum_before" if is_older else "chart.sum_does_not_close")


def listed(
    members: Sequence[FactRow], whole: FactRow, lang: Lang, elsewhere: Sequence[FactRow] = ()
) -> str:
    """`= 7.917 cát, đá (79,2%) + 2.083 thi công (20,8%) ✓`: shares only where the sum closes.

    With parts `elsewhere`, in another unit, nothing is added up.
    """
    if elsewhere or not all(map(wholes.is_exact, members)):
        each = [_part(part, sentences.figure(part, lang), lang) for part in [*members, *elsewhere]]
        return say(lang, "chart.parts", parts="; ".join(each))
    is_closed = wholes.closes(whole, members)
    told = []
    for part in members:
        share = sentences.share(part, whole.value, lang) if is_closed else ""
        told.append(_part(part, sentences.beside(part, whole, lang), lang, share))
    parts = " + ".join(told)
    if not wholes.is_exact(whole):
        return say(lang, "chart.parts", parts=parts)
    if is_closed:
        return say(lang, "chart.closes", parts=parts)
    is_older = wholes.is_older(whole, members)
    return say(lang, "chart.closed_before" if is_older else "chart.does_not_close", parts=parts)


def _part(part: FactRow, amount: str, lang: Lang, share: str = "") -> str:
    key = "chart.part" if share else "chart.part_alone"
    return say(lang, key, amount=amount, subject=sentences.inner(part, lang), share=share)


def _row(
    part: FactRow,
    whole: FactRow,
    own: Sequence[FactRow],
    facts: Sequence[FactRow],
    lang: Lang,
    *,
    is_beside: bool,
) -> Row:
    if not _has_bar(part):
        return Row("", f"{sentences.figure(part, lang)} · {pick(lang, part, 'subject')}", room=ROOM)
    words = _words(part, whole, own, lang)
    mark = Mark(
        0,
        float(part.value),
        bounds.fill(part),
        hover=sentences.hover(part, facts, lang),
        source=(part.decision, part.slug),
        ends=("", words if is_beside else ""),
    )
    if is_beside:
        return Row("", marks=(mark,))
    return Row("", words, marks=(replace(mark, height=THIN),), room=ROOM)


def _words(part: FactRow, whole: FactRow, own: Sequence[FactRow], lang: Lang) -> str:
    """`1.500 · Huyện Cao Lộc (23,4%)`."""
    closes = wholes.closes(whole, own)
    share = f" ({sentences.share(part, whole.value, lang)})" if closes else ""
    return f"{sentences.beside(part, whole, lang)} · {pick(lang, part, 'subject')}{share}"


def _has_room(own: Sequence[FactRow], whole: FactRow, axis: Axis, lang: Lang) -> bool:
    """Whether a phone shows the words of every part right of its bar."""
    return all(
        float(part.value) / axis.end + len(_words(part, whole, own, lang)) * LETTER / ROOM <= 1
        for part in own
        if _has_bar(part)
    )


def _has_bar(part: FactRow) -> bool:
    return wholes.is_exact(part) and part.value > 0
