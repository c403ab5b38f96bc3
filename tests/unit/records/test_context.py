"""The press-reported rows of data/context keep the promises that their README makes."""

import csv
import re
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lsdash.errors import RecordErrors
from lsdash.records import context
from lsdash.settings import ROOT
from lsdash.text import publishers
from lsdash.vocabulary import Bearing, Certainty, ReportedMeasure

CONTEXT = ROOT / "data" / "context"
README = (CONTEXT / "README.md").read_text(encoding="utf-8")
LETTER = "1270-ubnd-ktth-2020"

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    with (CONTEXT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def listed(title: str) -> dict[str, str]:
    """Names in the first cell of a table of the README, each with its second cell."""
    section = README.split(f"\n## {title}\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\| (`?[\w`, ]+?) \| ([^|]+) \|", section, re.MULTILINE)
    return {name: second for names, second in lines[1:] for name in re.findall(r"\w+", names)}


FILES = ("observations", "events", "gates", "gate_states", "outcomes", "searches")
TABLES = {name: rows_of(name) for name in FILES}
OBSERVATIONS, EVENTS, GATES, STATES, OUTCOMES, SEARCHES = TABLES.values()
FLAGS, KINDS, UNITS = map(listed, ("Flags", "Kinds of event", "Measures"))
PLACES = {"Lạng Sơn province": "province", "all Vietnam–China gates": "national"} | {
    gate["name_vi"]: "gate" for gate in GATES
}


def id_of(row: Row) -> str:
    return next(iter(row.values()))


def is_address(text: str) -> bool:
    parts = urlsplit(text)
    is_web = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    return is_web and not re.search(r"\s", text)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_filled_with_trimmed_nfc_text_and_the_rows_are_counted(name: str) -> None:
    assert f"| {name}.csv | {len(TABLES[name])} |" in README
    for row in TABLES[name]:
        assert None not in row and None not in row.values(), f"ragged line: {row}"
        for text in row.values():
            assert text == unicodedata.normalize("NFC", text).strip()
            assert not {"\u00a0", "\n"} & set(text)


def test_every_publisher_has_a_name_in_both_languages_and_no_other_stands_in_the_table() -> None:
    written = {row["source_publisher"] for row in (*OBSERVATIONS, *EVENTS, *OUTCOMES)} - {""}
    with publishers.NAMES.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, strict=True))
    assert [row["publisher"] for row in table] == sorted(written)
    for text in (text for row in table for text in row.values()):
        assert text == unicodedata.normalize("NFC", text).strip() != ""
    assert publishers.named("VNA (VietnamPlus)", "vi") == "TTXVN (VietnamPlus)"
    assert publishers.named("Nobody", "vi") == "Nobody"


@pytest.mark.parametrize(
    ("name", "form"),
    [("observations", "OBS{:03}"), ("events", "EV{:02}"), ("outcomes", "OUT{:03}")],
)
def test_ids_have_no_gap_but_for_those_that_the_readme_drops(name: str, form: str) -> None:
    gone = [each for each in listed("Dropped") if each.startswith(form[:2])]
    every = [id_of(row) for row in TABLES[name]] + gone
    assert sorted(every) == [form.format(n) for n in range(1, len(every) + 1)]


@pytest.mark.parametrize("row", OBSERVATIONS, ids=id_of)
def test_an_observation_has_a_period_a_number_and_the_unit_of_its_measure(row: Row) -> None:
    start, end = row["period_start"], row["period_end"]
    assert date.fromisoformat(start) <= date.fromisoformat(end)
    assert row["cumulative_since"] in {"", start}
    assert row["direction"] in {"export", "import", "both", "n/a"}
    assert row["unit"] == UNITS[row["measure"]]
    assert float(row["value"]) >= 0 or row["measure"] == "trade_value_yoy_pct"
    published = row["source_published_on"]
    assert not published or date.fromisoformat(published) >= date.fromisoformat(end)


@pytest.mark.parametrize("row", EVENTS, ids=id_of)
def test_an_event_has_a_kind_and_ends_no_earlier_than_it_starts(row: Row) -> None:
    start = date.fromisoformat(row["date_start"])
    assert row["kind"] in KINDS
    assert not row["date_end"] or start <= date.fromisoformat(row["date_end"])


