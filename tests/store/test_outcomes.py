"""What came of it: promises of the shipped week, what was reported of each, and what falls due."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from lsdash.contents.blocks import Chart, Listed, Section, Table, text_of
from lsdash.contents.outcomes import due_dates, promises, reported
from lsdash.contents.outcomes.promises import Promise
from lsdash.contents.reading import Alone
from lsdash.errors import RecordErrors
from lsdash.model import Filters, Week
from lsdash.records import context, flags
from lsdash.records.archive import Archive
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.store.writing import tables
from lsdash.text import LANGS, Lang
from lsdash.view import View
from lsdash.vocabulary import OutcomeState
from tests.conftest import DATA, MEMORY_MB, BuildOnce
from tests.unit.charts.drawn import words

FIXTURES = ROOT / "tests" / "fixtures"
SEARCHED = date(2026, 11, 28)
ENERGY, STAFF, DDCI = "389-qd-ubnd-2020", "4-2020-qd-ubnd-2020", "40-kh-ubnd-2020"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The shipped week with all that was reported around it."""
    folder = tmp_path_factory.mktemp("told")
    (folder / "bulletins").mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", folder / "bulletins")
    shutil.copy(DATA / "series.csv", folder)
    shutil.copytree(DATA / "context", folder / "context")
    place = Settings(folder / "bulletins", folder / "releases", MEMORY_MB)
    opened = Release.open(place.releases / f"{build.build(place)}.duckdb", memory_mb=MEMORY_MB)
    yield opened
    opened.close()


def reading(release: Release, lang: Lang = "en", **filters: object) -> Alone:
    return Alone(lang, View("outcomes", release.name, Filters(**filters)), release)  # type: ignore[arg-type]


def by_name(found: list[Promise]) -> dict[tuple[str, str], Promise]:
    return {(each.decision.slug, each.fact_name): each for each in found}


def test_of_more_documents_than_are_looked_through_the_answer_says_that_they_are_the_newest(
    told: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promises, "MOST_DOCUMENTS", 2)
    here = reading(told, statuses=("decided", "planned", "proposed"))  # a view of its own
    found = promises.promises(here)
    assert len({each.decision.slug for each in found}) == 2
    assert promises.sentence(here, found).startswith("Of the 2 newest documents: ")


def test_every_document_of_the_week_promises_something(told: Release) -> None:
    found = promises.promises(reading(told))
    assert {each.decision.slug for each in found} == {row.slug for row in read.decisions(told)}
    assert Counter(each.state for each in found) == {
        OutcomeState.REPORTED: 1,
        OutcomeState.PARTLY: 3,
        OutcomeState.NOT_FOUND: 16,
        OutcomeState.NOT_DUE: 1,
    }


def test_a_request_stands_among_the_promises_as_one_and_is_never_counted(told: Release) -> None:
    here = reading(told)
    found = promises.promises(here)
    title = promises.sentence(here, found)
    assert title.startswith("18 promises: 1 reported, 1 partly reported, 15 without")
    assert title.endswith("; 1 request, no promise")
    (asked,) = [text_of(row[1]) for row in promises.table(here, found).rows if "1270" in str(row)]
    assert " · request · 1270/UBND-KTTH" in asked
    assert not any(each.is_asked_for for each in promises.telling(found, most=99))


def test_what_one_report_answers_for_three_figures_is_one_promise(told: Release) -> None:
    here = reading(told)
    (ceilings,) = [
        each
        for each in promises.each_once(promises.promises(here))
        if each.state == OutcomeState.PARTLY
    ]
    assert promises.what(here, ceilings) == (
        "Class 1 units: at most 23 people; Class 2 units: at most 21 people;"
        " Class 3 units: at most 19 people"
    )


def test_a_figure_that_changes_another_is_no_promise_beside_it(
    tmp_path: Path, build_once: BuildOnce
) -> None:
    (tmp_path / "bulletins").mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", tmp_path / "bulletins")
    shutil.copy(FIXTURES / "amending" / "2020-w11.yaml", tmp_path / "bulletins")
    place = Settings(tmp_path / "bulletins", tmp_path / "releases", MEMORY_MB)
    name = build_once(place, invented=True)
    with closing(Release.open(place.releases / f"{name}.duckdb", memory_mb=MEMORY_MB)) as both:
        here = reading(both)
        every = [promises.what(here, each) for each in promises.promises(here)]
        alone = promises.promises(reading(both, weeks=("2020-w11",)))
    (cement,) = [each for each in every if "8,030" in each]
    assert cement == "Cement for works of 2020: 8,030 million đồng, now as in 61/TB-UBND"
    assert "61-tb-ubnd-2020" in {
        each.decision.slug for each in alone
    }  # what it changes is not here


