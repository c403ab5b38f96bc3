"""The letter ư of TCVN3, which a PDF gives as a hyphen: its place is that of a line's soft hyphen.

`t-ëng` is tưởng and `nh-` như; `Q§-UBND` and `Ch×-Giang` are what they look like.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from lsdash.intake.files.old_fonts import letters, marked
from lsdash.intake.files.old_fonts.letters import PLACES, SOFT_HYPHEN, OldFont
from lsdash.intake.text.syllables import is_syllable

LONGEST = 7
"""Letters of a syllable, as of `nghiêng`."""
TCVN3_KINDS = (OldFont.TCVN3, OldFont.TCVN3_CAPITALS)
_ENTRY = re.compile(r"[^\W\dtT]")
"""Opens the entry of a list, as in `b- Nội dung`."""


def read(line: str) -> str:
    """The line of a PDF, with its marks, where each hyphen that is ư stands as ư is stored."""
    shown = list(marked.plain(line))
    told = list(line)
    for at, sign in enumerate(shown):
        font = marked.font(line[at])
        if sign == "-" and font in TCVN3_KINDS and _is_letter(shown, at):
            told[at], shown[at] = marked.mark(SOFT_HYPHEN, font), SOFT_HYPHEN
    return "".join(told)


def _is_letter(line: Sequence[str], at: int) -> bool:
    """Whether the hyphen makes a syllable of what stands beside it, which is none without it."""
    if at <= 1 and _ENTRY.fullmatch("".join(line[:at])):
        return False
    before, after = line[max(0, at - LONGEST) : at], line[at + 1 : at + LONGEST]
    left = "".join(takewhile(_is_in_word, reversed(before)))[::-1]
    right = "".join(takewhile(_is_in_word, after))
    if not is_syllable(letters.word(f"{left}{SOFT_HYPHEN}{right}", OldFont.TCVN3)):
        return False
    parts = [letters.word(part, OldFont.TCVN3) for part in (left, right) if part]
    return not all(map(is_syllable, parts)) or (not left and right in ("u", "U"))


def _is_in_word(sign: str) -> bool:
    return sign.isalpha() or (sign in PLACES and sign not in letters.SIGNS)
