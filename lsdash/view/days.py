"""A day as a link writes it."""

import re
from contextlib import suppress
from datetime import date


def day_of(written: str) -> date | None:
    """A day of the calendar: 2020-03-02. None for anything else."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(written)
    return None
