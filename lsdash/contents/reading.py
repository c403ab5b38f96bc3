"""Who reads what: a view of a release in a language, and a way to ask the release."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View

T = TypeVar("T")
Asked = ParamSpec("Asked")

KEPT = 128
"""Answers in memory: a room that looks at one week needs some fifty."""

VIEWS = 32
"""Views of which parts of a page are remembered."""


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


def remembered(
    make: Callable[Concatenate[Reading, Asked], T],
) -> Callable[Concatenate[Reading, Asked], T]:
    """`make` from memory where the same was asked of this reading before.

    For what takes longer than to look it up, and is asked for at several places of a page. It
    follows from the reading and what is asked alone, and nobody alters it.
    """

    @lru_cache(maxsize=VIEWS)
    def made(
        lang: Lang, view: View, release: Release, *asked: Asked.args, **options: Asked.kwargs
    ) -> T:
        return make(Alone(lang, view, release), *asked, **options)

    def told(here: Reading, /, *asked: Asked.args, **options: Asked.kwargs) -> T:
        return made(here.lang, here.view, here.release, *asked, **options)  # type: ignore[arg-type]

    return told


@lru_cache(maxsize=KEPT)
def _kept(
    question: Callable[..., Any],
    release: Release,
    args: tuple[Any, ...],
    options: tuple[tuple[str, Any], ...],
) -> Any:
    return question(release, *args, **dict(options))
