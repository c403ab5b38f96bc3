"""Tables of documents as splits of one whole: bars for the parts, and a table that closes or not.

A bulletin says how much; the document itself says how much for which district, trade or commune.
Columns beside the total stand beside it here too, and the rows of a group below it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lsdash import sentences
from lsdash.charts import parts
from lsdash.contents.blocks import Chart, Line, Look, Section, Table, Words, line, section, strong
from lsdash.contents.reading import Reading
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.text import pick, say
from lsdash.view import View
from lsdash.vocabulary import Unit

COLUMN = ": "
"""Parts the row from the head of its column in what a cell is called."""
FEWEST = 2
"""Parts that make a table worth showing."""


@dataclass(frozen=True)
class Split:
    """A whole with the parts that one table of the document gives."""

    whole: FactRow
    members: tuple[FactRow, ...]
    below: Mapping[str, tuple[FactRow, ...]] = field(default_factory=dict)
    """The parts of each member by its slug: other rows of a group, other columns of a row."""

    @property
    def name(self) -> str:
        return f"split-{self.whole.decision}-{self.members[0].slug}"

    @property
    def columns(self) -> int:
        """How many columns stand beside the total, the same in every row; 0 without any."""
        beside = {
            tuple(_after(each.subject_vi) for each in self.below[member.slug])
            for member in self.members
        }
        in_rows = all(
            each.paper_place == member.paper_place
            for member in self.members
            for each in self.below[member.slug]
        )
        return len(next(iter(beside))) if len(beside) == 1 and in_rows else 0

    @property
    def rows(self) -> Iterator[tuple[FactRow, bool]]:
        """The figures that have a row each, and whether it stands below the one before it."""
        for member in self.members:
            yield member, False
            if not self.columns:
                yield from ((each, True) for each in self.below[member.slug])

    @property
    def drawn(self) -> tuple[FactRow, ...]:
        """What has a bar: the rows of groups where every member is one, else the members."""
        if self.columns or not all(self.below[each.slug] for each in self.members):
            return self.members
        return tuple(each for member in self.members for each in self.below[member.slug])


def find(facts: Sequence[FactRow]) -> Iterator[Split]:
    """The splits by tables among these facts that no other split goes into, newest first.

    Shares of a whole that the document splits in numbers as well are left to those.
    """
    found = [*_all(facts)]
    numbers = {each.whole.decision for each in found if each.whole.unit != Unit.PERCENT}
    for each in found:
        if each.whole.unit != Unit.PERCENT or each.whole.decision not in numbers:
            yield each


def _all(facts: Sequence[FactRow]) -> Iterator[Split]:
    for whole in facts:
        if whole.part_of and any(each.slug == whole.part_of for each in facts):
            continue
        for members in (wholes.parts(whole, facts), *wholes.further_splits(whole, facts)):
            if len(members) >= FEWEST and all(each.unit_printed for each in members):
                below = {each.slug: tuple(wholes.parts(each, facts)) for each in members}
                yield Split(whole, tuple(members), below)


def sections(here: Reading, facts: Sequence[FactRow]) -> list[Section]:
    """Each split under its own heading, as a picture and as a table."""
    return [
        section(_title(here, each), _chart(here, each), _table(here, each)) for each in find(facts)
    ]


def _title(here: Reading, it: Split) -> str:
    subject = pick(here.lang, it.whole, "subject")
    return say(here.lang, "split.title", subject=subject, number=it.whole.number)


def _chart(here: Reading, it: Split) -> Chart:
    names = _names(here, it.drawn)
    parts_ = [
        replace(each, part_of=it.whole.slug, part_by=None, subject_vi=name, subject_en=name)
        for each, name in zip(it.drawn, names, strict=True)
    ]
    facts = [it.whole, *parts_]
    alt = "; ".join(sentences.told(each, here.lang) for each in facts)
    return Chart(it.name, alt, lambda theme: parts.by_part(it.whole, facts, here.lang, theme))


def _table(here: Reading, it: Split) -> Table:
    """A row a part with its share and its place, then what they come to beside what is stated."""
    lang = here.lang
    rows = [*it.rows]
    names = _names(here, [each for each, _ in rows])
    heads = ["what", "figure", "share", "source"]
    columns = [say(lang, f"split.{key}") for key in heads]
    if it.columns:
        beside = [_after(pick(lang, each, "subject")) for each in it.below[it.members[0].slug]]
        columns[2:2] = beside
    told = [
        _row(here, it, each, name, is_below=is_below)
        for (each, is_below), name in zip(rows, names, strict=True)
    ]
    return Table(f"{it.name}-rows", tuple(columns), (*told, _total(here, it)), _title(here, it))


def _row(here: Reading, it: Split, fact: FactRow, name: str, *, is_below: bool) -> tuple[Line, ...]:
    lang, whole = here.lang, it.whole
    closes = wholes.closes(whole, it.members)
    cells = it.below[fact.slug] if it.columns else ()
    look: Look = "strong" if it.below.get(fact.slug) and not it.columns else "plain"
    share = sentences.share(fact, whole.value, lang) if closes and wholes.is_exact(fact) else "—"
    return (
        line(say(lang, "table.part", subject=name) if is_below else Words(name, look)),
        line(sentences.figure(fact, lang)),
        *(line(sentences.figure(each, lang)) for each in cells),
        line(share),
        (Words(sentences.source(fact, lang), to=_to(here, fact)),),
    )


def _total(here: Reading, it: Split) -> tuple[Line, ...]:
    """What the rows come to, column by column, and whether that is the whole."""
    lang, whole = here.lang, it.whole
    closes = wholes.closes(whole, it.members)
    columns = zip(*(it.below[each.slug] for each in it.members), strict=True) if it.columns else ()
    stated = say(lang, "split.stated", figure=sentences.figure(whole, lang))
    return (
        strong(say(lang, "split.sum")),
        *(strong(sentences.valued(whole, _come_to(each), lang)) for each in (it.members, *columns)),
        line(say(lang, "chart.sum_closes" if closes else "chart.sum_does_not_close")),
        (
            Words(f"{stated} "),
            Words(sentences.source(whole, lang), to=_to(here, whole)),
        ),
    )


def _come_to(facts: Sequence[FactRow]) -> Decimal:
    return sum((each.value for each in facts if wholes.is_exact(each)), Decimal(0))


def _names(here: Reading, facts: Sequence[FactRow]) -> list[str]:
    """What the parts are called, without the head of their column where all stand in one."""
    names = [pick(here.lang, each, "subject") for each in facts]
    heads = {name.rpartition(COLUMN)[2] for name in names if COLUMN in name}
    if len(heads) != 1 or not all(COLUMN in name for name in names):
        return names
    return [name.rpartition(COLUMN)[0] for name in names]


def _after(subject: str) -> str:
    """The head of the column in the name of a cell: `Huyện Cao Lộc: Cát, đá`."""
    return subject.rpartition(COLUMN)[2]


def _to(here: Reading, fact: FactRow) -> View:
    return here.view.of_document(fact.decision, fact.slug)
