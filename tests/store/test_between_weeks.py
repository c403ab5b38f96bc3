"""Invented weeks against each other by subject: pairs, differences, running sums, sectors."""

import shutil
from collections.abc import Iterator

import pytest

from lsdash.comparing import differences
from lsdash.contents import pages
from lsdash.contents.blocks import Contents, Listed, Table, text_of
from lsdash.model import Filters
from lsdash.settings import ROOT, Settings
from lsdash.store import build
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View
from tests.conftest import DATA, MEMORY_MB

WEEKS = sorted((ROOT / "tests" / "fixtures" / "weeks").glob("*.yaml"))


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The shipped week and the four invented ones after it."""
    folder = tmp_path_factory.mktemp("weeks")
    records = folder / "bulletins"
    records.mkdir()
    for record in (DATA / "bulletins" / "2020-w10.yaml", *WEEKS):
        shutil.copy(record, records)
    place = Settings(records, folder / "releases", MEMORY_MB)
    name = build.build(place, invented=True)
    opened = Release.open(place.releases / f"{name}.duckdb", memory_mb=MEMORY_MB)
    yield opened
    opened.close()


def compared(
    release: Release, old: str, new: str, lang: Lang = "en", **filters: object
) -> Contents:
    inputs = (("compare", "weeks"), ("old_week", old), ("new_week", new))
    view = View("changes", release.name, Filters(**filters), inputs=inputs)  # type: ignore[arg-type]
    return pages.contents(release, view, lang)


def rows(contents: Contents, heading: str) -> list[tuple[str, ...]]:
    """The rows of the tables under the first heading that begins so."""
    section = next(each for each in contents.sections if each.title.startswith(heading))
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [tuple(map(text_of, row)) for table in tables for row in table.rows]


def lines(contents: Contents, heading: str) -> list[str]:
    section = next(each for each in contents.sections if each.title.startswith(heading))
    lists = [block for block in section.blocks if isinstance(block, Listed)]
    return [text_of(line) for each in lists for line in each.lines]


def test_a_college_stands_against_itself_with_the_difference_marked(weeks: Release) -> None:
    found = compared(weeks, "2020-w10", "2020-w11")
    assert rows(found, "380/QĐ-UBND → 455/QĐ-UBND") == [
        ("Lạng Sơn Vocational College", "510 places", "560 places", "+50 places (derived)"),
        ("Lạng Sơn Teacher Training College", "400 places", "350 places", "−50 places (derived)"),
    ]
    assert lines(found, "380/QĐ-UBND → 455/QĐ-UBND") == [
        "Only in 455/QĐ-UBND: Vocational College gains: plus 50 places; "
        "Teacher Training College loses: minus 50 places"
    ]


def test_a_tranche_stands_against_the_next_whole_against_whole(weeks: Release) -> None:
    found = rows(compared(weeks, "2020-w10", "2020-w11"), "381/QĐ-UBND → 421/QĐ-UBND")
    assert found[0][1:] == (
        "18,300 million đồng (now 18,030 million đồng)",
        "9,700 million đồng",
        "−8,600 million đồng (derived)",
    )
    assert found[-1][1:3] == (
        "8,300 million đồng (now 8,030 million đồng)",
        "5,500 million đồng",
    )


def test_a_correction_stands_with_the_figure_that_it_corrects(weeks: Release) -> None:
    (row,) = rows(compared(weeks, "2020-w10", "2020-w11"), "381/QĐ-UBND → 61/TB-UBND")
    assert row[1:] == (
        "8,300 million đồng",
        "8,030 million đồng",
        "−270 million đồng (derived)",
    )


def test_nothing_is_said_to_be_there_on_one_side_and_not_on_the_other(weeks: Release) -> None:
    found = compared(weeks, "2020-w10", "2020-w11")
    assert "not there" not in str(found)
    only = lines(found, "Without a pair, in the week of 9–15 Mar 2020 only")
    assert only[0] == "12/CT-UBND · Control at the gates: Isolation of those who enter: 14 days"
    paired = {"381/QĐ-UBND", "380/QĐ-UBND", "389/QĐ-UBND"}
    alone = lines(found, "Without a pair, in the week of 2–8 Mar 2020 only")
    assert not any(line.startswith(tuple(paired)) for line in alone)


def test_sums_run_on_over_tranches_as_they_stand_at_the_later_week(weeks: Release) -> None:
    found = rows(compared(weeks, "2020-w10", "2020-w11"), "Running sums")
    assert [row[1:3] for row in found] == [
        ("18,030 million đồng (derived)", "18,030 million đồng (derived)"),
        ("9,700 million đồng", "27,730 million đồng (derived)"),
    ]


def test_sectors_are_counted_week_by_week_and_requests_never_as_decisions(weeks: Release) -> None:
    found = {row[0]: row[1:] for row in rows(compared(weeks, "2020-w10", "2020-w11"), "Sector by")}
    assert found["Transport"] == ("1", "18,300 million đồng (derived)", "2", "9,700 million đồng")
    health = ("1", "—", "3 (1 of them a request)", "6,400 million đồng")
    assert found["Health and epidemic control"] == health


def test_filters_narrow_every_part(weeks: Release) -> None:
    found = compared(weeks, "2020-w10", "2020-w11", sectors=("education",))
    assert {row[0] for row in rows(found, "Sector by week")} == {"Education and training"}
    assert [each.title for each in found.sections if "→" in each.title] == [
        "380/QĐ-UBND → 455/QĐ-UBND · Quotas adjusted"
    ]


def test_lines_for_programs_say_pairs_and_derived_differences(weeks: Release) -> None:
    found = [*differences.lines(differences.of_weeks(weeks, "2020-w10", "2020-w11"))]
    assert {line.change for line in found} == {"paired", "earlier_only", "later_only"}
    told = {(line.key, line.field): (line.old, line.new, line.difference) for line in found}
    assert told["455-qd-ubnd-2020/quota-vocational", "high"] == (510, 560, 50)
    assert told["421-qd-ubnd-2020/road-total", "high"] == (
        18_300_000_000,
        9_700_000_000,
        -8_600_000_000,
    )
    again = differences.of_weeks(weeks, "2020-w11", "2020-w11")
    assert again.is_empty
