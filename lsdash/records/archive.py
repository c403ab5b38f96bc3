"""All documents of the records, of which one at a time is in memory: the rest waits on disk."""

import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lsdash.model import Bulletin, Decision, Week


class _Place(NamedTuple):
    signed_on: date
    slug: str
    bulletin: int
    offset: int


class Archive(Mapping[str, Decision]):
    """Documents by slug, in the order of their numbers: by the day of signature, then slug.

    They are kept in a nameless file in `folder`, which is gone with this process. Raises OSError,
    and what `weeks` raises.
    """

    def __init__(self, weeks: Iterable[Week], folder: Path) -> None:
        self.bulletins: list[Bulletin] = []
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - open as long as this is
        places: list[_Place] = []
        for at, week in enumerate(weeks):
            self.bulletins.append(week.bulletin)
            for it in week.decisions:
                places.append(_Place(it.signed_on, it.slug, at, self._file.tell()))
                pickle.dump(it, self._file, pickle.HIGHEST_PROTOCOL)
        self._places = {place.slug: place for place in sorted(places)}

    @property
    def newest(self) -> Bulletin:
        return max(self.bulletins, key=lambda bulletin: bulletin.slug)

    def bulletin_of(self, slug: str) -> Bulletin:
        """The bulletin in which a document stands."""
        return self.bulletins[self._places[slug].bulletin]

    def __getitem__(self, slug: str) -> Decision:
        self._file.seek(self._places[slug].offset)
        read: Decision = pickle.load(self._file)  # noqa: S301 - our own, a moment ago
        return read

    def __contains__(self, slug: object) -> bool:
        return slug in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        self._file.close()
