"""The filters in force, in words."""

from datetime import date

from lsdash import sentences
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.text import figures, phrases, say
from lsdash.view import APPLIED, DATES, LISTS, OF_A_SUBJECT


def words(here: Reading) -> list[tuple[str, str, str]]:
    """The filters that narrow this page, as (query key, code, words)."""
    lang, view = here.lang, here.view
    applies = APPLIED.get(view.page, OF_A_SUBJECT)
    said = [
        (key, value, label(here, key, value))
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
        said.append(("q", "", say(lang, "filters.searched", search=view.filters.search)))
    for key, value in view.unread:
        unread = say(lang, "filters.unread", key=say(lang, f"filters.{key}"), value=value)
        said.append((key, value, unread))
    return said


def label(here: Reading, key: str, value: str) -> str:
    """A code in the reader's words; an unknown one stands as it was written."""
    if key == "week":
        week = next((week for week in here.ask(read.weeks) if week.slug == value), None)
        return sentences.week_span(week, here.lang) if week else value
    return phrases(here.lang).get(f"{key}.{value}", value)


def sentence(here: Reading) -> str:
    """All filters in one line: `Lĩnh vực: Y tế; Tình trạng: Kế hoạch`, or that there are none.

    One document at its own link is not narrowed by anything.
    """
    if here.view.document:
        return say(here.lang, "filters.one_document", number=_number(here))
    parts = [
        f"{say(here.lang, f'filters.{key}')}: {text}" if key in LISTS else text
        for key, _, text in words(here)
    ]
    return "; ".join(parts) or say(here.lang, "filters.none")


def _number(here: Reading) -> str:
    decision = here.ask(read.decision, here.view.document)
    return decision.number if decision else here.view.document
