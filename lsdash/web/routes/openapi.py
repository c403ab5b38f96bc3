"""The contract of the API: addresses, keys, forms and limits, and all of it in the OpenAPI form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import lsdash
from lsdash.export.tables import rows
from lsdash.export.tables.rows import Column, Holds
from lsdash.text import LANGS, phrases
from lsdash.view import DUE, EVERYWHERE, MAX_SEARCH, WEEK, Notice
from lsdash.vocabulary import (
    Basis,
    Bound,
    FigureKind,
    GateState,
    Kind,
    Measure,
    RelationKind,
    ReportedMeasure,
    Sector,
    Status,
    TaskState,
    Unit,
)
from lsdash.web.entrance.base_path import base

Schema = dict[str, Any]

MAX_QUERY = 4000
"""Characters of a query."""

SIZE, MAX_SIZE = 1000, 10_000
"""Rows of a sheet: as a rule, and at most."""

MAX_SHEET = 999_999
"""The number of the last sheet that can be asked for, as in the links of pages."""

FORMS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
"""Forms of a table, with their media types."""

FILE = "application/vnd.duckdb"
"""The media type of a release's file, by which no browser takes it for anything to show."""

CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"

TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "format": "date"}
MAYBE: Schema = {"type": ["string", "null"]}


def _codes(codes: type[StrEnum]) -> Schema:
    return {"type": "array", "items": {"enum": [*map(str, codes)]}}


OF_PRESS = ("reports", "gate_states")
"""Tables of what was reported around the bulletins: of days and of no document."""

SHEETS = ("decisions", "facts", "relations", "follow_up", "outcomes", "topics", *OF_PRESS)
"""Tables that come in sheets."""

EVERY_ANSWER = (*SHEETS, "calendar", "feed")
OF_DOCUMENTS = tuple(name for name in EVERY_ANSWER if name not in OF_PRESS)


@dataclass(frozen=True)
class Key:
    """A key of a question: what its value may be, and which tables take it."""

    name: str
    schema: Schema
    tables: tuple[str, ...] = OF_DOCUMENTS

    @property
    def holds(self) -> Holds:
        """The kind of its value."""
        if self.schema.get("format") == "date":
            return Holds.DATE
        if self.codes:
            return Holds.CODES
        return Holds.INTEGER if self.schema["type"] == "integer" else Holds.TEXT

    @property
    def may_be_empty(self) -> bool:
        """Whether nothing at all is a value: of a text that may say anything."""
        return self.schema.get("type") == "string" and not {"enum", "format"} & self.schema.keys()

    @property
    def codes(self) -> list[str]:
        """The closed list that its values are from; empty for any other."""
        return list(self.schema.get("items", {}).get("enum", []))


KEYS = (
    Key("release", TEXT, tables=EVERY_ANSWER),
    Key("sector", _codes(Sector)),
    Key("kind", _codes(Kind)),
    Key("status", _codes(Status)),
    Key("week", {"type": "array", "items": {"type": "string", "pattern": f"^{WEEK}$"}}),
    Key("from", DAY, tables=EVERY_ANSWER),
    Key("to", DAY, tables=EVERY_ANSWER),
    Key("q", {"type": "string", "maxLength": MAX_SEARCH}),
    Key("in", {"type": "string", "enum": [EVERYWHERE]}),
    Key("measure", _codes(Measure), tables=("facts",)),
    Key("due", {"type": "string", "pattern": f"^({DUE})$"}, tables=("outcomes", "calendar")),
    Key("doc", TEXT, tables=("decisions", "facts", "relations")),
    Key("fact", TEXT, tables=("facts",)),
    Key("sheet", {"type": "integer", "minimum": 1, "maximum": MAX_SHEET, "default": 1}, SHEETS),
    Key("size", {"type": "integer", "minimum": 1, "maximum": MAX_SIZE, "default": SIZE}, SHEETS),
)

LANGUAGE = Key("lang", {"type": "string", "enum": [*LANGS]}, tables=("calendar", "feed"))
"""Of answers in words. Tables say all in both languages, and let the key of pages' links stand."""

ADDRESSES: Mapping[str, str] = {
    "decisions": "/api/decisions.{form}",
    "facts": "/api/facts.{form}",
    "relations": "/api/relations.{form}",
    "follow_up": "/api/follow_up.{form}",
    "reports": "/api/reports.{form}",
    "gate_states": "/api/gate_states.{form}",
    "outcomes": "/api/outcomes.{form}",
    "topics": "/api/topics.{form}",
    "calendar": "/calendar.ics",
    "feed": "/feed.atom",
    "releases": "/api/releases.json",
    "release_file": "/api/releases/{release}.duckdb",
    "health": "/healthz",
    "contract": "/api/openapi.json",
}
"""What can be asked, and where."""

