"""Invented weeks against each other by subject: pairs, differences, running sums, sectors."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from lsdash.comparing import differences
from lsdash.contents import pages
from lsdash.contents.blocks import Contents, Listed, Table, text_of
from lsdash.contents.reading import Alone
from lsdash.export.tables import sheets
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
    return pages.contents(release, between(release, old, new, **filters), lang)


def between(release: Release, old: str, new: str, **filters: object) -> View:
    inputs = (("compare", "weeks"), ("old_week", old), ("new_week", new))
    return View("changes", release.name, Filters(**filters), inputs=inputs)  # type: ignore[arg-type]


def rows(contents: Contents, heading: str) -> list[tuple[str, ...]]:
    """The rows of the tables under the first heading that begins so."""
    section = next(each for each in contents.sections if each.title.startswith(heading))
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [tuple(map(text_of, row)) for table in tables for row in table.rows]


def lines(contents: Contents, heading: str) -> list[str]:
    section = next(each for each in contents.sections if each.title.startswith(heading))
    lists = [block for block in section.blocks if isinstance(block, Listed)]
    return [text_of(line) for each in lists for line in each.lines]


def sheet(release: Release, view: View, name: str) -> list[dict[str, Any]]:
    """The rows of one table of a view's files."""
    held = {each.name: each.rows for each in sheets.of_view(Alone("en", view, release))}
    return [dict(row) for row in held[name]]


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


def test_running_sums_and_sectors_are_tables_of_the_pages_files(weeks: Release) -> None:
    view = between(weeks, "2020-w10", "2020-w11")
    running = sheet(weeks, view, "running")
    shown = rows(pages.contents(weeks, view, "en"), "Running")
    assert len(running) == len(shown) > 1
    sums = [row["running"] for row in running]
    assert sums == [sum(row["amount"] for row in running[: at + 1]) for at in range(len(sums))]
    sectors = sheet(weeks, view, "sectors")
    assert {row["week"] for row in sectors} == {"2020-w10", "2020-w11"}
    (roads,) = (row for row in sectors if (row["week"], row["sector"]) == ("2020-w10", "transport"))
    assert (roads["decided"], roads["unit"], roads["basis"]) == (18_300_000_000, "vnd", "derived")
    assert (roads["documents"], roads["requests"]) == (1, 0)
    releases = View("changes", weeks.name, Filters())
    assert [each.name for each in sheets.of_view(Alone("en", releases, weeks))] == ["changes"]


def test_the_money_of_every_week_is_a_table_in_which_nothing_counts_twice(weeks: Release) -> None:
    seen = set()
    for week in ("2020-w11", "2020-w12", "2020-w13", "2020-w14"):
        money = sheet(weeks, View("overview", weeks.name, Filters(weeks=(week,))), "money")
        facts = [row["fact"] for row in money if row["fact"]]
        assert len(facts) == len(set(facts))
        for total in (row for row in money if row["counted"] == "sum"):
            own = [
                row["high"]
                for row in money
                if row["counted"] == "term"
                and (row["standing"], row["unit"]) == (total["standing"], total["unit"])
            ]
            assert sum(own) == total["high"]
        assert all(row["why"] for row in money if row["counted"] == "apart")
        seen |= {row["counted"] for row in money}
    assert seen == {"sum", "term", "option", "amended", "apart"}
