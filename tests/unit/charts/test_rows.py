"""The form of all drawings: text is text, Plotly takes the figure, words fit a phone."""

from collections.abc import Callable

import plotly.graph_objects as go
import pytest

from lsdash.charts import calendars, money, places, targets
from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import Fill, Theme
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.text import LANGS, Lang
from lsdash.vocabulary import Measure
from tests.unit.charts.drawn import bars

THEMES: tuple[Theme, ...] = ("light", "dark")
LETTER = "1270-ubnd-ktth-2020"


def shipped(release: Release, lang: Lang, theme: Theme) -> list[Figure]:
    """Every drawing that the pages show of the shipped release."""
    roads, quotas, aims = (
        read.facts(release, measures=[measure])
        for measure in (Measure.ROAD_FUNDING, Measure.COLLEGE_QUOTA, Measure.ENERGY_TARGET)
    )
    options, steps = read.options(release, LETTER), read.steps(release, LETTER)
    return [
        money.by_whole(roads, lang, theme),
        money.over_documents(roads, lang, theme),
        places.by_college(quotas, [], lang, theme),
        *(
            targets.intervals(panel, aims[0].decision, lang, theme)
            for panel in targets.panels(aims)
        ),
        calendars.by_option(options, steps, read.facts_of(release, LETTER), lang, theme),
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("theme", THEMES)
def test_plotly_accepts_every_drawing(release: Release, lang: Lang, theme: Theme) -> None:
    for figure in shipped(release, lang, theme):
        assert (
            go.Figure(**figure).to_plotly_json()["layout"]["height"] == figure["layout"]["height"]
        )


@pytest.mark.parametrize("theme", THEMES)
def test_no_line_above_a_bar_is_wider_than_a_phone(release: Release, theme: Theme) -> None:
    for figure in shipped(release, "vi", theme):
        for note in figure["layout"]["annotations"]:
            for line in note["text"].replace("<b>", "").replace("</b>", "").split("<br>"):
                assert len(line) * note["font"]["size"] <= 690, line


def in_the_mark(text: str) -> Mark:
    return Mark(0, 1, Fill.DECIDED, text, hover=text, ends=(text, text))


@pytest.mark.parametrize(
    "row",
    [
        Row,
        lambda text: Row("a", label=text),
        lambda text: Row("a", note=text),
        lambda text: Row("a", group=text),
        lambda text: Row("a", marks=(in_the_mark(text),)),
    ],
    ids=["head", "label", "note", "group", "mark"],
)
def test_text_of_a_record_is_shown_as_text_and_never_as_markup(row: Callable[[str], Row]) -> None:
    evil = '<a href="javascript:alert(1)">x</a>'
    figure = draw([row(evil)], Axis(0, 1, [(0, evil)], evil), "light")
    assert "<a" not in str(figure)
    assert "&lt;a" in str(figure)


def test_hover_keeps_its_lines_and_a_mark_without_a_source_opens_nothing() -> None:
    figure = draw(
        [Row("a", marks=(Mark(0, 1, Fill.DERIVED, hover="one\ntwo"),))], Axis(0, 1), "dark"
    )
    assert figure["data"][0]["hovertext"] == ["one<br>two"]
    assert bars(figure)[0].source == ("", "")


def test_rows_stand_one_under_the_other_and_the_axis_begins_at_the_top() -> None:
    rows = [Row(head, marks=(Mark(0, 1, Fill.DECIDED),)) for head in "abc"]
    figure = draw(rows, Axis(0, 1), "light")
    heights = figure["data"][0]["y"]
    assert heights == sorted(heights)
    bottom, top = figure["layout"]["yaxis"]["range"]
    assert top == 0 < heights[0] < heights[-1] < bottom
