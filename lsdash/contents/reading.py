"""Who reads what: a view of a release in a language, and a way to ask the release."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View

T = TypeVar("T")

KEPT = 128
"""Answers in memory: a room that looks at one week needs some fifty."""


class Reading(Protocol):
    """What the parts of a page are made from; a visit in the browser is one as well."""

    @property
    def lang(self) -> Lang: ...

    @property
    def view(self) -> View: ...

    @property
    def release(self) -> Release: ...

    def ask(self, question: Callable[..., T], *args: Any, **options: Any) -> T:
        """A question of `store.read`, put to this release."""

    def of(self, release: Release) -> "Reading":
        """The same reader with another release."""

    def at(self, view: View) -> "Reading":
        """The same reader with another view of this release."""


@dataclass(frozen=True)
class Alone:
    """A reading without a browser, as for a file."""

    lang: Lang
    view: View
    release: Release

    def ask(self, question: Callable[..., T], *args: Any, **options: Any) -> T:
        return answer(question, self.release, *args, **options)

    def of(self, release: Release) -> "Alone":
        return replace(self, release=release)

    def at(self, view: View) -> "Alone":
        return replace(self, view=view)


def answer(question: Callable[..., T], release: Release, *args: Any, **options: Any) -> T:
    """A question of `store.read`, answered from memory when it was asked before.

    A release never changes, so an answer holds as long as it is kept. Nobody alters the rows.
    """
    return _kept(question, release, args, tuple(sorted(options.items())))  # type: ignore[no-any-return]


@lru_cache(maxsize=KEPT)
def _kept(
    question: Callable[..., Any],
    release: Release,
    args: tuple[Any, ...],
    options: tuple[tuple[str, Any], ...],
) -> Any:
    return question(release, *args, **dict(options))