@pytest.mark.parametrize("row", OBSERVATIONS + EVENTS, ids=id_of)
def test_a_row_has_a_known_place_known_flags_a_source_and_both_languages(row: Row) -> None:
    flags = row["flags"].split()
    assert flags == sorted(set(flags)) and FLAGS.keys() >= set(flags)
    assert PLACES[row["place"]] == row["place_kind"]
    assert row["source_publisher"] and row["source_read"] in {"page", "elsewhere", "no"}
    assert is_address(row["source_url"]) != (row.get("decision") == LETTER)
    vi, en = (row.get(f"note_{each}") or row.get(f"summary_{each}") for each in ("vi", "en"))
    assert vi and en and vi != en


def test_a_place_day_measure_and_direction_has_one_value_unless_all_are_conflicting() -> None:
    same = defaultdict(list)
    columns = ("place", "period_start", "period_end", "measure", "direction")
    for row in OBSERVATIONS:
        same[tuple(row[each] for each in columns)].append(row)
    for key, rows in same.items():
        assert len({float(row["value"]) for row in rows}) == len(rows), f"twice: {key}"
        assert len(rows) == 1 or all("conflicting" in row["flags"] for row in rows), key


def test_a_running_total_never_falls() -> None:
    totals = defaultdict(list)
    for row in OBSERVATIONS:
        key = tuple(row[each] for each in ("place", "measure", "direction", "cumulative_since"))
        totals[key].append((row["period_end"], float(row["value"])))
    for key, points in totals.items():
        assert not key[-1] or all(a[1] <= b[1] for a, b in pairwise(sorted(points))), key


def test_the_closed_lists_of_the_readme_are_all_in_use_and_name_three_trade_values() -> None:
    assert {flag for row in OBSERVATIONS + EVENTS for flag in row["flags"].split()} == set(FLAGS)
    assert {row["kind"] for row in EVENTS} == set(KINDS)
    assert {row["measure"] for row in OBSERVATIONS} == set(UNITS) == set(ReportedMeasure)
    money = {name for name, unit in UNITS.items() if unit == "USD million"}
    assert money == {"trade_value", "trade_value_declared", "trade_value_all_modes"}


def test_the_event_of_letter_1270_agrees_with_the_bulletin() -> None:
    (letter,) = [row for row in EVENTS if row["decision"]]
    assert (letter["decision"], letter["date_start"]) == (LETTER, "2020-03-03")
    english = ("National Steering Committee", "Ministry of Health", "one month", "same day")
    vietnamese = ("Ban Chỉ đạo Quốc gia", "Bộ Y tế", "một tháng", "cùng ngày")
    assert all(words in letter["summary_en"] for words in ("1270/UBND-KTTH", "14 days", *english))
    assert all(
        words in letter["summary_vi"] for words in ("1270/UBND-KTTH", "14 ngày", *vietnamese)
    )


@pytest.mark.parametrize("gate", GATES, ids=id_of)
def test_a_gate_has_a_rank_sources_and_its_opposite_in_both_languages(gate: Row) -> None:
    assert all(map(is_address, gate["source_urls"].split(" ")))
    assert gate["category_2020"] in {"international", "main", "secondary"}
    assert gate["transport"] in {"road", "rail"} and gate["note_vi"] and gate["note_en"]
    assert bool(gate["opposite_vi"]) == bool(gate["opposite_en"])


def test_the_gates_stand_in_one_order_along_the_border() -> None:
    in_order = sorted(GATES, key=lambda gate: int(gate["border_order"]))
    assert [int(gate["border_order"]) for gate in in_order] == [*range(1, len(GATES) + 1)]
    away = [int(gate["km_from_north"]) for gate in in_order]
    assert away == sorted(away) and away[0] == 0 and not any(km % 5 for km in away)
    for gate in GATES:
        assert gate["commune_2020"] and gate["district_2020"]
        assert gate["commune_read"] in {"page", "name", "no"}
        assert gate["commune_read"] != "name" or gate["commune_2020"] in gate["name_vi"]