KINDS: Mapping[Holds, Schema] = {
    Holds.TEXT: {"type": ["string", "null"]},
    Holds.INTEGER: {"type": ["integer", "null"]},
    Holds.NUMBER: {"type": ["number", "null"]},
    Holds.DATE: {"type": ["string", "null"], "format": "date"},
    Holds.YES_NO: {"type": "boolean"},
    Holds.CODES: {"type": "array", "items": {"type": "string"}},
}
CODES: dict[str, type[StrEnum]] = {
    "sector": Sector,
    "status": Status,
    "measure": Measure,
    "unit": Unit,
    "bound": Bound,
    "basis": Basis,
    "relation": RelationKind,
    "state": TaskState,
}
"""Columns whose values are a closed list, the same in every table of documents."""


def keys_of(table: str) -> frozenset[str]:
    """The names of the keys that a question to this table takes."""
    return frozenset(key.name for key in KEYS if table in key.tables)


def document() -> Schema:
    """The whole contract."""
    about = {
        "title": "lsdash",
        "version": lsdash.__version__,
        "description": _say("openapi.about"),
        "license": {"name": "MIT", "identifier": "MIT"},
    }
    return {
        "openapi": "3.1.0",
        "info": about,
        "servers": [{"url": base() or "/"}],
        "paths": {
            ADDRESSES["decisions"]: _table("decisions", "Decisions"),
            ADDRESSES["facts"]: _table("facts", "Facts"),
            ADDRESSES["relations"]: _table("relations", "Relations"),
            ADDRESSES["follow_up"]: _table("follow_up", "FollowUp"),
            ADDRESSES["reports"]: _table("reports", "Reports"),
            ADDRESSES["gate_states"]: _table("gate_states", "GateStates"),
            ADDRESSES["outcomes"]: _table("outcomes", "Outcomes"),
            ADDRESSES["topics"]: _table("topics", "Topics"),
            ADDRESSES["calendar"]: _subscribed("calendar", CALENDAR),
            ADDRESSES["feed"]: _subscribed("feed", ATOM),
            ADDRESSES["releases"]: _plain("releases", "Releases"),
            ADDRESSES["release_file"]: _release_file(),
            ADDRESSES["health"]: _health(),
            ADDRESSES["contract"]: _asked("contract", {"application/json": {"schema": {}}}),
        },
        "components": {
            "schemas": {
                "Decision": _row(rows.DECISION_COLUMNS, CODES | {"kind": Kind}),
                "Fact": _row(rows.FACT_COLUMNS, CODES | {"kind": FigureKind}),
                "Report": _row(rows.OBSERVATION_COLUMNS, {"measure": ReportedMeasure}),
                "GateState": _row(rows.GATE_STATE_COLUMNS, {"traffic": GateState}),
                "Relation": _row(rows.RELATION_COLUMNS),
                "Task": _row(rows.FOLLOW_UP_COLUMNS),
                "Outcome": _row(rows.OUTCOME_COLUMNS),
                "Topic": _row(rows.TOPIC_COLUMNS),
                "Decisions": _rows("Decision"),
                "Facts": _rows("Fact"),
                "Relations": _rows("Relation"),
                "FollowUp": _rows("Task"),
                "Reports": _rows("Report"),
                "GateStates": _rows("GateState"),
                "Outcomes": _rows("Outcome"),
                "Topics": _rows("Topic"),
                "Releases": RELEASES,
                "Health": HEALTH,
                "Error": ERROR,
            }
        },
    }


def _say(key: str) -> str:
    """What a part of the contract is, in English and Vietnamese."""
    return f"{phrases('en')[key]} / {phrases('vi')[key]}"


def _row(columns: Sequence[Column[Any]], codes: Mapping[str, type[StrEnum]] = CODES) -> Schema:
    fields = {
        column.name: {
            **({"enum": [*codes[column.name]]} if column.name in codes else KINDS[column.holds]),
            "description": f"{column.says('en')} / {column.says('vi')}",
        }
        for column in columns
    }
    return _object(fields)


