"""Our charts as SVG, drawn here: no browser, real text, from the same figures that pages show.

Only what our charts use is known; anything else is an error rather than a gap in the picture. One
unit of the drawing is one pixel of the page.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from lsdash.charts.rows import Figure
from lsdash.errors import DrawingError
from lsdash.export import fonts

WIDTH, EDGE = 720, 24
FRAMED = WIDTH + 2 * EDGE
FONTS = f'"{fonts.FAMILY}", "Source Sans Pro", "Noto Sans", "Segoe UI", Arial, sans-serif'
LEADING = 1.3
"""Height of a line of text in sizes, as the browser's drawing has it."""

RISE, DROP = 0.95, 0.35
"""From the top of a line down to its letters' foot, and from its middle, in sizes."""

ANCHORED = {"top": (RISE, 0.0), "middle": (DROP, 0.5), "bottom": (-DROP, 1.0)}
"""From where words are anchored down to their first line's foot, and the lines that stand above."""

SMALLEST = 12
"""Text on a bar shrinks to this, and is left to the bar's own words below it."""

DASHES = {"dot": "2 4", "dash": "9 6"}
CORNERS: Mapping[str, Sequence[tuple[float, float]]] = {
    "diamond-open": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "x": (
        *((0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0)),
        *((1, 0.6), (0.6, 1), (0, 0.4), (-0.6, 1)),
        *((-1, 0.6), (-0.4, 0), (-1, -0.6), (-0.6, -1)),
    ),
    "triangle-up": ((0, -1.15), (1, 0.6), (-1, 0.6)),
    "triangle-right": ((-1, -1), (1, 0), (-1, 1)),
    "triangle-left": ((1, -1), (-1, 0), (1, 1)),
}
"""Symbols as corners around their middle, in halves of their size: to the right, and down."""

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def framed(
    figure: Figure, *, title: str, description: str, foot: Sequence[str], ground: str
) -> str:
    """The figure with its title above and small print below, to stand anywhere on its own ground.

    It is FRAMED pixels wide. Raises DrawingError.
    """
    layout = figure["layout"]
    ink, size = layout["font"]["color"], 20.0
    heads = fonts.wrapped(title, size, WIDTH, bold=True)
    inner = _drawn(figure, WIDTH)
    top = EDGE + len(heads) * size * LEADING + 14
    small = layout["font"]["size"] - 2
    feet = [line for each in foot for line in fonts.wrapped(each, small, WIDTH)]
    height = top + layout["height"] + 16 + len(feet) * small * LEADING + EDGE
    root = _sheet(FRAMED, round(height), layout["font"]["size"])
    _head(root, title, description)
    SubElement(root, "rect", _box(0, 0, FRAMED, height) | {"fill": ground})
    for at, line in enumerate(heads):
        baseline = EDGE + size * (at * LEADING + RISE)
        _line_of_text(root, line, EDGE, baseline, size, ink, "start", bold=True)
    inner.set("x", str(EDGE))
    inner.set("y", _n(top))
    root.append(inner)
    for at, line in enumerate(reversed(feet)):
        baseline = height - EDGE - at * small * LEADING - small * DROP
        _line_of_text(root, line, EDGE, baseline, small, ink, "start")
    return ElementTree.tostring(root, encoding="unicode")


def svg(figure: Figure, *, title: str, description: str = "", width: int = WIDTH) -> str:
    """The figure `width` pixels wide and as high as it says. Raises DrawingError.

    `title` and `description` are what a reader hears who does not see it.
    """
    root = _drawn(figure, width)
    _head(root, title, description)
    return ElementTree.tostring(root, encoding="unicode")


def _drawn(figure: Figure, width: int) -> Element:
    canvas = _canvas(figure, width)
    _grid(canvas)
    for shape in figure["layout"].get("shapes", ()):
        _shape(canvas, shape)
    before: Mapping[str, Any] = {}
    for trace in figure["data"]:
        _drawer(trace)(canvas, trace, before)
        before = trace
    _tick_words(canvas)
    for note in figure["layout"].get("annotations", ()):
        _annotation(canvas, note)
    return canvas.root


Scale = Callable[[Any], float]


