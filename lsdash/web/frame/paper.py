"""The browser's own print: the colours that charts change to, light from either theme."""

from collections.abc import Mapping
from functools import cache

from lsdash.charts import style
from lsdash.charts.style import Theme


@cache
def in_light(theme: Theme) -> Mapping[str, str]:
    """Channels of each colour of a theme's charts → those of the light theme; none of its own."""
    if theme == "light":
        return {}
    pairs = zip(style.colours(theme), style.colours("light"), strict=True)
    return {",".join(_channels(dark)): ", ".join(_channels(light)) for dark, light in pairs}


def _channels(colour: str) -> list[str]:
    return [str(each) for each in bytes.fromhex(colour.removeprefix("#"))]
