"""Every word that the interface says, in Vietnamese and English, by key.

`say("vi", "filters.sector")` looks a key up; numbers and dates are written by `figures`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from babel.numbers import format_decimal

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")


@cache
def phrases(lang: Lang) -> Mapping[str, str]:
    """All phrases of a language, keyed by dotted path: `filters.sector`."""
    source = Path(__file__).with_name(f"{lang}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(source)))


def say(lang: Lang, key: str, /, **values: object) -> str:
    """The phrase at `key` with its {places} filled. Raises KeyError for an unknown key."""
    return phrases(lang)[key].format(**values)


def count(lang: Lang, key: str, number: int, /, **values: object) -> str:
    """`say` for a phrase that depends on how many: `key.one` or `key.other`, {n} written out."""
    form = _locale(lang).plural_form(number)
    phrase = key + (".one" if form == "one" and f"{key}.one" in phrases(lang) else ".other")
    return say(lang, phrase, n=format_decimal(number, locale=lang), **values)


@cache
def _locale(lang: Lang) -> Locale:
    return Locale(lang)


def pick(lang: Lang, row: Any, field: str) -> str:
    """The text of `field` in this language from a row that has `field_vi` and `field_en`."""
    return str(getattr(row, f"{field}_{lang}"))


def language(locale: str | None) -> Lang:
    """The language for a browser's locale: English where it asks for it, else Vietnamese."""
    return "en" if (locale or "").lower().startswith("en") else "vi"


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", value))
    return pairs
