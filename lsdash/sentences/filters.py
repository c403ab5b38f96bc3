"""What a link and its filters say."""

from collections.abc import Sequence
from datetime import date

from lsdash.sentences.weeks import week_span
from lsdash.store.rows import WeekRow
from lsdash.text import Lang, figures, phrases, say
from lsdash.view import APPLIED, DATES, LISTS, OF_A_SUBJECT, Noticed, View


def notice(told: Noticed, lang: Lang) -> str:
    """What a reader should know about the link that was opened."""
    words = phrases(lang)
    filter_name = words.get(f"filters.{told.key}", told.key)
    return say(
        lang,
        f"notice.{told.notice}",
        key=words.get(f"input.{told.key}", told.key),
        value=told.value,
        name=f"“{filter_name}”",
    )


def narrowed(view: View, weeks: Sequence[WeekRow], lang: Lang) -> list[tuple[str, str, str]]:
    """The filters that narrow the view's page, as (query key, code, words)."""
    applies = APPLIED.get(view.page, OF_A_SUBJECT)
    said = [
        (key, value, filter_value(key, value, weeks, lang))
        for key, (name, _) in LISTS.items()
        if name in applies
        for value in getattr(view.filters, name)
    ]
    for key, name in DATES.items():
        on: date | None = getattr(view.filters, name)
        if on and name in applies:
            phrase = "filters.since" if key == "from" else "filters.up_to"
            day = figures.day(on, lang)
            said.append((key, on.isoformat(), say(lang, phrase, from_=day, to=day)))
    if view.filters.search and "search" in applies:
        phrase = "filters.searched_everywhere" if view.filters.everywhere else "filters.searched"
        said.append(("q", "", say(lang, phrase, search=view.filters.search)))
    for key, value in view.unread:
        unread = say(lang, "filters.unread", key=say(lang, f"filters.{key}"), value=value)
        said.append((key, value, unread))
    return said


def filter_value(key: str, value: str, weeks: Sequence[WeekRow], lang: Lang) -> str:
    """A filter's code in the reader's words; an unknown one stands as it was written."""
    if key == "week":
        week = next((week for week in weeks if week.slug == value), None)
        return week_span(week, lang) if week else value
    return phrases(lang).get(f"{key}.{value}", value)
