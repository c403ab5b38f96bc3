"""Words can be read on every mark and page, in both themes."""

import tomllib

import pytest

from lsdash.charts.style import PALETTES, Fill, Theme, enlarged
from lsdash.settings import ROOT

ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks of text at level AA."""

THEMES: tuple[Theme, ...] = ("light", "dark")


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("fill", Fill)
def test_text_on_every_mark_can_be_read(theme: Theme, fill: Fill) -> None:
    ink = PALETTES[theme].inks[fill]
    assert contrast(ink.text, ink.ground) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES)
def test_text_beside_the_marks_can_be_read_on_the_page(theme: Theme) -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    page = config["theme"][theme]["backgroundColor"]
    for colour in (PALETTES[theme].text, PALETTES[theme].muted):
        assert contrast(colour, page) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_ours_or_unsaid_is_told_by_hatching_and_never_by_colour_alone(
    theme: Theme,
) -> None:
    inks = PALETTES[theme].inks
    assert {fill for fill in Fill if inks[fill].hatch} == {Fill.DERIVED, Fill.UNSTATED}


def test_a_meeting_sees_type_and_heights_larger_and_the_data_as_they_are() -> None:
    drawing = {
        "data": [
            {"type": "bar", "x": [3, 4], "textfont": {"size": 10}, "customdata": [["a", "b"]]}
        ],
        "layout": {"height": 200, "margin": {"l": 4, "t": 8}, "title": None, "showlegend": False},
    }
    assert enlarged(drawing, 1.5) == {
        "data": [
            {"type": "bar", "x": [3, 4], "textfont": {"size": 15}, "customdata": [["a", "b"]]}
        ],
        "layout": {"height": 300, "margin": {"l": 6, "t": 12}, "title": None, "showlegend": False},
    }
    assert drawing["layout"]["height"] == 200
    larger = enlarged(drawing, 1.5, 1.2)
    assert larger["data"][0]["textfont"]["size"] == pytest.approx(18)
    assert larger["layout"] == enlarged(drawing, 1.5)["layout"]
