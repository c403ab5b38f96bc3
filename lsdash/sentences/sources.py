"""Where a figure comes from: its place in a document, or the formula that it is derived by."""

import re
from collections.abc import Sequence
from decimal import Decimal

from lsdash.sentences.facts import figure, scale_of
from lsdash.store.rows import FactRow
from lsdash.text import Lang, figures, pick, say

TERM = re.compile(r"\s*([+−])\s*")
"""What stands between the terms of a formula."""


def formula(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """A derived figure's sum with its numbers: `10.000 + 8.300`, `510 + 50`.

    A term is the slug of a fact of the same document, both slugs of another's, or a value in base
    units as `#510`. All are written with the sum's own multiplier.
    """
    by_name = {f"{each.decision}/{each.slug}": each for each in facts}
    by_name |= {each.slug: each for each in facts if each.decision == fact.decision}
    scale = scale_of(fact, lang)
    written = []
    for part in TERM.split(fact.formula or ""):
        if part in by_name:
            written.append(figures.amount(by_name[part].value, scale, lang))
        elif part.startswith("#"):
            written.append(figures.amount(Decimal(part[1:]), scale, lang))
        elif part in "+−":
            written.append(part)
    return " ".join(written).strip("+− ")


def place(item: int | None, paragraph: int | None, lang: Lang, in_paper: str | None = None) -> str:
    """`mục 1, đoạn 2`, paragraph 0 being the heading; `Phụ lục 1, dòng 3 của văn bản`; or both."""
    if item is None:
        return paper_place(in_paper, lang) if in_paper else say(lang, "source.paper_alone")
    key = "source.place" if paragraph else "source.heading"
    told = say(lang, key, item=item, paragraph=paragraph)
    return f"{told}; {paper_place(in_paper, lang)}" if in_paper else told


def place_of(fact: FactRow, lang: Lang) -> str:
    """As `place`, with the page of a source that was a scan: `Phụ lục 1, dòng 3 của văn bản (bản
    quét, trang 2)`."""
    told = []
    if fact.item is not None:
        told.append(_scanned(place(fact.item, fact.paragraph, lang), fact.scan_page, lang))
    if fact.paper_place:
        told.append(_scanned(paper_place(fact.paper_place, lang), fact.paper_scan_page, lang))
    return "; ".join(told)


def _scanned(place: str, page: int | None, lang: Lang) -> str:
    return say(lang, "source.scanned", place=place, page=page) if page else place


def paper_place(code: str, lang: Lang) -> str:
    """`annex-1.row-3` → `Phụ lục 1, dòng 3 của văn bản`."""
    parts = [part.partition("-") for part in code.split(".")]
    told = [say(lang, f"paper.{kind}", n=number.replace("-", ".")) for kind, _, number in parts]
    return say(lang, "paper.of", place=", ".join(told))


def source(fact: FactRow, lang: Lang) -> str:
    """`381/QĐ-UBND · 05/03/2020 · mục 1, đoạn 2`; a derived figure has its document alone."""
    parts = [fact.number, figures.day(fact.signed_on, lang)]
    if fact.source:
        parts.append(place_of(fact, lang))
    return " · ".join(parts)


def basis(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """`nêu trong văn bản`, or `suy ra: 10.000 + 8.300`."""
    if fact.is_derived:
        return say(lang, "basis.derived_from", formula=formula(fact, facts, lang))
    return say(lang, "basis.stated")


def hover(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """Everything that a mark says when pointed at, line by line."""
    lines = [pick(lang, fact, "subject"), figure(fact, lang), basis(fact, facts, lang)]
    if fact.printed:
        lines.append(say(lang, "fact.printed_as", printed=fact.printed))
    return "\n".join([*lines, source(fact, lang)])
