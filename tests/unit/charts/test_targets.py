"""Targets keep both ends; "about" is hollow, an obligation an open frame, levels apart."""

from dataclasses import replace
from datetime import date

import pytest

from lsdash.charts import targets
from lsdash.charts.style import PALETTES, Fill
from lsdash.charts.targets import Panel
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.vocabulary import Measure
from tests.unit.charts.drawn import bars, words
from tests.unit.made import DOCUMENT, target

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


SOLAR = target("solar", low=45, high=None, bound="at_least", unit="mwp", role="reach")
SAVED = target("saved", low=3, high=None, bound="at_least", role="floor")
LOSS = target("loss", low=None, high="5.80", bound="at_most", role="come_down")
LED = target("led", low=80, high=None, bound="more_than", role="reach")
AUDIT = target("audit", 100, role="obligation", mandatory=True)


def test_each_axis_has_one_unit_and_one_meaning() -> None:
    found = targets.panels([SOLAR, SAVED, LOSS, LED, AUDIT])
    assert [(panel.aim, panel.unit, len(panel.facts)) for panel in found] == [
        ("reach", "mwp", 1),
        ("reach", "percent", 1),
        ("come_down", "percent", 1),
        ("floor", "percent", 1),
        ("obligation", "percent", 1),
    ]


def test_what_is_to_be_reached_is_not_headed_as_what_is_to_come_down() -> None:
    found = targets.panels([SOLAR, LOSS])
    assert [targets.heading(panel, "en", found) for panel in found] == [
        "Level to reach (higher is better)",
        "Level to come down to (lower is better)",
    ]
    found = targets.panels([SOLAR, LED])
    assert [targets.heading(panel, "en", found) for panel in found] == [
        "Level to reach (higher is better) · MWp",
        "Level to reach (higher is better) · %",
    ]


def test_a_floor_is_drawn_on_a_scale_of_its_own_and_open() -> None:
    (panel,) = targets.panels([SAVED])
    figure = targets.intervals(panel, DOCUMENT, "en", "light")
    body, edge = bars(figure)
    assert body.start == edge.start == 3
    assert figure["layout"]["xaxis"]["range"] == [0, 4.5]
    assert figure["data"][1]["marker"]["symbol"] == "triangle-right"
    assert "at least 3%" in words(figure)


def test_a_floor_near_a_hundred_percent_keeps_room_for_its_open_end() -> None:
    (panel,) = targets.panels([replace(LED, low_digits=98)])
    figure = targets.intervals(panel, DOCUMENT, "en", "light")
    assert figure["layout"]["xaxis"]["range"][1] > 110


def test_an_axis_of_anything_but_percent_names_its_unit() -> None:
    (panel,) = targets.panels([SOLAR])
    assert words(targets.intervals(panel, DOCUMENT, "en", "light")).endswith("| MWp")


def test_a_target_of_another_document_is_named_even_where_it_stands_alone() -> None:
    (panel,) = targets.panels([SAVED])
    told = words(targets.intervals(panel, "another", "en", "light"))
    assert "900/QĐ-UBND (20 Mar 2020)" in told


@pytest.mark.parametrize(
    "fact",
    [
        target("a", 0),
        target("a", -5, role="come_down"),
        target("a", 0, role="reach"),
        target("a", 250),
        target("a", "0.05", bound="approximately"),
        target("a", 10**15, unit="kwh"),
    ],
    ids=["nought", "below nought", "nought to reach", "beyond 100", "tiny", "huge"],
)
def test_every_target_can_be_drawn(fact: FactRow) -> None:
    (panel,) = targets.panels([fact])
    first, last = targets.intervals(panel, DOCUMENT, "vi", "light")["layout"]["xaxis"]["range"]
    assert first < last
    assert first <= float(fact.value) <= last
