"""What looks odd, in words."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from lsdash.sentences.sources import paper_place
from lsdash.sentences.words import lowered
from lsdash.store.rows import FlagRow
from lsdash.text import Lang, figures, say
from lsdash.vocabulary import Bound


def flag(row: FlagRow, lang: Lang) -> str:
    """A flag in words: a reviewer's own, or the rule's with its evidence."""
    written = row.text_vi if lang == "vi" else row.text_en
    return written or oddity(row.rule, row.number, json.loads(row.evidence), lang)


def oddity(rule: str, number: str, found: Mapping[str, str], lang: Lang) -> str:
    """What a rule found odd about the document `number`, with its evidence."""
    evidence = {name: _evident(name, found, lang) for name in found}
    key = f"flag.{rule}"
    if "called_vi" in evidence:
        evidence["called"] = evidence[f"called_{lang}"]
        evidence["kind"] = lowered(say(lang, f"kind.{found['kind']}"))
    if "document" in found:  # of a bulletin at hand, and not of the public list of numbers
        key = "flag.out_of_series_by_document"
    return say(lang, key, **{"number": number, **evidence})


AMOUNTS = ("stated", "sum", "before", "stands", "moved")
DAYS = ("on", "other_on", "due")


def _evident(key: str, found: Mapping[str, str], lang: Lang) -> str:
    """Evidence for the reader: days and amounts written out, the rest as it stands."""
    if key in DAYS:
        return figures.day(date.fromisoformat(found[key]), lang)
    if key in AMOUNTS:
        value, scale = Decimal(found[key]), int(found["scale"])
        return figures.figure(
            value, value, unit=found["unit"], bound=Bound.EXACT, scale=scale, lang=lang
        )
    return paper_place(found[key], lang) if key == "paper_place" else found[key]
