"""Rows as files and programs get them: every column, exact values, nothing that runs."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lsdash.export.tables import rows
from lsdash.store import read
from lsdash.store.release import Release


def back(text: str) -> list[list[str]]:
    """A CSV as it reads back, without the apostrophe in front of text that would run."""
    table = list(csv.reader(StringIO(text, newline="")))
    return [[cell.removeprefix("'") for cell in line] for line in table]


def test_a_fact_has_every_column_in_order_and_names_its_release(release: Release) -> None:
    facts = read.facts(release)
    written = rows.fact_row(facts[0], "2020w10-00000000")
    assert [*written] == rows.names(rows.FACT_COLUMNS)
    assert written["release"] == "2020w10-00000000"
    assert written["fact"] == f"{facts[0].decision}/{facts[0].slug}"


def test_a_document_has_every_column_in_order(release: Release) -> None:
    (letter,) = read.decisions(release, read.Filters(kinds=("CV",)))
    written = rows.decision_row(letter, release.name)
    assert [*written] == rows.names(rows.DECISION_COLUMNS)
    assert (written["document"], written["signed_on"]) == ("1270/UBND-KTTH", date(2020, 3, 3))


def test_a_table_without_rows_keeps_its_head() -> None:
    assert rows.csv_text([], ["a", "b"]) == "a,b\n"


@given(st.text())
@example("=1+1")
@example("'=1+1")
@example("-5")
@example("\r\n")
def test_any_text_reads_back_equal_and_none_runs_as_a_formula(text: str) -> None:
    written = rows.csv_text([{"note": text, "low": None}], ["note", "low"])
    assert back(written)[1] == [text.replace("\r\n", "\n").replace("\r", "\n"), ""]
    ((cell, _),) = list(csv.reader(StringIO(written, newline="")))[1:]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_negative_number_is_a_number() -> None:
    written = rows.csv_text([{"low": Decimal("-6.50"), "high": -5}], ["low", "high"])
    assert written == "low,high\n-6.50,-5\n"


def test_json_keeps_numbers_dates_and_what_is_not_stated() -> None:
    row = {"low": None, "high": Decimal("6.50"), "vnd": Decimal("1E+10"), "on": date(2020, 3, 5)}
    read_back = json.loads(rows.json_text([row]))
    assert read_back == [{"low": None, "high": 6.5, "vnd": 10_000_000_000, "on": "2020-03-05"}]


def test_json_refuses_what_it_has_no_form_for() -> None:
    with pytest.raises(TypeError, match="set has no place in JSON"):
        rows.json_text({"a": set()})
