"""Weeks in words: the days they cover, and how many documents of each status."""

from collections.abc import Mapping, Sequence

from lsdash.store.rows import WeekRow
from lsdash.text import Lang, count, figures, say
from lsdash.vocabulary import Status

TOLD = "told"
"""Counted apart from what is decided: reports and the like."""


def of_week(
    statuses: Mapping[str, int], weeks: Sequence[WeekRow], lang: Lang, *, topics: int = 0
) -> str:
    """`8 văn bản trong tuần 02/03–08/03/2020: 4 đã quyết định, 3 kế hoạch, 1 đề nghị …`.

    `statuses` says how many documents have each status, and how many only tell of something;
    `topics` how much is told beside them.
    """
    documents = sum(statuses.values())
    if len(weeks) == 1 and weeks[0].partly_at_hand:
        told = [count(lang, "title.documents", documents)] if documents or not topics else []
        told += [count(lang, "partly.topics_n", topics)] if topics else []
        return say(lang, "partly.title", week=week_span(weeks[0], lang), told=", ".join(told))
    sentence = count(lang, "title.documents", documents)
    if len(weeks) == 1:
        sentence += " " + say(lang, "title.in_week", week=week_span(weeks[0], lang))
    parts = [
        count(lang, f"title.status_{status}", statuses[status])
        for status in (*Status, TOLD)
        if statuses.get(status)
    ]
    return ": ".join(filter(None, (sentence, ", ".join(parts))))


def week_and_part(week: WeekRow, lang: Lang) -> str:
    """`07/09–13/09/2020 · một phần`: the days, and that only a part of the bulletin is at hand."""
    span = week_span(week, lang)
    return f"{span} · {say(lang, 'partly.short')}" if week.partly_at_hand else span


def week_span(week: WeekRow, lang: Lang) -> str:
    return figures.span(week.period_from, week.period_to, lang)
