"""What a program asks, read from the query. What a page would tell of is refused."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request

from lsdash import settings
from lsdash.contents.outcomes import promises
from lsdash.store import read, shelf
from lsdash.store.release import Release
from lsdash.view import (
    DUE,
    KNOWN_KEYS,
    LATEST,
    MAX_VALUE,
    WEEK,
    Notice,
    Noticed,
    View,
    from_query,
    to_query,
)
from lsdash.vocabulary import Measure
from lsdash.web.entrance import opening
from lsdash.web.routes import openapi
from lsdash.web.routes.api.responses import Refused
from lsdash.web.routes.openapi import MAX_QUERY, MAX_SIZE, SIZE

PAGE_GRAMMAR = "decisions"
"""The page whose keys a question takes: the one with every filter."""

NOT_HERE = frozenset({Notice.UNKNOWN_FACT, Notice.UNKNOWN_WEEK})
"""What is asked for has its right form, and this release does not hold it."""

OF_A_SCREEN = ("lang", "kiosk", "screen", "agenda", "at")
"""Keys of pages' links that say how to show and not what: they may stand in a question."""


@dataclass(frozen=True)
class Question:
    """What a program asks: a view in an open release, measures, and how many rows."""

    view: View
    release: Release
    measures: tuple[Measure, ...]
    size: int
    is_floating: bool
    path: str
    due: str = promises.ANY_YEAR
    """A year in which promises fall due, or every one."""

    @property
    def table(self) -> str:
        """`facts`: what is asked for."""
        return self.path.rsplit("/", 1)[-1].partition(".")[0]

    @property
    def offset(self) -> int:
        return (self.view.sheet - 1) * self.size

    def link(self, sheet: int) -> str:
        """The same question for another sheet, pinned to the release that has answered."""
        query = to_query(replace(self.view, sheet=sheet)) | {"measure": [*self.measures]}
        if self.due != promises.ANY_YEAR:
            query["due"] = [self.due]
        if self.size != SIZE:
            query["size"] = [str(self.size)]
        return f"{self.path}?{urlencode(query, doseq=True)}"


def question_of(request: Request, table: str) -> Question:
    """The question in a request's query. Raises Refused for anything that a page would tell of."""
    if len(request.url.query) > MAX_QUERY:
        raise Refused(414, "long_query", most=MAX_QUERY)
    query = parse_qs(request.url.query, keep_blank_values=True)
    query = {key: values for key, values in query.items() if key not in OF_A_SCREEN}
    keys = openapi.keys_of(table)
    of_pages = [key for key in query if key in KNOWN_KEYS - keys]
    notices = [Noticed(Notice.UNKNOWN_KEY, key) for key in of_pages]
    query = {key: values for key, values in query.items() if key not in of_pages}
    notices += _shapeless(query)
    measures = _measures(query.pop("measure", []), notices) if "measure" in keys else ()
    due = _due(query.pop("due", []), notices) if "due" in keys else promises.ANY_YEAR
    size = _size(query.pop("size", [None])[-1], notices)
    view, told = from_query(query, PAGE_GRAMMAR)
    notices += [each for each in told if each.notice != Notice.RENAMED]
    place = settings.read()
    opening.ensure(place)
    is_floating = view.release in ("", LATEST)
    release = shelf.open_release(place, shelf.newest(place) if is_floating else view.release)
    held = {week.slug for week in read.weeks(release)}
    notices += [
        Noticed(Notice.UNKNOWN_WEEK, "week", week)
        for week in view.filters.weeks
        if re.fullmatch(WEEK, week, re.ASCII) and week not in held
    ]
    if notices and all(each.notice in NOT_HERE for each in notices):
        raise Refused(404, "not_here", notices)
    if notices:
        raise Refused(400, "unread", notices)
    pinned = replace(view, release=release.name)
    return Question(pinned, release, measures, size, is_floating, request.url.path, due)


def _shapeless(query: Mapping[str, Sequence[str]]) -> list[Noticed]:
    """Values that should be a code, a week, a day or a number and are nothing of the kind."""
    empty = [
        Noticed(Notice.UNKNOWN_VALUE, key.name)
        for key in openapi.KEYS
        if not key.may_be_empty and any(not each.strip() for each in query.get(key.name, ()))
    ]
    return empty + [
        Noticed(Notice.UNKNOWN_VALUE, "week", week[:MAX_VALUE])
        for week in query.get("week", ())
        if week and not re.fullmatch(WEEK, week, re.ASCII)
    ]


def _measures(written: Sequence[str], notices: list[Noticed]) -> tuple[Measure, ...]:
    known = {str(measure): measure for measure in Measure}
    given = sorted({each for each in written if each})
    notices += [
        Noticed(Notice.UNKNOWN_VALUE, "measure", each[:MAX_VALUE])
        for each in given
        if each not in known
    ]
    return tuple(known[each] for each in given if each in known)


def _due(written: Sequence[str], notices: list[Noticed]) -> str:
    if not written:
        return promises.ANY_YEAR
    if not re.fullmatch(DUE, written[-1], re.ASCII):
        notices.append(Noticed(Notice.UNKNOWN_VALUE, "due", written[-1][:MAX_VALUE]))
    return written[-1]


def _size(written: str | None, notices: list[Noticed]) -> int:
    if written is None:
        return SIZE
    size = int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 0
    if not 1 <= size <= MAX_SIZE:
        notices.append(Noticed(Notice.CLAMPED_INPUT, "size", written[:MAX_VALUE]))
    return size
