"""What stands around the documents as rows: the bulletin, reports, events, gates, outcomes."""

from collections.abc import Iterator

from lsdash.model import Bulletin, Text
from lsdash.records.context import (
    Context,
    Event,
    Gate,
    GateStanding,
    Observation,
    Outcome,
    Reported,
    Search,
)
from lsdash.store.writing.tables.columns import text_columns
from lsdash.store.writing.tables.names import Row, TableRow

NO_CONTEXT = Context()


def bulletin_row(it: Bulletin) -> Row:
    return {
        "slug": it.slug,
        "province": it.province,
        "title": it.title,
        "period_from": it.period_from,
        "period_to": it.period_to,
        "author": it.author,
        "headlines": list(it.headlines),
        "headlines_complete": it.headlines_complete,
        **text_columns("publisher", it.origin.publisher),
        "address": it.origin.address,
        "text_sha256": it.origin.sha256,
        "papers_only": it.papers_only,
        "partly_at_hand": it.partly_at_hand,
        "invented": it.invented,
    }


def topic_rows(it: Bulletin) -> Iterator[TableRow]:
    """What the bulletin tells of without a document on record, and what each topic names."""
    for at, topic in enumerate(it.topics):
        own = {"bulletin": it.slug, "position": at, "sector": topic.sector}
        yield "topics", own | text_columns("title", topic.title)
        for position, relation in enumerate(topic.relations):
            yield (
                "topic_relations",
                {
                    "bulletin": it.slug,
                    "topic": at,
                    "position": position,
                    "kind": relation.kind,
                    **text_columns("target", relation.target),
                    "number": relation.number,
                    **text_columns("period", relation.period),
                },
            )


def observation_row(it: Observation) -> Row:
    return {
        "id": it.observation_id,
        "period_from": it.period_start,
        "period_to": it.period_end,
        "direction": it.direction,
        "measure": it.measure,
        "value": it.value,
        "unit": it.unit,
        "cumulative_since": it.cumulative_since,
        "published_on": it.source_published_on,
        "note_vi": it.note_vi,
        "note_en": it.note_en,
        **_reported(it),
    }


def event_row(it: Event) -> Row:
    return {
        "id": it.event_id,
        "date_from": it.date_start,
        "date_to": it.date_end,
        "kind": it.kind,
        **text_columns("summary", Text(vi=it.summary_vi, en=it.summary_en)),
        "decision": it.decision,
        **_reported(it),
    }


def gate_row(it: Gate) -> Row:
    return {
        "slug": it.gate,
        "name_vi": it.name_vi,
        "name_en": it.name_en,
        "border_order": it.border_order,
        "km_from_north": it.km_from_north,
        "commune": it.commune_2020,
        "commune_read": it.commune_read,
        "district": it.district_2020,
        "category": it.category_2020,
        "transport": it.transport,
        "opposite_vi": it.opposite_vi,
        "opposite_en": it.opposite_en,
        "note_vi": it.note_vi,
        "note_en": it.note_en,
        "addresses": list(it.source_urls),
    }


def gate_state_row(it: GateStanding) -> Row:
    return {
        "id": it.state_id,
        "gate": it.gate,
        "date_from": it.date_start,
        "state": it.state,
        "flags": list(it.flags),
        "evidence": list(it.evidence),
        "note_vi": it.note_vi,
        "note_en": it.note_en,
    }


def outcome_row(it: Outcome) -> Row:
    return {
        "id": it.outcome_id,
        "decision": it.decision,
        "facts": list(it.facts),
        "bears": it.bears,
        **text_columns("what", Text(vi=it.what_vi, en=it.what_en)),
        "value": it.value,
        "unit_vi": it.unit_vi,
        "unit_en": it.unit_en,
        "bound": it.bound,
        "period_from": it.period_from,
        "period_to": it.period_to,
        "document_number": it.document_number,
        "how_sure": it.how_sure,
        "publisher": it.source_publisher,
        "address": it.source_url,
        "published_on": it.source_published_on,
        "note_vi": it.note_vi,
        "note_en": it.note_en,
    }


def search_row(it: Search) -> Row:
    return {
        "decision": it.decision,
        "fact": it.fact,
        "until": it.until,
        "searched_to": it.searched_to,
        **text_columns("sought", Text(vi=it.sought_vi, en=it.sought_en)),
        **text_columns("would_answer", Text(vi=it.would_answer_vi, en=it.would_answer_en)),
    }


def _reported(it: Reported) -> Row:
    return {
        "place": it.place,
        "place_kind": it.place_kind,
        "flags": list(it.flags),
        "publisher": it.source_publisher,
        "address": it.source_url,
        "source_read": it.source_read,
    }
