"""The same answers for programs: the grammar of the pages' links, rows as JSON, CSV or XLSX.

A pinned release answers the same for ever and may be kept for a day; `latest` is asked again each
time and says "not changed" by its ETag. Where a page would show a notice, a program gets an error
with the same notice: nothing is narrowed or widened without a word.
"""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date
from functools import partial, wraps
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import lsdash
from lsdash import settings, short_links
from lsdash.contents.effects import follow_up as tasks_of
from lsdash.contents.reading import Alone
from lsdash.errors import (
    LsdashError,
    ShortLinksError,
    SlowQuestionError,
    StoreAwayError,
    UnknownReleaseError,
    WithdrawnReleaseError,
)
from lsdash.export.tables import parquet, rows, workbook
from lsdash.export.tables.rows import Column
from lsdash.export.tables.sheets import Sheet
from lsdash.settings import Settings
from lsdash.store import depot, read, shelf
from lsdash.store.release import Release
from lsdash.text import LANGS, Lang, say
from lsdash.view import (
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
from lsdash.web.entrance import capacity, opening, sessions
from lsdash.web.routes import openapi
from lsdash.web.routes.openapi import FILE, FORMS, MAX_QUERY, MAX_SIZE, SIZE

log = logging.getLogger("lsdash")

PINNED = "public, max-age=86400"
"""Of a pinned release: it never changes but may be withdrawn, and whoever holds an answer learns of
that within a day. Asked again, what still stands is not sent again."""

NOTHING_RUNS = {"content-security-policy": "default-src 'none'; frame-ancestors 'none'"}
VARYING = {"vary": "accept-encoding"}
"""The server may pack an answer: its tag is weak, because the same tag goes with other bytes."""

PAGE_GRAMMAR = "decisions"
"""The page whose keys a question takes: the one with every filter."""

NOT_HERE = frozenset({Notice.UNKNOWN_FACT, Notice.UNKNOWN_WEEK})
"""What is asked for has its right form, and this release does not hold it."""

MOST_OF_MEMORY = 0.9
"""The share of its memory that a healthy server uses at most."""

OF_A_SCREEN = ("lang", "kiosk", "agenda", "at")
"""Keys of pages' links that say how to show and not what: they may stand in a question."""


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


@dataclass(frozen=True)
class Answer:
    """A sheet of a table, with the question and the link to the next sheet, if there is one."""

    asked: Question
    columns: Sequence[Column[Any]]
    rows: Sequence[rows.Row]
    following: str | None


@dataclass(frozen=True)
class Table:
    """What is asked for: columns, and how their rows are found, one more than a sheet takes."""

    name: str
    columns: Sequence[Column[Any]]
    find: Callable[[Question], Sequence[rows.Row]]


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
        except StoreAwayError as error:
            log.warning("%s", error)
            return _error(Refused(503, "away"))
        except LsdashError as error:
            log.error("%s", error)
            return _error(Refused(503, "unusable"))

    return answer


@_answering
def decisions(request: Request) -> Response:
    """`/api/decisions.{form}`: documents, newest first."""
    return _table(request, Table("decisions", rows.DECISION_COLUMNS, _decisions))


@_answering
def facts(request: Request) -> Response:
    """`/api/facts.{form}`: figures with the document and place that each stands in."""
    return _table(request, Table("facts", rows.FACT_COLUMNS, _facts))


@_answering
def relations(request: Request) -> Response:
    """`/api/relations.{form}`: what documents do to others, and figures to figures."""
    return _table(request, Table("relations", rows.RELATION_COLUMNS, _relations))


@_answering
def follow_up(request: Request) -> Response:
    """`/api/follow_up.{form}`: who must do what by when, and which requests wait."""
    return _table(request, Table("follow_up", rows.FOLLOW_UP_COLUMNS, _follow_up))


@_answering
def reports(request: Request) -> Response:
    """`/api/reports.{form}`: figures that were reported around the bulletins, oldest first."""
    return _table(request, Table("reports", rows.OBSERVATION_COLUMNS, _reports))


@_answering
def gate_states(request: Request) -> Response:
    """`/api/gate_states.{form}`: since when goods passed a gate, or did not, by whose report."""
    return _table(request, Table("gate_states", rows.GATE_STATE_COLUMNS, _gate_states))


@_answering
def releases(_request: Request) -> Response:
    """`/api/releases.json`: what is here, the current one first."""
    place = settings.read()
    opening.ensure(place)
    current = shelf.newest(place)
    found = [
        rows.release_row(
            manifest,
            is_current=manifest.release == current,
            documents=manifest.rows("decisions"),
        )
        for manifest in shelf.manifests(place)
    ]
    withdrawn = [
        {"release": stone.release, "reason": stone.reason, "replacement": stone.replacement}
        for stone in shelf.tombstones(place.releases)
    ]
    return _told({"releases": found, "withdrawn": withdrawn}, cache="no-cache")


@_answering
def release_file(request: Request) -> Response:
    """`/api/releases/<release>.duckdb`: the release itself, whole or in the ranges asked for."""
    place = settings.read()
    opening.ensure(place)
    name = request.path_params["release"]
    release = shelf.open_release(place, shelf.newest(place) if name == LATEST else name)
    return FileResponse(
        release.file,
        media_type=FILE,
        filename=f"lang-son-{release.name}.duckdb",
        headers={"cache-control": "no-cache" if name == LATEST else PINNED} | NOTHING_RUNS,
    )


@_answering
def health(_request: Request) -> Response:
    """`/healthz`: the current release opens, and the server has what it needs to go on."""
    place = settings.read()
    opening.ensure(place)
    manifest = shelf.open_release(place, shelf.newest(place)).manifest
    handles, memory = capacity.handles(), capacity.memory()
    problems = {
        "release": not shelf.is_as_opened(place, manifest.release),
        "handles": handles.free < sessions.RESERVE,
        "memory": memory.most is not None and memory.used > memory.most * MOST_OF_MEMORY,
        "links": not _links_can_be_read(place),
    }
    state = {
        "status": "unwell" if any(problems.values()) else "ok",
        "problems": [name for name, is_there in problems.items() if is_there],
        "release": manifest.release,
        "documents_to": manifest.documents_to,
        "built_at": f"{manifest.built_at.isoformat()}Z",
        "version": lsdash.__version__,
        "handles": asdict(handles),
        "memory_mb": asdict(memory),
        "store": _shared_store(place),
    }
    return _told(state, cache="no-store", status=503 if any(problems.values()) else 200)


def _shared_store(place: Settings) -> Mapping[str, object] | None:
    """Whether the store that machines share answers; None where there is none.

    It is no problem of this server, which goes on with what it has: a balancer that took away every
    server which cannot reach the store would leave readers with none.
    """
    store = depot.of(place)
    if store is None:
        return None
    away = store.away_seconds
    return {"is_away": away is not None, "away_seconds": None if away is None else int(away)}


def _links_can_be_read(place: Settings) -> bool:
    try:
        short_links.check(place)
    except ShortLinksError as error:
        log.error("%s", error)
        return False
    return True


def description(_request: Request) -> Response:
    """`/api/openapi.json`: this contract, for programs that read such descriptions."""
    return _told(openapi.document(), cache="no-cache")


def missing(request: Request) -> Response:
    """Any other address below `/api`."""
    return _error(Refused(404, "missing", path=request.url.path))


ROUTES = [
    Route("/api/decisions.{form}", decisions),
    Route("/api/facts.{form}", facts),
    Route("/api/relations.{form}", relations),
    Route("/api/follow_up.{form}", follow_up),
    Route("/api/reports.{form}", reports),
    Route("/api/gate_states.{form}", gate_states),
    Route("/api/releases.json", releases),
    Route("/api/releases/{release}.duckdb", release_file),
    Route("/api/openapi.json", description),
    Route("/api", missing),
    Route("/api/{rest:path}", missing),
    Route("/healthz", health),
]


def in_json(app: ASGIApp) -> ASGIApp:
    """What is refused before a question is read is told in JSON as well, in both languages."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        is_told = False

        async def forward(message: Message) -> None:
            nonlocal is_told
            if message["type"] == "http.response.start":
                refused = _refused_by_routing(scope, message)
                if refused:
                    is_told = True
                    await refused(scope, receive, send)
            if not is_told:
                await send(message)

        await app(scope, receive, forward)

    return answer


def _refused_by_routing(scope: Scope, start: Message) -> Response | None:
    """Our own words for an answer that is none of ours; None for one that is."""
    headers, status = Headers(raw=start["headers"]), int(start["status"])
    kind = headers.get("content-type", "")
    if kind.startswith("text/html") and status < 300:  # Streamlit's page: it knows no such address
        return _error(Refused(404, "missing", path=scope["path"]))
    if status < 400 or kind.startswith("application/json"):
        return None
    if status == 405:
        response = _error(Refused(405, "method", method=scope["method"]))
        response.headers["allow"] = headers.get("allow", "GET, HEAD")
        return response
    return _error(Refused(status, "unreadable", code=status))


def _decisions(asked: Question) -> Sequence[rows.Row]:
    if asked.view.document:
        found = _sheet(asked, [_document(asked)])
    else:
        filters = asked.view.applied()
        found = read.decisions(asked.release, filters, limit=asked.size + 1, offset=asked.offset)
    return [rows.decision_row(row, asked.release.name) for row in found]


def _facts(asked: Question) -> Sequence[rows.Row]:
    if asked.view.document:
        found = _sheet(asked, _facts_of_document(asked))
    else:
        found = read.facts(
            asked.release,
            asked.view.applied(),
            measures=asked.measures,
            limit=asked.size + 1,
            offset=asked.offset,
        )
    return [rows.fact_row(fact, asked.release.name) for fact in found]


def _facts_of_document(asked: Question) -> list[read.FactRow]:
    found = read.facts_of(asked.release, _document(asked).slug)
    if asked.view.fact:
        found = [fact for fact in found if fact.slug == asked.view.fact]
        if not found:
            told = Noticed(Notice.UNKNOWN_FACT, "fact", asked.view.fact)
            raise Refused(404, "not_here", [told])
    return [fact for fact in found if not asked.measures or fact.measure in asked.measures]


def _relations(asked: Question) -> Sequence[rows.Row]:
    """With a document, what it does and what is done to it."""
    one = _document(asked).slug if asked.view.document else ""
    found = read.related(
        asked.release,
        read.EVERYTHING if one else asked.view.applied(),
        document=one,
        limit=asked.size + 1,
        offset=asked.offset,
    )
    return rows.table_rows(found, rows.RELATION_COLUMNS, asked.release.name)


def _follow_up(asked: Question) -> Sequence[rows.Row]:
    here = Alone("vi", asked.view, asked.release)
    found = tasks_of.tasks(here, limit=asked.size + 1, offset=asked.offset)
    return rows.table_rows(found, rows.FOLLOW_UP_COLUMNS, asked.release.name)


def _reports(asked: Question) -> Sequence[rows.Row]:
    since, until = asked.view.filters.signed_from, asked.view.filters.signed_to
    found = _sheet(asked, read.observations(asked.release, (), since, until))
    return rows.table_rows(found, rows.OBSERVATION_COLUMNS, asked.release.name)


def _gate_states(asked: Question) -> Sequence[rows.Row]:
    """Those that begin in the days asked for."""
    since = asked.view.filters.signed_from or date.min
    until = asked.view.filters.signed_to or date.max
    every = read.gate_states(asked.release)
    found = _sheet(asked, [row for row in every if since <= row.date_from <= until])
    return rows.table_rows(found, rows.GATE_STATE_COLUMNS, asked.release.name)


def _document(asked: Question) -> read.DecisionRow:
    found = read.decision(asked.release, asked.view.document)
    if found is None:
        told = Noticed(Notice.UNKNOWN_DOCUMENT, "doc", asked.view.document)
        raise Refused(404, "not_here", [told])
    return found


Found = TypeVar("Found")


def _sheet(asked: Question, found: Sequence[Found]) -> Sequence[Found]:
    return found[asked.offset : asked.offset + asked.size + 1]


def _table(request: Request, table: Table) -> Response:
    form = request.path_params["form"]
    if form not in FORMS:
        raise Refused(404, "missing", path=request.url.path)
    asked = _question(request, table.name)
    found = table.find(asked)
    tag = f'W/"{asked.release.name}-{lsdash.__version__}"'
    kept = "no-cache" if asked.is_floating else PINNED
    headers = {"etag": tag, "cache-control": kept} | VARYING | NOTHING_RUNS
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    following = asked.link(asked.view.sheet + 1) if len(found) > asked.size else None
    if following:
        headers["link"] = f'<{following}>; rel="next"'
    if form != "json":
        name = f"lang-son-{table.name}-{asked.release.name}.{form}"
        headers["content-disposition"] = f'attachment; filename="{name}"'
    body = WRITE[form](Answer(asked, table.columns, found[: asked.size], following))
    return Response(body, media_type=FORMS[form], headers=headers)


def _has(request: Request, tag: str) -> bool:
    """Whether the program says that it has this answer already."""
    held = request.headers.get("if-none-match", "").split(",")
    same = {tag.removeprefix("W/"), "*"}
    return bool(same & {each.strip().removeprefix("W/") for each in held})


def _json(answer: Answer) -> bytes:
    asked = answer.asked
    told = {
        "release": asked.release.name,
        "link": asked.link(asked.view.sheet),
        "next": answer.following,
        "columns": rows.names(answer.columns),
        "rows": answer.rows,
    }
    return rows.json_text(told).encode()


def _csv(answer: Answer) -> bytes:
    """With a mark in front by which spreadsheets know UTF-8."""
    return rows.csv_text(answer.rows, rows.names(answer.columns)).encode("utf-8-sig")


def _xlsx(answer: Answer) -> bytes:
    """Stamped with the release's own time: a pinned answer stays the same, byte for byte."""
    asked = answer.asked
    notes = {"release": asked.release.name, "link": asked.link(asked.view.sheet)}
    notes |= {each.name: f"{each.says('vi')} / {each.says('en')}" for each in answer.columns}
    return workbook.xlsx(
        [Sheet(asked.table, answer.columns, answer.rows)],
        notes_name="notes",
        notes=notes,
        made_at=asked.release.manifest.built_at.replace(tzinfo=UTC),
    )


def _parquet(answer: Answer) -> bytes:
    asked = answer.asked
    notes = {"release": asked.release.name, "link": asked.link(asked.view.sheet)}
    return parquet.parquet(Sheet(asked.table, answer.columns, answer.rows), notes=notes)


WRITE: Mapping[str, Callable[[Answer], bytes]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
}


def _question(request: Request, table: str) -> Question:
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
    return Question(pinned, release, measures, size, is_floating, request.url.path)


def _shapeless(query: Mapping[str, Sequence[str]]) -> list[Noticed]:
    """Values that should be a code, a week, a day or a number and are nothing of the kind."""
    empty = [
        Noticed(Notice.UNKNOWN_VALUE, key.name)
        for key in openapi.KEYS
        if not key.may_be_empty and "" in query.get(key.name, ())
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


def _size(written: str | None, notices: list[Noticed]) -> int:
    if written is None:
        return SIZE
    size = int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 0
    if not 1 <= size <= MAX_SIZE:
        notices.append(Noticed(Notice.CLAMPED_INPUT, "size", written[:MAX_VALUE]))
    return size


def _told(value: object, *, cache: str, status: int = 200) -> Response:
    headers = {"cache-control": cache} | VARYING | NOTHING_RUNS
    text = rows.json_text(value)
    return Response(text, status_code=status, media_type=FORMS["json"], headers=headers)


def _error(refused: Refused) -> Response:
    def both(write: Callable[[Lang], str]) -> Mapping[str, str]:
        return {lang: write(lang) for lang in LANGS}

    body = {
        "error": refused.key,
        "message": both(lambda lang: say(lang, f"api.{refused.key}", **refused.values)),
        "notices": [
            {
                "notice": told.notice,
                "key": told.key,
                "value": told.value,
                "message": both(partial(_in_words, told)),
            }
            for told in refused.notices
        ],
    }
    headers = {"cache-control": "no-store"} | NOTHING_RUNS
    return JSONResponse(body, status_code=refused.status, headers=headers)


def _in_words(told: Noticed, lang: Lang) -> str:
    return say(lang, f"refused.{told.notice}", key=told.key, value=told.value)
