"""What is made of a view once for everybody who looks at the same."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

from lsdash.web.entrance import base_path
from lsdash.web.entrance.visit import Visit

T = TypeVar("T")
Asked = TypeVarTuple("Asked")

KEPT = 64
"""Views in memory of each part of a page: a full room looks at fewer."""


def kept(make: Callable[[Visit, *Asked], T]) -> Callable[[Visit, *Asked], T]:
    """`make` from memory where it was asked the same of this view before.

    What it makes follows from the visit and what is asked: a release never changes. Its links stand
    under the path that the dashboard has.
    """

    @lru_cache(maxsize=KEPT)
    def made(_base: str, here: Visit, *asked: *Asked) -> T:
        return make(here, *asked)

    def told(here: Visit, *asked: *Asked) -> T:
        return made(base_path.base(), here, *asked)

    return told
