"""All rows of a release, one by one."""

from collections.abc import Iterator

from lsdash.model import folded
from lsdash.records import flags, standing
from lsdash.records.archive import Archive
from lsdash.records.context import Context
from lsdash.store.writing.tables.context import (
    NO_CONTEXT,
    bulletin_row,
    event_row,
    gate_row,
    gate_state_row,
    observation_row,
    outcome_row,
    search_row,
    topic_rows,
)
from lsdash.store.writing.tables.documents import belongings_of, decision_row, effect_rows
from lsdash.store.writing.tables.identity import digest
from lsdash.store.writing.tables.names import TableRow
from lsdash.store.writing.tables.words import words


def rows(
    archive: Archive, series: flags.Series, context: Context = NO_CONTEXT
) -> Iterator[TableRow]:
    """All rows of a release. Documents are numbered from 0 by date, then slug.

    A document comes before what hangs on it; `series` holds the numbers of all documents.
    """
    for bulletin in archive.bulletins:
        yield "bulletins", bulletin_row(bulletin)
        yield from topic_rows(bulletin)
    changes = standing.changes(archive)
    for at, (slug, decision) in enumerate(archive.items()):
        bulletin = archive.bulletin_of(slug)
        own = decision_row(decision, bulletin)
        belongings = list(
            belongings_of(decision, flags.find(decision, bulletin, series, changes.get(slug, ())))
        )
        yield "decisions", {"id": at, "digest": digest(own, belongings)} | own
        for word, wide in words(own, belongings).items():
            yield "words", {"decision": at, "folded": folded(word), "word": word, "wide": wide}
        for name, row in belongings:
            yield name, {"decision": at} | row
    yield from (("effects", row) for row in effect_rows(archive))
    yield from (("observations", observation_row(each)) for each in context.observations)
    yield from (("events", event_row(each)) for each in context.events)
    yield from (("gates", gate_row(each)) for each in context.gates)
    yield from (("gate_states", gate_state_row(each)) for each in context.standings)
    yield from (("outcomes", outcome_row(each)) for each in context.outcomes)
    yield from (("searches", search_row(each)) for each in context.searches)
