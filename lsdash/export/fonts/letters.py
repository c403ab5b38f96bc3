"""Which letters a font has, from its table of them (`cmap` of OpenType)."""

import struct
from functools import cache
from pathlib import Path

LONG, SHORT = 12, 4
"""Formats of the table: one for all letters, one for those up to U+FFFF."""


@cache
def of(file: Path) -> frozenset[int]:
    """The numbers of the letters that a font file draws."""
    font = file.read_bytes()
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, table + 2)
    places = [struct.unpack_from(">HHL", font, table + 4 + 8 * at)[2] for at in range(count)]
    held: set[int] = set()
    for place in places:
        (form,) = struct.unpack_from(">H", font, table + place)
        if form == SHORT:
            held |= _short(font, table + place)
        elif form == LONG:
            held |= _long(font, table + place)
    return frozenset(held)


def _table(font: bytes, name: bytes) -> int:
    """Where the table of this name begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    for at in range(count):
        tag, _, place, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * at)
        if tag == name:
            return int(place)
    raise ValueError(f"the font has no table {name!r}")


def _short(font: bytes, at: int) -> set[int]:
    """Segments of letters; one whose glyph is number 0 is not drawn."""
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    begins, shifts, offsets = (
        struct.unpack_from(f">{count}H", font, at + 16 + twice * part) for part in (1, 2, 3)
    )
    held: set[int] = set()
    for segment in range(count):
        for letter in range(begins[segment], min(ends[segment], 0xFFFE) + 1):
            glyph = letter
            if offsets[segment]:
                place = at + 16 + twice * 3 + 2 * segment + offsets[segment]
                (glyph,) = struct.unpack_from(">H", font, place + 2 * (letter - begins[segment]))
            if glyph and (glyph + shifts[segment]) % 0x10000:
                held.add(letter)
    return held


def _long(font: bytes, at: int) -> set[int]:
    """Groups of letters that follow each other."""
    (count,) = struct.unpack_from(">L", font, at + 12)
    groups = (struct.unpack_from(">LLL", font, at + 16 + 12 * each) for each in range(count))
    return {letter for first, last, _ in groups for letter in range(first, last + 1)}
