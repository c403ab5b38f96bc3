"""Targets keep both ends; "about" is hollow, an obligation an open frame, levels apart."""

from dataclasses import replace
from datetime import date

import pytest

from lsdash.charts import targets
from lsdash.charts.style import PALETTES, Fill
from lsdash.charts.targets import Panel
from lsdash.store import read
from lsdash.store.read import FactRow
from lsdash.store.release import Release
from lsdash.vocabulary import Measure
from tests.unit.charts.drawn import bars, words

PLAN = "389-qd-ubnd-2020"


@pytest.fixture
def aims(release: Release) -> list[FactRow]:
    return read.facts(release, measures=[Measure.ENERGY_TARGET])


@pytest.fixture
def panels(aims: list[FactRow]) -> dict[str, Panel]:
    return {panel.aim: panel for panel in targets.panels(aims)}


def test_cuts_things_to_do_and_levels_share_no_axis(aims: list[FactRow]) -> None:
    assert [(panel.aim, len(panel.facts)) for panel in targets.panels(aims)] == [
        ("decrease", 2),
        ("increase", 3),
        ("come_down", 1),
    ]
    without = [replace(fact, direction=None, role="amount") for fact in aims[:1]]
    assert targets.panels([*aims, *without])[-1].aim == "none"


def test_an_interval_is_drawn_from_its_low_to_its_high_end(
    panels: dict[str, Panel],
) -> None:
    figure = targets.intervals(panels["decrease"], PLAN, "vi", "light")
    (bar,) = bars(figure)
    assert (bar.start, bar.length, bar.source) == (5, 2, (PLAN, "energy-saving"))
    assert "| 5 | 7 |" in words(figure)


def test_about_is_a_hollow_diamond_at_its_value(panels: dict[str, Panel]) -> None:
    figure = targets.intervals(panels["decrease"], PLAN, "vi", "light")
    point = next(trace for trace in figure["data"] if trace["type"] == "scatter")
    assert (point["x"], point["marker"]["symbol"]) == ([30], "diamond-open")
    assert point["customdata"] == [[PLAN, "energy-lighting"]]
    assert "khoảng 30%" in words(figure)


def test_an_obligation_is_an_open_frame_and_says_so(panels: dict[str, Panel]) -> None:
    figure = targets.intervals(panels["increase"], PLAN, "en", "dark")
    audit = bars(figure)[-1]
    assert (audit.start, audit.length, audit.text) == (0, 100, "100%")
    assert audit.colour == PALETTES["dark"].inks[Fill.OBLIGATION].ground
    assert "no date stated · to be ensured" in words(figure)


def test_a_period_out_of_the_title_says_so(panels: dict[str, Panel]) -> None:
    audit = replace(
        panels["increase"].facts[-1],
        period_from=date(2021, 1, 1),
        period_to=date(2030, 12, 31),
        period_basis="inherited",
    )
    figure = targets.intervals(Panel("percent", None, "increase", (audit,)), PLAN, "en", "dark")
    assert "2021–2030 (from the title) · to be ensured" in words(figure)


def test_a_level_keeps_its_printed_decimals_and_its_own_neighbourhood(
    panels: dict[str, Panel],
) -> None:
    figure = targets.intervals(panels["come_down"], PLAN, "vi", "light")
    (bar,) = bars(figure)
    first, last = figure["layout"]["xaxis"]["range"]
    assert (bar.start, bar.length) == (6, 0.5)
    assert 5 < first < bar.start
    assert bar.start + bar.length < last < 8
    assert "6,00–6,50%" in words(figure)
    assert "| 6,00 | 6,50 | đến 2025" in words(figure)


def test_targets_of_earlier_documents_are_pale_and_named(panels: dict[str, Panel]) -> None:
    level = panels["come_down"]
    old = replace(level.facts[0], decision="100-qd-ubnd-2015", number="100/QĐ-UBND")
    figure = targets.intervals(replace(level, facts=(*level.facts, old)), PLAN, "en", "light")
    inks = PALETTES["light"].inks
    assert [bar.colour for bar in bars(figure)] == [
        inks[Fill.DECIDED].ground,
        inks[Fill.PAST].ground,
    ]
    assert "100/QĐ-UBND (6 Mar 2020) · by 2025" in words(figure)
