"""What the browser is sent says the same in the same places, in points instead of annotations."""

from itertools import chain
from typing import Any

import pytest

from lsdash.charts import rows
from lsdash.charts.rows import Axis, Mark, Row
from lsdash.charts.style import PALETTES, Fill
from lsdash.web.parts.lettering import as_points


def note(**told: object) -> dict[str, Any]:
    font = {"size": 10, "color": "#111"}
    return {"text": "word", "x": 2, "y": 50, "showarrow": False, "font": font, **told}


def drawn(*notes: dict[str, Any], top: float = 0) -> dict[str, Any]:
    return {
        "data": [],
        "layout": {
            "height": 110,
            "margin": {"t": 0, "b": 10},
            "xaxis": {"range": [1, 9]},
            "yaxis": {"range": [100, top]},
            "annotations": [*notes],
        },
    }


def set_of(figure: dict[str, Any]) -> dict[str, Any]:
    (trace,) = as_points(figure)["data"]
    return dict(trace)


def test_every_word_of_a_chart_is_there_once() -> None:
    marks = (Mark(0, 4, Fill.DECIDED, ends=("", "4 km")), Mark(2, 2, Fill.SECOND, ends=("x", "")))
    told = [Row("Roads", "of all", marks, note="<now>", group="First"), Row("Bridges")]
    figure = rows.draw(told, Axis(0, 8, [(0, "0"), (8, "8")], title="km"), "light")
    sent = as_points(figure)
    words = [each for each in sent["data"] if "text" in each.get("mode", "")]
    left = [each["text"] for each in sent["layout"]["annotations"]]
    before = [each["text"] for each in figure["layout"]["annotations"]]
    assert sorted([*chain.from_iterable(each["text"] for each in words), *left]) == sorted(before)
    assert left == ["0", "8", "km"]  # outside the axes a point is not drawn
    palette = PALETTES["light"]
    assert {each["textfont"]["color"] for each in words} == {palette.text, palette.muted}


@pytest.mark.parametrize(
    ("told", "x", "y", "position"),
    [
        ({}, 2, 51.06, "middle center"),
        ({"yanchor": "top", "xanchor": "left"}, 2, 53.34, "bottom right"),
        ({"yanchor": "bottom", "yshift": 5}, 2, 43.8, "top center"),
        ({"xref": "paper", "x": 0, "xanchor": "left"}, 1, 51.06, "middle right"),
        ({"xref": "paper", "x": 1, "xanchor": "right"}, 9, 51.06, "middle left"),
    ],
)
def test_words_stand_where_their_annotation_has_them(
    told: dict[str, Any], x: float, y: float, position: str
) -> None:
    trace = set_of(drawn(note(**told)))
    assert (trace["x"], trace["textposition"]) == ([x], [position])
    assert trace["y"] == pytest.approx([y])
    assert trace["mode"] == "text"


def test_words_beside_a_place_keep_clear_of_a_mark_that_is_not_seen() -> None:
    trace = set_of(drawn(note(yanchor="top", xanchor="left", xshift=9)))
    assert trace["marker"] == {"size": [pytest.approx(12.8)], "opacity": 0}
    assert trace["y"] == pytest.approx([53.34 - 9])


def test_words_stay_as_dark_when_something_is_chosen() -> None:
    trace = set_of(drawn(note()))
    assert trace["unselected"] == trace["selected"] == {"textfont": {"color": "#111"}}
    assert trace["hoverinfo"] == "skip"


@pytest.mark.parametrize(
    "told", [{"xref": "paper", "x": 0.5}, {"yref": "paper"}, {"bgcolor": "#fff"}, {"y": 99.9}]
)
def test_what_no_point_looks_like_stays_an_annotation(told: dict[str, Any]) -> None:
    figure = drawn(note(**told))
    assert as_points(figure) == figure


def test_a_drawing_that_does_not_count_pixels_stays_as_it_is() -> None:
    figure = drawn(note(), top=20)
    assert as_points(figure) is figure
