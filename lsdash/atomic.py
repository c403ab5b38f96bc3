"""Write a file in one step: whoever reads it sees the former or the new one, each whole."""

import os
import tempfile
from pathlib import Path

ASIDE = ".writing-"
"""Begins the names of files that are being written, or that a killed process left so."""


def put(file: Path, content: bytes) -> None:
    """Write `file`, synced to disk, in a folder that is there. Raises OSError."""
    handle, aside = tempfile.mkstemp(prefix=ASIDE, dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        Path(aside).chmod(0o644)
        Path(aside).replace(file)
    finally:
        Path(aside).unlink(missing_ok=True)
    sync(file.parent)


def sync(path: Path) -> None:
    """Have a file, or what a folder lists, written to disk. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clear(folder: Path) -> None:
    """Take away what killed processes left half written; nobody else may be writing there."""
    for left in folder.glob(f"{ASIDE}*"):
        left.unlink(missing_ok=True)
