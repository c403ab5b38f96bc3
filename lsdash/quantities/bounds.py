"""What stands before a number and changes it: `tối đa không quá`, `gần`, `từ`, `ước đạt`."""

import re
from dataclasses import dataclass

from lsdash.quantities import words
from lsdash.quantities.amounts import WORD, longest
from lsdash.vocabulary import Bound

REACH = 70
"""How many characters before a number its words may begin."""

_TOKEN = re.compile(rf"{WORD}|[^ ]")
_FROM = frozenset({"từ", "from", "between"})
_KNOWN = _FROM | words.FILLERS | words.ESTIMATES | words.NEUTRAL | words.BOUNDS.keys()
_LONGEST = longest(_KNOWN)


@dataclass(frozen=True)
class Opening:
    """The words right before a number, read backwards as far as they belong to it."""

    outer: int
    """Where the first of them stands; the place of the number where there are none."""
    bound_start: int
    """Where the outermost bound begins, else the place of the number."""
    from_start: int
    """Where `từ` begins, else the place of the number."""
    phrases: tuple[str, ...]
    """Bounds in their words, the nearest to the number first."""
    said: frozenset[str]
    """All phrases, bounds or not."""

    @property
    def bounds(self) -> tuple[Bound, ...]:
        return tuple(words.BOUNDS[phrase] for phrase in self.phrases)

    @property
    def is_from(self) -> bool:
        return bool(self.said & _FROM)

    @property
    def is_estimate(self) -> bool:
        return bool(self.said & words.ESTIMATES)


def read(text: str, place: int) -> Opening:
    """What opens the expression whose number stands at `place`."""
    begin = max(0, place - REACH)
    tokens = [(token.group(), token.start()) for token in _TOKEN.finditer(text, begin, place)]
    if begin:
        tokens = tokens[1:]  # may have been cut in the middle of a word
    outer = bound_start = from_start = place
    phrases: list[str] = []
    said: set[str] = set()
    while tokens:
        size, last = _last(tokens)
        if not last or last in words.NEUTRAL:
            break
        outer = tokens[-size][1]
        if last in words.BOUNDS:
            phrases.append(last)
            bound_start = outer
        elif last in _FROM:
            from_start = outer
        said.add(last)
        tokens = tokens[:-size]
    return Opening(outer, bound_start, from_start, tuple(phrases), frozenset(said))


def _last(tokens: list[tuple[str, int]]) -> tuple[int, str]:
    """The longest known phrase that the last tokens make, with how many make it."""
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        phrase = " ".join(word for word, _ in tokens[-size:])
        if phrase in _KNOWN:
            return size, phrase
    return 0, ""
