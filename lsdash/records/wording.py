"""What is wrong with a field of a record, said so that whoever wrote it can mend it."""

import re
from typing import Any

DAY = re.compile(r"\d{4}-\d\d-\d\d")
TO_BE_WRITTEN = {
    "date_from_datetime_parsing": "write a day as year-month-day, as in 2020-03-05",
    "date_parsing": "write a day as year-month-day, as in 2020-03-05",
    "date_type": "write a day as year-month-day, as in 2020-03-05",
    "model_type": "give both languages, as in {vi: Sở Y tế, en: Department of Health}",
}
"""Kind of mistake → what to write instead, where pydantic's words are of no help."""
NAMES = {
    "amends": "name a document and its figure, as in 381-qd-ubnd-2020/road-cement",
    "document": "name a document, as in 381-qd-ubnd-2020",
    "sha256": "give the 64 digits of the text's SHA-256",
}
"""Field → what its name must look like."""


def told(mistake: Any) -> str:
    """pydantic's message, with what was written where that helps."""
    message = _instead(mistake) or str(mistake["msg"]).removeprefix("Value error, ")
    written = mistake.get("input")
    if mistake["type"] == "missing":
        return "is missing"
    if mistake["type"] == "extra_forbidden":
        if written is None:
            return "is not a field of this record; text that holds a comma stands in quotes"
        return "is not a field of this record; mend its name or remove it"
    return (
        f"{message} (written: {written!r})" if isinstance(written, str | int | float) else message
    )


def _instead(mistake: Any) -> str | None:
    """What to write instead, where pydantic says only by which rule it is wrong."""
    field = mistake["loc"][-1] if mistake["loc"] else ""
    if mistake["type"] == "string_pattern_mismatch":
        return NAMES.get(field, "use small letters, digits and hyphens, as in road-cement")
    if mistake["type"] == "model_type" and mistake["ctx"]["class_name"] != "Text":
        return None
    if mistake["type"].startswith("date_") and DAY.fullmatch(str(mistake.get("input"))):
        return "is no day of the calendar"
    return TO_BE_WRITTEN.get(mistake["type"])
