"""A number in a relation leads to the document on record, and its figures to those they replace."""

from typing import Any

import pytest

from lsdash.model import Decision
from lsdash.records import references
from lsdash.records.references import Reference
from lsdash.vocabulary import RelationKind

NAMES = {"vi": "Tên", "en": "Name"}
AT = {"item": 1, "paragraph": 1}


def decision(number: str, day: int, **fields: Any) -> Decision:
    told = {"title": NAMES, "short_title": NAMES, "summary": NAMES, "at": AT}
    signed = {"number": number, "signed_on": f"2020-03-{day:02}"}
    return Decision.model_validate(
        signed | told | {"sector": "transport", "status": "decided"} | fields
    )


def fact(slug: str, value: int, name: str = "Xi măng", **fields: Any) -> dict[str, Any]:
    return {
        "slug": slug,
        "measure": "road_funding",
        "subject": {"vi": name, "en": name},
        "kind": "money",
        "low": value,
        "high": value,
        "unit": "vnd",
        "bound": "exact",
        "printed": f"{value} đồng",
        "at": AT,
    } | fields


def relation(kind: str, number: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "target": NAMES, "number": number, "at": AT} | fields


ROADS = decision("381/QĐ-UBND", 5, facts=[fact("road-cement", 8300), fact("road-sand", 10, "Cát")])


def found(*decisions: Decision) -> list[Reference]:
    return [*references.find({each.slug: each for each in decisions})]


def done_to_roads(by: Decision, *others: Decision) -> list[Reference]:
    return [each for each in found(ROADS, *others, by) if each.to == ROADS.slug]


def test_a_notice_that_corrects_a_sum_takes_its_place() -> None:
    notice = decision(
        "61/TB-UBND",
        12,
        relations=[relation("corrects", "381/QĐ-UBND")],
        facts=[fact("cement-corrected", 8030, "xi măng")],
    )
    assert done_to_roads(notice) == [
        Reference(ROADS.slug, None, RelationKind.CORRECTS, notice.slug, None),
        Reference(
            ROADS.slug, "road-cement", RelationKind.CORRECTS, notice.slug, notice.facts[0].slug
        ),
    ]


def test_a_figure_may_say_by_itself_which_one_it_amends() -> None:
    later = decision(
        "500/QĐ-UBND", 20, facts=[fact("x", 9, "Khác", amends=f"{ROADS.slug}/road-cement")]
    )
    assert done_to_roads(later) == [
        Reference(ROADS.slug, "road-cement", RelationKind.AMENDS, later.slug, "x")
    ]


def test_a_rise_is_tied_to_the_figure_that_rises_and_never_the_other_way_round() -> None:
    later = decision(
        "500/QĐ-UBND",
        20,
        relations=[relation("amends", "381/QĐ-UBND")],
        facts=[fact("more", 50, direction="increase")],
    )
    assert done_to_roads(later)[-1].to_fact == "road-cement"


@pytest.mark.parametrize("kind", ["implements", "cites", "answers", "promulgates"])
def test_other_relations_leave_the_figures_alone(kind: str) -> None:
    later = decision(
        "500/QĐ-UBND", 20, relations=[relation(kind, "381/QĐ-UBND")], facts=[fact("road-cement", 1)]
    )
    assert [each.to_fact for each in done_to_roads(later)] == [None]


def test_a_leading_zero_is_the_same_number_and_the_newest_before_is_meant() -> None:
    older = decision("4/2020/QĐ-UBND", 1)
    later = decision("9/QĐ-UBND", 20, relations=[relation("repeals", "04/2020/QĐ-UBND")])
    assert [each.to for each in found(older, later)] == [older.slug]
    signed_later = decision("4/2020/QĐ-UBND", 25)
    assert found(signed_later, later) == []


def test_a_number_that_is_not_on_record_stays_a_name() -> None:
    later = decision("9/QĐ-UBND", 20, relations=[relation("amends", "77/QĐ-UBND")])
    assert found(ROADS, later) == []
