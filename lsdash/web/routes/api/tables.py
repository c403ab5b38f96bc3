"""Documents, figures, relations and what is to be done, sheet by sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response

import lsdash
from lsdash.contents.effects import follow_up as tasks_of
from lsdash.contents.outcomes import promises
from lsdash.contents.reading import Alone
from lsdash.export.tables import rows
from lsdash.export.tables.rows import Column
from lsdash.store import read
from lsdash.store import topics as topics_of
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.view import Notice, Noticed
from lsdash.web.routes.api.forms import WRITE, Answer
from lsdash.web.routes.api.question import Question, question_of
from lsdash.web.routes.api.refusals import answering
from lsdash.web.routes.api.responses import NOTHING_RUNS, PINNED, VARYING, Refused, has
from lsdash.web.routes.openapi import FORMS


@dataclass(frozen=True)
class Table:
    """What is asked for: columns, and how their rows are found, one more than a sheet takes."""

    name: str
    columns: Sequence[Column[Any]]
    find: Callable[[Question], Sequence[rows.Row]]


@answering
def decisions(request: Request) -> Response:
    """`/api/decisions.{form}`: documents, newest first."""
    return _table(request, Table("decisions", rows.DECISION_COLUMNS, _decisions))


@answering
def facts(request: Request) -> Response:
    """`/api/facts.{form}`: figures with the document and place that each stands in."""
    return _table(request, Table("facts", rows.FACT_COLUMNS, _facts))


@answering
def relations(request: Request) -> Response:
    """`/api/relations.{form}`: what documents do to others, and figures to figures."""
    return _table(request, Table("relations", rows.RELATION_COLUMNS, _relations))


@answering
def follow_up(request: Request) -> Response:
    """`/api/follow_up.{form}`: who must do what by when, and which requests wait."""
    return _table(request, Table("follow_up", rows.FOLLOW_UP_COLUMNS, _follow_up))


@answering
def outcomes(request: Request) -> Response:
    """`/api/outcomes.{form}`: what is promised, and what was reported of it later."""
    return _table(request, Table("outcomes", rows.OUTCOME_COLUMNS, _outcomes))


@answering
def topics(request: Request) -> Response:
    """`/api/topics.{form}`: what bulletins tell of without a document on record."""
    return _table(request, Table("topics", rows.TOPIC_COLUMNS, _topics))


@answering
def reports(request: Request) -> Response:
    """`/api/reports.{form}`: figures that were reported around the bulletins, oldest first."""
    return _table(request, Table("reports", rows.OBSERVATION_COLUMNS, _reports))


@answering
def gate_states(request: Request) -> Response:
    """`/api/gate_states.{form}`: since when goods passed a gate, or did not, by whose report."""
    return _table(request, Table("gate_states", rows.GATE_STATE_COLUMNS, _gate_states))


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


def _facts_of_document(asked: Question) -> list[FactRow]:
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
    found = tasks_of.sheet(here, limit=asked.size + 1, offset=asked.offset)
    return rows.table_rows(found, rows.FOLLOW_UP_COLUMNS, asked.release.name)


def _outcomes(asked: Question) -> Sequence[rows.Row]:
    found = promises.promises(Alone("vi", asked.view, asked.release), year=asked.due)
    told = _sheet(asked, [*rows.outcomes(found)])
    return rows.table_rows(told, rows.OUTCOME_COLUMNS, asked.release.name)


def _topics(asked: Question) -> Sequence[rows.Row]:
    found = _sheet(asked, topics_of.find(asked.release, asked.view.applied()))
    return rows.table_rows(found, rows.TOPIC_COLUMNS, asked.release.name)


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


def _document(asked: Question) -> DecisionRow:
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
    asked = question_of(request, table.name)
    found = table.find(asked)
    tag = f'W/"{asked.release.name}-{lsdash.__version__}"'
    kept = "no-cache" if asked.is_floating else PINNED
    headers = {"etag": tag, "cache-control": kept} | VARYING | NOTHING_RUNS
    if has(request, tag):
        return Response(status_code=304, headers=headers)
    following = asked.link(asked.view.sheet + 1) if len(found) > asked.size else None
    if following:
        headers["link"] = f'<{following}>; rel="next"'
    if form != "json":
        name = f"lang-son-{table.name}-{asked.release.name}.{form}"
        headers["content-disposition"] = f'attachment; filename="{name}"'
    body = WRITE[form](Answer(asked, table.columns, found[: asked.size], following))
    return Response(body, media_type=FORMS[form], headers=headers)
