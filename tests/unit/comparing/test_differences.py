"""What counts as a difference, field by field, and what does not."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from lsdash.comparing import differences
from lsdash.comparing.differences import (
    DOCUMENT_FIELDS,
    FACT_FIELDS,
    FACT_FIELDS_ELSEWHERE,
    Difference,
    DocumentRows,
    FieldChange,
    State,
)
from lsdash.store.release import Release
from lsdash.store.rows import ChangeRow, DecisionRow, FactRow

ROADS, QUOTAS = "381-qd-ubnd-2020", "380-qd-ubnd-2020"


@pytest.fixture
def roads(release: Release) -> DocumentRows:
    return of(release, ROADS)


def of(release: Release, *slugs: str) -> DocumentRows:
    return differences.document_rows(release, slugs)


def with_fact(told: DocumentRows, slug: str, **others: object) -> DocumentRows:
    facts = [replace(each, **others) if each.slug == slug else each for each in told.facts]
    return replace(told, facts=facts)


def only_fact(old: DocumentRows, new: DocumentRows) -> differences.FactChange:
    (document,) = differences.of_documents(old, new)
    (fact,) = document.facts
    return fact


def test_every_field_of_a_fact_and_a_document_is_compared_or_known_not_to_be() -> None:
    assert {each.name for each in fields(FactRow)} | {"low", "high"} == (
        {*FACT_FIELDS} | FACT_FIELDS_ELSEWHERE
    )
    assert {each.name for each in fields(DecisionRow)} == {*DOCUMENT_FIELDS, "slug"}


def test_a_changed_figure_is_told_field_by_field_with_both_values(roads: DocumentRows) -> None:
    figure = {"low_digits": 7_918_000_000, "high_digits": 7_918_000_000}
    new = with_fact(roads, "road-arrears-materials", **figure, printed="7.918 triệu đồng")
    change = only_fact(roads, new)
    assert (change.state, change.is_of_figure) == (State.CHANGED, True)
    assert change.fields == (
        FieldChange("low", Decimal(7_917_000_000), Decimal(7_918_000_000)),
        FieldChange("high", Decimal(7_917_000_000), Decimal(7_918_000_000)),
        FieldChange("printed", "7.917 triệu đồng", "7.918 triệu đồng"),
    )


def test_the_same_value_printed_otherwise_is_a_change_of_print_alone(roads: DocumentRows) -> None:
    figure = {"low_digits": 83_000_000_000, "high_digits": 83_000_000_000, "scale_digits": 1}
    change = only_fact(roads, with_fact(roads, "road-cement", **figure, printed="8,3 tỷ đồng"))
    assert change.fields == (FieldChange("printed", "8.300 triệu đồng", "8,3 tỷ đồng"),)
    assert not change.is_of_figure


def test_an_open_end_is_not_zero(release: Release) -> None:
    staff = of(release, "4-2020-qd-ubnd-2020")
    closed = with_fact(staff, "staff-class-1", low_digits=0)
    assert only_fact(staff, closed).fields == (FieldChange("low", None, Decimal(0)),)


def test_the_order_of_things_is_no_difference(roads: DocumentRows) -> None:
    turned = [replace(fact, position=9 - fact.position) for fact in reversed(roads.facts)]
    parts = [*reversed(roads.parts)]
    assert differences.of_documents(roads, replace(roads, facts=turned, parts=parts)) == ()


def test_a_piece_told_twice_and_then_once_is_a_difference(roads: DocumentRows) -> None:
    (piece, *_) = (part for part in roads.parts if part.part == "silences")
    twice = replace(roads, parts=[*roads.parts, piece])
    (document,) = differences.of_documents(twice, roads)
    (part,) = document.parts
    assert (part.part, part.old, part.new) == ("silences", (piece,), ())


def test_documents_and_facts_come_and_go(release: Release) -> None:
    old, new = of(release, ROADS), of(release, QUOTAS)
    come, gone = sorted(differences.of_documents(old, new), key=lambda each: each.state)
    assert (come.state, come.row.slug) == (State.ADDED, QUOTAS)
    assert (gone.state, gone.row.slug) == (State.REMOVED, ROADS)
    assert {fact.state for fact in come.facts} == {State.ADDED}
    difference = Difference((come, gone))
    assert difference.facts == ()
    assert not difference.is_empty


def test_a_change_comes_with_the_entry_of_the_history_that_explains_it(roads: DocumentRows) -> None:
    entry = ChangeRow(
        decision=ROADS,
        position=0,
        fact="road-cement",
        kind="correction",
        made_on=roads.documents[0].signed_on,
        reason_vi="Đọc nhầm",
        reason_en="Misread",
        made_by=None,
        was_low_digits=None,
        was_high_digits=None,
        was_scale_digits=None,
        was_shown_scale=None,
        was_unit=None,
        was_bound=None,
        was_printed=None,
    )
    older = replace(entry, kind="new", position=0)
    old, new = (
        replace(roads, changes=[older]),
        replace(roads, changes=[entry, replace(older, position=1)]),
    )
    (document,) = differences.of_documents(old, new)
    assert (document.told, document.untold) == ((entry,), ())
    assert document.mirrored().untold == (entry,)
    (line,) = differences.lines(Difference((document,)))
    assert (line.what, line.key, line.field, line.new) == (
        "history",
        f"{ROADS}/road-cement",
        "correction",
        "Đọc nhầm",
    )


def test_weeks_are_held_against_each_other_by_series(release: Release) -> None:
    old = of(release, ROADS, QUOTAS)
    facts = [replace(fact, decision="421-qd-ubnd-2020") for fact in old.facts[:1]]
    next_one = replace(old.documents[0], slug="421-qd-ubnd-2020", number="421/QĐ-UBND")
    assert facts[0].decision == next_one.slug
    changes = differences.of_series(old, DocumentRows([next_one], facts))
    paired = next(each for each in changes if each.state is State.CHANGED)
    assert paired.old is not None
    assert paired.old.slug == old.facts[0].decision
    assert paired.fields == (FieldChange("number", paired.old.number, "421/QĐ-UBND"),)
    assert {fact.state for fact in paired.facts} == {State.REMOVED}
    assert [each.state for each in changes if each is not paired] == [State.REMOVED]
