"""Which figures on record a new document's take the place of, where it is plain."""

from datetime import date
from decimal import Decimal

import pytest

from lsdash.intake.review import amended_documents
from lsdash.intake.review.amended_documents import Known, KnownFact, Printed
from lsdash.vocabulary import Bound, Measure, RelationKind, Unit

TREES, STONES, ROAD = "Cây bóng mát", "Cây bóng mát hàng đầu", "Đường"


def fact(slug: str, subject: str, value: int, unit: Unit = Unit.VND) -> KnownFact:
    low = Decimal(value)
    return KnownFact(
        slug, subject, subject, Measure.OTHER, unit, "", low, low, Bound.EXACT, f"{value} đồng"
    )


def known(number: str, on: date, *facts: KnownFact) -> Known:
    return Known(f"{number.partition('/')[0]}-{on.year}", number, on, "a", "b", facts)


def printed(clause: str, before: int | None = None, unit: Unit = Unit.VND) -> Printed:
    low = None if before is None else Decimal(before)
    return Printed(unit, "", None if low is None else (low, low), clause)


OLD = known("12/QĐ-UBND", date(2019, 3, 1))
NEW = known("12/QĐ-UBND", date(2020, 3, 1), fact("trees", TREES, 510), fact("best", STONES, 430))


def names(*figures: Printed) -> list[str | None]:
    found = amended_documents.propose(figures, [NEW])
    return [each and each[1].slug for each in found]


@pytest.mark.parametrize(
    ("number", "on", "slug"),
    [
        ("12/QĐ-UBND", date(2020, 3, 9), "12-2020"),
        ("12/qđ-ubnd", None, "12-2020"),
        ("12/QĐ-UBND", date(2020, 2, 1), "12-2019"),
        ("13/QĐ-UBND", None, None),
        ("Đề án", None, None),
    ],
)
def test_a_number_means_the_newest_document_before(
    number: str, on: date | None, slug: str | None
) -> None:
    found = amended_documents.meant(number, on, [OLD, NEW])
    assert (found and found.slug) == slug


def test_only_documents_that_are_changed_are_looked_into() -> None:
    cites = [(RelationKind.CITES, "12/QĐ-UBND"), (RelationKind.IMPLEMENTS, "12/QĐ-UBND")]
    assert amended_documents.targets(cites, None, [NEW]) == []
    twice = [(RelationKind.AMENDS, "12/QĐ-UBND"), (RelationKind.CORRECTS, "12/QĐ-UBND")]
    assert amended_documents.targets(twice, None, [OLD, NEW]) == [NEW]


def test_the_earlier_value_tells_the_figure() -> None:
    assert names(printed("", 510), printed("", 430), printed("", 7)) == ["trees", "best", None]


def test_the_longest_name_tells_the_figure() -> None:
    assert names(printed("trồng cây bóng mát hàng đầu "), printed("Cây bóng mát: ")) == [
        "best",
        "trees",
    ]


def test_another_unit_or_no_word_of_it_tells_nothing() -> None:
    assert names(printed(TREES, unit=Unit.KM), printed("hoa")) == [None, None]


def test_the_only_figure_of_a_unit_is_meant_where_there_is_one_on_record() -> None:
    one = known("13/QĐ-UBND", date(2020, 3, 2), fact("road", ROAD, 9))
    (found,) = amended_documents.propose([printed("số tiền")], [one])
    assert found and found[1].slug == "road"
    assert amended_documents.propose([printed("số tiền"), printed("khoản khác")], [one]) == [
        None,
        None,
    ]
    assert amended_documents.propose([printed("số tiền", 8)], [one]) == [None]