Told = Callable[..., list[Promise]]


@pytest.fixture
def promised(tmp_path: Path, build_once: BuildOnce) -> Told:
    """`promised("2020-w14")`: what an invented week beside the real one promises; `was` and `now`
    change its words."""

    def of(week: str, was: str = "", now: str = "") -> list[Promise]:
        (tmp_path / "bulletins").mkdir()
        shutil.copy(DATA / "bulletins" / "2020-w10.yaml", tmp_path / "bulletins")
        record = (FIXTURES / "weeks" / f"{week}.yaml").read_text(encoding="utf-8")
        own = tmp_path / "bulletins" / f"{week}.yaml"
        own.write_text(record.replace(was, now) if was else record, encoding="utf-8")
        place = Settings(tmp_path / "bulletins", tmp_path / "releases", MEMORY_MB)
        name = build_once(place, invented=True)
        with closing(Release.open(place.releases / f"{name}.duckdb", memory_mb=MEMORY_MB)) as both:
            return promises.promises(reading(both))

    return of


def test_what_one_of_a_thing_is_worth_is_no_promise_beside_how_many_there_are(
    promised: Told,
) -> None:
    support = [e.fact_name for e in promised("2020-w14") if e.decision.number == "580/QĐ-UBND"]
    assert support == ["people"], "and not what each of them is paid"


def test_what_a_storm_broke_is_no_promise_of_the_telegram_that_tells_of_it(promised: Told) -> None:
    (hail,) = [each for each in promised("2020-w12") if each.decision.number == "03/CĐ-UBND"]
    assert hail.fact is None


@pytest.mark.parametrize("now", ["Phạt nặng nhất", "Giữ nguyên kinh phí"])
def test_a_fine_and_what_is_kept_are_no_promise(promised: Told, now: str) -> None:
    found = promised("2020-w12", "Kinh phí được chấp thuận", now)
    (granted,) = [each for each in found if each.decision.number == "77/TB-VP"]
    assert granted.fact is None


def test_by_how_much_a_level_moves_is_no_promise_beside_the_level(promised: Told) -> None:
    quotas = {e.fact_name for e in promised("2020-w11") if e.decision.number == "455/QĐ-UBND"}
    assert not {"quota-vocational-rise", "quota-teacher-fall"} & quotas


def test_promises_stand_by_the_day_they_fall_due_and_undated_ones_last(told: Release) -> None:
    days = [each.due for each in promises.promises(reading(told))]
    dated = [day for day in days if day]
    assert dated == sorted(dated) == days[: len(dated)]
    assert {day.year for day in dated} == {2020, 2025, 2030}


def test_a_promise_is_due_or_not_on_the_day_up_to_which_it_was_looked_for(told: Release) -> None:
    found = by_name(promises.promises(reading(told)))
    loss, programme = found[ENERGY, "energy-grid-loss"], found[ENERGY, ""]
    assert (loss.due, loss.as_of, loss.state) == (
        date(2025, 12, 31),
        SEARCHED,
        OutcomeState.NOT_FOUND,
    )
    assert (programme.due, programme.state) == (date(2030, 12, 31), OutcomeState.NOT_DUE)


def test_without_a_search_nothing_is_called_not_found(release: Release) -> None:
    found = promises.promises(reading(release))
    assert {each.state for each in found} == {OutcomeState.NOT_DUE, OutcomeState.NOT_SOUGHT}
    assert {each.as_of for each in found} == {date(2020, 3, 8)}
    assert all((each.state is OutcomeState.NOT_DUE) == bool(each.due) for each in found)


def test_parts_sums_of_ours_options_and_cases_are_no_promises(told: Release) -> None:
    names = {fact for _, fact in by_name(promises.promises(reading(told)))}
    assert {"road-arrears", "road-cement", "staff-class-1"} <= names
    assert not names & {
        "road-arrears-materials",
        "road-total",
        "quota-total",
        "labor-1-stay",
        "energy-task-groups",
        "staff-no-farmers",
    }


def test_what_is_only_about_the_subject_answers_nothing(told: Release) -> None:
    medical = by_name(promises.promises(reading(told)))["380-qd-ubnd-2020", "quota-medical"]
    assert medical.state is OutcomeState.NOT_FOUND
    assert not medical.answering
    assert any("Students of the Medical College" in each.what_en for each in medical.beside)