def _rows(of: str) -> Schema:
    return _object(
        {
            "release": TEXT,
            "link": TEXT | {"description": _say("openapi.link")},
            "next": MAYBE | {"description": _say("openapi.next")},
            "columns": {"type": "array", "items": TEXT},
            "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{of}"}},
        }
    )


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [*properties],
        "additionalProperties": False,
    }


BOTH = _object({"vi": TEXT, "en": TEXT})
RELEASES = _object(
    {
        "releases": {
            "type": "array",
            "items": _object(
                {
                    **dict.fromkeys(rows.RELEASE_COLUMNS, TEXT),
                    "current": {"type": "boolean"},
                    "documents_to": DAY,
                    "documents": {"type": "integer"},
                    "parent": MAYBE,
                    "reviewer": MAYBE,
                    "withdrawn": {"type": "null"},
                    "records": {"type": "array", "items": TEXT},
                }
            ),
        },
        "withdrawn": {
            "type": "array",
            "items": _object(
                {"release": TEXT, "reason": TEXT, "replacement": MAYBE, "reason_en": MAYBE}
            ),
        },
    }
)
HELD = _object({"used": {"type": "integer"}, "most": {"type": ["integer", "null"]}})
SHARED_STORE = _object(
    {"is_away": {"type": "boolean"}, "away_seconds": {"type": ["integer", "null"]}}
)
PROGRAMS = _object({"libreoffice": MAYBE, "tesseract": MAYBE})
"""The version of each program beside this one; null where it is not installed."""
HEALTH = _object(
    {
        "status": {"enum": ["ok", "unwell"]},
        "problems": {"type": "array", "items": {"enum": ["release", "handles", "memory", "links"]}},
        "release": TEXT,
        "documents_to": DAY,
        "built_at": TEXT,
        "version": TEXT,
        "handles": HELD,
        "memory_mb": HELD,
        "store": {"anyOf": [SHARED_STORE, {"type": "null"}]},
        "programs": PROGRAMS,
    }
)
ERROR = _object(
    {
        "error": TEXT,
        "message": BOTH,
        "notices": {
            "type": "array",
            "items": _object(
                {"notice": {"enum": [*Notice]}, "key": TEXT, "value": TEXT, "message": BOTH}
            ),
        },
    }
)


def _table(name: str, schema: str) -> Schema:
    form = {
        "name": "form",
        "in": "path",
        "required": True,
        "schema": {"enum": [*FORMS]},
        "description": _say("openapi.key_form"),
    }
    answer = {media_type.partition(";")[0]: {"schema": TEXT} for media_type in FORMS.values()}
    answer["application/json"] = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    asked = _asked(name, answer, [form, *_keys(name)])
    asked["get"]["responses"]["304"] = {"description": _say("openapi.unchanged")}
    return asked


def _subscribed(name: str, media_type: str) -> Schema:
    """What a calendar or a reader of feeds asks for again and again."""
    asked = _asked(name, {media_type.partition(";")[0]: {"schema": TEXT}}, _keys(name))
    asked["get"]["responses"]["304"] = {"description": _say("openapi.unchanged")}
    return asked


def _keys(name: str) -> list[Schema]:
    """The keys that a question to this table takes, each with its words."""
    return [
        {
            "name": key.name,
            "in": "query",
            "schema": key.schema,
            "description": _say(f"openapi.key_{key.name}"),
        }
        for key in (*KEYS, LANGUAGE)
        if name in key.tables
    ]


def _plain(name: str, schema: str) -> Schema:
    answer = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    return _asked(name, {"application/json": answer})


def _release_file() -> Schema:
    name = {
        "name": "release",
        "in": "path",
        "required": True,
        "schema": TEXT,
        "description": _say("openapi.key_release"),
    }
    return _asked("release_file", {FILE: {"schema": {}}}, [name])


def _health() -> Schema:
    """Unwell is told as healthy is; a server that cannot open its release tells the reason."""
    asked = _plain("health", "Health")
    either = [{"$ref": f"#/components/schemas/{name}"} for name in ("Health", "Error")]
    asked["get"]["responses"]["503"] = {
        "description": _say("openapi.unwell"),
        "content": {"application/json": {"schema": {"oneOf": either}}},
    }
    return asked


def _asked(name: str, answer: Schema, keys: Sequence[Schema] = ()) -> Schema:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {
        "get": {
            "operationId": name,
            "summary": _say(f"openapi.{name}"),
            "parameters": [*keys],
            "responses": {
                "200": {"description": _say(f"openapi.{name}"), "content": answer},
                "default": {"description": _say("openapi.error"), "content": problem},
            },
        }
    }
