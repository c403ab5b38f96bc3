"""Where a text prints something, whatever its spaces and dashes, and which places are free."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from lsdash.intake.drafting.model import Placed


def printed_in(text: str, printed: str, start: int, end: int) -> Iterator[Placed]:
    """Every place between `start` and `end` where this is printed, whatever spaces and dashes.

    A sign of a range that was mended, "÷", stands as "+" in a text that was read from a picture.
    """
    if not printed.strip():
        return
    forms = {unicodedata.normalize(form, printed) for form in ("NFC", "NFD")}
    words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in sorted(forms))
    words = re.sub(r"\\-|[–—]", "[-–—]", words).replace("÷", "[÷+]")
    pattern = re.compile(words, re.IGNORECASE)
    for found in pattern.finditer(text, start, end):
        yield Placed(start=found.start(), end=found.end())


def is_free(place: Placed, taken: Sequence[Placed]) -> bool:
    return all(each.end <= place.start or place.end <= each.start for each in taken)


def line(text: str, place: Placed, within: Placed) -> Placed:
    """The line of the text that holds `place`."""
    end = text.find("\n", place.end, within.end)
    return Placed(
        start=max(within.start, text.rfind("\n", 0, place.start) + 1),
        end=within.end if end < 0 else end,
    )
