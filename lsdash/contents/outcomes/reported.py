"""What a subject's page ends with: what was reported later, beside what was promised, and the gaps.

Promise and outcome share a scale only where they are the same measure; else they stand side by side
in words, and what was not found is said as a gap.
"""

from collections.abc import Sequence

from lsdash.charts import outcomes as drawn
from lsdash.contents.blocks import (
    Block,
    Chart,
    Line,
    Listed,
    Said,
    Section,
    Table,
    Words,
    line,
    quiet,
)
from lsdash.contents.blocks import section as section_of
from lsdash.contents.outcomes import promises
from lsdash.contents.outcomes.promises import Promise
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import DecisionRow, OutcomeRow
from lsdash.text import figures, pick, publishers, say
from lsdash.vocabulary import OutcomeState


def later(here: Reading, decision: DecisionRow) -> Section:
    """Empty where nothing was looked for: an older release, or a week that is still new."""
    title = say(here.lang, "outcomes.later")
    found = promises.of_documents(here, [decision])
    reports = _reports(found) if any(each.search for each in found) else []
    gaps = _gaps(here, found)
    if not (reports or gaps):
        return section_of(title)
    blocks: list[Block | None] = [Said(quiet(say(here.lang, "outcomes.context")))]
    blocks += [_chart(here, found), _table(here, reports), gaps]
    return section_of(title, *blocks, is_detail=True)


def of_slug(here: Reading, slug: str) -> Section:
    """The same for a document by its slug."""
    decision = here.ask(read.decision, slug)
    return later(here, decision) if decision else section_of("")


def _reports(found: Sequence[Promise]) -> list[OutcomeRow]:
    """Every report once, oldest first."""
    rows = {row.id: row for each in found for row in each.reports}
    return sorted(rows.values(), key=lambda row: (row.period_to or row.period_from, row.id))


def _gaps(here: Reading, found: Sequence[Promise]) -> Listed | None:
    """One line for each thing that was sought in vain."""
    told = dict.fromkeys(
        promises.gap(here, each.search)
        for each in found
        if each.search and each.state in (OutcomeState.NOT_FOUND, OutcomeState.PARTLY)
    )
    return Listed(tuple(line(each) for each in told)) if told else None


def _chart(here: Reading, found: Sequence[Promise]) -> Chart | None:
    """What was promised and what was reported of the same measure, on one scale."""
    facts = [each.fact for each in found if each.fact and each.answering]
    rows = _reports([each for each in found if each.fact])
    own = [row for row in rows if row.value is not None and row.bears != "beside"]
    if not facts or not own:
        return None
    reports = [
        drawn.Report(
            promises.amount(here, row),
            pick(here.lang, row, "what"),
            float(row.value or 0),
            f"{publishers.named(row.publisher, here.lang)} · {promises.sure(here, row)}",
        )
        for row in own
    ]
    told = "; ".join(each.what for each in reports)
    alt = say(here.lang, "outcomes.chart_alt", told=told)
    return Chart("outcomes", alt, lambda theme: drawn.beside(facts, reports, here.lang, theme))


def _table(here: Reading, rows: Sequence[OutcomeRow]) -> Table | None:
    heads = ("when", "reported", "sure", "source")
    if not rows:
        return None
    return Table(
        "reported-later",
        tuple(say(here.lang, f"outcomes.{head}") for head in heads),
        tuple(_row(here, row) for row in rows),
        say(here.lang, "outcomes.later_alt"),
    )


def _row(here: Reading, row: OutcomeRow) -> tuple[Line, ...]:
    note = pick(here.lang, row, "note")
    return (
        line(_when(here, row)),
        (Words(promises.in_words(here, row)), Words(f" · {note}", "quiet")),
        line(promises.sure(here, row)),
        (Words(publishers.named(row.publisher, here.lang), to=row.address),),
    )


def _when(here: Reading, row: OutcomeRow) -> str:
    """A span; a day from which, or up to which, it holds."""
    if row.period_from and row.period_to:
        return figures.span(row.period_from, row.period_to, here.lang)
    if row.period_from:
        return say(here.lang, "outcomes.since", day=figures.day(row.period_from, here.lang))
    if row.period_to:
        return say(here.lang, "outcomes.up_to", day=figures.day(row.period_to, here.lang))
    return "—"
