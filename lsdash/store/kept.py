"""Rows that were read of a release, kept in a bounded memory: a release never changes."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Any

MOST_ROWS = 3_000
"""Rows that a release keeps, at most 10 MB. What is known to have none counts as one."""

MOST_AT_ONCE = MOST_ROWS // 4
"""Rows of one answer; a longer one is not kept, as it would drive out what pages ask for."""

Rows = Sequence[Any]


class Kept:
    """Rows by the question that they answer and by what they are about: a document, or its slug.

    Those that were not asked for the longest make room. Threads may share one.
    """

    def __init__(self, most: int = MOST_ROWS) -> None:
        self._most = most
        self._rows: OrderedDict[tuple[str, Hashable], Rows] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __len__(self) -> int:
        """How many rows are kept, one for each that has none among them."""
        return self._size

    def clear(self) -> None:
        with self._lock:
            self._rows.clear()
            self._size = 0

    def find(self, question: str, about: Iterable[Hashable]) -> dict[Any, Rows]:
        """The rows of those of `about` whose rows are kept."""
        found: dict[Any, Rows] = {}
        with self._lock:
            for each in about:
                rows = self._rows.get((question, each))
                if rows is not None:
                    self._rows.move_to_end((question, each))
                    found[each] = rows
        return found

    def keep(self, question: str, answer: Mapping[Any, Rows]) -> None:
        """Keep an answer, what has no rows in it too, unless it is too long."""
        if sum(map(_size, answer.values())) > min(MOST_AT_ONCE, self._most):
            return
        with self._lock:
            for about, rows in answer.items():
                self._size += _size(rows) - _size(self._rows.pop((question, about), None))
                self._rows[question, about] = rows
            while self._size > self._most:
                self._size -= _size(self._rows.popitem(last=False)[1])


def _size(rows: Rows | None) -> int:
    return 0 if rows is None else max(len(rows), 1)
