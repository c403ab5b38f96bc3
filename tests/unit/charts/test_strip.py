"""The border as a line: order, size by trucks, a form for each state, both ways of lying."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from lsdash.charts import strip
from lsdash.charts.rows import Figure
from lsdash.charts.strip import Sides, Station
from lsdash.charts.style import enlarged
from lsdash.export import drawing
from lsdash.vocabulary import GateState
from tests.unit.charts.drawn import words

SIDES = Sides("CHINA", "VIETNAM", "→ Đình Lập")
NORTH = Station(
    *("Na Nua", "Nahua, Longzhou", "Quốc Khánh (?), Tràng Định", GateState.SHUT, "shut"),
    *(None, "", False, "", "Na Nua: shut", "EV01"),
)
BUSY = Station(
    *("Tan Thanh", "Puzhai, Pingxiang", "Tân Thanh, Văn Lãng", GateState.OPEN, "open"),
    *(1000, "1,000 trucks", True, "≈ 45 km", "Tan Thanh: open", "OBS101"),
)
CALM = replace(BUSY, name="Huu Nghi", trucks=250, figure="250 trucks", source="OBS077")
OTHER_DAY = replace(CALM, name="Chi Ma", is_surely_of_the_day=False, source="OBS110")
UNKNOWN = replace(NORTH, name="Po Nhung", state=None, told="nothing reported", source="")
STATIONS = (NORTH, BUSY, CALM, OTHER_DAY, UNKNOWN)

Draw = Callable[..., Figure]
BOTH = pytest.mark.parametrize("draw", [strip.across, strip.upright])


def traces(figure: Figure) -> dict[str, list[dict]]:
    """Traces of markers by their symbol."""
    found: dict[str, list[dict]] = {}
    for trace in figure["data"]:
        if trace["mode"] == "markers":
            found.setdefault(trace["marker"]["symbol"], []).append(trace)
    return found


@BOTH
def test_gates_stand_in_their_order_each_with_both_sides_names(draw: Draw) -> None:
    figure = draw(STATIONS, SIDES, 1000, "light")
    told = words(figure)
    assert [told.index(each.name) for each in STATIONS] == sorted(
        told.index(each.name) for each in STATIONS
    )
    for part in ("CHINA", "VIETNAM", "→ Đình Lập", "Puzhai,", "≈ 45 km", "Quốc Khánh (?)"):
        assert part in told


@BOTH
def test_the_area_of_a_disc_goes_with_the_trucks_and_the_unsure_is_hollow(draw: Draw) -> None:
    discs = traces(draw(STATIONS, SIDES, 1000, "light"))["circle"][0]
    large, small, hollow = discs["marker"]["size"]
    assert large == strip.LARGEST and small == large / 2 == hollow
    assert [colour == "rgba(0,0,0,0)" for colour in discs["marker"]["color"]] == [
        *(False, False, True)
    ]
    assert [source for _, source in discs["customdata"]] == ["OBS101", "OBS077", "OBS110"]


@BOTH
def test_each_state_has_a_form_of_its_own(draw: Draw) -> None:
    states = [*GateState, None]
    drawn = traces(draw([replace(NORTH, state=state) for state in states], SIDES, 1, "dark"))
    forms = {
        (symbol, each["marker"]["color"][0])
        for symbol in drawn
        for each in drawn[symbol]
        if each["x"]
    }
    assert len(forms) == len(states)
    assert {symbol for symbol, _ in forms} >= {"circle", "diamond", "x", "circle-open"}


@BOTH
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_the_same_without_a_browser(draw: Draw, theme: str) -> None:
    figure = draw(STATIONS, SIDES, 1000, theme)
    root = ElementTree.fromstring(drawing.svg(figure, title="The border"))
    kinds = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert kinds.count("circle") == 3 + 3 + 1  # discs, open gates, and the one without a report
    assert kinds.count("polygon") == 1
    assert "250 trucks" in "".join(root.itertext())


def test_on_a_large_screen_discs_grow_with_the_words() -> None:
    figure = enlarged(strip.across(STATIONS, SIDES, 1000, "light"), 1.5)
    assert traces(figure)["circle"][0]["marker"]["size"][0] == strip.LARGEST * 1.5


def test_upright_a_phone_has_room_for_the_largest_disc_and_the_words() -> None:
    figure = strip.upright(STATIONS, SIDES, 1000, "light")
    room = 354 * strip.RAIL
    assert room / 2 > strip.LARGEST / 2
    lines = [
        line
        for note in figure["layout"]["annotations"]
        for line in note["text"].replace("<b>", "").replace("</b>", "").split("<br>")
    ]
    assert max(map(len, lines)) <= max(strip.UPRIGHT_HOLDS, len("nothing reported"))
