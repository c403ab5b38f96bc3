"""Weeks in words: the days they cover, and how many documents of each status."""

from collections.abc import Mapping, Sequence

from lsdash.store.rows import WeekRow
from lsdash.text import Lang, count, figures, say
from lsdash.vocabulary import Status


def of_week(statuses: Mapping[str, int], weeks: Sequence[WeekRow], lang: Lang) -> str:
    """`8 văn bản trong tuần 02/03–08/03/2020: 4 đã quyết định, 3 kế hoạch, 1 đề nghị …`.

    `statuses` says how many documents have each status.
    """
    sentence = count(lang, "title.documents", sum(statuses.values()))
    if len(weeks) == 1:
        sentence += " " + say(lang, "title.in_week", week=week_span(weeks[0], lang))
    parts = [
        count(lang, f"title.status_{status}", statuses[status])
        for status in Status
        if statuses.get(status)
    ]
    return ": ".join(filter(None, (sentence, ", ".join(parts))))


def week_span(week: WeekRow, lang: Lang) -> str:
    return figures.span(week.period_from, week.period_to, lang)
