"""What an editor does at one press: accept, move, set aside, write once; and take it back."""

from pathlib import Path

import pytest

from lsdash.intake.files import received
from lsdash.intake.review import (
    accepting,
    earlier_record,
    glossary,
    moving,
    review,
    saved,
    to_record,
)
from lsdash.intake.review.review import Review, Seen
from lsdash.intake.review.words import Words
from lsdash.model import Text
from tests.unit.intake.review.test_review import LATER, SHA256, TODAY, begun, finished


def certain(held: Review, number: int) -> list[int]:
    return accepting.certain(earlier_record.beside(held, held.documents[number], None))


def test_figures_that_nothing_speaks_against_are_accepted_together() -> None:
    held = begun()
    assert certain(held, 0) == [0, 1, 2, 3]
    held = accepting.accepted(held, 0, [0, 1, 2, 3])
    assert {each.seen for each in held.documents[0].figures} == {Seen.ACCEPTED}
    assert {each.seen for each in held.documents[1].figures} == {Seen.OPEN}
    assert certain(held, 0) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doubts", ("no_unit",)),
        ("subject", {"vi": "", "en": ""}),
        ("low", 1),
        ("amends", "381-qd-ubnd-2020/road-cement"),
        ("seen", Seen.STRUCK),
    ],
)
def test_a_figure_that_something_speaks_against_is_looked_at_by_itself(
    field: str, value: object
) -> None:
    held = begun().with_value(("documents", 0, "figures", 1, field), value)
    assert 1 not in certain(held, 0)


def test_a_figure_is_moved_and_the_sums_that_are_left_still_point_at_theirs() -> None:
    held = begun()
    assert [each.part_of for each in held.documents[0].figures] == [None, 0, 0, None]
    held = moving.moved(held, 0, 1, 1)
    first, second = held.documents
    assert [each.printed for each in second.figures] == ["tối đa 23 người", "600 triệu đồng"]
    assert [each.part_of for each in first.figures] == [None, 0, None]
    assert second.figures[1].item == first.item
    held = moving.moved(held, 0, 0, 1)
    assert [each.part_of for each in held.documents[0].figures] == [None, None]


def test_a_moved_figure_keeps_its_place_in_the_record() -> None:
    held = moving.moved(finished(), 0, 3, 1)
    week = to_record.week(held, sha256=SHA256, on=TODAY)
    at = week.decisions[1].facts[1].at
    assert at is not None
    assert (at.item, at.paragraph) == (1, 2)


def test_a_document_that_is_only_cited_gives_its_figures_to_the_one_that_cites_it() -> None:
    held = moving.only_cited(begun(), 0, 1)
    assert [number for number, _ in held.kept] == [1]
    own = held.documents[1]
    assert [each.part_of for each in own.figures] == [None, None, 1, 1, None]
    assert [each.number for each in own.cited] == ["431/QĐ-UBND"]
    assert held.documents[0].figures == ()


def test_english_is_written_once_for_all_figures_of_a_name() -> None:
    held = begun()
    for where in (1, 2):
        place = ("documents", 0, "figures", where, "subject")
        held = held.with_value(place, {"vi": "Cây giống", "en": ""})
    place = ("documents", 0, "figures", 1, "subject")
    held = glossary.written(held, place, "en", "Saplings", {})
    assert held.documents[0].figures[2].subject == Words(vi="Cây giống", en="Saplings")
    other = ("documents", 1, "figures", 0, "subject")
    held = glossary.written(held, other, "vi", "cây  giống", {})
    assert held.documents[1].figures[0].subject.en == "Saplings"


def test_english_of_what_was_published_comes_with_the_vietnamese() -> None:
    place = ("documents", 1, "figures", 0, "subject")
    held = glossary.written(begun(), place, "vi", "Học viên", {"học viên": "Learners"})
    assert held.documents[1].figures[0].subject.en == "Learners"


def test_english_that_comes_later_is_marked_in_the_record_and_asked_for_again() -> None:
    held = finished()
    for name in ("title", "summary"):
        held = held.with_value(("documents", 0, name, "en"), "")
    held = held.with_value(("documents", 0, "figures", 1, "subject"), {"vi": "Cây giống", "en": ""})
    assert {gap.lang for gap in review.gaps(held)} == {"en"}
    held = held.with_value(("english_later",), True)
    assert review.gaps(held) == []
    decision = to_record.week(held, sha256=SHA256, on=TODAY).decisions[0]
    assert decision.title.en == f"{decision.title.vi} [in Vietnamese]"
    assert decision.facts[1].subject.english_follows
    assert decision.facts[1].slug == "cay-giong"
    assert Words.of(decision.facts[1].subject) == Words(vi="Cây giống")
    assert not Text(vi="Cây", en="Tree").english_follows


def test_vietnamese_never_comes_later() -> None:
    held = finished().with_value(("english_later",), True)
    held = held.with_value(("documents", 0, "title"), {"vi": "", "en": "A title"})
    assert [(gap.key, gap.lang) for gap in review.gaps(held)] == [("title", "vi")]


def test_an_editors_own_name_of_a_figure_is_its_name_for_ever() -> None:
    held = finished().with_value(("documents", 0, "figures", 1, "slug"), "Cây giống!")
    facts = to_record.week(held, sha256=SHA256, on=TODAY).decisions[0].facts
    assert [fact.slug for fact in facts][:2] == ["figure-number-0", "cay-giong"]


def test_a_value_is_written_once_in_its_own_unit_or_another() -> None:
    figure = begun().documents[0].figures[1]
    assert figure.exactly("600.000.000").low == 600_000_000
    assert figure.exactly("0,6 tỷ đồng").high == 600_000_000
    assert figure.exactly("").low is None


def test_steps_are_undone_one_by_one_and_only_so_many_are_kept(tmp_path: Path) -> None:
    held = begun()
    saved.put(tmp_path, held)
    assert not saved.undo(tmp_path, held.id)
    for step in range(saved.MOST_STEPS + 5):
        title = f"Tên {step}"
        saved.change(
            tmp_path, held.id, lambda each, t=title: each.with_value(("title",), t), now=LATER
        )
    assert saved.can_undo(tmp_path, held.id)
    undone = 0
    while saved.undo(tmp_path, held.id):
        undone += 1
    opened = saved.open_review(tmp_path, held.id)
    assert opened is not None
    assert (undone, opened.title) == (saved.MOST_STEPS, "Tên 4")
    saved.drop(tmp_path, held.id)
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(held.id)]


def test_cells_that_tabs_part_are_cells_and_a_list_stays_a_list() -> None:
    text = "TT\tHuyện\tTiền\n1\tCao Lộc\t5\n\tTổng\t5\n1.\tNội dung của mục\n\tthụt vào"
    assert received.pasted(text).text.splitlines() == [
        "TT | Huyện | Tiền",
        "1 | Cao Lộc | 5",
        " | Tổng | 5",
        "1.\tNội dung của mục",
        "\tthụt vào",
    ]
