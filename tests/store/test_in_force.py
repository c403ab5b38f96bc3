"""What later documents did to a figure, on the day of a view."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lsdash.contents.effects import in_force
from lsdash.contents.reading import Alone
from lsdash.model import Filters
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.view import View
from lsdash.vocabulary import Measure
from tests.conftest import WeeksFolder

LATER = (ROOT / "tests" / "fixtures" / "amending" / "2020-w11.yaml").read_text(encoding="utf-8")


@pytest.fixture
def later(weeks_folder: WeeksFolder, broken_settings: Settings) -> Iterator[Release]:
    """The shipped week, then one that corrects a sum and raises a quota."""
    record = weeks_folder.path / "2020-w11.yaml"
    record.write_text(LATER, encoding="utf-8")
    opened = opened_release(broken_settings)
    yield opened
    opened.close()


def opened_release(place: Settings) -> Release:
    name = build.build(place, invented=True)
    return Release.open(Path(place.releases) / f"{name}.duckdb", memory_mb=place.memory_mb)


QUOTA = "quota-vocational"
ROADS = ("381-qd-ubnd-2020", "road-cement")


def reading(release: Release, **filters: object) -> Alone:
    return Alone("vi", View("rural_roads", release.name, Filters(**filters)), release)  # type: ignore[arg-type]


def stands(here: Alone, measure: Measure) -> dict[tuple[str, str], in_force.Standing]:
    facts = read.facts(here.release, measures=[measure])
    return dict(in_force.standing(here, facts))


def test_a_corrected_sum_takes_its_place_and_names_where_it_stands(later: Release) -> None:
    found = stands(reading(later), Measure.ROAD_FUNDING)[ROADS]
    assert found.fact.printed == "8.300 triệu đồng"
    assert (found.current.printed, found.current.number) == ("8.030 triệu đồng", "61/TB-UBND")
    assert (found.current.subject_vi, found.current.slug) == (found.fact.subject_vi, ROADS[1])
    assert [step.effect.kind for step in found.steps] == ["corrects"]


def test_a_sum_of_ours_follows_its_terms(later: Release) -> None:
    facts = stands(reading(later), Measure.ROAD_FUNDING)
    (total,) = (each for each in facts.values() if each.fact.is_derived)
    assert (total.fact.value, total.current.value) == (18_300_000_000, 18_030_000_000)


def test_a_rise_is_added_and_says_so(later: Release) -> None:
    found = stands(reading(later), Measure.COLLEGE_QUOTA)["380-qd-ubnd-2020", QUOTA]
    assert found.current.value == 560
    assert (found.current.formula, found.current.printed) == ("#510 + #50", None)


@pytest.mark.parametrize(
    "filters", [{"weeks": ("2020-w10",)}, {"signed_to": date(2020, 3, 10)}], ids=str
)
def test_before_the_day_of_the_document_the_figure_stands_as_it_was(
    later: Release, filters: dict[str, object]
) -> None:
    found = stands(reading(later, **filters), Measure.ROAD_FUNDING)[ROADS]
    assert found.current == found.fact
    assert [step.effect.number for step in found.later] == ["61/TB-UBND"]


def test_what_is_only_asked_for_changes_nothing(
    weeks_folder: WeeksFolder, broken_settings: Settings
) -> None:
    record = weeks_folder.path / "2020-w11.yaml"
    record.write_text(LATER.replace("status: decided", "status: proposed"), encoding="utf-8")
    release = opened_release(broken_settings)
    found = stands(reading(release), Measure.ROAD_FUNDING)[ROADS]
    assert found.current == found.fact
    assert [step.effect.status for step in found.later] == ["proposed"]
    release.close()


def test_a_figure_that_nobody_has_is_named(
    weeks_folder: WeeksFolder, broken_settings: Settings
) -> None:
    record = weeks_folder.path / "2020-w11.yaml"
    record.write_text(LATER.replace(f"/{QUOTA}", "/nothing"), encoding="utf-8")
    with pytest.raises(Exception, match="380-qd-ubnd-2020 has no figure called nothing"):
        build.build(broken_settings, invented=True)
