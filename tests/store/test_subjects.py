"""A subject page stands on what is in force, whatever later weeks amend, correct, ask or repeal."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lsdash.contents import pages, subject
from lsdash.contents.blocks import Chart, Contents, Listed, Said, Table, text_of
from lsdash.contents.reading import Alone
from lsdash.contents.subject import Subject
from lsdash.export.drawing import svg
from lsdash.model import Filters
from lsdash.settings import ROOT, Settings
from lsdash.store.release import Release
from lsdash.view import View
from tests.conftest import BuildOnce, WeeksFolder

FIXTURES = ROOT / "tests" / "fixtures"
AMENDING = (FIXTURES / "amending" / "2020-w11.yaml").read_text(encoding="utf-8")
HEAD = AMENDING.partition("decisions:")[0] + "decisions:\n"

Opening = Callable[[str], Release]


@pytest.fixture
def opened(
    weeks_folder: WeeksFolder, broken_settings: Settings, build_once: BuildOnce
) -> Iterator[Opening]:
    """The shipped week and one more, as a release."""
    open_ones: list[Release] = []

    def opening(record: str) -> Release:
        (weeks_folder.path / "2020-w11.yaml").write_text(record, encoding="utf-8")
        name = build_once(broken_settings, invented=True)
        file = Path(broken_settings.releases) / f"{name}.duckdb"
        open_ones.append(Release.open(file, memory_mb=broken_settings.memory_mb))
        return open_ones[-1]

    yield opening
    for each in open_ones:
        each.close()


def about(release: Release, page: str, *weeks: str) -> Subject:
    found = subject.find(Alone("en", view(release, page, *weeks), release))
    assert found
    return found


def view(release: Release, page: str, *weeks: str) -> View:
    return View(page, release.name, Filters(weeks=weeks))


def told(release: Release, page: str, *weeks: str) -> Contents:
    return pages.contents(release, view(release, page, *weeks), "en")


def words(contents: Contents) -> str:
    """What the page says, table by row."""
    lines = [contents.title]
    for section in contents.sections:
        lines.append(section.title)
        for block in section.blocks:
            if isinstance(block, Listed):
                lines += [text_of(line) for line in block.lines]
            elif isinstance(block, Table):
                lines += [" | ".join(text_of(cell) for cell in row) for row in block.rows]
            elif isinstance(block, Chart):
                lines.append(block.alt)
            elif isinstance(block, Said):
                lines.append(text_of(block.line))
    return "\n".join(lines)


def document(number: str, facts: str, more: str = "", status: str = "decided") -> str:
    return f"""
  - number: {number}
    signed_on: 2020-03-12
    sector: education
    status: {status}
    title: {{vi: Bịa, en: Invented}}
    short_title: {{vi: Bịa, en: Invented}}
    summary: {{vi: Bịa., en: Invented.}}
    at: {{item: 1, paragraph: 1}}
{more}
    facts:
{facts}"""


def quota(slug: str, number: int, more: str = "") -> str:
    name = f"{{vi: {slug}, en: {slug}}}"
    return (
        f"      - {{slug: {slug}, measure: college_quota, subject: {name}, kind: count, "
        f"low: {number}, high: {number}, unit: place, bound: exact, "
        f"printed: {number} chỉ tiêu, at: {{item: 1, paragraph: 1}}{more}}}\n"
    )


AMENDS = """    relations:
      - kind: amends
        target: {vi: Quyết định 380, en: Decision 380}
        number: 380/QĐ-UBND
        at: {item: 1, paragraph: 1}"""


@pytest.mark.parametrize("weeks", [(), ("2020-w11",)], ids=["all weeks", "the amending week"])
def test_what_only_amends_is_no_page_of_its_own(opened: Opening, weeks: tuple[str, ...]) -> None:
    release = opened(AMENDING)
    quotas = about(release, "college_quotas", *weeks)
    assert quotas.newest.number == "380/QĐ-UBND"
    assert [fact.value for fact in quotas.own] == [560, 430, 400, 1390]
    title = told(release, "college_quotas", *weeks).title
    assert title.startswith("1,390 places (derived) for 3 colleges")


def test_a_corrected_sum_is_told_with_both_readings_and_their_sources(opened: Opening) -> None:
    page = told(opened(AMENDING), "rural_roads")
    said = words(page)
    assert "8,030 million đồng for cement" in said.splitlines()[0]
    assert text_of(page.paper).endswith("381/QĐ-UBND · 5 Mar 2020; 61/TB-UBND · 11 Mar 2020")
    correction = "corrected by 61/TB-UBND (11 Mar 2020): 8,300 → 8,030 million đồng"
    (old,) = (line for line in said.splitlines() if correction in line and "|" in line)
    assert old.startswith("8,300 million đồng | ")
    assert old.endswith("381/QĐ-UBND · 5 Mar 2020 · item 1, paragraph 2")
    (new,) = (line for line in said.splitlines() if line.startswith("8,030 million đồng | "))
    assert new.endswith("61/TB-UBND · 11 Mar 2020 · item 1, paragraph 1")


def test_before_its_day_a_correction_is_told_as_coming_later(opened: Opening) -> None:
    said = words(told(opened(AMENDING), "rural_roads", "2020-w10"))
    assert "8,300 million đồng for cement" in said.splitlines()[0]
    assert "corrected by 61/TB-UBND (11 Mar 2020), after the day of this view" in said


def test_a_college_added_by_an_amendment_joins_the_others(opened: Opening) -> None:
    release = opened(HEAD + document("455/QĐ-UBND", quota("arts", 120), AMENDS))
    contents = told(release, "college_quotas")
    assert contents.title.startswith("1,460 places (derived) for 4 colleges")
    assert about(release, "college_quotas").newest.number == "380/QĐ-UBND"
    total = next(fact for fact in about(release, "college_quotas").own if fact.formula)
    assert total.formula
    assert total.formula.endswith("+ 455-qd-ubnd-2020/arts")


def test_a_total_that_an_amendment_states_is_the_total_and_no_college(opened: Opening) -> None:
    facts = quota("quota-vocational", 560) + quota("quota-all", 1390, ", role: whole")
    contents = told(opened(HEAD + document("455/QĐ-UBND", facts, AMENDS)), "college_quotas")
    assert contents.title.startswith("1,390 places (stated) for 3 colleges")


def named(slug: str, number: int, name: str) -> str:
    return quota(slug, number).replace(f"vi: {slug}", f"vi: {name}")


@pytest.mark.parametrize(
    ("moved", "total", "said"),
    [
        ((470, 470), 1340, "1,340 places (stated) for 3 colleges"),
        ((520, 470), 1390, "1,390 places (stated) for 3 colleges"),
        ((470, 470), 1350, "1,350 places (stated; its sums add up to 1,340 places) for 3 colleges"),
        ((470, 470), 940, "1,340 places (derived) for 3 colleges"),
    ],
    ids=["unchanged", "changed", "does not close", "of the two alone"],
)
def test_a_total_beside_two_colleges_that_an_amendment_moves_is_no_fourth_one(
    opened: Opening, moved: tuple[int, int], total: int, said: str
) -> None:
    facts = quota("quota-vocational", moved[0]) + quota("quota-medical", moved[1])
    facts += named("everyone", total, "Tổng chỉ tiêu ba trường")
    contents = told(opened(HEAD + document("455/QĐ-UBND", facts, AMENDS)), "college_quotas")
    assert contents.title.startswith(said)


def test_a_total_that_two_documents_state_stands_as_the_newer_has_it(opened: Opening) -> None:
    base = quota("arts", 300) + quota("crafts", 200) + named("both", 500, "Tổng số")
    later = quota("arts", 350) + named("all-of-them", 550, "Tổng số hai trường")
    later = document("466/QĐ-UBND", later, AMENDS.replace("380/", "455/"))
    replaced = document("455/QĐ-UBND", base, AMENDS.replace("amends", "replaces"))
    quotas = about(opened(HEAD + replaced + later), "college_quotas")
    assert [fact.value for fact in quotas.own] == [350, 200, 550]
    assert [fact.role for fact in quotas.own] == ["amount", "amount", "whole"]


def ceiling(unit_class: int, persons: int) -> str:
    return (
        f"      - {{slug: part-time-{unit_class}, measure: staff_ceiling, kind: count, "
        f"subject: {{vi: Không chuyên trách, en: Part-time}}, unit_class: {unit_class}, "
        f"high: {persons}, unit: person, bound: at_most, printed: tối đa {persons} người, "
        f"at: {{item: 1, paragraph: 1}}}}\n"
    )


PART_TIME = ceiling(1, 14) + ceiling(2, 12) + ceiling(3, 10)


def test_ceilings_of_other_workers_leave_those_in_force_in_their_place(opened: Opening) -> None:
    release = opened(HEAD + document("9/2020/QĐ-UBND", PART_TIME))
    staff = about(release, "commune_staff")
    assert staff.newest.number == "4/2020/QĐ-UBND"
    assert {fact.decision for fact in staff.told} == {staff.newest.slug}
    contents = told(release, "commune_staff")
    assert contents.title.startswith("At most 19 to 23")
    (others,) = (
        each for each in contents.sections if each.title == "Other documents on this subject"
    )
    assert "9/2020/QĐ-UBND" in words(replace(contents, sections=(others,)))


def test_a_week_with_ceilings_of_other_workers_alone_shows_no_ladder_of_them(
    opened: Opening,
) -> None:
    release = opened(HEAD + document("9/2020/QĐ-UBND", PART_TIME))
    staff = about(release, "commune_staff", "2020-w11")
    assert staff.newest.number == "9/2020/QĐ-UBND"
    assert staff.ladder == ()
    contents = told(release, "commune_staff", "2020-w11")
    assert "14 people" in contents.title
    assert "commune-level unit" not in contents.title
    assert contents.lead == ""
    seen = words(contents)
    assert "the ceilings by class of commune, which follow 4/2020/QĐ-UBND" in seen
    assert "add up or not" not in seen
    ladder = about(release, "commune_staff", "2020-w10").ladder
    assert {fact.number for fact in ladder} == {"4/2020/QĐ-UBND"}


@pytest.mark.parametrize("kind", ["replaces", "repeals"])
def test_ceilings_that_replace_those_in_force_take_their_place(opened: Opening, kind: str) -> None:
    ended = AMENDS.replace("380/", "4/2020/").replace("amends", kind)
    release = opened(HEAD + document("9/2020/QĐ-UBND", PART_TIME, ended))
    assert about(release, "commune_staff").newest.number == "9/2020/QĐ-UBND"


def test_what_is_only_asked_for_stands_apart_and_in_no_title(opened: Opening) -> None:
    facts = quota("quota-vocational", 9999)
    contents = told(
        opened(HEAD + document("19/TTr-UBND", facts, status="proposed")), "college_quotas"
    )
    assert contents.title.startswith("1,340 places (derived) for 3 colleges")
    (asked,) = (each for each in contents.sections if each.title == "Asked for, not decided")
    (chart,) = (block for block in asked.blocks if isinstance(block, Chart))
    assert "9,999 places" in chart.alt


@pytest.mark.parametrize(
    ("kind", "mark"), [("replaces", "replaced since"), ("repeals", "no longer in force")]
)
def test_a_document_that_is_in_force_no_more_is_no_base(
    opened: Opening, kind: str, mark: str
) -> None:
    facts = quota("other", 700) + quota("another", 20)
    ended = AMENDS.replace("amends", kind)
    contents = told(opened(HEAD + document("455/QĐ-UBND", facts, ended)), "college_quotas")
    assert contents.title.startswith("2 colleges given places")
    blocks = [block for each in contents.sections for block in each.blocks]
    assert not any("510" in block.alt for block in blocks if isinstance(block, Chart))
    assert mark in words(contents)


def test_an_amended_aim_takes_the_year_of_the_amendment(opened: Opening) -> None:
    record = (FIXTURES / "2020-w11.yaml").read_text(encoding="utf-8")
    title = told(opened(record), "energy_targets").title
    assert title == (
        "Cut all energy use by 8–10% against the present forecast by 2025; "
        "electricity losses down to at most 5.80% by 2027"
    )


OPTIONS = """
    addressed_to: {vi: Bộ Bịa, en: Ministry}
    options:
      - {number: 1, label: {vi: Đủ, en: Full}, answers: {}}
      - {number: 2, label: {vi: Vừa, en: Half}, answers: {}}
      - {number: 3, label: {vi: Ít, en: Little}, answers: {}}"""


def cost(option: int, millions: int) -> str:
    return (
        f"      - {{slug: cost-{option}, measure: border_labor_plan, "
        f"subject: {{vi: Tiền, en: Cost}}, kind: money, unit: vnd, bound: exact, "
        f"low: {millions}000000, high: {millions}000000, "
        f"printed: {millions} triệu đồng, option: {option}, at: {{item: 1, paragraph: 1}}}}\n"
    )


def test_options_without_courses_or_lines_of_comparison_are_listed_and_never_added(
    opened: Opening,
) -> None:
    facts = cost(1, 300) + cost(2, 200)
    record = HEAD + document("1301/UBND-KTTH", facts, OPTIONS, status="proposed")
    contents = told(opened(record), "border_labor")
    assert contents.title == "3 options awaiting an answer: full, half, or little"
    said = words(contents)
    assert "Option 1: Full. Cost: 300 million đồng" in said
    assert "Option 3: Little. No figure is stated." in said
    assert "500" not in said


def test_a_plan_without_options_leaves_the_page_to_the_letter_that_has_them(
    opened: Opening,
) -> None:
    facts = cost(1, 300).replace(", option: 1", "")
    contents = told(opened(HEAD + document("1301/UBND-KTTH", facts)), "border_labor")
    assert contents.title.startswith("2 options awaiting an answer: staying across the border")


@pytest.fixture
def four_weeks(
    weeks_folder: WeeksFolder, broken_settings: Settings, build_once: BuildOnce
) -> Iterator[Release]:
    """The shipped week and the four invented ones after it."""
    for file in (FIXTURES / "weeks").glob("*.yaml"):
        shutil.copy(file, weeks_folder.path)
    name = build_once(broken_settings, invented=True)
    file = Path(broken_settings.releases) / f"{name}.duckdb"
    release = Release.open(file, memory_mb=broken_settings.memory_mb)
    yield release
    release.close()


def test_every_subject_page_of_weeks_of_every_kind_can_be_read_and_drawn(
    four_weeks: Release,
) -> None:
    for week in ((), *((f"2020-w{number}",) for number in range(10, 15))):
        for page in subject.MEASURES:
            contents = told(four_weeks, page, *week)
            assert contents.title
            for section in contents.sections:
                for block in section.blocks:
                    if isinstance(block, Chart):
                        svg(block.draw("light"), title=block.alt)


def test_the_weeks_after_the_first_say_the_truth(four_weeks: Release) -> None:
    titles = {
        (page, week): told(four_weeks, page, week).title
        for page in ("rural_roads", "college_quotas", "energy_targets")
        for week in ("2020-w11", "2020-w13")
    }
    assert titles["rural_roads", "2020-w11"] == (
        "9,700 million đồng (stated), made up of: 4,200 million đồng for arrears on works "
        "finished in 2019; 5,500 million đồng for cement"
    )
    assert titles["rural_roads", "2020-w13"] == (
        "9,700 million đồng for all of tranche 2 (stated before a later change; its parts now come "
        "to 10,000 million đồng)"
    )
    assert titles["college_quotas", "2020-w11"].startswith("1,340 places (stated) for 3 colleges")
    assert titles["energy_targets", "2020-w11"] == (
        "Electricity losses down to at most 5.80% by 2027; "
        "rooftop solar capacity to reach at least 45 MWp by 2025"
    )
