"""Four invented weeks after the real one: every kind of document, every role of a figure."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsdash.settings import ROOT, Settings
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.vocabulary import Kind, RelationKind, Role
from tests.conftest import WeeksFolder

WEEKS = sorted((ROOT / "tests" / "fixtures" / "weeks").glob("*.yaml"))


@pytest.fixture
def five_weeks(weeks_folder: WeeksFolder, broken_settings: Settings) -> Iterator[Release]:
    for week in WEEKS:
        shutil.copy(week, weeks_folder.path)
    name = build.build(broken_settings, invented=True)
    opened = Release.open(Path(broken_settings.releases) / f"{name}.duckdb", memory_mb=128)
    yield opened
    opened.close()


def test_they_hold_every_role_and_all_that_a_document_can_do_to_another(
    five_weeks: Release,
) -> None:
    roles = {fact.role for fact in read.facts(five_weeks)}
    assert roles == set(Role) - {Role.LEVEL}, "a level from neither side is rare"
    slugs = [row.slug for row in read.decisions(five_weeks, limit=100)]
    done = {effect.kind for effect in read.effects(five_weeks, slugs)}
    assert done == {
        *(RelationKind.CORRECTS, RelationKind.AMENDS, RelationKind.REPLACES),
        *(RelationKind.REPEALS, RelationKind.ANSWERS),
    }


def test_they_hold_every_kind_of_document_that_a_province_issues(five_weeks: Release) -> None:
    kinds = {row.kind for row in read.decisions(five_weeks, limit=100)}
    of_others = {Kind.DECREE, Kind.CIRCULAR, Kind.JOINT_CIRCULAR, Kind.LAW, Kind.ORDINANCE}
    rare = {Kind.CONSOLIDATED, Kind.ORDER, Kind.CONCLUSION}
    assert kinds == set(Kind) - of_others - rare


def test_whoever_must_act_is_listed_soonest_first(five_weeks: Release) -> None:
    rows = read.deadlines(five_weeks)
    dated = [row.deadline for row in rows if row.deadline]
    assert dated == sorted(dated)
    assert all(row.deadline is None for row in rows[len(dated) :])
    requests = {row.number for row in rows if row.status == "proposed" and row.what == "document"}
    assert requests == {
        row.number for row in read.decisions(five_weeks, limit=100) if row.status == "proposed"
    }
