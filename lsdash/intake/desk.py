"""Reviews on disk, one file each, so that a reload or a restart loses nothing."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock
from pydantic import ValidationError

from lsdash import files
from lsdash.errors import DraftError
from lsdash.intake.review import Review

ID = re.compile(r"[0-9a-f]{8}")
LOCK = ".lock"


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
        return Review.model_validate_json(file.read_bytes())
    except (OSError, ValidationError) as error:
        raise DraftError(file=file, problem=_why(error)) from error


def change(
    folder: Path, name: str, how: Callable[[Review], Review], *, now: datetime
) -> Review | None:
    """Change a review as it stands on disk now, so that two editors do not undo each other."""
    with _alone(folder):
        review = open_review(folder, name)
        if review is not None:
            review = how(review).model_copy(update={"saved_at": now})
            _write(folder, review)
    return review


def drop(folder: Path, name: str) -> None:
    """Take a review away for good."""
    if ID.fullmatch(name):
        with _alone(folder):
            (folder / f"{name}.json").unlink(missing_ok=True)


def listed(folder: Path) -> tuple[list[Review], list[DraftError]]:
    """The reviews on the desk, the one worked on last first, and the files that cannot be read."""
    reviews: list[Review] = []
    errors: list[DraftError] = []
    for file in sorted(folder.glob("*.json")):
        try:
            review = open_review(folder, file.stem)
        except DraftError as error:
            errors.append(error)
        else:
            reviews += [review] if review else []
    return sorted(reviews, key=lambda review: review.saved_at, reverse=True), errors


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK):
            yield
    except OSError as error:
        raise DraftError(file=folder, problem=_why(error)) from error


def _write(folder: Path, review: Review) -> None:
    files.clear(folder)
    files.put(folder / f"{review.id}.json", review.model_dump_json(indent=1).encode("utf-8"))


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error).splitlines()[0]