@dataclass
class _Canvas:
    """Where things go: the drawing's element, the plot's edges, and both scales."""

    root: Element
    layout: Mapping[str, Any]
    left: float
    right: float
    top: float
    bottom: float
    x: Scale
    y: Scale
    hatches: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def _canvas(figure: Figure, width: int) -> _Canvas:
    layout = figure["layout"]
    margin, height = layout["margin"], layout["height"]
    root = _sheet(width, height, layout["font"]["size"])
    left, right = float(margin["l"]), float(width - margin["r"])
    top, bottom = float(margin["t"]), float(height - margin["b"])
    return _Canvas(
        root,
        layout,
        left,
        right,
        top,
        bottom,
        _scale(layout["xaxis"], left, right),
        _scale(layout["yaxis"], bottom, top),
    )


def _sheet(width: int, height: int, size: float) -> Element:
    return Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "font-family": FONTS,
            "font-size": str(size),
        },
    )


def _scale(axis: Mapping[str, Any], start: float, end: float) -> Scale:
    """Values of an axis → pixels; dates are values like others."""
    first, last = map(_value, axis["range"])
    per_unit = (end - start) / ((last - first) or 1)
    return lambda value: start + (_value(value) - first) * per_unit


def _value(written: Any) -> float:
    """A number, or the milliseconds of a date, as the figure's widths have them."""
    if isinstance(written, str):
        return datetime.fromisoformat(written).replace(tzinfo=UTC).timestamp() * 1000
    return float(written)


def _head(root: Element, title: str, description: str) -> None:
    """What stands first in a drawing, for those who do not see it."""
    root.set("aria-label", _clean(title))
    for at, (name, words) in enumerate((("title", title), ("desc", description))):
        element = Element(name)
        element.text = _clean(words)
        root.insert(at, element)


def _grid(canvas: _Canvas) -> None:
    for name in ("xaxis", "yaxis"):
        axis = canvas.layout[name]
        if not axis.get("showgrid", True) or not axis.get("visible", True):
            continue
        for value in axis.get("tickvals", ()):
            at = canvas.x(value) if name == "xaxis" else canvas.y(value)
            ends = (
                (at, canvas.top, at, canvas.bottom)
                if name == "xaxis"
                else (canvas.left, at, canvas.right, at)
            )
            line = SubElement(canvas.root, "line", _ends(*ends))
            line.set("stroke", axis["gridcolor"])
            if "griddash" in axis:
                line.set("stroke-dasharray", DASHES[axis["griddash"]])


def _tick_words(canvas: _Canvas) -> None:
    for name in ("xaxis", "yaxis"):
        axis = canvas.layout[name]
        if not axis.get("showticklabels", True) or not axis.get("visible", True):
            continue
        size = canvas.layout["font"]["size"]
        for value, words in zip(axis.get("tickvals", ()), axis.get("ticktext", ()), strict=True):
            if name == "xaxis":
                at, foot, anchor = canvas.x(value), canvas.bottom + size * LEADING, "middle"
            else:
                at, foot, anchor = canvas.left - 8, canvas.y(value) + size * DROP, "end"
            _line_of_text(canvas.root, words, at, foot, size, axis["color"], anchor)


def _shape(canvas: _Canvas, shape: Mapping[str, Any]) -> None:
    if shape["type"] != "rect":
        raise DrawingError(what=f"shape of type {shape['type']!r}")
    left, right = canvas.x(shape["x0"]), canvas.x(shape["x1"])
    top, bottom = canvas.y(shape["y0"]), canvas.y(shape["y1"])
    band = SubElement(canvas.root, "rect", _box(left, top, right, bottom))
    _fill(band, shape["fillcolor"])
    band.set("opacity", str(shape["opacity"]))


def _drawer(trace: Mapping[str, Any]) -> Callable[..., None]:
    """What draws a trace of this kind."""
    kind = (trace["type"], trace.get("mode") or trace.get("orientation") or "")
    drawers: Mapping[tuple[str, str], Callable[..., None]] = {
        ("bar", "h"): _bars_across,
        ("bar", ""): _bars_up,
        ("scatter", "markers"): _points,
        ("scatter", "lines"): _line,
    }
    if kind not in drawers:
        raise DrawingError(what=f"trace of kind {' '.join(kind).strip()!r}")
    return drawers[kind]


