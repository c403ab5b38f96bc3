"""What two weeks tell of the same thing, and what is never held against what."""

from dataclasses import replace

import pytest

from lsdash.comparing import pairing
from lsdash.comparing.pairing import Documents, Ties
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow

OLD, NEW, OTHER = "380-qd-ubnd-2020", "455-qd-ubnd-2021", "470-qd-ubnd-2021"
Told = list[tuple[str | None, str | None]]


@pytest.fixture
def quotas(release: Release) -> list[FactRow]:
    return read.facts_of(release, OLD)


def later(facts: list[FactRow], document: str = NEW, **others: object) -> list[FactRow]:
    return [replace(fact, decision=document, **others) for fact in facts]  # type: ignore[arg-type]


def named(pairs: list[tuple[FactRow | None, FactRow | None]]) -> Told:
    return [(old and old.slug, new and new.slug) for old, new in pairs]


def test_figures_of_the_same_name_in_links_are_one_thing(quotas: list[FactRow]) -> None:
    assert named(pairing.facts(quotas, later(quotas))) == [
        (fact.slug, fact.slug) for fact in quotas
    ]


def test_figures_of_the_same_name_in_words_are_one_thing(quotas: list[FactRow]) -> None:
    one = later(quotas[:1], slug="vocational-college")
    assert named(pairing.facts(quotas[:2], one)) == [
        ("quota-vocational", "vocational-college"),
        ("quota-medical", None),
    ]
    elsewhere = later(quotas[:1], slug="vocational-college", unit="person")
    assert (None, "vocational-college") in named(pairing.facts(quotas, elsewhere))


def test_two_of_one_name_are_not_told_apart_by_their_place(quotas: list[FactRow]) -> None:
    twice = [replace(fact, slug=slug) for fact, slug in zip(quotas[:1] * 2, "ab", strict=True)]
    pairs = named(pairing.facts(quotas[:1], later(twice)))
    assert pairs == [(None, "a"), (None, "b"), ("quota-vocational", None)]


def test_a_total_stands_against_the_total_whatever_it_is_called(quotas: list[FactRow]) -> None:
    total = later([replace(quotas[-1], slug="all", subject_vi="Toàn tỉnh", formula=None)])
    assert named(pairing.facts(quotas, total))[0] == ("quota-total", "all")
    member = later([replace(quotas[0], slug="all", subject_vi="Toàn tỉnh")])
    assert named(pairing.facts(quotas[-1:], member)) == [(None, "all"), ("quota-total", None)]


def test_a_change_is_never_held_against_a_level(quotas: list[FactRow]) -> None:
    rise = later(quotas[:1], role="change", direction="increase")
    assert named(pairing.facts(quotas[:1], rise)) == [
        (None, "quota-vocational"),
        ("quota-vocational", None),
    ]


def test_a_change_that_amends_a_level_stands_as_what_the_level_becomes(
    quotas: list[FactRow],
) -> None:
    fifty = {"low_digits": 50, "high_digits": 50, "slug": "rise"}
    (rise,) = later(quotas[:1], role="change", direction="increase", **fifty)
    ties = Ties(figures={(NEW, "rise"): (OLD, "quota-vocational")})
    ((was, now),) = pairing.facts(quotas[:1], [rise], ties)
    assert was
    assert now
    assert (was.value, now.value, now.formula) == (510, 560, "#510 + #50")
    assert (now.decision, now.slug, now.subject_vi) == (NEW, "rise", was.subject_vi)
    about = replace(rise, bound="approximately")
    assert named(pairing.facts(quotas[:1], [about], ties)) == [
        (None, "rise"),
        ("quota-vocational", None),
    ]


def test_documents_of_one_series_are_held_against_each_other_once(quotas: list[FactRow]) -> None:
    new = [*later(quotas), *later(quotas[:1], OTHER)]
    assert pairing.documents(quotas, new) == [Documents(NEW, OLD)]


def test_a_document_that_amends_stands_with_the_amended_beside_the_next_of_the_series(
    quotas: list[FactRow],
) -> None:
    new = [*later(quotas), *later(quotas[:1], OTHER)]
    ties = Ties(frozenset({(OTHER, OLD)}))
    assert pairing.documents(quotas, new, ties) == [
        Documents(OTHER, OLD, amends=True),
        Documents(NEW, OLD),
    ]


def test_figures_of_no_subject_are_one_thing_only_where_a_document_says_so(
    quotas: list[FactRow],
) -> None:
    old = [replace(fact, measure="other") for fact in quotas[:1]]
    new = later(old)
    assert pairing.documents(old, new) == []
    assert named(pairing.facts(old, new)) == [
        (None, "quota-vocational"),
        ("quota-vocational", None),
    ]
    ties = Ties(figures={(NEW, "quota-vocational"): (OLD, "quota-vocational")})
    assert pairing.documents(old, new, ties) == [Documents(NEW, OLD, amends=True)]
    assert named(pairing.facts(old, new, ties)) == [("quota-vocational", "quota-vocational")]


def test_figures_of_no_subject_are_one_thing_by_name_where_one_document_replaces_the_other(
    quotas: list[FactRow],
) -> None:
    old = [replace(fact, measure="other") for fact in quotas[:2]]
    new = later(old[:1], slug="else")
    ties = Ties(frozenset({(NEW, OLD)}))
    assert named(pairing.facts(old, new, ties))[0] == (old[0].slug, "else")
    in_days = later(old[:1], slug="else", unit="day")
    assert named(pairing.facts(old, in_days, ties))[0] == (None, "else")
