"""What the style sheet that stands in a web page hides by the name of a class."""

import re
from collections.abc import Iterable, Iterator

HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ONE_CLASS = re.compile(r"\s*(?:[a-z]+)?\.(?P<name>[\w-]+)\s*")


def hidden(sheets: Iterable[str]) -> set[str]:
    """The classes; what is hidden only in print or on small screens is not among them."""
    rules = (rule for sheet in sheets for rule in _rules(sheet))
    called = (name for names, set_ in rules if HIDES.search(set_) for name in names.split(","))
    return {found["name"] for name in called if (found := ONE_CLASS.fullmatch(name))}


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Names and settings of the rules that stand in no other."""
    depth = 0
    for piece in sheet.split("}"):
        names, brace, set_ = piece.partition("{")
        if brace and not depth and "{" not in set_:
            yield names, set_
        depth = max(0, depth + piece.count("{") - 1)
