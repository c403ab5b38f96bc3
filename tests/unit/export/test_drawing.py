"""Charts as SVG: every chart of every page, whole, well-formed, with all its words as text."""

import re
from html import unescape
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from lsdash.charts.rows import Axis, Figure, Mark, Row, draw
from lsdash.charts.style import PALETTES, Fill
from lsdash.contents import pages
from lsdash.contents.blocks import Chart
from lsdash.errors import DrawingError
from lsdash.export import drawing, files
from lsdash.export.pictures import picture
from lsdash.export.stamp import Stamp
from lsdash.store.release import Release
from lsdash.text import LANGS, Lang
from tests.unit.export.conftest import MADE_AT, VIEWS, view_of

SVG = "{http://www.w3.org/2000/svg}"


def charts(release: Release, lang: Lang = "vi") -> dict[str, Chart]:
    return {
        f"{path}: {block.name}": block
        for path in VIEWS
        for section in pages.contents(release, view_of(path, release), lang).sections
        for block in section.blocks
        if isinstance(block, Chart)
    }


def drawn(figure: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(drawing.svg(figure, title="Tên", description="Mô tả"))


def words_of(figure: Figure) -> list[str]:
    """Every line of words that the figure shows: notes, bars, ticks."""
    notes = [note["text"] for note in figure["layout"].get("annotations", ())]
    bars = [text for trace in figure["data"] for text in trace.get("text", ())]
    ticks = [
        text
        for axis in ("xaxis", "yaxis")
        for text in figure["layout"][axis].get("ticktext", ())
        if figure["layout"][axis].get("visible", True)
    ]
    lines = [line for text in (*notes, *bars, *ticks) for line in text.split("<br>")]
    return [unescape(re.sub("</?b>", "", line)) for line in lines if line]


def simple(**mark: Any) -> Figure:
    row = Row(
        "10 < 20 & hơn", "nhãn", (Mark(**{"start": 0, "end": 10, "fill": Fill.DECIDED} | mark),)
    )
    return draw([row], Axis(0, 20, [(0, "0"), (20, "20")]), "light")


@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_of_every_page_keeps_its_words_as_text(shipped: Release, lang: Lang) -> None:
    found = charts(shipped, lang)
    assert len(found) >= 12
    for name, chart in found.items():
        figure = chart.draw("light")
        svg = drawn(figure)
        told = [text.text for text in svg.iter(f"{SVG}text")]
        missing = [line for line in words_of(figure) if line not in told]
        assert missing == [], name


def test_every_bar_and_point_is_drawn_inside_the_picture(shipped: Release) -> None:
    for name, chart in charts(shipped).items():
        figure = chart.draw("light")
        marks = sum(
            len(trace["x"]) for trace in figure["data"] if trace.get("mode", "markers") == "markers"
        )
        svg = drawn(figure)
        boxes = [box for box in svg.iter(f"{SVG}rect") if box.find(f"{SVG}title") is not None]
        symbols = [
            each
            for form in ("polygon", "circle")
            for each in svg.iter(f"{SVG}{form}")
            if each.find(f"{SVG}title") is not None
        ]
        unhovered = [box for box in svg.iter(f"{SVG}rect") if "stroke" in box.attrib]
        assert len(unhovered) + len(symbols) == marks, name
        width, height = float(svg.attrib["width"]), float(svg.attrib["height"])
        for box in boxes:
            left, top = float(box.attrib["x"]), float(box.attrib["y"])
            assert -1 <= left <= left + float(box.attrib["width"]) <= width + 1, name
            assert -1 <= top <= top + float(box.attrib["height"]) <= height + 1, name


def test_bars_are_as_long_as_their_figures() -> None:
    figure = simple()
    (bar,) = (box for box in drawn(figure).iter(f"{SVG}rect") if "stroke" in box.attrib)
    assert float(bar.attrib["width"]) == pytest.approx((drawing.WIDTH - 4) / 2, abs=0.1)
    assert float(bar.attrib["x"]) == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize("symbol", ["triangle-left", "triangle-right"])
def test_where_a_bar_goes_on_a_solid_triangle_points_there(symbol: Any) -> None:
    svg = drawn(simple(start=10, end=10, symbol=symbol, hover="tối thiểu 10"))
    (tip,) = svg.iter(f"{SVG}polygon")
    assert tip.attrib["fill"] == PALETTES["light"].inks[Fill.DECIDED].edge
    corners = [float(each.split(",")[0]) for each in tip.attrib["points"].split()]
    middle = sum((min(corners), max(corners))) / 2
    assert sum(x > middle for x in corners) == (2 if symbol == "triangle-left" else 1)
    assert tip[0].text == "tối thiểu 10"


def test_a_stretch_that_may_not_belong_to_a_bar_is_paler_than_the_bar() -> None:
    fills = []
    for is_faded in (False, True):
        svg = drawn(simple(is_faded=is_faded))
        (bar,) = (box for box in svg.iter(f"{SVG}rect") if "stroke" in box.attrib)
        fills.append(sum(bytes.fromhex(bar.attrib["fill"][1:])))
    assert fills[0] < fills[1]


def test_markup_in_words_is_text() -> None:
    told = [text.text for text in drawn(simple()).iter(f"{SVG}text")]
    assert "10 < 20 & hơn" in told


def test_what_xml_cannot_hold_is_left_out() -> None:
    told = [text.text for text in drawn(simple(text="a\x00b\x1b")).iter(f"{SVG}text")]
    assert "ab" in told


def test_words_too_long_for_their_bar_are_left_to_the_words_above_it() -> None:
    figure = simple(end=1, text="một dòng chữ rất dài không vừa")
    told = [text.text for text in drawn(figure).iter(f"{SVG}text")]
    assert "một dòng chữ rất dài không vừa" not in told


def test_a_drawing_says_what_it_shows() -> None:
    svg = drawn(simple())
    assert (svg[0].tag, svg[0].text) == (f"{SVG}title", "Tên")
    assert (svg[1].tag, svg[1].text) == (f"{SVG}desc", "Mô tả")
    assert (svg.attrib["role"], svg.attrib["aria-label"]) == ("img", "Tên")


def test_hatching_is_defined_before_it_is_used() -> None:
    text = drawing.svg(simple(fill=Fill.DERIVED), title="")
    name = re.search(r'pattern id="([\w-]+)"', text)
    assert name
    assert f"url(#{name[1]})" in text


@pytest.mark.parametrize(
    "change",
    [{"type": "pie"}, {"type": "scatter", "mode": "lines+text"}, {"orientation": "v2"}],
    ids=["trace", "mode", "orientation"],
)
def test_what_we_cannot_draw_is_an_error_and_no_gap(change: dict[str, str]) -> None:
    figure = simple()
    figure["data"][0] |= change
    with pytest.raises(DrawingError, match="cannot draw"):
        drawing.svg(figure, title="")


def test_an_unknown_shape_or_symbol_is_an_error() -> None:
    figure = simple()
    figure["layout"]["shapes"] = [{"type": "circle"}]
    with pytest.raises(DrawingError, match="circle"):
        drawing.svg(figure, title="")
    figure = simple(end=0)
    figure["data"][1]["marker"]["symbol"] = "star"
    with pytest.raises(DrawingError, match="star"):
        drawing.svg(figure, title="")


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_chart_of_a_view_is_taken_away_with_its_link(shipped: Release, form: Any) -> None:
    view = view_of("/rural_roads", shipped)
    (chart,) = files.charts(shipped, view, "vi")
    stamp = Stamp("https://dashboard.example/rural_roads", MADE_AT)
    made = files.picture(form, chart, shipped, view, "vi", stamp)
    assert made.file_name == f"lang-son-rural-roads-{shipped.name}-roads.{form}"
    if form == "svg":
        told = [text.text for text in ElementTree.fromstring(made.content).iter(f"{SVG}text")]
        assert stamp.link in told
        assert f"Bản {shipped.name}" in " ".join(map(str, told))
    else:
        assert Image.open(BytesIO(made.content)).format == "PNG"


def test_a_picture_holds_its_title_and_source(shipped: Release) -> None:
    chart = charts(shipped)["/rural_roads: roads"]
    foot = ["Bản 2020w10", "https://dashboard.example/s/1"]
    svg = picture(chart, "svg", title="Một câu đủ dài " * 8, foot=foot)
    told = [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    assert told[-2:] == list(reversed(foot))
    assert all(str(each).startswith(("Một", "câu", "đủ", "dài")) for each in told[:2])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_png_is_a_picture_on_the_ground_of_its_theme(shipped: Release, theme: Any) -> None:
    chart = charts(shipped)["/energy_targets: targets-0"]
    png = Image.open(BytesIO(picture(chart, "png", title="Tên", foot=[], theme=theme)))
    assert png.width == 2 * drawing.FRAMED
    ground = png.convert("RGB").getpixel((3, 3))
    assert ground == tuple(bytes.fromhex(PALETTES[theme].ground[1:]))
    assert len(png.convert("RGB").getcolors(1 << 24) or ()) > 20
