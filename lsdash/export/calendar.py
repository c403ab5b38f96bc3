"""Days that fall due as an iCalendar file, which Outlook and phones subscribe to.

Every day is a whole day: it has no time, and so none in another time zone. The same rows are the
same bytes: the stamp of each entry is the release's own.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, timedelta

from icalendar import Calendar, Event

import lsdash
from lsdash.contents import filters_line
from lsdash.contents.outcomes.due_dates import DueDate
from lsdash.contents.reading import Reading
from lsdash.text import say
from lsdash.view import View

ASK_AGAIN = timedelta(hours=12)
"""How often a calendar that has subscribed should ask for news."""

ZONE = "Asia/Ho_Chi_Minh"


def ics(here: Reading, found: Sequence[DueDate], opens: Callable[[View], str]) -> bytes:
    """The days as a calendar in the reader's language; `opens` gives a view's whole address."""
    calendar = Calendar()
    calendar.add("prodid", f"-//lsdash//{lsdash.__version__}//{here.lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = say(here.lang, "due.calendar_name")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-caldesc", filters_line.sentence(here))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    for each in found:
        calendar.add_component(_event(here, each, opens))
    return bytes(calendar.to_ical())


def _event(here: Reading, each: DueDate, opens: Callable[[View], str]) -> Event:
    link = opens(here.view.of_document(each.decision, each.fact))
    event = Event()
    event.add("uid", f"{each.name}@lsdash")
    event.add("dtstamp", here.release.manifest.built_at.replace(tzinfo=UTC))
    event.add("dtstart", each.on)
    event.add("dtend", each.on + timedelta(days=1))
    key = "due.target" if each.is_horizon else "due.deadline"
    event.add("summary", say(here.lang, key, what=each.what))
    event.add(
        "description", "\n".join(filter(None, (each.who, f"{each.number}, {each.place}", link)))
    )
    event.add("categories", [say(here.lang, f"sector.{each.sector}")])
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    return event
