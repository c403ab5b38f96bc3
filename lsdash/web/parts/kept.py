"""What is made of a view once for everybody who looks at the same."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from lsdash.web.entrance import base_path
from lsdash.web.entrance.visit import Visit

T = TypeVar("T")

KEPT = 64
"""Views in memory of each part of a page: a full room looks at fewer."""


def kept(make: Callable[[Visit], T]) -> Callable[[Visit], T]:
    """`make` from memory where this view was asked for before.

    What it makes follows from the visit alone: a release never changes. Its links stand under the
    path that the dashboard has.
    """

    @lru_cache(maxsize=KEPT)
    def made(_base: str, here: Visit) -> T:
        return make(here)

    def told(here: Visit) -> T:
        return made(base_path.base(), here)

    return told
