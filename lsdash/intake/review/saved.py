"""Reviews on disk, one file each, so that a reload or a restart loses nothing.

A file's first line is a head, for the list of drafts; the review follows. Beside it stand the last
states before it, packed, so that a step can be undone.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock
from pydantic import ValidationError

from lsdash import atomic
from lsdash.errors import DraftError
from lsdash.intake.review.review import Document, Review
from lsdash.model import Frozen

ID = re.compile(r"[0-9a-f]{8}")
LOCK = ".lock"
MOST_OF_HEAD = 10_000
"""Bytes that are read for the list."""
MOST_SHOWN = 500
"""Characters of a name in the list."""
MOST_STEPS = 20
"""States that are kept to go back to."""
BEFORE = ".before"
MOST_BYTES = 20_000_000
"""Of a draft: one of the longest bulletin that is taken has some two million."""


class Head(Frozen):
    """A draft as the list shows it."""

    id: str
    name: str
    title: str
    week: str = ""
    saved_at: datetime
    seen: int
    """Figures that were looked at, of `total`."""
    total: int
    published: str
    """The release that it was last published in, or empty."""
    documents: tuple[str, ...] = ()
    """What its documents are known by among the drafts (`known_by`)."""
    is_paper: bool = False


def known_by(document: Document) -> str:
    """`421/QĐ-UBND 2020`: the same of a document in a bulletin and of the document itself; empty
    where it has no number or day yet."""
    key = document.key
    if key is None or document.signed_on is None:
        return ""
    year = f"/{key.year}" if key.year else ""
    return f"{key.number}{key.suffix}{year}/{key.symbol} {document.signed_on.year}"


def beside(folder: Path, review: Review) -> list[Head]:
    """The unpublished drafts that tell of a document of this one, from the other kind of source:
    of a bulletin the documents themselves, of these the bulletins."""
    own = {known_by(each) for _, each in review.kept} - {""}
    heads, _ = listed(folder)
    return [
        each
        for each in heads
        if each.id != review.id
        and not each.published
        and each.is_paper != review.is_paper
        and own & {*each.documents}
    ]


def put(folder: Path, review: Review) -> None:
    """Keep a review. Raises DraftError where the folder cannot be written."""
    with _alone(folder):
        _write(folder, review)


def open_review(folder: Path, name: str) -> Review | None:
    """The review of this id; None where there is none. Raises DraftError for one not whole."""
    file = folder / f"{name}.json"
    if not ID.fullmatch(name) or not file.is_file():
        return None
    try:
        if file.stat().st_size > MOST_BYTES:
            raise DraftError(file=file, problem="it is larger than any bulletin's draft")
        head, _, rest = file.read_bytes().partition(b"\n")
        return Review.model_validate_json(rest if _is_head(head) else head + rest)
    except (OSError, ValidationError) as error:
        raise DraftError(file=file, problem=_why(error)) from error


def change(
    folder: Path, name: str, how: Callable[[Review], Review], *, now: datetime
) -> Review | None:
    """Change a review as it stands on disk now, so that two editors do not undo each other."""
    with _alone(folder):
        review = open_review(folder, name)
        if review is not None:
            changed = how(review).model_copy(update={"saved_at": now})
            _remember(folder, review)
            _write(folder, changed)
            return changed
    return review


def undo(folder: Path, name: str) -> bool:
    """Go back to the state before the last change; False where there is none."""
    with _alone(folder):
        steps = _steps(folder, name)
        if not steps or not (folder / f"{name}.json").exists():
            return False
        try:
            content = zlib.decompress(steps[-1].read_bytes())
            review = Review.model_validate_json(content)
        except (zlib.error, ValidationError) as error:
            raise DraftError(file=steps[-1], problem=_why(error)) from error
        _write(folder, review)
        steps[-1].unlink()
    return True


def can_undo(folder: Path, name: str) -> bool:
    return bool(_steps(folder, name))


def drop(folder: Path, name: str) -> None:
    """Take a review away for good, and what stands beside it."""
    if ID.fullmatch(name):
        with _alone(folder):
            for file in folder.glob(f"{name}.*"):
                file.unlink(missing_ok=True)


def listed(folder: Path) -> tuple[list[Head], list[DraftError]]:
    """The drafts on the desk, the one worked on last first, and the files that cannot be read.

    Only the heads are read, so that a draft's size is felt by nobody but who opens it.
    """
    heads: list[Head] = []
    errors: list[DraftError] = []
    for file in sorted(folder.glob("*.json")):
        try:
            heads += _head(folder, file)
        except DraftError as error:
            errors.append(error)
    return sorted(heads, key=lambda head: head.saved_at, reverse=True), errors


def _head(folder: Path, file: Path) -> list[Head]:
    """A draft's head, if it is one; of a file kept before there were heads, worked out."""
    if not ID.fullmatch(file.stem):
        return []
    try:
        with file.open("rb") as kept:
            first = kept.readline(MOST_OF_HEAD)
        if _is_head(first):
            return [Head.model_validate_json(first)]
    except (OSError, ValidationError) as error:
        raise DraftError(file=file, problem=_why(error)) from error
    review = open_review(folder, file.stem)
    return [_head_of(review)] if review else []


def _is_head(line: bytes) -> bool:
    """Else it is the opening brace of a review alone."""
    return len(line.strip()) > 1


def _head_of(review: Review) -> Head:
    seen, total = review.looked_at
    return Head(
        id=review.id,
        name=review.name[:MOST_SHOWN],
        title=review.title[:MOST_SHOWN],
        week=review.week,
        saved_at=review.saved_at,
        seen=seen,
        total=total,
        published=review.published,
        documents=tuple(filter(None, (known_by(each) for _, each in review.kept))),
        is_paper=review.is_paper,
    )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK):
            yield
    except OSError as error:
        raise DraftError(file=folder, problem=_why(error)) from error


def _write(folder: Path, review: Review) -> None:
    atomic.clear(folder)
    lines = _head_of(review).model_dump_json(), review.model_dump_json(indent=1)
    atomic.put(folder / f"{review.id}.json", "\n".join(lines).encode("utf-8"))


def _steps(folder: Path, name: str) -> list[Path]:
    """The states before, the last one last."""
    return sorted(folder.glob(f"{name}.*{BEFORE}")) if ID.fullmatch(name) else []


def _remember(folder: Path, review: Review) -> None:
    steps = _steps(folder, review.id)
    last = int(steps[-1].name.split(".")[1]) if steps else 0
    content = zlib.compress(review.model_dump_json().encode("utf-8"), 1)
    atomic.put(folder / f"{review.id}.{last + 1:08}{BEFORE}", content)
    for old in steps[: -(MOST_STEPS - 1)]:
        old.unlink(missing_ok=True)


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error).splitlines()[0]
