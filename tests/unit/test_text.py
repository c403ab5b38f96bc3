"""The two languages say the same things, and nothing is said that nobody uses."""

import re
from collections import defaultdict
from itertools import chain
from string import Formatter

import pytest

from lsdash.comparing import history
from lsdash.comparing.differences import DOCUMENT_FIELDS, FACT_FIELDS, WEEK_FIELDS
from lsdash.intake.drafting.model import Belongs
from lsdash.intake.files.left_out import Left
from lsdash.model import Flag
from lsdash.settings import ROOT
from lsdash.text import LANGS, Lang, count, language, phrases, say
from lsdash.view import DATES, INPUTS, LISTS, PAGES
from lsdash.vocabulary import (
    Basis,
    Bound,
    Certainty,
    ChangeKind,
    Direction,
    EventKind,
    FigureKind,
    FlagRule,
    GateCategory,
    Issuer,
    Kind,
    Measure,
    OutcomeState,
    RelationKind,
    ReportedMeasure,
    Role,
    Sector,
    SourceFlag,
    StaffCondition,
    Status,
    TaskState,
    Unit,
    UnitKind,
)

SOURCE = "\n".join(
    file.read_text(encoding="utf-8")
    for folder in ("lsdash", "pages")
    for file in sorted((ROOT / folder).rglob("*.py"))
)
QUOTED = frozenset(re.findall(r"""["']([\w.]+)["']""", SOURCE))
FORMATTED = "\n".join(re.findall(r"""f["'].*""", SOURCE))
PLURAL = re.compile(r"(?<=\.)(\w+)\.(one|other)$")
"""title.documents.one, but not sector.other."""


def places(lang: Lang) -> dict[str, set[frozenset[str]]]:
    """The {places} of each key, its plural forms together."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for key, phrase in phrases(lang).items():
        names = frozenset(name for _, name, _, _ in Formatter().parse(phrase) if name)
        found[PLURAL.sub(r"\1", key)].add(names)
    return found


def test_both_languages_have_the_same_keys_with_the_same_places() -> None:
    assert places("vi") == places("en")
    assert {key for key, forms in places("en").items() if len(forms) > 1} == set()


def test_no_phrase_is_empty_or_left_in_the_other_language() -> None:
    vi, en = phrases("vi"), phrases("en")
    assert all(phrase.strip() for phrase in (*vi.values(), *en.values()))
    same = {key for key in vi.keys() & en.keys() if vi[key] == en[key] and vi[key].isalpha()}
    assert same == set()


TOLD = (*FACT_FIELDS, *DOCUMENT_FIELDS, *WEEK_FIELDS)
"""Fields whose change is told by name."""

ENTERED = [each for inputs in INPUTS.values() for each in inputs]
TRUCKS = {ReportedMeasure.VEHICLES_WAITING, ReportedMeasure.VEHICLES_CLEARED}
"""Counted one by one, in words that take the form of the number."""
REVIEWED = {FlagRule.DOUBT, FlagRule.MISPRINT}
"""Flags that a person writes, in their own words."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("prefix", "codes"),
    [
        ("sector", Sector),
        ("sector_short", Sector),
        ("kind", Kind),
        ("status", Status),
        ("issuer", Issuer),
        ("relation", RelationKind),
        ("effect", RelationKind),
        ("bound", Bound),
        ("unit", Unit),
        ("direction", [*Direction, "none"]),
        ("basis", Basis),
        ("change_kind", ChangeKind),
        ("measured", Measure),
        ("figure_kind", FigureKind),
        ("unit_kind", UnitKind),
        ("condition", StaffCondition),
        ("changed", {history.name_of(name) for name in TOLD}),
        ("event", EventKind),
        ("source_flag", SourceFlag),
        ("measure", ReportedMeasure),
        ("reported", set(ReportedMeasure) - TRUCKS),
        ("gate_rank", GateCategory),
        ("flag", set(FlagRule) - REVIEWED),
        ("sure", Certainty),
        ("outcome_state", OutcomeState),
        ("outcomes", [f"n_{state}" for state in OutcomeState]),
        ("belongs", Belongs),
        ("left_out", Left),
        ("page", PAGES),
        ("lead", PAGES),
        ("filters", [*LISTS, *DATES]),
        ("input", [each.key for each in ENTERED]),
        ("choice", [f"{each.key}_{choice}" for each in ENTERED for choice in each.choices]),
    ],
)
def test_every_code_of_the_vocabulary_has_its_words(
    lang: Lang, prefix: str, codes: list[str]
) -> None:
    known = {PLURAL.sub(r"\1", key) for key in phrases(lang)}
    assert [code for code in codes if f"{prefix}.{code}" not in known] == []


@pytest.mark.parametrize("rule", FlagRule)
def test_a_flag_without_words_of_the_interface_is_one_that_a_person_writes(rule: FlagRule) -> None:
    written = {"rule": rule, "text": {"vi": "a", "en": "b"}}
    if rule in REVIEWED:
        assert Flag.model_validate(written).rule is rule
    else:
        with pytest.raises(ValueError, match="is found by rule"):
            Flag.model_validate(written)


def test_no_key_is_unused() -> None:
    keys = {PLURAL.sub(r"\1", key) for lang in LANGS for key in phrases(lang)}
    assert sorted(key for key in keys if not used(key)) == []


VOCABULARY = (Basis, Bound, ChangeKind, Direction, FigureKind, FlagRule, Issuer, Kind, Measure)
VOCABULARY += (RelationKind, Role, Sector, StaffCondition, Status, TaskState, Unit, UnitKind)
CODES = {str(code) for codes in VOCABULARY for code in codes} | {*PAGES, "none"}
CODES |= {history.name_of(name) for name in TOLD}
LOOKED_UP = {"sector", "sector_short", "kind", "status", *chain(*history.WORDS.values())}
"""Put together from the name of a filter or a field and its code, `f"{key}.{value}"`."""


def used(key: str) -> bool:
    """Written out in the code, or put together there from its beginning and codes or words."""
    section, _, end = key.partition(".")
    first, _, second = end.partition("_")
    if key in QUOTED:
        return True
    if f"{section}." in QUOTED:  # a section that is taken whole
        return True
    if section in LOOKED_UP or section == "unit":  # unit.vnd_1000000 has its multiplier
        return re.sub(r"_10+$", "", end) in CODES
    ways = [
        (rf"{section}\.\{{", [end]),  # f"flag.{rule}"
        (rf"{section}\.{first}_\{{", [second]),  # f"title.status_{status}"
        (rf"{section}\.\{{[^}}\"]+\}}_\{{", [first, second]),  # f"choice.{key}_{value}"
    ]
    return any(
        re.search(rf"""f["']{way}""", FORMATTED)
        and all(part in CODES or part in QUOTED for part in parts)
        for way, parts in ways
    )


def test_a_phrase_that_counts_takes_the_form_of_the_number() -> None:
    assert count("en", "title.documents", 1) == "1 document"
    assert count("en", "title.documents", 1000) == "1,000 documents"
    assert count("vi", "title.documents", 1) == "1 văn bản"
    assert count("vi", "title.documents", 1000) == "1.000 văn bản"


def test_an_unknown_key_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        say("vi", "no.such_key")


@pytest.mark.parametrize(
    ("locale", "lang"),
    [("vi-VN", "vi"), ("en-GB", "en"), ("EN", "en"), ("fr-FR", "vi"), ("", "vi"), (None, "vi")],
)
def test_vietnamese_is_the_first_language_and_english_is_asked_for(
    locale: str | None, lang: Lang
) -> None:
    assert language(locale) == lang
