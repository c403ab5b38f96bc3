"""The contract of the API in the OpenAPI form, made from the same columns, codes and limits."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import lsdash
from lsdash.export import rows
from lsdash.export.rows import Column, Holds
from lsdash.text import phrases
from lsdash.view import Notice
from lsdash.vocabulary import Basis, Bound, FigureKind, Kind, Measure, Sector, Status, Unit

Schema = dict[str, Any]

KINDS: Mapping[Holds, Schema] = {
    Holds.TEXT: {"type": ["string", "null"]},
    Holds.INTEGER: {"type": ["integer", "null"]},
    Holds.NUMBER: {"type": ["number", "null"]},
    Holds.DATE: {"type": ["string", "null"], "format": "date"},
    Holds.YES_NO: {"type": "boolean"},
    Holds.CODES: {"type": "array", "items": {"type": "string"}},
}
CODES: Mapping[str, type[StrEnum]] = {
    "sector": Sector,
    "status": Status,
    "measure": Measure,
    "unit": Unit,
    "bound": Bound,
    "basis": Basis,
}
"""Columns and keys whose values are a closed list, the same in every table."""

LISTS = {"sector": Sector, "kind": Kind, "status": Status}


def document() -> Schema:
    """The whole contract."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "lsdash", "version": lsdash.__version__, "description": _say("about")},
        "paths": {
            "/api/decisions.{form}": _table("decisions", "Decision"),
            "/api/facts.{form}": _table("facts", "Fact", measures=True),
            "/api/releases.json": _plain("releases", "Releases"),
            "/healthz": _plain("health", "Health"),
        },
        "components": {
            "schemas": {
                "Decision": _row(rows.DECISION_COLUMNS, kind=Kind),
                "Fact": _row(rows.FACT_COLUMNS, kind=FigureKind),
                "Decisions": _rows("Decision"),
                "Facts": _rows("Fact"),
                "Releases": RELEASES,
                "Health": HEALTH,
                "Error": ERROR,
            }
        },
    }


def _say(key: str) -> str:
    """What a part of the contract is, in English and Vietnamese."""
    return f"{phrases('en')[f'openapi.{key}']} / {phrases('vi')[f'openapi.{key}']}"


def _row(columns: Sequence[Column[Any]], *, kind: type[StrEnum]) -> Schema:
    codes = {**CODES, "kind": kind}
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
            "release": {"type": "string"},
            "link": {"type": "string", "description": _say("link")},
            "next": {"type": ["string", "null"], "description": _say("next")},
            "columns": {"type": "array", "items": {"type": "string"}},
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


TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
BOTH = _object({"vi": TEXT, "en": TEXT})
RELEASES = _object(
    {
        "releases": {
            "type": "array",
            "items": _object(
                {
                    **dict.fromkeys(rows.RELEASE_COLUMNS, TEXT),
                    "current": {"type": "boolean"},
                    "documents_to": {"type": "string", "format": "date"},
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
            "items": _object({"release": TEXT, "reason": TEXT, "replacement": MAYBE}),
        },
    }
)
HEALTH = _object(
    {
        "status": {"const": "ok"},
        "release": TEXT,
        "documents_to": {"type": "string", "format": "date"},
        "built_at": TEXT,
        "version": TEXT,
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


def _table(name: str, row: str, *, measures: bool = False) -> Schema:
    form = {"enum": ["json", "csv", "xlsx"]}
    keys = [_key("form", form, place="path"), *PARAMETERS, *(OF_FACTS if measures else [])]
    answer = {
        "application/json": {"schema": {"$ref": f"#/components/schemas/{row}s"}},
        "text/csv": {"schema": TEXT},
    }
    return _asked(name, answer, keys)


def _plain(name: str, schema: str) -> Schema:
    return _asked(
        name, {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}, []
    )


def _asked(name: str, answer: Schema, keys: Sequence[Schema]) -> Schema:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {
        "get": {
            "operationId": name,
            "summary": _say(name),
            "parameters": [*keys],
            "responses": {
                "200": {"description": _say(name), "content": answer},
                "default": {"description": _say("error"), "content": problem},
            },
        }
    }


def _key(name: str, schema: Schema, *, place: str = "query") -> Schema:
    described = {"name": name, "in": place, "schema": schema, "description": _say(f"key_{name}")}
    return described | ({"required": True} if place == "path" else {})


def _many(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


DAY: Schema = {"type": "string", "format": "date"}
PARAMETERS = [
    _key("release", TEXT),
    *(_key(key, _many({"enum": [*codes]})) for key, codes in LISTS.items()),
    _key("week", _many(TEXT)),
    _key("from", DAY),
    _key("to", DAY),
    _key("q", TEXT),
    _key("doc", TEXT),
    _key("sheet", {"type": "integer", "minimum": 1}),
    _key("size", {"type": "integer", "minimum": 1, "maximum": 10_000}),
]
OF_FACTS = [_key("measure", _many({"enum": [*Measure]})), _key("fact", TEXT)]
