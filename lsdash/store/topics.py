"""What bulletins tell of without a document on record, by the filters that documents pass.

A topic is no document and is never counted as one: it has no number, kind, status or day.
"""

from collections import defaultdict
from collections.abc import Sequence

from lsdash.model import SEARCH_WORDS, Filters, folded, search_words
from lsdash.store.release import Release
from lsdash.store.rows import TopicRelationRow, TopicRow

EVERYTHING = Filters()
ALL = "all"
"""What kept topics are about: they are read together."""


def find(release: Release, filters: Filters = EVERYTHING) -> list[TopicRow]:
    """The topics that pass `filters`, newest week first. Raises QuestionError.

    None passes a filter of kinds or statuses; one of days lets in what the bulletin's days touch.
    """
    every: Sequence[TopicRow] | None = release.kept.find("topics", [ALL]).get(ALL)
    if every is None:
        every = _all(release)
        release.kept.keep("topics", {ALL: every})
    return [topic for topic in every if _passes(topic, filters)]


def _all(release: Release) -> list[TopicRow]:
    named: dict[tuple[str, int], list[TopicRelationRow]] = defaultdict(list)
    for row in release.ask("topic_relations", {}):
        named[row.pop("bulletin"), row.pop("topic")].append(TopicRelationRow(**row))
    return [
        TopicRow(**row, relations=tuple(named[row["bulletin"], row["position"]]))
        for row in release.ask("topics", {})
    ]


def _passes(topic: TopicRow, filters: Filters) -> bool:
    return (
        not filters.kinds
        and not filters.statuses
        and (not filters.sectors or topic.sector in filters.sectors)
        and (not filters.weeks or topic.bulletin in filters.weeks)
        and (not filters.signed_from or topic.period_to >= filters.signed_from)
        and (not filters.signed_to or topic.period_from <= filters.signed_to)
        and _has(topic, search_words(filters.search)[:SEARCH_WORDS])
    )


def _has(topic: TopicRow, wanted: Sequence[str]) -> bool:
    """Each word begins one of the topic's, with its marks where it is written with them."""
    texts = [topic.title_vi, topic.title_en]
    for each in topic.relations:
        texts += filter(None, (each.number, each.target_vi, each.target_en))
    words = [word for text in texts for word in search_words(text)]
    bare = [folded(word) for word in words]
    return all(
        any(each.startswith(word) for each in (bare if word == folded(word) else words))
        for word in wanted
    )
