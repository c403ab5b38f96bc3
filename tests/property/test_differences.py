"""A difference is nothing for the same rows, turns around with its sides, and leads from one to
the other."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lsdash.comparing import differences
from lsdash.comparing.differences import FACT_FIELDS, Difference, DocumentRows, State
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow

quickly = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

OTHER_FIGURES = st.fixed_dictionaries(
    {"low_digits": st.integers(0, 9), "high_digits": st.integers(10, 99)},
    optional={
        "printed": st.sampled_from(["7", "7,0"]),
        "note_vi": st.none() | st.just("khác"),
        "deadline": st.none() | st.dates(date(2020, 1, 1), date(2025, 12, 31)),
        "mandatory": st.booleans(),
    },
)
OTHER_WORDS = st.fixed_dictionaries(
    {}, optional={"title_vi": st.sampled_from("ab"), "status": st.sampled_from(["decided", "x"])}
)


@pytest.fixture(scope="module")
def whole(release: Release) -> DocumentRows:
    """All that the release tells."""
    slugs = [row.slug for row in read.decisions(release)]
    return differences.document_rows(release, slugs)


def altered(data: st.DataObject, whole: DocumentRows) -> DocumentRows:
    """Some documents left out, some words and figures other ones, some pieces gone."""
    kept = data.draw(st.sets(st.sampled_from([row.slug for row in whole.documents])))
    documents = [
        replace(row, **data.draw(OTHER_WORDS)) for row in whole.documents if row.slug in kept
    ]
    facts = [row for row in whole.facts if row.decision in kept and data.draw(st.booleans())]
    facts = [replace(row, **data.draw(st.just({}) | OTHER_FIGURES)) for row in facts]
    parts = [row for row in whole.parts if row.decision in kept and row.text_vi is not None]
    dropped = data.draw(st.integers(0, len(parts)))
    return DocumentRows(documents, facts, parts[dropped:])


def unordered(difference: Difference) -> Any:
    """The same without the order of documents, facts and pieces."""
    return {
        (each.row.slug, each.state): (
            each.fields,
            sorted(each.facts, key=lambda fact: fact.row.slug),
            sorted(each.parts, key=lambda part: part.part),
        )
        for each in difference.documents
    }


@quickly
@given(st.data())
def test_the_same_rows_have_no_difference_in_whatever_order(
    whole: DocumentRows, data: st.DataObject
) -> None:
    one = altered(data, whole)
    shuffled = DocumentRows(
        *(
            data.draw(st.permutations(list(rows)))
            for rows in (one.documents, one.facts, one.parts, one.changes)
        )
    )
    assert Difference(differences.of_documents(one, shuffled)).is_empty


@quickly
@given(st.data())
def test_a_difference_seen_from_the_other_side_is_its_mirror(
    whole: DocumentRows, data: st.DataObject
) -> None:
    one, other = altered(data, whole), altered(data, whole)
    there = Difference(differences.of_documents(one, other))
    back = Difference(differences.of_documents(other, one))
    assert unordered(there.mirrored()) == unordered(back)
    assert there.mirrored().mirrored() == there


@quickly
@given(st.data())
def test_a_difference_of_series_seen_from_the_other_side_is_its_mirror(
    whole: DocumentRows, data: st.DataObject
) -> None:
    one, other = altered(data, whole), altered(data, whole)
    there = Difference(differences.of_series(one, other))
    back = Difference(differences.of_series(other, one))
    assert unordered(there.mirrored()) == unordered(back)


@quickly
@given(st.data())
def test_applying_the_changes_to_the_old_facts_gives_the_new_ones(
    whole: DocumentRows, data: st.DataObject
) -> None:
    old, new = altered(data, whole).facts, altered(data, whole).facts
    assert compared(applied(old, differences.of_facts(old, new))) == compared(new)


def applied(
    facts: Sequence[FactRow], changes: Sequence[differences.FactChange]
) -> Sequence[FactRow]:
    by_name = {(fact.decision, fact.slug): fact for fact in facts}
    for change in changes:
        name = change.row.decision, change.row.slug
        if change.state is State.REMOVED:
            assert by_name.pop(name) == change.old
        else:
            assert (name in by_name) is (change.state is State.CHANGED)
            by_name[name] = change.row
    return [*by_name.values()]


def compared(facts: Sequence[FactRow]) -> dict[tuple[str, str], list[object]]:
    """What of each fact is compared."""
    return {
        (fact.decision, fact.slug): [getattr(fact, name) for name in FACT_FIELDS] for fact in facts
    }
