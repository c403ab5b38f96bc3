"""The figures of a document itself become facts with their places, rows and sentences."""

from lsdash.vocabulary import Unit
from tests.unit.intake.drafting.papers.conftest import read


def test_a_table_gives_facts_with_their_parts_place_and_the_unit_of_its_head() -> None:
    facts = read("421-qd-ubnd.txt").decisions[0].facts
    total, first = facts[0], facts[1]
    assert (total.place, total.printed) == ("article-1", "6.500 triệu đồng")
    assert (first.place, first.printed, first.unit_printed) == (
        "annex-1.row-2",
        "2.150",
        "triệu đồng",
    )
    assert (first.low, first.unit, first.row) == (2_150_000_000, Unit.VND, "Huyện Cao Lộc")
    assert first.part_of == 0, "the total that the article states is not counted twice"


def test_figures_of_an_annex_are_told_apart_by_table_and_column() -> None:
    facts = read("421-qd-ubnd.txt").decisions[0].facts
    assert facts[0].table is None, "an article states it"
    rows = [each for each in facts if each.place.startswith("annex-1.")]
    assert len({each.table and each.table[0] for each in rows}) == 1
    assert None not in {each.table for each in rows}
