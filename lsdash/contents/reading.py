"""Who reads what: a view of a release in a language, and a way to ask the release."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View

T = TypeVar("T")


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
        return question(self.release, *args, **options)

    def of(self, release: Release) -> "Alone":
        return replace(self, release=release)

    def at(self, view: View) -> "Alone":
        return replace(self, view=view)
