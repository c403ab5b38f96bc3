"""The texts of bulletins that editors brought, each kept under its own SHA-256.

A release says of each bulletin which text it was read from, so it finds that text and no other. A
text that is not here is no fault: the place in the bulletin is shown instead.
"""

import hashlib
from pathlib import Path

from lsdash import atomic
from lsdash.errors import UnwritableReleasesError
from lsdash.settings import Settings


def sha256(text: str) -> str:
    """The name of a text: of its UTF-8 form, as received."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def keep(settings: Settings, text: str) -> str:
    """Keep a text for the releases that name it, and give its SHA-256."""
    name = sha256(text)
    file = _file(settings, name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.put(file, text.encode("utf-8"))
    except OSError as error:
        raise UnwritableReleasesError(
            folder=file.parent, problem=error.strerror or str(error)
        ) from error
    return name


def find(settings: Settings, name: str) -> str | None:
    """The text of this SHA-256, or None where it is not here or not as it was."""
    try:
        text = _file(settings, name).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if sha256(text) == name else None


def _file(settings: Settings, name: str) -> Path:
    return settings.texts / f"{name}.txt"
