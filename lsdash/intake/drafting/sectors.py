"""Which sector a document belongs to, proposed from its words; the words that led to it are kept.

A word in the heading weighs more than one in the text. A reviewer decides.
"""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lsdash.model import search_words
from lsdash.vocabulary import Sector

_LISTS = tomllib.loads(Path(__file__).with_name("sectors.toml").read_text(encoding="utf-8"))
GENERAL = frozenset(_LISTS["general"])
"""Words that stand beside any subject: they weigh half."""

WORDS: dict[Sector, tuple[str, ...]] = {
    sector: tuple(_LISTS[sector]) for sector in Sector if sector is not Sector.OTHER
}
"""Words and phrases of each sector, in lower case."""

IN_HEADING = 8
IN_TEXT = 2
MOST_IN_TEXT = 3
"""A word's weight for each place where it stands, and how many places in the text count."""

SECOND_FROM = 0.4
"""The share of the first sector's weight from which another one is proposed beside it."""


@dataclass(frozen=True)
class Proposal:
    """`words` are those of the first sector, as they stand in `WORDS`, the weightiest first."""

    sector: Sector
    words: tuple[str, ...]
    second: tuple[Sector, ...]


_PHRASES = {
    " ".join(search_words(phrase)): (sector, phrase)
    for sector, phrases in WORDS.items()
    for phrase in phrases
}
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_PHRASES, key=len, reverse=True))})(?!\w)")


def propose(heading: str, text: str) -> Proposal:
    """The sector that `heading` and `text` speak of most; `other` where no word tells."""
    weights: Counter[Sector] = Counter()
    words: dict[Sector, Counter[str]] = {sector: Counter() for sector in WORDS}
    places = Counter({phrase: IN_HEADING * n for phrase, n in _places(heading).items()})
    for phrase, times in _places(text).items():
        places[phrase] += IN_TEXT * min(times, MOST_IN_TEXT)
    for phrase, times in places.items():
        sector, word = _PHRASES[phrase]
        weight = times // 2 if word in GENERAL else times * (1 + phrase.count(" ") // 2)
        weights[sector] += weight
        words[sector][word] += weight
    ranked = sorted(weights, key=lambda each: (-weights[each], [*WORDS].index(each)))
    if not ranked:
        return Proposal(Sector.OTHER, (), ())
    first, *rest = ranked
    second = tuple(each for each in rest if weights[each] >= SECOND_FROM * weights[first])
    return Proposal(first, tuple(word for word, _ in words[first].most_common()), second)


def _places(text: str) -> Counter[str]:
    return Counter(_ANY.findall(" ".join(search_words(text))))
