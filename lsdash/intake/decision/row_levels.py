"""How deep a row of a table stands: a group `A` or `I`, a row `1` of it, and what is below that."""

import re
from collections.abc import Iterable, Sequence

ORDERS = {
    "roman": re.compile(r"[IVX]+[.)]?"),
    "capital": re.compile(r"[A-H][.)]?"),
    "below": re.compile(r"(?:\d+\.\d+(?:\.\d+)?|[a-zđ])[.)]?|[-+*]"),
}
"""How rows of one level are counted; those counted `1, 2` and those not counted stand between
groups, `I` and `A`, and what is below them."""
IN_GROUPS = 3
BELOW = 4


def level(order: str, styles: Sequence[str]) -> int:
    style = _style(order)
    return styles.index(style) + 1 if style in styles else BELOW if style == "below" else IN_GROUPS


def _style(order: str) -> str | None:
    return next((style for style, told in ORDERS.items() if told.fullmatch(order)), None)


def groups(orders: Iterable[str]) -> list[str]:
    """Kinds of groups, the one that comes first, and so stands over the other, first."""
    told = map(_style, orders)
    return [*dict.fromkeys(each for each in told if each in {"roman", "capital"})]
