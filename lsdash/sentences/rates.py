"""What a figure is counted by, as its print says it: `/m²`, `/người/tháng`."""

import re
from functools import lru_cache

from lsdash import quantities
from lsdash.store.rows import FactRow
from lsdash.text import Lang, phrases, say

RATE = re.compile(
    r"""
    (?<= [^\W\d_] | [%²³23] )               # 60.000 đồng/m2, 5 - 6%/năm, but not 2/3
    (?: \s? (?: / \s? | (?<=\s) mỗi \s )    # or in words: mỗi người mỗi tháng
        [^\W\d_] [\w²³]* (?: \s (?!mỗi\b) [^\W\d_]+ )?
    )+ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STEP = re.compile(r"/|\bmỗi\b", re.IGNORECASE)
_RAISED = {"2": "²", "3": "³"}


def per(fact: FactRow, lang: Lang) -> str:
    """`/người/tháng`; empty for a figure that is no rate, or a derived one."""
    return per_printed(" ".join(filter(None, (fact.printed, fact.unit_printed))), lang)


@lru_cache(maxsize=4096)
def per_printed(printed: str, lang: Lang) -> str:
    """The same of a figure by its print."""
    found = RATE.search(printed)
    words = _STEP.split(found.group())[1:] if found else []
    return "".join(f"/{_named(word.strip(), lang)}" for word in words)


def _named(word: str, lang: Lang) -> str:
    """In Vietnamese as printed; in English by the unit, or as printed where that has no name."""
    counted = quantities.UNITS.get(word.casefold())
    if lang == "en" and counted and f"per.{counted[1]}" in phrases(lang):
        return say(lang, f"per.{counted[1]}")
    return word[:-1] + _RAISED[word[-1]] if word in {"m2", "m3", "km2"} else word
