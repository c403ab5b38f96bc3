"""The pictures of a scan beside its draft: for each line of a page the strip that shows it.

One file: a line of JSON that says where words and strips are, then the strips, as the process that
read the scan made them. They are handed on and never opened here.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from lsdash import atomic
from lsdash.errors import DraftError
from lsdash.intake.drafting.model import Placed
from lsdash.intake.files.received import Received
from lsdash.intake.files.scanned.page import WIDTH
from lsdash.intake.files.scanned.reading import Strip
from lsdash.intake.review import saved

ENDING = ".scan"


@dataclass(frozen=True)
class Piece:
    """The line of a page that holds words of the text, which stand from `left` to `right` of its
    width, 0 to 1."""

    page: int
    picture: bytes
    ratio: float
    """How many times wider than high."""
    left: float
    right: float
    confidence: int
    """Of the word read least surely, 0 to 100."""


@dataclass(frozen=True)
class _Scan:
    words: Sequence[Mapping[str, int]]
    strips: Mapping[tuple[int, int], tuple[int, int, float]]
    """Page and line → where in the file the strip begins, its bytes, its ratio."""


def put(folder: Path, name: str, text: Received, strips: Mapping[int, Sequence[Strip]]) -> None:
    """Keep the pictures beside the draft `name`. Raises DraftError where that cannot be."""
    at, places, pictures = 0, [], []
    for page, lines in strips.items():
        for line, strip in enumerate(lines):
            places.append([page, line, at, len(strip.picture), strip.ratio])
            pictures.append(strip.picture)
            at += len(strip.picture)
    words = [vars(each) for each in text.seen]
    head = json.dumps({"words": words, "strips": places}).encode("ascii")
    file = _file(folder, name)
    try:
        atomic.put(file, b"\n".join((head, b"".join(pictures))))
    except OSError as error:
        raise DraftError(file=file, problem=error.strerror or str(error)) from error


def pieces(folder: Path, name: str, start: int, end: int) -> list[Piece]:
    """The pieces that show `text[start:end]`, line by line; none where it is from no picture."""
    file = _file(folder, name)
    try:
        scan = _read(file, file.stat().st_mtime_ns)
        held = [each for each in scan.words if each["start"] < end and start < each["end"]]
        with file.open("rb") as kept:
            begin = len(kept.readline())
            found = []
            for (page, line), run in groupby(held, key=lambda word: (word["page"], word["line"])):
                words = list(run)
                at, size, ratio = scan.strips[page, line]
                kept.seek(begin + at)
                found.append(
                    Piece(
                        page=page,
                        picture=kept.read(size),
                        ratio=ratio,
                        left=min(word["left"] for word in words) / WIDTH,
                        right=max(word["right"] for word in words) / WIDTH,
                        confidence=min(word["confidence"] for word in words),
                    )
                )
            return found
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DraftError(file=file, problem=str(error)) from error


def page(folder: Path, name: str, placed: Placed) -> int | None:
    """The page whose picture shows what is placed so; None where none does. Raises DraftError."""
    found = pieces(folder, name, placed.start, placed.end)
    return found[0].page if found else None


@lru_cache(maxsize=8)
def _read(file: Path, _changed: int) -> _Scan:
    with file.open("rb") as kept:
        told: dict[str, Any] = json.loads(kept.readline())
    strips = {(page, line): (at, size, ratio) for page, line, at, size, ratio in told["strips"]}
    return _Scan(told["words"], strips)


def _file(folder: Path, name: str) -> Path:
    """Raises DraftError for a name that is none of a draft."""
    if not saved.ID.fullmatch(name):
        raise DraftError(file=folder / name, problem="no draft is called so")
    return folder / f"{name}{ENDING}"
