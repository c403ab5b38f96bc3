"""Small pictures of cards: the marks of a drawing, in its inks and on its scale, and no words."""

import re
from xml.etree import ElementTree

from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import PALETTES, Fill
from lsdash.export.drawing import small
from lsdash.export.drawing.small import EDGE, MOST, WIDTH

INKS = PALETTES["light"].inks


def drawn(*rows: tuple[Mark, ...]) -> Figure:
    told = [Row(f"đầu {at}", "nhãn", marks) for at, marks in enumerate(rows)]
    return draw(told, Axis(0, 100, [(0, "0"), (100, "100")]), "light")


def bar(start: float, end: float, fill: Fill = Fill.DECIDED) -> Mark:
    return Mark(start, end, fill, text="12.345", hover="nói")


def paths(svg: str) -> list[dict[str, str]]:
    return [each.attrib for each in ElementTree.fromstring(svg).iter() if each.tag.endswith("path")]


def test_bars_keep_their_scale_and_the_derived_one_its_hatching() -> None:
    svg = small(drawn((bar(0, 50), bar(50, 75, Fill.SECOND)), (bar(0, 100, Fill.DERIVED),)))
    by_fill = {path["fill"]: path["d"] for path in paths(svg) if "fill" in path}
    half = (WIDTH - 2 * EDGE) / 2
    assert re.match(rf"M{EDGE} [\d.]+h{half:g}v", by_fill[INKS[Fill.DECIDED].ground])
    assert f"h{half / 2:g}v" in by_fill[INKS[Fill.SECOND].ground]
    assert f"h{2 * half:g}v" in by_fill["url(#h)"]
    assert INKS[Fill.DERIVED].hatch in svg


def test_it_holds_no_word_and_no_number_of_its_own() -> None:
    svg = small(drawn((bar(0, 50),), (bar(20, 30),)))
    assert not list(ElementTree.fromstring(svg).itertext())
    assert "title" not in svg


def test_about_and_open_ends_stay_what_they_are() -> None:
    about, onwards = Mark(30, 30, Fill.DECIDED), Mark(90, 90, Fill.DECIDED, symbol="triangle-right")
    hollow, arrow = paths(small(drawn((about,), (onwards,))))[-2:]
    assert (hollow["fill"], hollow["stroke"]) == ("none", INKS[Fill.DECIDED].edge)
    assert arrow["fill"] == INKS[Fill.DECIDED].edge


def test_many_rows_are_no_higher_and_a_calendar_of_ninety_stretches_is_small() -> None:
    rows = [tuple(bar(at, at + 1, (Fill.DECIDED, Fill.WAIT)[at % 2]) for at in range(90))] * 20
    svg = small(drawn(*rows))
    assert int(ElementTree.fromstring(svg).get("height", "0")) <= MOST
    assert len([path for path in paths(svg) if "fill" in path]) == 2


def test_a_single_mark_tells_no_more_than_its_number() -> None:
    assert small(drawn((bar(0, 50),))) == ""
    assert small(drawn(())) == ""
