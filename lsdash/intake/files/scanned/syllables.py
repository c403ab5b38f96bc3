"""Vietnamese words that were read without the space between them: `thànhphố`, `LạngSơn`.

Every Vietnamese word that is printed by itself is one syllable, and which letters make one is
known; what can be parted in two ways, or is no Vietnamese at all, stays as it was read.
"""

import re
import unicodedata

SYLLABLE = re.compile(
    r"""
    (?: ngh | ng | nh | gh | gi | kh | ph | th | tr | ch | qu | [bcdghklmnprstvx] )?
    (?: uye | uya | uyu | ieu | yeu | uoi | uou | oai | oay | oeo | uay
      | ai | ao | au | ay | eo | eu | ia | ie | iu | oa | oe | oi | oo | ua | ue | ui | uo | uu
      | uy | ye | [aeiouy] )
    (?: ng | nh | ch | [cmnpt] )?
    """,
    re.VERBOSE,
)
LETTERS = re.compile(r"[^\W\d_]{4,14}")
LEAST = 2
"""Letters of a part."""


def parted(word: str) -> str:
    """The word with a space where two were read as one."""
    return LETTERS.sub(lambda found: _parted(found[0]), word)


def _parted(letters: str) -> str:
    plain = _plain(letters)
    if plain == letters.lower() or len(plain) != len(letters) or SYLLABLE.fullmatch(plain):
        return letters
    ways = [
        at
        for at in range(LEAST, len(letters) - LEAST + 1)
        if SYLLABLE.fullmatch(plain[:at]) and SYLLABLE.fullmatch(plain[at:])
    ]
    if len(ways) != 1:
        return letters
    return f"{letters[: ways[0]]} {letters[ways[0] :]}"


def _plain(letters: str) -> str:
    """Without marks, in small letters."""
    bare = unicodedata.normalize("NFD", letters.lower().replace("đ", "d"))
    return "".join(each for each in bare if not unicodedata.combining(each))
