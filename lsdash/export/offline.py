"""A view as one HTML file that needs no network: charts as SVG, styles inside, light and dark.

A policy in the file itself keeps the browser from loading anything.
"""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from lsdash.contents import pages
from lsdash.contents.blocks import Chart
from lsdash.contents.reading import Reading
from lsdash.export import drawing, template_data
from lsdash.export.stamp import Stamp

WIDTHS = (drawing.WIDTH, 350)
"""Of the drawing for a desk and of the one for a phone."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


def html(here: Reading, stamp: Stamp) -> bytes:
    """The view whole, with every table that its page shows."""
    inks: dict[str, tuple[str, str]] = {}
    contents = pages.contents(here.release, here.view, here.lang)
    templates = _templates()
    style, _, _ = templates.loader.get_source(templates, "offline.css")  # type: ignore[union-attr]
    page = templates.get_template("offline.html").render(
        page=template_data.page(
            contents,
            stamp,
            lambda chart: [_drawn(chart, contents.title, width, inks) for width in WIDTHS],
        ),
        frame=template_data.frame(here, stamp),
        inks=inks,
        style=style,
    )
    return page.encode()


def _drawn(chart: Chart, title: str, width: int, inks: dict[str, tuple[str, str]]) -> str:
    """The chart in colours by name; `inks` learns what each name is in light and in dark.

    Both drawings differ in their colours alone.
    """
    light, dark = (
        drawing.svg(chart.draw(theme), title=title, description=chart.alt, width=width)
        for theme in ("light", "dark")
    )
    of_dark = iter(_COLOUR.findall(dark))

    def named(found: re.Match[str]) -> str:
        pair = (found[0], next(of_dark))
        name = f"--ink-{pair[0][1:]}-{pair[1][1:]}"
        inks[name] = pair
        return f"var({name})"

    return _COLOUR.sub(named, light)


@cache
def _templates() -> Environment:
    loader: Any = PackageLoader("lsdash.export", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