def _bars_across(canvas: _Canvas, trace: Mapping[str, Any], _before: object) -> None:
    for bar in _each(trace):
        left, right = canvas.x(bar["base"]), canvas.x(bar["base"] + bar["x"])
        top = canvas.y(bar["y"] - bar["width"] / 2)
        bottom = canvas.y(bar["y"] + bar["width"] / 2)
        _bar(canvas, bar, left, top, right, bottom)
        size = trace["textfont"]["size"]
        words, bold = _plain(bar["text"]), "<b>" in bar["text"]
        if words:
            room = abs(right - left) - 6
            fits = min(size, size * room / fonts.width(words, size, bold=bold))
            if fits >= SMALLEST:
                foot = (top + bottom) / 2 + fits * DROP
                at = (left + right) / 2
                ink = bar["textfont.color"]
                text = _line_of_text(canvas.root, words, at, foot, fits, ink, "middle", bold=bold)
                _keep_to(text, fonts.width(words, fits, bold=bold))
                if bar["marker.pattern.shape"]:
                    _clear(text, bar["marker.pattern.bgcolor"])


def _bars_up(canvas: _Canvas, trace: Mapping[str, Any], _before: object) -> None:
    for bar in _each(trace):
        start = _value(bar["x"]) + bar["offset"]
        left, right = canvas.x(start), canvas.x(start + bar["width"])
        _bar(canvas, bar, left, canvas.y(bar["base"]), right, canvas.y(bar["base"] + bar["y"]))


def _points(canvas: _Canvas, trace: Mapping[str, Any], _before: object) -> None:
    """Symbols, all of one form: round ones, or corners around their middle; `-open` are hollow."""
    marker = trace["marker"]
    symbol, width = marker["symbol"], marker["line"]["width"]
    is_round, is_open = symbol.removesuffix("-open") == "circle", symbol.endswith("-open")
    if not is_round and symbol not in CORNERS:
        raise DrawingError(what=f"mark of shape {symbol!r}")
    for point in _each(trace):
        x, y, half = canvas.x(point["x"]), canvas.y(point["y"]), point["marker.size"] / 2
        if is_round:
            mark = SubElement(canvas.root, "circle", {"cx": _n(x), "cy": _n(y), "r": _n(half)})
        else:
            shape = [(x + right * half, y + down * half) for right, down in CORNERS[symbol]]
            mark = SubElement(canvas.root, "polygon", {"points": _points_of(shape)})
        _fill(mark, "rgba(0,0,0,0)" if is_open else point["marker.color"])
        if width:
            mark.set("stroke", point["marker.color" if is_open else "marker.line.color"])
            mark.set("stroke-width", str(width))
        _say(mark, point["hovertext"])


