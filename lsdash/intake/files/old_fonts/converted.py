"""Text of old fonts made Unicode, by its marks and, where a file tells no fonts, by what it spells.

A word that is a Vietnamese syllable in one reading only is surely of that reading; the others are
of the paragraph that they stand in. What can't be told is refused by its place, never guessed.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from lsdash.errors import OldFontError
from lsdash.intake.files.old_fonts import letters, marked
from lsdash.intake.files.old_fonts.letters import PLACES, OldFont
from lsdash.intake.text.syllables import is_syllable

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_WORD = re.compile(rf"(?:[^\W\d_]|[\u0300-\u036f{re.escape(''.join(sorted(PLACES)))}])+")
_ONLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u036f\u1ea0-\u1ef9]")
"""Letters that no place of an old font shows as."""
_BEFORE, _AFTER = "«", "»®¹"
"""Signs of Unicode that stand at a word, and are letters in TCVN3."""
_SIGN = re.compile(r"[^\w\u0300-\u036f]")
FEWEST = 2
"""Words surely of an old font in a text without fonts; one alone may be a foreign name."""
MOSTLY = 4
"""How many times as many words are of one reading as of another, for it to be the paragraph's."""
SHOWN = 60
"""Characters of a paragraph that a refusal quotes."""


class _Unicode(Enum):
    UNICODE = "unicode"


UNICODE = _Unicode.UNICODE
Reading = OldFont | _Unicode
KINDS = (OldFont.TCVN3, OldFont.VNI)


@dataclass(frozen=True)
class Converted:
    """Characters `start` to `end` of the text, and what is stored in their place."""

    start: int
    end: int
    stored: str
    font: OldFont


@dataclass
class _Word:
    stored: str
    start: int
    told: OldFont | None
    """The old font by the file, if it tells one."""
    reading: Reading = UNICODE

    def sure(self, kind: OldFont) -> Reading | None:
        """This kind of font, or Unicode, where the word is a syllable in that reading alone."""
        read = letters.word(self.stored, kind)
        is_new = is_syllable(self.stored.lstrip(_BEFORE).rstrip(_AFTER))
        if is_new and _ONLY_UNICODE.search(self.stored):
            return UNICODE
        if read == self.stored:
            return None
        is_old = is_syllable(read)
        if is_new and not is_old:
            return UNICODE
        if is_new or is_old:
            return None if is_new else kind
        return kind if self.told and _SIGN.search(self.stored) else None  # `Q§`

    def fits(self, reading: Reading) -> bool:
        """Read so it is a syllable, or at least another word than it is in Unicode."""
        if isinstance(reading, OldFont):
            return letters.word(self.stored, reading) != self.stored
        return is_syllable(self.stored)

    def differs(self, kind: OldFont) -> bool:
        """It is a syllable in both readings, and another one in each."""
        read = letters.word(self.stored, kind)
        return read != self.stored and is_syllable(self.stored) and is_syllable(read)


@dataclass
class _Paragraph:
    """A line of the text; `number` counts from 1."""

    text: str
    start: int
    number: int
    words: list[_Word] = field(default_factory=list)

    def loose(self) -> list[_Word]:
        """Words of which the file says nothing, and that readings may differ on."""
        return [each for each in self.words if not each.told and not each.stored.isascii()]


def read(text: str, name: str) -> tuple[str, tuple[Converted, ...]]:
    """The text in Unicode, and each stretch of it that was not.

    Raises OldFontError for a paragraph with words of both, some of which may be either.
    """
    lines = (found for found in _LINE.finditer(text) if not found[0].isspace())
    paragraphs = [_paragraph(found, at) for at, found in enumerate(lines, start=1)]
    for paragraph in paragraphs:
        for kind in KINDS:
            words = [each for each in paragraph.words if each.told and _kind(each.told) is kind]
            _decide(words, kind, kind, paragraph, name)
    _by_spelling(paragraphs, name)
    return _written(text, paragraphs)


def is_old_font(text: str) -> bool:
    """Whether more of its words are syllables in an old font than as they stand."""
    words = [_Word(found[0], 0, None) for found in _WORD.finditer(text)]
    sure = [[each.sure(kind) for each in words] for kind in KINDS]
    return any(
        readings.count(kind) > max(FEWEST, readings.count(UNICODE))
        for kind, readings in zip(KINDS, sure, strict=True)
    )


def _paragraph(line: re.Match[str], number: int) -> _Paragraph:
    text = line[0]
    has_marks = marked.MARKED.search(text) is not None
    shown = marked.plain(text) if has_marks else text
    words = []
    for found in _WORD.finditer(shown):
        stored = text[found.start() : found.end()] if has_marks else ""
        told = [marked.font(each) for each, letter in zip(stored, found[0], strict=False)
                if found[0].isascii() or not letter.isascii()]  # fmt: skip
        words.append(_Word(found[0], found.start(), next(filter(None, told), None)))
    return _Paragraph(shown, line.start(), number, words)


def _kind(font: OldFont) -> OldFont:
    return OldFont.VNI if font is OldFont.VNI else OldFont.TCVN3


