"""What a column is: its name, where a row of the store has it, and what its cells hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any, Generic, TypeVar

from lsdash.text import LANGS, Lang, phrases

Row = dict[str, Any]
Asked = TypeVar("Asked")


class Holds(StrEnum):
    """What the cells of a column hold where they are not empty."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CODES = "codes"


@dataclass(frozen=True)
class Column(Generic[Asked]):
    """A column of a table, and where a row of the store has it."""

    name: str
    of: Callable[[Asked], Any]
    holds: Holds = Holds.TEXT

    def says(self, lang: Lang) -> str:
        """What the column holds, in words; of a text in one language, in which."""
        told, own_lang = self._told(lang)
        return f"{told} ({own_lang})" if own_lang else told

    def head(self, lang: Lang) -> str:
        """What stands above the column for a reader: the first words of `says`, and its name."""
        told, own_lang = self._told(lang)
        short = re.split(r"[:;(]", told, maxsplit=1)[0].strip()
        return f"{short}, {own_lang} ({self.name})" if own_lang else f"{short} ({self.name})"

    def _told(self, lang: Lang) -> tuple[str, str]:
        """The words, and the language that the text is in where it is one of several."""
        words = phrases(lang)
        stem, _, suffix = self.name.rpartition("_")
        if suffix in LANGS and self.name not in words:
            return words[f"field.{stem}"], words[f"field.in_{suffix}"]
        return words[f"field.{self.name}"], ""


def same(*names: str, holds: Holds = Holds.TEXT) -> list[Column[Any]]:
    """Columns that are called as the fields of the row are."""
    return [Column(name, attrgetter(name), holds) for name in names]
