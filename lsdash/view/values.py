"""A link's values one by one: what each means, and a notice where it means nothing."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from lsdash.model import SEARCH_WORDS, cited, normalised, search_words
from lsdash.view.days import day_of
from lsdash.view.inputs import INPUTS
from lsdash.view.keys import EVERYWHERE, MAX_NOTE, MAX_SEARCH, MAX_VALUE, MAX_VALUES
from lsdash.view.notices import Notice, Noticed
from lsdash.view.renamed import RENAMED

UNPRINTED = "\ufffd"
"""Stands where a sign cannot be printed and must not be lost."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def values_of(
    key: str,
    written: Sequence[str],
    known: frozenset[str] | None,
    weeks: frozenset[str] | None,
    notices: list[Noticed],
) -> tuple[str, ...]:
    """Values of a list filter, renamed where they were; unknown ones are kept and named."""
    values: list[str] = []
    for value in dict.fromkeys(clean(each) for each in written):
        if not value:
            continue
        new = RENAMED.get(key, {}).get(value)
        if new:
            notices.append(Noticed(Notice.RENAMED, key, value))
        elif known is not None and value not in known:
            notices.append(Noticed(Notice.UNKNOWN_VALUE, key, value))
        elif known is None and weeks is not None and value not in weeks:
            notices.append(Noticed(Notice.UNKNOWN_WEEK, key, value))
        values.append(new or value)
    if len(values) > MAX_VALUES:
        notices.append(Noticed(Notice.TOO_MANY, key, str(MAX_VALUES)))
    return tuple(sorted(set(values[:MAX_VALUES])))


def date_of(
    key: str, written: Sequence[str], notices: list[Noticed]
) -> tuple[date | None, list[tuple[str, str]]]:
    value = clean(written[-1]) if written else ""
    if not value:
        return None, []
    on = day_of(value)
    if on:
        return on, []
    notices.append(Noticed(Notice.UNKNOWN_VALUE, key, value))
    return None, [(key, value)]


def sheet_of(key: str, written: str, notices: list[Noticed]) -> int:
    if not written or written == "1":
        return 1
    if re.fullmatch(r"[1-9]\d{0,5}", written, re.ASCII):
        return int(written)
    notices.append(Noticed(Notice.CLAMPED, key, clean(written)))
    return 1


def kiosk_of(written: str, notices: list[Noticed]) -> bool:
    if written not in ("", "1"):
        notices.append(Noticed(Notice.CLAMPED_INPUT, "kiosk", clean(written)))
    return written == "1"


def place_of(written: str, items: int, notices: list[Noticed]) -> int:
    """The place in the agenda: none without one, and never beyond its end."""
    if not written or (written == "0" and not items):
        return 0
    given = int(written) if re.fullmatch(r"\d{1,4}", written, re.ASCII) else 0
    place = min(max(given, 1), items)
    if str(place) != written:
        notices.append(Noticed(Notice.CLAMPED_INPUT, "at", clean(written)))
    return place


def inputs_of(
    query: Mapping[str, Sequence[str]], page: str, notices: list[Noticed]
) -> tuple[tuple[str, str], ...]:
    """The page's inputs as far as the link gives them, numbers clamped to their range."""
    read: list[tuple[str, str]] = []
    for each in INPUTS.get(page, ()):
        written = clean(last_of(query, each.key))
        if not written:
            continue
        value, as_written = each.read(written)
        if not as_written:
            notices.append(Noticed(Notice.CLAMPED_INPUT, each.key, written))
        if value is not None:
            read.append((each.key, value))
    return tuple(read)


def search_of(written: str, notices: list[Noticed]) -> str:
    text = str(normalised(_UNPRINTABLE.sub(" ", written)))[:MAX_SEARCH].strip()
    if written.strip() and not text:
        text = UNPRINTED
    is_cut = len(search_words(text)) > SEARCH_WORDS and not cited(text)
    if is_cut or len(written) > MAX_SEARCH:
        notices.append(Noticed(Notice.SEARCH_CUT, "q", str(SEARCH_WORDS)))
    return text


def note_of(written: str) -> str:
    """What a speaker is reminded of, on one line."""
    return str(normalised(_UNPRINTABLE.sub(" ", written)))[:MAX_NOTE].strip()


def everywhere_of(written: str, notices: list[Noticed]) -> bool:
    if written not in ("", EVERYWHERE):
        notices.append(Noticed(Notice.CLAMPED_INPUT, "in", clean(written)))
    return written == EVERYWHERE


def last_of(query: Mapping[str, Sequence[str]], key: str) -> str:
    written = query.get(key, ())
    return written[-1] if written else ""


def clean(value: str) -> str:
    """Short, printable, NFC: safe to keep in a link and to show as text. A sign that cannot be
    printed is seen to be there, so that nothing with one is taken for a value without it."""
    return str(normalised(_UNPRINTABLE.sub(UNPRINTED, value)))[:MAX_VALUE].strip()
