"""What a drawing shows, read back from its Plotly figure."""

import re
from dataclasses import dataclass
from html import unescape

from lsdash.charts.rows import Figure


@dataclass(frozen=True)
class Bar:
    start: float
    length: float
    text: str
    is_hatched: bool
    colour: str
    source: tuple[str, str]


def bars(figure: Figure) -> list[Bar]:
    data = next(trace for trace in figure["data"] if trace["type"] == "bar")
    marker = data["marker"]
    return [
        Bar(start, length, plain(text), shape == "/", colour, tuple(source))
        for start, length, text, shape, colour, source in zip(
            data["base"],
            data["x"],
            data["text"],
            marker["pattern"]["shape"],
            marker["color"],
            data["customdata"],
            strict=True,
        )
    ]


def words(figure: Figure) -> str:
    """Everything written on the drawing, from top to bottom, on one line."""
    return " | ".join(plain(note["text"]) for note in figure["layout"]["annotations"])


def plain(html: str) -> str:
    return unescape(re.sub(r"</?b>", "", html).replace("<br>", " "))
