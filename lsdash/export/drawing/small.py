"""A drawing as a small picture for a card: its marks alone, rows close together, in few bytes.

What it shows is what the drawing shows, on the same scale and in the same inks; words, ticks and
hovers are left to the drawing itself. Whoever shows it gives the words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsdash.charts.rows import BAR, Figure
from lsdash.charts.style import Ink
from lsdash.export.drawing.canvas import each_mark
from lsdash.export.drawing.elements import in_pixels

WIDTH, MOST = 240, 54
"""Pixels: how wide a picture is, and how high at the most."""
ROW = 18
"""How high a row is where there are few."""
FEWEST = 2
"""Marks of which a picture is made."""
EDGE = 3
"""Room around the marks, in pixels: a symbol at the end of the axis is whole."""

SHAPES: Mapping[str, Sequence[tuple[float, float]]] = {
    "diamond-open": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle-right": ((-0.7, -1), (0.9, 0), (-0.7, 1)),
    "triangle-left": ((0.7, -1), (-0.9, 0), (0.7, 1)),
}
"""Corners of the symbols, around their middle, for a radius of one."""


@dataclass(frozen=True)
class _Scale:
    """Where values and rows of a drawing lie on the picture."""

    start: float
    per_unit: float
    rows: Mapping[float, int]
    """Heights on the drawing → which row."""
    row: float
    """Height of a row in pixels."""

    def x(self, value: float) -> float:
        return EDGE + (value - self.start) * self.per_unit

    def y(self, height: float) -> float:
        return (self.rows[height] + 0.5) * self.row


def small(figure: Figure) -> str:
    """The marks of a drawing of rows (`charts/rows.py`) as SVG, WIDTH pixels wide.

    "" of a single one, which tells no more than its number does.
    """
    bars = [mark for trace in figure["data"] if trace["type"] == "bar" for mark in each_mark(trace)]
    points = [
        (mark, trace["marker"]["symbol"])
        for trace in figure["data"]
        if trace["type"] == "scatter"
        for mark in each_mark(trace)
    ]
    heights = sorted({mark["y"] for mark in (*bars, *(mark for mark, _ in points))})
    if len(bars) + len(points) < FEWEST:
        return ""
    scale = _scale(figure, heights)
    height = round(scale.row * len(heights))
    begun = {mark["y"] for mark in bars if mark["base"] <= 0 <= mark["base"] + mark["x"]}
    tracks = "".join(_track(scale.y(each)) for each in heights if each not in begun)
    drawn = [_lines(figure, scale, height, tracks), *_bars(bars, scale)]
    drawn += [_symbol(mark, symbol, scale) for mark, symbol in points]
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'


def _scale(figure: Figure, heights: Sequence[float]) -> _Scale:
    start, end = figure["layout"]["xaxis"]["range"]
    per_unit = (WIDTH - 2 * EDGE) / ((end - start) or 1)
    rows = {height: at for at, height in enumerate(heights)}
    return _Scale(start, per_unit, rows, min(ROW, MOST / len(heights)))


def _lines(figure: Figure, scale: _Scale, height: int, tracks: str) -> str:
    """A fine line where bars begin, if the axis holds nought, and one along each interval's row."""
    start, end = figure["layout"]["xaxis"]["range"]
    nought = f"M{in_pixels(scale.x(0))} 0V{height}" if start <= 0 <= end else ""
    colour = figure["layout"]["xaxis"]["gridcolor"]
    return f'<path d="{nought}{tracks}" stroke="{colour}"/>' if nought or tracks else ""


def _track(y: float) -> str:
    return f"M{EDGE} {in_pixels(y)}H{WIDTH - EDGE}"


def _bars(bars: Sequence[Mapping[str, Any]], scale: _Scale) -> Iterator[str]:
    """A path for each ink: a calendar of ninety days is three."""
    by_ink: dict[Ink, list[str]] = {}
    for bar in bars:
        ink = Ink(
            bar["marker.color"],
            bar["marker.line.color"],
            "",
            bar["marker.pattern.fgcolor"] if bar["marker.pattern.shape"] else "",
        )
        by_ink.setdefault(ink, []).append(_box(bar, scale))
    for ink, boxes in by_ink.items():
        filled = ink.ground
        if ink.hatch:
            yield _hatching(ink)
            filled = "url(#h)"
        edge = f' stroke="{ink.edge}"' if ink.edge != ink.ground else ""
        yield f'<path d="{"".join(boxes)}" fill="{filled}"{edge}/>'


def _box(bar: Mapping[str, Any], scale: _Scale) -> str:
    left, right = scale.x(bar["base"]), scale.x(bar["base"] + bar["x"])
    thick = scale.row * 0.78 * min(1.0, bar["width"] / BAR)
    top = scale.y(bar["y"]) - thick / 2
    wide = right - left
    return "M{} {}h{}v{}h{}z".format(*map(in_pixels, (left, top, wide, thick, -wide)))


def _hatching(ink: Ink) -> str:
    """What is ours or unsaid: the same slanted lines as on the drawing."""
    frame = 'id="h" width="5" height="5" patternUnits="userSpaceOnUse"'
    ground = f'<path d="M0 0h5v5h-5z" fill="{ink.ground}"/>'
    line = f'<path d="M0 0v5" stroke="{ink.hatch}" stroke-width="2.5"/>'
    return f'<pattern {frame} patternTransform="rotate(45)">{ground}{line}</pattern>'


def _symbol(mark: Mapping[str, Any], symbol: str, scale: _Scale) -> str:
    x, y, radius = scale.x(mark["x"]), scale.y(mark["y"]), min(6.0, scale.row * 0.42)
    corners = [(x + across * radius, y + down * radius) for across, down in SHAPES[symbol]]
    path = "M" + "L".join(f"{in_pixels(a)} {in_pixels(b)}" for a, b in corners) + "z"
    colour = mark["marker.color"]
    is_hollow = symbol.endswith("-open")
    look = f'fill="none" stroke="{colour}" stroke-width="2"' if is_hollow else f'fill="{colour}"'
    return f'<path d="{path}" {look}/>'
