"""Tables of documents as splits of one whole: bars for the parts, and a table that closes or not.

A bulletin says how much; the document itself says how much for which district, trade or commune.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lsdash import sentences
from lsdash.charts import parts
from lsdash.contents.blocks import Chart, Section, Table, Words, line, section
from lsdash.contents.reading import Reading
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.text import pick, say
from lsdash.view import View

FEWEST = 2
"""Parts that make a table worth showing."""


@dataclass(frozen=True)
class Split:
    """A whole with the parts that one table of the document gives."""

    whole: FactRow
    members: tuple[FactRow, ...]

    @property
    def name(self) -> str:
        return f"split-{self.whole.decision}-{self.members[0].slug}"


def find(facts: Sequence[FactRow]) -> Iterator[Split]:
    """The splits by tables among these facts that no other split goes into, newest first."""
    for whole in facts:
        if whole.part_of and any(each.slug == whole.part_of for each in facts):
            continue
        for members in (wholes.parts(whole, facts), *wholes.further_splits(whole, facts)):
            if len(members) >= FEWEST and all(each.unit_printed for each in members):
                yield Split(whole, tuple(members))


def sections(here: Reading, facts: Sequence[FactRow]) -> list[Section]:
    """Each split under its own heading, as a picture and as a table."""
    return [
        section(_title(here, each), _chart(here, each), _table(here, each)) for each in find(facts)
    ]


def _title(here: Reading, it: Split) -> str:
    subject = pick(here.lang, it.whole, "subject")
    return say(here.lang, "split.title", subject=subject, number=it.whole.number)


def _chart(here: Reading, it: Split) -> Chart:
    facts = [it.whole, *(replace(each, part_by=None) for each in it.members)]
    alt = "; ".join(sentences.told(each, here.lang) for each in facts)
    return Chart(it.name, alt, lambda theme: parts.by_part(it.whole, facts, here.lang, theme))


def _table(here: Reading, it: Split) -> Table:
    """A row a part with its share and its place, then what they come to beside what is stated."""
    lang, whole = here.lang, it.whole
    closes = wholes.closes(whole, it.members)
    rows = [
        (
            line(pick(lang, each, "subject")),
            line(sentences.figure(each, lang)),
            line(sentences.share(each, whole.value, lang) if closes else "—"),
            (Words(sentences.source(each, lang), to=_to(here, each)),),
        )
        for each in it.members
    ]
    come_to = sum((each.value for each in it.members if wholes.is_exact(each)), Decimal(0))
    total = (
        (Words(say(lang, "split.sum"), "strong"),),
        (Words(sentences.valued(whole, come_to, lang), "strong"),),
        line(say(lang, "chart.sum_closes" if closes else "chart.sum_does_not_close")),
        (
            Words(say(lang, "split.stated", figure=sentences.figure(whole, lang)) + " "),
            Words(sentences.source(whole, lang), to=_to(here, whole)),
        ),
    )
    heads = tuple(say(lang, f"split.{key}") for key in ("what", "figure", "share", "source"))
    return Table(f"{it.name}-rows", heads, (*rows, total), _title(here, it))


def _to(here: Reading, fact: FactRow) -> View:
    return here.view.of_document(fact.decision, fact.slug)
