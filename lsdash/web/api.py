"""The same answers for programs: the grammar of the pages' links, rows as JSON, CSV or XLSX.

A pinned release answers the same for ever and may be kept for ever; `latest` is asked again each
time and says "not changed" by its ETag. Where a page would show a notice, a program gets an error
with the same notice: nothing is narrowed or widened without a word.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from functools import wraps
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import lsdash
from lsdash import sentences, settings
from lsdash.errors import LsdashError, SlowQuestionError, UnknownReleaseError, WithdrawnReleaseError
from lsdash.export import rows, workbook
from lsdash.export.rows import Column
from lsdash.export.sheets import Sheet
from lsdash.store import read, shelf
from lsdash.store.release import Release
from lsdash.text import LANGS, say
from lsdash.view import LATEST, Notice, Noticed, View, from_query, to_query
from lsdash.vocabulary import Measure
from lsdash.web import openapi

log = logging.getLogger("lsdash")

MAX_QUERY = 4000
"""Characters of a query."""

SIZE, MAX_SIZE = 1000, 10_000
"""Rows of a sheet: as a rule, and at most."""

FOR_EVER = "public, max-age=31536000, immutable"
FORMS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PAGE_GRAMMAR = "decisions"
"""The page whose keys a question takes: the one with every filter."""


class Refused(Exception):
    """A question that is answered with an error: status, what to say, and its notices."""

    def __init__(self, status: int, key: str, notices: Sequence[Noticed] = (), **values: object):
        super().__init__(key)
        self.status, self.key, self.notices, self.values = status, key, notices, values


@dataclass(frozen=True)
class Question:
    """What a program asks: a view in an open release, measures, and how many rows."""

    view: View
    release: Release
    measures: tuple[Measure, ...]
    size: int
    is_floating: bool
    path: str

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
        if self.size != SIZE:
            query["size"] = [str(self.size)]
        return f"{self.path}?{urlencode(query, doseq=True)}"


Asker = Callable[[Question], list[rows.Row]]


def _answering(handler: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """What goes wrong becomes an answer in JSON, in both languages."""

    @wraps(handler)
    def answer(request: Request) -> Response:
        try:
            return handler(request)
        except Refused as refused:
            return _error(refused)
        except UnknownReleaseError as error:
            return _error(Refused(404, "unknown_release", release=error.release))
        except WithdrawnReleaseError as error:
            why = error.reason or "—"
            return _error(Refused(410, "withdrawn_release", release=error.release, reason=why))
        except SlowQuestionError:
            return _error(Refused(503, "slow"))
        except LsdashError as error:
            log.error("%s", error)
            return _error(Refused(503, "unusable"))

    return answer


@_answering
def decisions(request: Request) -> Response:
    """`/api/decisions.json|csv|xlsx`: documents, newest first."""
    return _table(request, _decisions, rows.DECISION_COLUMNS)


@_answering
def facts(request: Request) -> Response:
    """`/api/facts.json|csv|xlsx`: figures with the document and place that each stands in."""
    return _table(request, _facts, rows.FACT_COLUMNS)


@_answering
def releases(_request: Request) -> Response:
    """`/api/releases.json`: what is here, the current one first."""
    place = settings.read()
    current = shelf.newest(place)
    found = [
        rows.release_row(
            manifest,
            is_current=manifest.release == current,
            documents=read.count(shelf.open_release(place, manifest.release)).documents,
        )
        for manifest in shelf.manifests(place)
    ]
    withdrawn = [
        {"release": stone.release, "reason": stone.reason, "replacement": stone.replacement}
        for stone in shelf.tombstones(place.releases)
    ]
    body = rows.json_text({"releases": found, "withdrawn": withdrawn})
    return Response(body, media_type=FORMS["json"], headers={"cache-control": "no-cache"})


@_answering
def health(_request: Request) -> Response:
    """`/healthz`: the current release opens."""
    place = settings.read()
    manifest = shelf.open_release(place, shelf.newest(place)).manifest
    state = {
        "status": "ok",
        "release": manifest.release,
        "documents_to": manifest.documents_to,
        "built_at": f"{manifest.built_at.isoformat()}Z",
        "version": lsdash.__version__,
    }
    body = rows.json_text(state)
    return Response(body, media_type=FORMS["json"], headers={"cache-control": "no-store"})


def description(_request: Request) -> Response:
    """`/api/openapi.json`: this contract, for programs that read such descriptions."""
    body = rows.json_text(openapi.document())
    return Response(body, media_type=FORMS["json"], headers={"cache-control": "no-cache"})


def missing(request: Request) -> Response:
    return _error(Refused(404, "missing", path=request.url.path))


ROUTES = [
    Route("/api/decisions.{form}", decisions),
    Route("/api/facts.{form}", facts),
    Route("/api/releases.json", releases),
    Route("/api/openapi.json", description),
    Route("/api/{rest:path}", missing),
    Route("/healthz", health),
]


def _decisions(asked: Question) -> list[rows.Row]:
    if asked.view.document:
        found = [_document(asked)]
    else:
        filters = asked.view.applied()
        found = read.decisions(asked.release, filters, limit=asked.size + 1, offset=asked.offset)
    return [rows.decision_row(row, asked.release.name) for row in found]


def _facts(asked: Question) -> list[rows.Row]:
    if asked.view.document:
        wanted = _document(asked).slug
        found = read.facts_of(asked.release, wanted)
        if asked.view.fact:
            found = [fact for fact in found if fact.slug == asked.view.fact]
            if not found:
                raise Refused(
                    404, "not_here", [Noticed(Notice.UNKNOWN_FACT, "fact", asked.view.fact)]
                )
        found = [fact for fact in found if not asked.measures or fact.measure in asked.measures]
    else:
        found = read.facts(
            asked.release,
            asked.view.applied(),
            measures=asked.measures,
            limit=asked.size + 1,
            offset=asked.offset,
        )
    return [rows.fact_row(fact, asked.release.name) for fact in found]


def _document(asked: Question) -> read.DecisionRow:
    found = read.decision(asked.release, asked.view.document)
    if found is None:
        told = Noticed(Notice.UNKNOWN_DOCUMENT, "doc", asked.view.document)
        raise Refused(404, "not_here", [told])
    return found


def _table(request: Request, ask: Asker, columns: Sequence[Column[Any]]) -> Response:
    form = request.path_params["form"]
    if form not in FORMS:
        raise Refused(404, "missing", path=request.url.path)
    asked = _question(request)
    tag = f'"{asked.release.name}-{lsdash.__version__}"'
    headers = {"etag": tag, "cache-control": "no-cache" if asked.is_floating else FOR_EVER}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    found = ask(asked)
    more = len(found) > asked.size
    found = found[: asked.size]
    following = asked.link(asked.view.sheet + 1) if more else None
    if following:
        headers["link"] = f'<{following}>; rel="next"'
    if form == "json":
        body: str | bytes = rows.json_text(
            {
                "release": asked.release.name,
                "link": asked.link(asked.view.sheet),
                "next": following,
                "columns": rows.names(columns),
                "rows": found,
            }
        )
    elif form == "csv":
        body = rows.csv_text(found, rows.names(columns)).encode("utf-8-sig")
    else:
        body = workbook.xlsx(
            [Sheet(asked.table, columns, found)],
            notes_name="notes",
            notes=_notes(asked, columns),
            made_at=asked.release.manifest.built_at.replace(tzinfo=UTC),
        )
    return Response(body, media_type=FORMS[form], headers=headers)


def _notes(asked: Question, columns: Sequence[Column[Any]]) -> dict[str, str]:
    """What the sheet is and what its columns hold; not when it was made: a pinned answer stays."""
    told = {"release": asked.release.name, "link": asked.link(asked.view.sheet)}
    return told | {column.name: f"{column.says('vi')} / {column.says('en')}" for column in columns}


def _question(request: Request) -> Question:
    """The question in a request's query. Raises Refused for anything that a page would tell of."""
    if len(request.url.query) > MAX_QUERY:
        raise Refused(414, "long_query", most=MAX_QUERY)
    query = parse_qs(request.url.query, keep_blank_values=True)
    query.pop("lang", None)
    notices: list[Noticed] = []
    measures = _measures(query.pop("measure", []), notices)
    size = _size(query.pop("size", [""])[-1], notices)
    view, told = from_query(query, PAGE_GRAMMAR)
    notices += [each for each in told if each.notice != Notice.RENAMED]
    place = settings.read()
    is_floating = view.release in ("", LATEST)
    release = shelf.open_release(place, shelf.newest(place) if is_floating else view.release)
    held = {week.slug for week in read.weeks(release)}
    notices += [
        Noticed(Notice.UNKNOWN_WEEK, "week", week)
        for week in view.filters.weeks
        if week not in held
    ]
    if notices:
        raise Refused(400, "unread", notices)
    pinned = replace(view, release=release.name)
    return Question(pinned, release, measures, size, is_floating, request.url.path)


def _measures(written: Sequence[str], notices: list[Noticed]) -> tuple[Measure, ...]:
    known = {str(measure): measure for measure in Measure}
    notices += [
        Noticed(Notice.UNKNOWN_VALUE, "measure", each) for each in written if each not in known
    ]
    return tuple(known[each] for each in sorted(set(written)) if each in known)


def _size(written: str, notices: list[Noticed]) -> int:
    if not written:
        return SIZE
    size = int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 0
    if not 1 <= size <= MAX_SIZE:
        notices.append(Noticed(Notice.CLAMPED_INPUT, "size", written))
    return size


def _error(refused: Refused) -> Response:
    def both(write: Callable[[Any], str]) -> Mapping[str, str]:
        return {lang: write(lang) for lang in LANGS}

    body = {
        "error": refused.key,
        "message": both(lambda lang: say(lang, f"api.{refused.key}", **refused.values)),
        "notices": [
            {
                "notice": told.notice,
                "key": told.key,
                "value": told.value,
                "message": both(lambda lang, told=told: sentences.notice(told, lang)),  # type: ignore[misc]
            }
            for told in refused.notices
        ],
    }
    headers = {"cache-control": "no-store"}
    return JSONResponse(body, status_code=refused.status, headers=headers)