def _by_spelling(paragraphs: Sequence[_Paragraph], name: str) -> None:
    """Read what the file tells no font of, paragraph by paragraph."""
    loose = [each.loose() for each in paragraphs]
    distinct = {each.stored: each for words in loose for each in words}
    sure = {kind: {it: word.sure(kind) for it, word in distinct.items()} for kind in KINDS}
    held = Counter(
        kind for words in loose for each in words for kind in KINDS
        if sure[kind][each.stored] is kind
    )  # fmt: skip
    if max(held.values(), default=0) < FEWEST:
        return
    told = [_told(words, sure, held) for words in loose]
    known = [at for at, reading in enumerate(told) if reading]
    for at, (paragraph, words) in enumerate(zip(paragraphs, loose, strict=True)):
        place = bisect_left(known, at)
        beside = (told[near] for near in known[max(0, place - 1) : place + 1])
        readings = {told[at]} if told[at] else _fitting(words, beside) or _fitting(words, held)
        kind = next((each for each in readings if isinstance(each, OldFont)), None)
        if kind:
            _decide(words, kind, kind if len(readings) == 1 else None, paragraph, name)


def _fitting(words: Sequence[_Word], readings: Iterable[Reading | None]) -> set[Reading | None]:
    """Those readings of a paragraph that leave none of its words as none is spelt."""
    return {each for each in readings if each and all(word.fits(each) for word in words)}


def _told(
    words: Iterable[_Word],
    sure: Mapping[OldFont, Mapping[str, Reading | None]],
    held: Counter[OldFont],
) -> Reading | None:
    """The kind of font that a paragraph surely has, or Unicode; None where no word is sure."""
    found = [[sure[kind][each.stored] for kind in held] for each in words]
    counts = {kind: sum(kind in readings for readings in found) for kind in held}
    best = max(counts, key=lambda kind: (counts[kind], held[kind]))
    if counts[best]:
        return best
    return UNICODE if any(set(readings) == {UNICODE} for readings in found) else None


def _decide(
    words: Sequence[_Word],
    kind: OldFont,
    usual: Reading | None,
    paragraph: _Paragraph,
    name: str,
) -> None:
    """Give each word its reading: its own where that is sure, else that of most others.

    `usual` is for where they do not differ; None where nothing tells it.
    """
    sure = [each.sure(kind) for each in words]
    old, new = sure.count(kind), sure.count(UNICODE)
    if new:
        usual = kind if old >= MOSTLY * new else UNICODE if new >= MOSTLY * old else None
    for word, reading in zip(words, sure, strict=True):
        if not (reading or usual) and word.differs(kind):
            begins = " ".join(paragraph.text.split())
            shown = begins if len(begins) <= SHOWN else f"{begins[:SHOWN]}…"
            raise OldFontError(name=name, paragraph=paragraph.number, begins=shown)
        read = reading or usual or UNICODE
        word.reading = UNICODE if read is UNICODE else word.told or kind


def _written(text: str, paragraphs: Sequence[_Paragraph]) -> tuple[str, tuple[Converted, ...]]:
    parts: list[str] = []
    found: list[Converted] = []
    at = length = 0
    for paragraph in paragraphs:
        for stored, read, font in [
            (between := text[at : paragraph.start], between, None),
            *_stretches(paragraph),
        ]:
            if font:
                found.append(Converted(length, length + len(read), stored, font))
            parts.append(read)
            length += len(read)
        at = paragraph.start + len(paragraph.text)
    return "".join([*parts, text[at:]]), tuple(found)


def _stretches(paragraph: _Paragraph) -> Iterator[tuple[str, str, OldFont | None]]:
    """What is stored, what it reads as, and the old font, if any, of each stretch."""
    pieces = list(_pieces(paragraph))
    for font, run in groupby(_joined(pieces), key=lambda each: each[2]):
        told = list(run)
        stored = "".join(each for each, _, _ in told)
        read = "".join(each for _, each, _ in told)
        yield stored, read, font if isinstance(font, OldFont) else None


_Piece = tuple[str, str, Reading | None]


def _joined(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The pieces, those without a reading given that of both sides where these agree."""
    own = [reading for _, _, reading in pieces]
    if len(alone := set(own) - {None}) == 1:
        own = [*alone] * len(own)
    before, after = _filled(own), [*_filled(own[::-1])][::-1]
    for (stored, read, _), one, two in zip(pieces, before, after, strict=True):
        yield stored, read, one if one is two else UNICODE


def _filled(readings: Iterable[Reading | None]) -> Iterator[Reading | None]:
    """Each reading, or the last before it where there is none."""
    last: Reading | None = None
    for each in readings:
        last = each or last
        yield last


def _pieces(paragraph: _Paragraph) -> Iterator[_Piece]:
    """Words with their reading, and what stands between them or is alike in all, with none."""
    at = 0
    for word in paragraph.words:
        between = paragraph.text[at : word.start]
        yield between, between, None
        font = word.reading if isinstance(word.reading, OldFont) else None
        read = letters.word(word.stored, font) if font else word.stored
        is_alike = read == word.stored and (font is not None or word.stored.isascii())
        yield word.stored, read, None if is_alike else word.reading
        at = word.start + len(word.stored)
    yield paragraph.text[at:], paragraph.text[at:], None
