"""One figure as marks: nothing is drawn as exact that is not."""

import pytest

from lsdash.charts import bounds
from lsdash.charts.rows import Axis, Mark
from lsdash.charts.style import Fill
from lsdash.store.rows import FactRow
from tests.unit.made import target

AXIS = Axis(0, 100)


def marks(fact: FactRow, axis: Axis = AXIS) -> tuple[Mark, ...]:
    return bounds.marks(fact, axis, Fill.DECIDED, "text", [fact], "en")


@pytest.mark.parametrize("bound", ["at_least", "more_than"])
def test_a_floor_begins_at_its_value_and_goes_on_faded_to_an_arrow(bound: str) -> None:
    body, edge, tip = marks(target("a", low=45, high=None, bound=bound))
    assert (body.start, body.is_faded) == (45, True)
    assert body.end < AXIS.end
    assert (edge.start, edge.is_faded) == (45, False)
    assert edge.end - edge.start < 1
    assert (tip.start, tip.end, tip.symbol) == (body.end, body.end, "triangle-right")


@pytest.mark.parametrize("bound", ["at_most", "less_than"])
def test_a_ceiling_is_faded_up_to_its_edge(bound: str) -> None:
    body, edge = marks(target("a", low=None, high=60, bound=bound))
    assert (body.start, body.end, body.is_faded) == (0, 60, True)
    assert (edge.end, edge.is_faded) == (60, False)


def test_a_ceiling_on_an_axis_that_does_not_begin_at_nought_goes_on_to_the_left() -> None:
    body, edge, tip = marks(target("a", low=None, high="5.80", bound="at_most"), Axis(4, 7))
    assert 4 < body.start < body.end == edge.end == 5.8
    assert (tip.start, tip.symbol) == (body.start, "triangle-left")


@pytest.mark.parametrize(("bound", "low"), [("approximately", 30), ("nearly", None)])
def test_about_is_a_hollow_diamond(bound: str, low: int | None) -> None:
    (mark,) = marks(target("a", low=low, high=30, bound=bound))
    assert (mark.start, mark.end, mark.symbol) == (30, 30, "diamond-open")


def test_a_range_runs_from_end_to_end_and_an_exact_figure_from_nought() -> None:
    (between,) = marks(target("a", low=5, high=7, bound="range"))
    assert (between.start, between.end, between.ends) == (5, 7, ("5", "7"))
    (exact,) = marks(target("a", value=7))
    assert (exact.start, exact.end, exact.text) == (0, 7, "text")
    (below,) = marks(target("a", value=-7), Axis(-10, 10))
    assert (below.start, below.end) == (-7, 0)


def test_nought_has_no_bar_and_no_diamond() -> None:
    assert marks(target("a", value=0)) == ()


def test_every_mark_leads_to_the_figure() -> None:
    fact = target("a", low=45, high=None, bound="at_least")
    assert {mark.source for mark in marks(fact)} == {(fact.decision, "a")}


def test_an_arrow_leads_from_the_old_figure_to_the_new_one() -> None:
    shaft, tip = bounds.arrow(Mark(0, 0, Fill.DECIDED), 510, 560)
    assert (shaft.start, shaft.end, tip.start, tip.symbol) == (510, 560, 560, "triangle-right")
    shaft, tip = bounds.arrow(Mark(0, 0, Fill.DECIDED), 400, 350)
    assert (shaft.start, shaft.end, tip.start, tip.symbol) == (350, 400, 350, "triangle-left")
    assert bounds.arrow(Mark(0, 0, Fill.DECIDED), 5, 5) == ()
