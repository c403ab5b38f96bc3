"""Vietnamese words that were read without the space between them: `thànhphố`, `LạngSơn`.

Every Vietnamese word that is printed by itself is one syllable, and which letters make one is
known; what can be parted in two ways, or is no Vietnamese at all, stays as it was read.
"""

import re

from lsdash.intake.text.syllables import is_syllable

LETTERS = re.compile(r"[^\W\d_]{4,14}")
LEAST = 2
"""Letters of a part."""


def parted(word: str) -> str:
    """The word with a space where two were read as one."""
    return LETTERS.sub(lambda found: _parted(found[0]), word)


def _parted(letters: str) -> str:
    """Only what bears marks of Vietnamese: `video` could be parted as well."""
    if letters.isascii() or is_syllable(letters):
        return letters
    ways = [
        at
        for at in range(LEAST, len(letters) - LEAST + 1)
        if is_syllable(letters[:at]) and is_syllable(letters[at:])
    ]
    if len(ways) != 1:
        return letters
    return f"{letters[: ways[0]]} {letters[ways[0] :]}"
