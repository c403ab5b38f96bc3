"""Words that an editor writes in both languages, empty until they are written."""

from typing import Self

from lsdash.model import Frozen, Text, ascii_slug
from lsdash.text import LANGS


class Words(Frozen):
    """Words to be written in both languages; empty until they are."""

    vi: str = ""
    en: str = ""

    @property
    def are_there(self) -> bool:
        return not self.missing

    @property
    def missing(self) -> list[str]:
        """The languages that nothing is written in."""
        return [lang for lang in LANGS if not getattr(self, lang).strip()]

    @property
    def slug(self) -> str:
        """A permanent name made of the English words, of the Vietnamese while there are none."""
        if not self.vi.strip():
            return ""
        text = self.text()
        return ascii_slug(text.vi if text.english_follows else text.en)

    @classmethod
    def of(cls, text: Text) -> Self:
        """The words of a record; English that follows later is not there yet."""
        return cls(vi=text.vi, en="" if text.english_follows else text.en)

    def text(self) -> Text:
        """As they are published. Raises ValueError without Vietnamese ones."""
        written = self.en.strip()
        return Text(vi=self.vi, en=self.en) if written else Text.in_vietnamese(self.vi)
