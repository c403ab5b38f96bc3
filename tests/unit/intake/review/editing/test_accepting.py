"""One press accepts what nothing speaks against, and nothing else."""

import pytest

from lsdash.intake.review import earlier_record
from lsdash.intake.review.editing import accepting
from lsdash.intake.review.review import Review, Seen
from tests.unit.intake.review.test_review import begun


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
