"""A figure changes its document without losing its place or its sums."""

from lsdash.intake.review import to_record
from lsdash.intake.review.editing import misread
from tests.unit.intake.review.test_review import SHA256, TODAY, begun, finished


def test_a_figure_is_moved_and_the_sums_that_are_left_still_point_at_theirs() -> None:
    held = begun()
    assert [each.part_of for each in held.documents[0].figures] == [None, 0, 0, None]
    held = misread.moved(held, 0, 1, 1)
    first, second = held.documents
    assert [each.printed for each in second.figures] == ["tối đa 23 người", "600 triệu đồng"]
    assert [each.part_of for each in first.figures] == [None, 0, None]
    assert second.figures[1].item == first.item
    held = misread.moved(held, 0, 0, 1)
    assert [each.part_of for each in held.documents[0].figures] == [None, None]


def test_a_moved_figure_keeps_its_place_in_the_record() -> None:
    held = misread.moved(finished(), 0, 3, 1)
    week = to_record.week(held, sha256=SHA256, on=TODAY)
    at = week.decisions[1].facts[1].at
    assert at is not None
    assert (at.item, at.paragraph) == (1, 2)


def test_a_document_that_is_only_cited_gives_its_figures_to_the_one_that_cites_it() -> None:
    held = misread.only_cited(begun(), 0, 1)
    assert [number for number, _ in held.kept] == [1]
    own = held.documents[1]
    assert [each.part_of for each in own.figures] == [None, None, 1, 1, None]
    assert [each.number for each in own.cited] == ["431/QĐ-UBND"]
    assert held.documents[0].figures == ()