def _line(canvas: _Canvas, trace: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """A line through its points; where it is filled, the space up to the line before it."""
    course = _course(canvas, trace)
    if trace.get("fill") == "tonexty":
        band = SubElement(canvas.root, "polygon")
        band.set("points", _points_of([*_course(canvas, before), *reversed(course)]))
        _fill(band, trace["fillcolor"])
    elif "fill" in trace:
        raise DrawingError(what=f"line filled {trace['fill']!r}")
    if trace["line"]["width"]:
        line = SubElement(canvas.root, "polyline", {"points": _points_of(course)})
        line.set("fill", "none")
        line.set("stroke", trace["line"]["color"])
        line.set("stroke-width", str(trace["line"]["width"]))
        dash = trace["line"].get("dash", "solid")
        if dash != "solid":
            line.set("stroke-dasharray", DASHES[dash])


def _course(canvas: _Canvas, trace: Mapping[str, Any]) -> list[tuple[float, float]]:
    return [(canvas.x(x), canvas.y(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]


def _bar(  # noqa: PLR0917 - a box is left, top, right, bottom
    canvas: _Canvas, bar: Mapping[str, Any], left: float, top: float, right: float, bottom: float
) -> None:
    box = SubElement(canvas.root, "rect", _box(left, top, right, bottom))
    if bar.get("marker.pattern.shape"):
        ground, ink = bar["marker.pattern.bgcolor"], bar["marker.pattern.fgcolor"]
        box.set("fill", f"url(#{_hatch(canvas, ground, ink)})")
    else:
        _fill(box, bar["marker.color"])
    box.set("stroke", bar["marker.line.color"])
    box.set("stroke-width", str(bar["marker.line.width"]))
    _say(box, bar["hovertext"])


def _hatch(canvas: _Canvas, ground: str, ink: str) -> str:
    """The name of a hatching, defined where it is first used.

    It is named for its colours: in a page of many drawings the same name is the same hatching.
    """
    if (ground, ink) not in canvas.hatches:
        name = f"hatch-{ground[1:]}-{ink[1:]}"
        canvas.hatches[ground, ink] = name
        frame = {"width": "7", "height": "7", "patternUnits": "userSpaceOnUse"}
        pattern = SubElement(SubElement(canvas.root, "defs"), "pattern", {"id": name, **frame})
        pattern.set("patternTransform", "rotate(45)")
        SubElement(pattern, "rect", {"width": "7", "height": "7", "fill": ground})
        SubElement(pattern, "rect", {"width": "1.75", "height": "7", "fill": ink})
    return canvas.hatches[ground, ink]


def _annotation(canvas: _Canvas, note: Mapping[str, Any]) -> None:
    """Words at a place of the data or, in parts of one, of the plot."""
    if note.get("xref") == "paper":
        x = canvas.left + note["x"] * canvas.width
    else:
        x = canvas.x(note["x"])
    on_paper = note.get("yref") == "paper"
    y = canvas.bottom - note["y"] * canvas.height if on_paper else canvas.y(note["y"])
    size = note["font"]["size"]
    lines = note["text"].split("<br>")
    drop, above = ANCHORED[note.get("yanchor", "top" if on_paper else "middle")]
    foot = y - note.get("yshift", 0) + size * (drop - (len(lines) - 1) * LEADING * above)
    bold = note["text"].startswith("<b>")
    for at, line in enumerate(lines):
        _line_of_text(
            canvas.root,
            _plain(line),
            x + note.get("xshift", 0),
            foot + at * size * LEADING,
            size,
            note["font"]["color"],
            ANCHORS[note.get("xanchor", "center")],
            bold=bold,
        )


def _line_of_text(  # noqa: PLR0917 - what, where, how
    root: Element,
    words: str,
    x: float,
    foot: float,
    size: float,
    colour: str,
    anchor: str,
    *,
    bold: bool = False,
) -> Element:
    text = SubElement(root, "text", {"x": _n(x), "y": _n(foot), "fill": colour})
    text.set("font-size", _n(size))
    if anchor != "start":
        text.set("text-anchor", anchor)
    if bold:
        text.set("font-weight", "600")
    text.text = _clean(words)
    return text


def _keep_to(text: Element, width: float) -> None:
    """As wide as in our font, so that on a machine without it the words still fit their bar."""
    text.set("textLength", _n(width))
    text.set("lengthAdjust", "spacingAndGlyphs")


def _clear(text: Element, ground: str) -> None:
    """Room around letters that stand on hatching."""
    text.set("stroke", ground)
    text.set("stroke-width", "5")
    text.set("stroke-linejoin", "round")
    text.set("paint-order", "stroke")


def _each(trace: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The marks of a trace one by one, nested settings by their dotted names."""
    flat = dict(_flat(trace))
    for at in range(len(trace["x"])):
        yield {
            name: value[at] if isinstance(value, Sequence) and not isinstance(value, str) else value
            for name, value in flat.items()
        }


def _flat(settings: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _say(element: Element, hover: str) -> None:
    """What a mark says when pointed at."""
    if hover:
        SubElement(element, "title").text = "\n".join(map(_plain, hover.split("<br>")))


def _fill(element: Element, colour: str) -> None:
    """A colour written as `#rrggbb` or `rgba(r,g,b,a)`."""
    parts = re.fullmatch(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)", colour)
    if parts is None:
        element.set("fill", colour)
    elif float(parts[4]) == 0:
        element.set("fill", "none")
    else:
        red, green, blue = (int(parts[at]) for at in (1, 2, 3))
        element.set("fill", f"#{red:02X}{green:02X}{blue:02X}")
        element.set("fill-opacity", parts[4])


def _box(left: float, top: float, right: float, bottom: float) -> dict[str, str]:
    return {
        "x": _n(min(left, right)),
        "y": _n(min(top, bottom)),
        "width": _n(abs(right - left)),
        "height": _n(abs(bottom - top)),
    }


def _ends(x1: float, y1: float, x2: float, y2: float) -> dict[str, str]:
    return {"x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2)}


def _points_of(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _plain(html: str) -> str:
    """Text without the two marks that our charts use."""
    return unescape(html.replace("<b>", "").replace("</b>", ""))


def _clean(text: str) -> str:
    """Without what XML may not hold."""
    return _UNPRINTABLE.sub("", text)
