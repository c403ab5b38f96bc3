"""Trucks by day: one place large with a scale, the others small, events as marks."""

import pytest

from lsdash.contents.border import flow
from tests.unit.charts.drawn import words
from tests.unit.contents.border.conftest import Ask


def test_the_chosen_place_stands_large_below_the_others_on_the_same_days(ask: Ask) -> None:
    chart = flow.chart(ask(place="tan-thanh"))
    assert chart
    told = words(chart.draw("light"))
    assert "| 0 | 250 | 500 | 750 | 1,000 |" in told
    assert told.index("Huu Nghi (Friendship)") < told.index("Tan Thanh")
    assert [*flow.places(ask())] == [
        *("province", "tan-thanh", "coc-nam", "huu-nghi", "chi-ma", "national")
    ]


def test_small_places_share_one_scale_which_is_said(ask: Ask) -> None:
    here = ask()
    chart = flow.chart(here)
    assert chart
    (bars, *_) = chart.draw("light")["data"]
    heights = {row: -y for (_, row), y in zip(bars["customdata"], bars["y"], strict=True)}
    assert heights["OBS104"] == flow.SMALL, "the whole border is the longest of them"
    assert heights["OBS101"] == pytest.approx(flow.SMALL * 1000 / 2229)
    assert "share one scale, up to 2,229 trucks" in flow.lead(here)


def test_events_are_marks_that_lead_to_their_reports(ask: Ask) -> None:
    chart = flow.chart(ask())
    assert chart
    marks = [trace for trace in chart.draw("light")["data"] if trace["type"] == "scatter"]
    assert {trace["marker"]["symbol"] for trace in marks} == {
        *("x", "circle", "diamond", "triangle-up")
    }
    assert all(source.startswith("EV") for trace in marks for _, source in trace["customdata"])


@pytest.mark.parametrize(
    ("most", "top", "step"), [(2600, 3000, 1000), (1000, 1000, 250), (376, 400, 100), (4, 4, 1)]
)
def test_a_scale_is_round_and_reaches_above_the_largest(most: int, top: int, step: int) -> None:
    assert flow.scale(most) == (top, [*range(0, top + 1, step)])


def test_a_place_that_is_not_there_leaves_the_province_large(ask: Ask) -> None:
    assert flow.chart(ask(place="nowhere")) is not None
