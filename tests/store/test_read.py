"""What the shipped release answers: exact figures, filters, counts, sheets and search."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import Count, FactRow
from lsdash.view import APPLIED, OF_A_SUBJECT, PAGES, from_query
from lsdash.vocabulary import Measure

ROADS, QUOTAS, LETTER = "381/QĐ-UBND", "380/QĐ-UBND", "1270/UBND-KTTH"


def numbers(release: Release, filters: Filters) -> list[str]:
    return [row.number for row in read.decisions(release, filters)]


@pytest.fixture
def facts(release: Release) -> dict[str, FactRow]:
    return {fact.slug: fact for fact in read.facts(release)}


def test_money_is_whole_dong_and_totals_are_added_up_exactly(facts: dict[str, FactRow]) -> None:
    money = {slug: fact.value for slug, fact in facts.items() if fact.unit == "vnd"}
    assert money == {
        "road-arrears": Decimal(10_000_000_000),
        "road-arrears-materials": Decimal(7_917_000_000),
        "road-arrears-works": Decimal(2_083_000_000),
        "road-cement": Decimal(8_300_000_000),
        "road-total": Decimal(18_300_000_000),
    }
    assert all(fact.scale_digits == 0 for fact in facts.values() if fact.unit == "vnd")


def test_a_derived_figure_says_that_it_is_ours_and_has_no_place_in_the_text(
    facts: dict[str, FactRow],
) -> None:
    derived = {slug: fact for slug, fact in facts.items() if fact.is_derived}
    assert {slug: str(fact.value) for slug, fact in derived.items()} == {
        "road-total": "18300000000",
        "quota-total": "1340",
    }
    assert all(fact.formula and not fact.printed and not fact.item for fact in derived.values())


def test_decimals_stay_as_printed_and_open_ends_stay_open(facts: dict[str, FactRow]) -> None:
    loss = facts["energy-grid-loss"]
    assert (str(loss.low), str(loss.high)) == ("6.00", "6.50")
    most, least = facts["staff-class-1"], facts["staff-title-least"]
    assert (most.low, str(most.high)) == (None, "23")
    assert (str(least.low), least.high) == ("1", None)


def test_documents_are_asked_for_by_what_their_facts_measure(release: Release) -> None:
    def holding(*measures: Measure, filters: Filters = read.EVERYTHING) -> list[str]:
        return [row.number for row in read.with_measures(release, filters, measures=measures)]

    assert holding(Measure.ROAD_FUNDING) == [ROADS]
    assert set(holding(Measure.COLLEGE_QUOTA, Measure.BORDER_LABOR_PLAN)) == {QUOTAS, LETTER}
    assert holding() == []
    assert holding(Measure.ROAD_FUNDING, filters=Filters(statuses=("proposed",))) == []


def test_facts_are_asked_for_by_what_they_measure(release: Release) -> None:
    found = read.facts(release, measures=[Measure.ENERGY_TARGET, Measure.ENERGY_TASK])
    assert Counter(fact.measure for fact in found) == {"energy_target": 6, "energy_task": 1}
    assert read.facts(release, Filters(sectors=("health",))) == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(sectors=("transport",)), [ROADS]),
        (Filters(sectors=("transport", "education")), [ROADS, QUOTAS]),
        (Filters(kinds=("CV",)), [LETTER]),
        (Filters(statuses=("proposed",)), [LETTER]),
        (Filters(weeks=("2020-w10",), sectors=("education",)), [QUOTAS]),
        (Filters(signed_from=date(2020, 3, 7)), ["40/KH-UBND", "4/2020/QĐ-UBND"]),
        (Filters(signed_to=date(2020, 3, 2)), ["39/KH-UBND"]),
        (Filters(signed_from=date(2020, 3, 4), signed_to=date(2020, 3, 5)), [ROADS, QUOTAS]),
        (Filters(sectors=("transport",), kinds=("KH",)), []),
        (Filters(weeks=("1999-w01",)), []),
        (Filters(sectors=("nope",)), []),
        # values that would be code if they were pasted into a question
        (Filters(sectors=("transport') OR ('a'='a",)), []),
        (Filters(weeks=("x'; DROP TABLE decisions; --",)), []),
        (Filters(search="o'brien; DROP TABLE decisions; --"), []),
        (Filters(search='" OR 1=1 --'), []),
        (Filters(search="%"), None),  # no word: nothing is narrowed
        (Filters(search="_"), []),
    ],
)
def test_filters_narrow_and_their_values_are_only_values(
    release: Release, filters: Filters, expected: list[str] | None
) -> None:
    everything = numbers(release, Filters())
    assert len(everything) == 8
    assert numbers(release, filters) == (everything if expected is None else expected)
    assert read.count(release, filters).documents == len(numbers(release, filters))


def test_an_unknown_value_matches_nothing_even_beside_a_known_one(release: Release) -> None:
    view, told = from_query({"sector": ["transport", "nope"]}, "decisions")
    assert len(told) == 1  # "that filter matches no document until it is cleared"
    assert numbers(release, view.applied()) == []


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "signed_to" in APPLIED.get(page, OF_A_SUBJECT)]
)
def test_a_date_that_cannot_be_read_matches_nothing_and_promises_nothing(
    release: Release, page: str
) -> None:
    view, _ = from_query({"to": ["2020-02-30"]}, page)
    assert read.count(release, view.applied()).documents == 0
    assert read.facets(release, view.applied()) == []


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("duong", [ROADS]),  # without marks: against the folded words
        ("đường", [ROADS]),
        ("ĐƯỜNG NÔNG", [ROADS]),
        ("dường", []),  # marks typed wrong
        ("nong thon duong", [ROADS]),  # in any order
        ("du\u031bo\u031b\u0300ng".replace("d", "đ"), [ROADS]),  # marks typed apart
        ("hàng hoá", [LETTER]),
        ("hàng hóa", [LETTER]),  # the other place of the tone mark
        ("hang hoa", [LETTER]),
        ("1270", [LETTER]),
        ("381/QĐ-UBND", [ROADS]),
        ("covid-19", ["371/QĐ-UBND"]),
        ("rural", [ROADS]),  # English words too
        ("rura", [ROADS]),  # the beginning of a word is enough
        ("ural", []),
        ("duong covid", []),  # every word must be there
    ],
)
def test_search_finds_words_by_their_beginning(
    release: Release, search: str, expected: list[str]
) -> None:
    assert numbers(release, Filters(search=search)) == expected


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("Quyết định số 381/QĐ-UBND", [ROADS]),
        ("Quyết định số 381/QĐ-UBND ngày 05/3/2020", [ROADS]),
        ("Quyết định số 381/QĐ-UBND ngày 06/3/2020", []),
        ("Kế hoạch số 39/KH-UBND", ["39/KH-UBND"]),
        ("KH 39", ["39/KH-UBND"]),
        ("039/KH-UBND", ["39/KH-UBND"]),
        ("Công văn số 1270/UBND-KTTH", [LETTER]),
        ("04/2020/QĐ-UBND", ["4/2020/QĐ-UBND"]),
        ("381 QD UBND", [ROADS]),
        ("380/QĐ-UBND và 381/QĐ-UBND", [ROADS, QUOTAS]),
    ],
)
def test_a_search_that_is_a_citation_finds_its_document(
    release: Release, search: str, expected: list[str]
) -> None:
    assert sorted(numbers(release, Filters(search=search))) == sorted(expected)


def test_a_citation_takes_nothing_from_what_its_words_find(release: Release) -> None:
    by_words = numbers(release, Filters(search="UBND"))
    assert len(by_words) > 1
    assert set(numbers(release, Filters(search="qd ubnd"))) <= set(by_words)


def test_the_seventh_word_of_a_search_is_left_out(release: Release) -> None:
    assert numbers(release, Filters(search="phan bo chi tiet kinh phi nowhere")) == [ROADS]


@pytest.mark.parametrize(
    "filters",
    [Filters(), Filters(sectors=("transport",)), Filters(kinds=("QD",)), Filters(search="ubnd")],
)
def test_facets_count_what_each_value_would_show_with_the_others_kept(
    release: Release, filters: Filters
) -> None:
    names = {"sector": "sectors", "kind": "kinds", "status": "statuses", "week": "weeks"}
    for row in read.facets(release, filters):
        chosen = {**vars(filters), names[row.facet]: (row.value,)}
        assert read.count(release, Filters(**chosen)).documents == row.documents > 0


@pytest.mark.parametrize(
    ("filters", "also"),
    [
        (Filters(sectors=("health",)), [LETTER]),
        # main sector chosen too: the filter shows it already
        (Filters(sectors=("health", "border_trade")), []),
        (Filters(sectors=("agriculture",)), [ROADS, LETTER]),
        (Filters(sectors=("agriculture", "transport")), [LETTER]),
        (Filters(sectors=("border_trade",)), []),
        (Filters(sectors=("nope",)), []),
        (Filters(), []),  # nothing is left out
        # the other filters still narrow
        (Filters(sectors=("health",), kinds=("QD",)), []),
        (Filters(sectors=("health",), statuses=("proposed",)), [LETTER]),
        (Filters(sectors=("health",), weeks=("1999-w01",)), []),
        (Filters(sectors=("agriculture",), signed_from=date(2020, 3, 4)), [ROADS]),
        (Filters(sectors=("agriculture",), signed_to=date(2020, 3, 4)), [LETTER]),
        (Filters(sectors=("agriculture",), search="duong"), [ROADS]),
    ],
)
def test_documents_that_only_touch_a_chosen_sector_are_found_apart(
    release: Release, filters: Filters, also: list[str]
) -> None:
    found = [row.number for row in read.also_in_sector(release, filters)]
    assert found == also
    assert not set(found) & set(numbers(release, filters))


def test_documents_that_only_touch_a_sector_are_no_more_than_asked_for(release: Release) -> None:
    (newest,) = read.also_in_sector(release, Filters(sectors=("agriculture",)), limit=1)
    assert newest.number == ROADS


def test_facets_of_everything_add_up_to_everything(release: Release) -> None:
    totals: Counter[str] = Counter()
    for row in read.facets(release):
        totals[row.facet] += row.documents
    assert totals == dict.fromkeys(("sector", "kind", "status", "week"), 8)


def test_a_request_is_counted_as_a_request(release: Release) -> None:
    assert read.count(release) == Count(documents=8, requests=1)


@pytest.mark.parametrize("size", [1, 3, 8, 50])
def test_sheets_hold_every_document_once_newest_first(release: Release, size: int) -> None:
    sheets = [read.decisions(release, limit=size, offset=at) for at in range(0, 9, size)]
    rows = [row for sheet in sheets for row in sheet]
    assert len({row.slug for row in rows}) == len(rows) == 8
    assert [row.signed_on for row in rows] == sorted((r.signed_on for r in rows), reverse=True)


def test_a_document_holds_its_own_rows_in_its_own_order(release: Release) -> None:
    slug = "1270-ubnd-ktth-2020"
    assert [row.number for row in read.options(release, slug)] == [1, 2]
    assert len(read.dimensions(release, slug)) == 12
    answers = read.answers(release, slug)
    assert len(answers) == 24
    assert all(answer.stated is (answer.text_vi is not None) for answer in answers)
    assert [step.place for step in read.steps(release, slug) if step.option == 2] == [
        "across",
        "gate",
        "unstated",
    ]
    assert len(read.bodies(release, "371-qd-ubnd-2020")) == 6
    assert read.bodies(release, "371-qd-ubnd-2020")[0].head == "Dương Xuân Huyên"
    assert len(read.silences(release, slug)) == 6
    assert read.relations(release, "389-qd-ubnd-2020")[0].kind == "promulgates"
    purpose, *measures = read.provisions(release, "39-kh-ubnd-2020")
    assert purpose.text_en == (
        "The purpose is to narrow the gap where inequality is high or likely to be."
    )
    assert (purpose.paragraph, {each.paragraph for each in measures}) == (1, {2})
    assert len(measures) == 6
    assert read.decision(release, "no-such-document") is None
    assert read.facts_of(release, "no-such-document") == []


def test_a_series_says_how_many_of_its_numbers_are_held(release: Release) -> None:
    decisions, plans = read.series(release, "2020-w10")
    assert (decisions.series, decisions.numbers) == ("QĐ-UBND", [371, 380, 381, 389])
    assert (decisions.held, decisions.span) == (4, 19)
    assert (plans.series, plans.held, plans.span) == ("KH-UBND", 2, 2)
