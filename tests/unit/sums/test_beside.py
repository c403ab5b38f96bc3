"""Money that stands beside what a document decides is in no sum, and is told once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.sums import beside, money
from lsdash.sums.money import Apart, Standing
from lsdash.vocabulary import Measure, Role

Make = Callable[..., FactRow]


@pytest.fixture
def make(release: Release) -> Make:
    """`make("a", "Hỗ trợ", 5, ...)`: an exact sum of so many đồng, decided, of one document."""
    facts = read.facts(release, measures=[Measure.ROAD_FUNDING])
    plain = next(fact for fact in facts if fact.slug == "road-cement")

    def made(slug: str, subject: str, value: int, place: str = "", **different: object) -> FactRow:
        own = {"slug": slug, "subject_vi": subject, "low_digits": value, "high_digits": value}
        told = {"printed": None, "note_vi": None, "paper_place": place or None}
        return replace(plain, **own | told | different)  # type: ignore[arg-type]

    return made


def column(make: Make, head: str, rows: list[int], place: str = "annex-1") -> list[FactRow]:
    """The rows of a column and below them its total."""
    own = [
        make(f"{head}-{at}", f"Huyện {at}: {head}", value, f"{place}.row-{at}", part_of=head)
        for at, value in enumerate(rows, start=1)
    ]
    own = [replace(each, role=Role.PART) for each in own]
    total = make(head, f"Tổng cộng: {head}", sum(rows), f"{place}.row-9", role=Role.WHOLE)
    return [*own, total]


def counted(facts: list[FactRow]) -> tuple[list[str], list[tuple[Apart, str]]]:
    """The terms of what is decided, and what is told apart, by slug."""
    found = money.reckon(facts)[Standing.DECIDED]
    terms = [term.slug for each in found.sums for term in each.terms]
    return terms, [(why, fact.slug) for why, fact in found.apart]


def test_a_sum_in_a_sentence_is_what_an_annex_with_other_columns_decides(make: Make) -> None:
    stated = make("given", "Kinh phí", 30, "article-1", role=Role.WHOLE)
    own = column(make, "Bổ sung", [10, 20])[:-1]
    own = [replace(each, part_of="given") for each in own]
    others = [*column(make, "Vốn khác", [7, 8]), *column(make, "Trong đó: vật tư", [1, 2])]
    assert counted([stated, *own, *others]) == (
        ["given"],
        [(Apart.COLUMN, "Vốn khác"), (Apart.COLUMN, "Trong đó: vật tư")],
    )


def test_a_table_that_no_sentence_sums_up_is_added_to_what_the_sentences_state(make: Make) -> None:
    stated = make("given", "Kinh phí", 30, "article-1")
    assert counted([stated, *column(make, "Vốn", [7, 8])]) == (["given", "Vốn"], [])


@pytest.mark.parametrize(
    ("head", "is_beside"),
    [
        ("Dự toán giao đầu năm", True),
        ("Kinh phí đã giao", True),
        ("Thực hiện năm 2019", True),
        ("Kinh phí thực hiện năm 2020", False),
        ("Trước điều chỉnh", True),
        ("Trong đó: vật tư", True),
        ("Đợt 2", False),
    ],
)
def test_a_column_is_told_apart_by_its_head(make: Make, head: str, *, is_beside: bool) -> None:
    facts = [*column(make, "Bổ sung", [10, 20]), *column(make, head, [5, 6])]
    assert [each.slug for each in beside.columns(facts)] == ([head] if is_beside else [])


def test_the_only_column_of_a_table_stands_beside_nothing(make: Make) -> None:
    assert counted(column(make, "Dự toán giao đầu năm", [10, 20])) == (
        ["Dự toán giao đầu năm"],
        [],
    )


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        ("Phạt nặng nhất", Apart.FINE),
        ("Mức xử phạt", Apart.FINE),
        ("Giữ nguyên kinh phí trả nợ", Apart.KEPT),
        ("Kinh phí trả nợ không thay đổi", Apart.KEPT),
        ("Phát triển chợ", None),
        ("Hỗ trợ xử phạt", None),
        ("Giữ rừng", None),
    ],
)
def test_a_fine_and_what_is_kept_are_no_new_money(
    make: Make, subject: str, why: Apart | None
) -> None:
    aid, told = make("aid", "Hỗ trợ", 2), make("told", subject, 5, role=Role.WHOLE)
    part = make("part", "Huyện Bịa", 3, role=Role.PART, part_of="told")
    assert counted([aid, told, part]) == (
        ["aid"] if why else ["aid", "told"],
        [(why, "told")] if why else [],
    )
