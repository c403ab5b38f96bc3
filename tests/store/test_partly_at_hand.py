"""Weeks of which only the head of the bulletin is public: data/ holds three beside a whole one."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from lsdash.contents import beside, data, pages
from lsdash.contents.blocks import Listed, Said, Section, text_of
from lsdash.contents.border import districts
from lsdash.contents.comparison import changes
from lsdash.contents.effects import in_force
from lsdash.contents.reading import Alone
from lsdash.contents.week import overview, partly, weeks
from lsdash.export.tables import sheets
from lsdash.model import Filters
from lsdash.settings import Settings
from lsdash.store import build, read, topics
from lsdash.store.release import Release
from lsdash.view import View
from tests.conftest import DATA, MEMORY_MB

WHOLE, PARTS = "2020-w10", ("2026-w03", "2023-w35", "2020-w37")
PLAN = "7-kh-ubnd-2026"


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    place = Settings(DATA / "bulletins", tmp_path_factory.mktemp("four"), memory_mb=MEMORY_MB)
    opened = Release.open(place.releases / f"{build.build(place)}.duckdb", memory_mb=MEMORY_MB)
    yield opened
    opened.close()


def at(release: Release, page: str = "overview", **kinds: Any) -> Alone:
    inputs = kinds.pop("inputs", ())
    return Alone("en", View(page, release.name, Filters(**kinds), inputs=inputs), release)


def notes(sections: tuple[Section, ...]) -> list[str]:
    blocks = [block for section in sections for block in section.blocks]
    return [text_of(each.line) for each in blocks if isinstance(each, Said) and each.is_note]


def test_every_week_is_there_and_topics_are_counted_apart_from_documents(four: Release) -> None:
    held = read.weeks(four)
    assert [week.slug for week in held] == [*PARTS, WHOLE]
    assert [week.slug for week in held if week.partly_at_hand] == [*PARTS]
    assert [(week.documents, week.topics) for week in held] == [(1, 4), (0, 11), (0, 11), (8, 0)]
    assert read.count(four).documents == 9
    assert len(topics.find(four)) == four.manifest.rows("topics") == 26
    assert "3 weeks only in part, 26 topics told" in data.sentence(at(four, "data"))


def test_what_a_topic_names_is_kept_with_what_it_does_to_it(four: Release) -> None:
    (repealed,) = topics.find(four, Filters(search="768/QĐ-UBND"))
    named = [(each.kind, each.number) for each in repealed.relations]
    assert named == [("repeals", "768/QĐ-UBND"), ("repeals", "83/QĐ-UBND")]
    (row,) = (
        sheet.rows
        for sheet in sheets.of_view(at(four, "decisions", search="768/QĐ-UBND"))
        if sheet.name == "topics"
    )
    assert [each["names"] for each in row] == [["repeals 768/QĐ-UBND", "repeals 83/QĐ-UBND"]]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"search": "cum gia cam"}, 1),  # without tone marks
        ({"search": "cúm giả"}, 0),  # with marks that are others
        ({"search": "traffic"}, 1),
        ({"sectors": ("education",)}, 4),
        ({"weeks": ("2026-w03",)}, 4),
        ({"signed_from": date(2023, 9, 3)}, 15),
        ({"signed_to": date(2020, 9, 6)}, 0),
        ({"kinds": ("KH",)}, 0),
        ({"statuses": ("decided",)}, 0),
    ],
    ids=str,
)
def test_topics_pass_the_filters_that_they_have_values_for(
    four: Release, filters: dict[str, Any], found: int
) -> None:
    assert len(topics.find(four, Filters(**filters))) == found


def test_the_first_page_is_the_newest_whole_week_and_names_the_newer_ones(four: Release) -> None:
    here = at(four)
    assert weeks.shown(here).slug == WHOLE
    assert in_force.day(here) == date(2020, 3, 8)
    newer = partly.newer(here)
    assert newer is not None
    assert text_of(newer) == (
        "3 newer weeks are at hand only in part: 12–18 Jan 2026 · 28 Aug–3 Sep 2023 · 7–13 Sep 2020"
    )
    led = [word.to.filters.weeks for word in newer if isinstance(word.to, View)]
    assert led == [(slug,) for slug in PARTS]
    assert partly.newer(at(four, weeks=(WHOLE,))) is None


def test_a_week_in_part_says_so_at_once_and_claims_nothing_for_the_rest(four: Release) -> None:
    here = at(four, weeks=("2020-w37",))
    assert overview.sentence(here) == (
        "Week of 7–13 Sep 2020, only part of the bulletin at hand: 11 topics told, papers not seen"
    )
    assert overview.board(here) == ({}, [])
    assert overview.glance(here) == []
    told = pages.contents(four, here.view, "en")
    assert notes(told.sections) == [text_of(partly.note(here) or ())]
    (listed,) = (each for each in told.sections if each.title == "Told, paper not seen")
    (lines,) = (block for block in listed.blocks if isinstance(block, Listed))
    assert len(lines.lines) == 11
    assert "Money of the week" not in [section.title for section in told.sections]


def test_a_document_in_the_head_is_a_document_like_any_other(four: Release) -> None:
    here = at(four, weeks=("2026-w03",))
    assert "1 document, 4 topics told, papers not seen" in overview.sentence(here)
    (plan,) = read.decisions(four, here.view.filters)
    assert (plan.number, plan.status) == ("07/KH-UBND", "planned")
    (relation,) = read.relations(four, PLAN)
    assert (relation.kind, relation.number) == ("implements", "44/2025/NQ-HĐND")
    (fact,) = read.facts_of(four, PLAN)
    assert (fact.measure, fact.low, fact.role) == ("road_target", 100, "reach")


def test_rural_roads_tell_the_aims_set_since_beside_the_money(four: Release) -> None:
    told = pages.contents(four, View("rural_roads", four.name), "en")
    assert "10,000 million" in told.title
    (since,) = (each for each in told.sections if each.title == "Aims set since")
    (listed,) = since.blocks
    assert isinstance(listed, Listed)
    assert text_of(listed.lines[0]).startswith("07/KH-UBND, 13 Jan 2026: 100%")
    alone = pages.contents(four, View("rural_roads", four.name, Filters(weeks=("2026-w03",))), "en")
    assert [each.title for each in alone.sections] == ["Documents that set aims on this subject"]
    assert beside.listed(at(four, "college_quotas"), None) is None


@pytest.mark.parametrize("week", ["2026-w03", "2020-w37"])
def test_what_waits_beside_a_part_may_have_been_answered(four: Release, week: str) -> None:
    whole = pages.contents(four, View("follow_up", four.name), "en")
    assert not any("may have been answered" in each for each in notes(whole.sections))
    part = pages.contents(four, View("follow_up", four.name, Filters(weeks=(week,))), "en")
    assert any("may have been answered" in each for each in notes(part.sections))
    if week == "2026-w03":
        assert part.title == (
            "1 request without an answer in the bulletins at hand, after 5 years 10 months"
            " (as of 18 Jan 2026)"
        )


def test_two_weeks_are_compared_with_a_word_on_the_one_in_part(four: Release) -> None:
    inputs = (("compare", "weeks"), ("old_week", WHOLE), ("new_week", "2026-w03"))
    here = at(four, "changes", inputs=inputs)
    compared = changes.found(here)
    assert compared is not None
    note = changes.partly_at_hand(here, compared[0])
    assert note is not None
    assert "12–18 Jan 2026" in text_of(note)
    assert WHOLE not in text_of(note)
    assert pages.contents(four, here.view, "en").title != "Cannot be compared"


def test_the_districts_of_2020_are_said_to_be_no_more_beside_a_later_week(four: Release) -> None:
    assert districts.since(at(four, "border_trade")) is None
    assert districts.since(at(four, "border_trade", weeks=("2023-w35",))) is None
    note = districts.since(at(four, "border_trade", weeks=("2026-w03",)))
    assert note is not None
    assert "1 July 2025" in text_of(note)
    assert str(note[-1].to).startswith("https://")


def test_the_real_week_alone_keeps_its_release(week_10: Any, tmp_path: Any) -> None:
    assert build.build(Settings(week_10, tmp_path, memory_mb=MEMORY_MB)) == "2020w10-5caee765"
