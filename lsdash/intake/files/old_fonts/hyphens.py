"""The letter ư of TCVN3, which a PDF gives as a hyphen: its place is that of a line's soft hyphen.

`t-ëng` is tưởng and `nh-` như; `Q§-UBND` and `Ch×-Giang` are what they look like.
"""

import re

from lsdash.intake.files.old_fonts import letters, marked
from lsdash.intake.files.old_fonts.letters import PLACES, SOFT_HYPHEN, OldFont
from lsdash.intake.text.syllables import is_syllable

_LETTERS = rf"(?:[^\W\d_]|[{re.escape(''.join(sorted(PLACES - letters.SIGNS)))}])*"
_BEFORE = re.compile(_LETTERS + r"\Z")
_AFTER = re.compile(_LETTERS)
TCVN3_KINDS = (OldFont.TCVN3, OldFont.TCVN3_CAPITALS)
_U = re.compile("[uU]")
_ENTRY = re.compile(r"\s*[^\W\dtT]\Z")
"""Opens the entry of a list, as in `b- Nội dung`."""


def read(line: str) -> str:
    """The line of a PDF, with its marks, where each hyphen that is ư stands as ư is stored."""
    if "-" not in (stored := marked.plain(line)):
        return line
    told = list(line)
    shown = stored
    for at, sign in enumerate(stored):
        font = marked.font(line[at])
        if (
            sign == "-"
            and font in (OldFont.TCVN3, OldFont.TCVN3_CAPITALS)
            and _is_letter(shown, at)
        ):
            told[at] = marked.mark(SOFT_HYPHEN, font)
            shown = f"{shown[:at]}{SOFT_HYPHEN}{shown[at + 1 :]}"
    return "".join(told)


def _is_letter(line: str, at: int) -> bool:
    """Whether the hyphen makes a syllable of what stands beside it, which is none without it."""
    before = _BEFORE.search(line, 0, at)
    after = _AFTER.match(line, at + 1)
    if before is None or after is None or _ENTRY.match(line[:at]):
        return False
    left, right = before[0], after[0]
    if not is_syllable(letters.word(f"{left}{SOFT_HYPHEN}{right}", OldFont.TCVN3)):
        return False
    parts = [letters.word(part, OldFont.TCVN3) for part in (left, right) if part]
    return not all(map(is_syllable, parts)) or bool(not left and _U.fullmatch(right))