@pytest.mark.parametrize(("year", "many"), [("2020", 7), ("2025", 5), ("2030", 1), ("2021", 0)])
def test_promises_are_chosen_by_the_year_they_fall_due(told: Release, year: str, many: int) -> None:
    found = promises.promises(reading(told), year=year)
    assert len(found) == many
    assert {str(each.due.year) for each in found if each.due} <= {year}


def test_filters_choose_promises_by_their_documents(told: Release) -> None:
    found = promises.promises(reading(told, sectors=("energy",)))
    assert {each.decision.slug for each in found} == {ENERGY}


@pytest.mark.parametrize("lang", LANGS)
def test_every_report_opens_its_source_and_every_gap_says_what_would_answer(
    told: Release, lang: Lang
) -> None:
    here = reading(told, lang)
    links: set[str] = set()
    lines: list[str] = []
    for decision in read.decisions(told):
        for block in reported.later(here, decision).blocks:
            match block:
                case Table():
                    links |= {row[-1][0].to for row in block.rows}  # type: ignore[misc]
                case Listed():
                    lines += [text_of(each) for each in block.lines]
    assert links == {row.address for row in read.outcomes(told)}
    for row in read.searches(told):
        if (row.decision, row.fact) not in ((ENERGY, None), (DDCI, None)):
            assert any(getattr(row, f"would_answer_{lang}") in each for each in lines), row


def section(here: Alone, slug: str) -> Section:
    return reported.of_slug(here, slug)


def test_promise_and_outcome_share_a_scale_only_where_they_are_the_same_measure(
    told: Release,
) -> None:
    here = reading(told)
    (chart,) = [each for each in section(here, STAFF).blocks if isinstance(each, Chart)]
    drawn = words(chart.draw("light"))
    for figure in ("at most 23 people", "at most 19 people", "20.6 posts a unit"):
        assert figure in drawn
    assert not [each for each in section(here, ENERGY).blocks if isinstance(each, Chart)]


def test_a_release_in_which_nobody_has_looked_says_nothing_of_later(release: Release) -> None:
    assert not section(reading(release), ENERGY).blocks


def test_the_overview_tells_one_promise_of_a_document_the_most_telling_first(
    told: Release,
) -> None:
    found = promises.telling(promises.of_documents(reading(told), read.decisions(told)))
    assert [each.decision.slug for each in found][:2] == [DDCI, STAFF]
    assert len({each.decision.slug for each in found}) == 3


def test_days_and_horizons_stand_on_one_line_and_lengths_in_words(told: Release) -> None:
    here = reading(told)
    found = due_dates.due_dates(here)
    assert {each.on.year for each in found} == {2020, 2025, 2030}
    assert len({each.name for each in found}) == len(found)
    chart = due_dates.line_of_years(here, promises.promises(here))
    assert chart
    drawn = words(chart.draw("dark"))
    for said in ("2020", "14 days", "at most 1 month", "1270/UBND-KTTH"):
        assert said in drawn


def test_the_week_keeps_its_id_but_for_what_was_reported_since_and_the_gates(
    week: Week, tmp_path: Path
) -> None:
    series = flags.Series(
        chain(flags.known_points(DATA / "series.csv"), map(flags.point, week.decisions))
    )
    around = context.load(DATA / "context")
    before = replace(around, outcomes=(), searches=(), gates=(), standings=())

    def release_id(told: context.Context) -> str:
        with closing(Archive([week], tmp_path)) as archive:
            rows = tables.rows(archive, series, told)
            return tables.release_id(archive.newest.slug, rows)

    assert release_id(before) == "2020w10-36b930f0"
    assert release_id(around) != "2020w10-36b930f0"


def test_reports_and_searches_name_documents_and_figures_on_record(told: Release) -> None:
    facts = {(fact.decision, fact.slug) for fact in read.facts(told)}
    slugs = {row.slug for row in read.decisions(told)}
    for row in read.outcomes(told):
        assert row.decision in slugs
        assert {(row.decision, fact) for fact in row.facts} <= facts
    for search in read.searches(told):
        assert search.decision in slugs
        assert not search.fact or (search.decision, search.fact) in facts


def test_a_mistake_in_a_reported_row_is_named_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "context"
    shutil.copytree(DATA / "context", folder)
    file = folder / "outcomes.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(",469.80,km,km,exact,", ",469.80,,km,exact,"), encoding="utf-8")
    with pytest.raises(RecordErrors, match="stand together or not at all") as raised:
        context.load(folder)
    assert raised.value.errors[0].line == 2
