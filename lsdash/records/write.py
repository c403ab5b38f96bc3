"""Write a week as the YAML that people review: fields in the model's order, a short diff.

Written over a record that is there, whatever stays the same keeps its layout and its comments.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from lsdash.model import Week

WIDTH = 100
"""Columns that a group may take on one line; a longer one stands on a line for each field."""

DEEP = 8
"""Columns before a field of a fact, the deepest that is written into a record often."""

NAMES = ("slug", "number")
"""Fields that tell which of a list's entries is which."""


def text(week: Week, *, over: str = "") -> str:
    """The record of `week`; `over` is the record as it stands in its file, valid, or empty.

    Fields that hold nothing, or what they hold when left out, are not written.
    """
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 1_000_000  # a sentence stays on its line
    yaml.indent(mapping=2, sequence=4, offset=2)
    plain = _plain(week.model_dump(by_alias=True, exclude_defaults=True))
    written = StringIO()
    yaml.dump(_merged(yaml.load(over), plain) if over else _laid_out(plain, 0), written)
    return written.getvalue() if over else _spaced(written.getvalue())


def _plain(value: Any) -> Any:
    """Values as YAML writes them: whole quantities bare, those with decimals in quotes."""
    match value:
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case Decimal() if value.as_tuple().exponent == 0:
            return int(value)
        case Decimal():
            return DoubleQuotedScalarString(f"{value:f}")
        case bool() | int() | date():
            return value
        case _:
            return str(value)


def _merged(old: Any, new: Any) -> Any:
    """`new` in the layout of `old`, as far as they agree."""
    if old == new:
        return old
    if isinstance(old, CommentedMap) and isinstance(new, dict):
        for key in set(old) - set(new):
            del old[key]
        for at, (key, value) in enumerate(new.items()):
            if key in old:
                old[key] = _merged(old[key], value)
            else:
                old.insert(at, key, _laid_out(value, DEEP))
        return old
    if isinstance(old, CommentedSeq) and _has_names(new):
        known = {_name(each): each for each in old}
        fresh = [_merged(known.get(_name(each)), each) for each in new]
        del old[:]
        old.extend(fresh)
        return old
    return _laid_out(new, DEEP)


def _has_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) and _name(each) for each in value)


def _name(entry: Mapping[str, Any]) -> Any:
    return next((entry[field] for field in NAMES if field in entry), None)


def _laid_out(value: Any, indent: int) -> Any:
    """Groups without groups inside stand on one line where it holds them."""
    if isinstance(value, dict):
        group: Any = CommentedMap((key, _laid_out(each, indent + 2)) for key, each in value.items())
    elif isinstance(value, list):
        group = CommentedSeq([_laid_out(each, indent + 4) for each in value])
    else:
        return value
    inside = value.values() if isinstance(value, dict) else value
    if (
        not any(isinstance(each, dict | list) for each in inside)
        and _width(value) <= WIDTH - indent
    ):
        group.fa.set_flow_style()
    return group


def _width(group: Any) -> int:
    """Columns that a group takes on one line, its own key left out."""
    if isinstance(group, dict):
        return sum(len(f"{key}: {value}, ") for key, value in group.items())
    return sum(len(f"{value}, ") for value in group)


def _spaced(record: str) -> str:
    """An empty line before the documents and between them."""
    return re.sub(r"(?m)^(?=decisions:|  - number:)(?<!decisions:\n)", "\n", record)