@pytest.mark.parametrize("row", STATES, ids=id_of)
def test_a_state_of_a_gate_rests_on_reports_that_had_been_there_by_then_or_name_its_day(
    row: Row,
) -> None:
    assert row["gate"] in {gate["gate"] for gate in GATES}
    assert row["state"] in {"open", "restricted", "shut", "disputed"}
    assert row["state"] != "disputed" or "conflicting" in row["flags"]
    flags = row["flags"].split()
    assert flags == sorted(set(flags)) and FLAGS.keys() >= set(flags)
    days = {id_of(each): each.get("period_end") or each["date_start"] for each in OBSERVATIONS}
    days |= {id_of(each): each["date_start"] for each in EVENTS}
    ends = {each["date_end"] for each in EVENTS if id_of(each) in row["evidence"].split()}
    told = [days[each] for each in row["evidence"].split()]
    named = {row["date_start"]} & {*told, *ends}
    assert named or "inferred" in flags or min(told) <= row["date_start"]
    assert row["note_vi"] != row["note_en"]


def test_a_gate_has_one_state_a_day() -> None:
    keys = [(row["gate"], row["date_start"]) for row in STATES]
    assert len(keys) == len(set(keys)) and len({id_of(row) for row in STATES}) == len(STATES)


def test_a_state_that_rests_on_nothing_is_named_with_its_file(tmp_path: Path) -> None:
    for name in TABLES:
        (tmp_path / f"{name}.csv").write_bytes((CONTEXT / f"{name}.csv").read_bytes())
    with (tmp_path / "gate_states.csv").open("a", encoding="utf-8") as file:
        file.write("GS99,na-nua,2024-01-01,open,,EV999,Reopened.,Mở lại.\n")
        file.write("GS98,nowhere,2024-01-01,open,,EV01,Reopened.,Mở lại.\n")
    with pytest.raises(RecordErrors) as told:
        context.load(tmp_path)
    assert "gate_states.csv" in str(told.value)
    assert "EV999" in str(told.value) and "'nowhere'" in str(told.value)


def test_all_rows_are_read_as_they_stand() -> None:
    read = context.load(CONTEXT)
    assert [each.observation_id for each in read.observations] == list(map(id_of, OBSERVATIONS))
    assert [each.event_id for each in read.events] == list(map(id_of, EVENTS))
    assert [each.gate for each in read.gates] == list(map(id_of, GATES))
    assert [each.state_id for each in read.standings] == list(map(id_of, STATES))
    assert [each.outcome_id for each in read.outcomes] == list(map(id_of, OUTCOMES))
    assert len(read.searches) == len(SEARCHES)
    assert [" ".join(each.source_urls) for each in read.gates] == [
        each["source_urls"] for each in GATES
    ]


WEEK_ENDS = date(2020, 3, 8)


@pytest.mark.parametrize("row", OUTCOMES, ids=id_of)
def test_an_outcome_comes_after_the_week_with_a_source_in_both_languages(row: Row) -> None:
    days = [date.fromisoformat(row[each]) for each in ("period_from", "period_to") if row[each]]
    assert days
    assert max(days) > WEEK_ENDS or row["period_from"] == "2020-01-01"  # of the year of the plan
    assert days == sorted(days)
    assert is_address(row["source_url"])
    assert row["what_vi"] != row["what_en"]
    assert row["note_vi"] != row["note_en"]


@pytest.mark.parametrize(
    "row", [row for row in OUTCOMES if row["how_sure"] == "inferred"], ids=id_of
)
def test_an_inferred_outcome_has_its_arithmetic_in_both_notes(row: Row) -> None:
    for lang in ("vi", "en"):
        assert len(re.findall(r"\d[\d.,]*", row[f"note_{lang}"])) >= 2


def test_the_lists_of_bearings_and_certainties_are_all_in_use() -> None:
    assert {row["bears"] for row in OUTCOMES} == set(listed("Bearings")) == set(Bearing)
    assert {row["how_sure"] for row in OUTCOMES} == set(listed("Certainties")) == set(Certainty)


def test_a_promise_is_looked_for_once_and_up_to_a_day_after_all_that_was_found() -> None:
    names = [(row["decision"], row["fact"]) for row in SEARCHES]
    assert len(set(names)) == len(names)
    last = max(row["source_published_on"] for row in OUTCOMES)
    assert all(row["searched_to"] >= last for row in SEARCHES)
