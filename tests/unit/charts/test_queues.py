"""The queue by day: round numbers on its axis, names beside lines, an end where nobody knows."""

import pytest

from lsdash.charts import queues
from lsdash.charts.queues import Line
from lsdash.charts.rows import Figure
from lsdash.charts.style import Fill


def drawn(*evenings: list[float | None]) -> Figure:
    lines = [
        Line(f"Option {number}", each, each, each, Fill.DECIDED)
        for number, each in enumerate(evenings, 1)
    ]
    return queues.over_days(lines, "trucks · by day", "en", "light")


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, ["0", "1"]),
        (3, ["0", "1", "2", "3"]),
        (9, ["0", "2", "4", "6", "8"]),
        (296, ["0", "100", "200", "300"]),
        (12_345, ["0", "5,000", "10,000"]),
    ],
)
def test_the_axis_has_few_round_numbers(most: float, ticks: list[str]) -> None:
    assert drawn([most, 0])["layout"]["yaxis"]["ticktext"] == ticks


def test_a_line_ends_where_its_numbers_are_no_longer_known() -> None:
    lines = [
        trace
        for trace in drawn([30, 20, None], [30, 30, 30])["data"]
        if trace["hoverinfo"] == "text"
    ]
    assert [trace["x"] for trace in lines] == [[1, 2], [1, 2, 3]]
    assert lines[0]["hovertext"] == ["Option 1, day 1: 30 trucks", "Option 1, day 2: 20 trucks"]


def test_a_name_stands_beside_its_line_and_not_on_it() -> None:
    names = drawn([30, 20, 10, 0, 0], [30, 40, 50, 60, 70])["layout"]["annotations"]
    assert [note["xanchor"] for note in names[:2]] == ["left", "right"]
