"""A week written as YAML reads back as the same week, and a small change makes a small diff."""

import difflib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsdash.model import Text, Week
from lsdash.records import load, write
from lsdash.settings import ROOT

SHIPPED = ROOT / "data" / "bulletins" / "2020-w10.yaml"
INVENTED = ROOT / "tests" / "fixtures" / "2020-w11.yaml"


def read_back(text: str, folder: Path, slug: str) -> Week:
    file = folder / f"{slug}.yaml"
    file.write_text(text, encoding="utf-8")
    return load.load(file)[1]


def changed(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("file", [SHIPPED, INVENTED], ids=lambda file: file.stem)
def test_a_week_reads_back_as_it_was(file: Path, tmp_path: Path) -> None:
    _, week = load.load(file)
    written = write.text(week)
    assert read_back(written, tmp_path, file.stem) == week
    assert write.text(week) == written


def test_written_over_its_own_file_the_shipped_record_stays_as_it_is() -> None:
    _, week = load.load(SHIPPED)
    record = SHIPPED.read_text(encoding="utf-8")
    assert write.text(week, over=record) == record


def test_a_mended_figure_changes_its_own_lines_alone(tmp_path: Path) -> None:
    _, week = load.load(SHIPPED)
    quotas = week.decisions[3]
    mended = quotas.facts[0].model_copy(
        update={"low": Decimal(511), "high": Decimal(511), "printed": "511 chỉ tiêu"}
    )
    decision = quotas.model_copy(update={"facts": (mended, *quotas.facts[1:])})
    decisions = (*week.decisions[:3], decision, *week.decisions[4:])
    week = week.model_copy(update={"decisions": decisions})
    record = SHIPPED.read_text(encoding="utf-8")
    written = write.text(week, over=record)
    assert changed(record, written) == [
        *("-        low: 510", "-        high: 510"),
        *("+        low: 511", "+        high: 511"),
        *("-        printed: 510 chỉ tiêu", "+        printed: 511 chỉ tiêu"),
    ]
    assert read_back(written, tmp_path, "2020-w10") == week


def test_a_document_left_out_and_one_put_in_keep_the_rest(tmp_path: Path) -> None:
    _, week = load.load(SHIPPED)
    _, other = load.load(INVENTED)
    decisions = (*week.decisions[:7], other.decisions[0])
    headlines = (*week.bulletin.headlines[:7], other.decisions[0].number)
    bulletin = week.bulletin.model_copy(update={"headlines": headlines, "author": None})
    changed_week = Week(bulletin=bulletin, decisions=decisions)
    record = SHIPPED.read_text(encoding="utf-8")
    written = write.text(changed_week, over=record)
    assert read_back(written, tmp_path, "2020-w10") == changed_week
    kept = record[: record.index("  - number: 1270/UBND-KTTH")].splitlines()
    lost = changed("\n".join(kept), "\n".join(written.splitlines()[: len(kept)]))
    assert [line for line in lost if line.startswith("-")] == [
        "-  author: Phan Vũ Hoàng Tùng",
        "-    - 1270/UBND-KTTH",
    ]


def test_a_figure_keeps_its_printed_decimals(week: Week) -> None:
    written = write.text(week)
    assert 'low: "6.00"' in written
    assert "low: 10000000000\n" in written


LINES = st.text(min_size=1, max_size=60).filter(str.strip)
AWKWARD = st.sampled_from(
    [
        "2020-03-05",
        "1.0",
        "null",
        "~",
        "yes",
        "- a",
        "a: b",
        "a #b",
        "{a}",
        "'",
        '"',
        "%",
        "&a",
        "|",
    ]
)


@given(vi=LINES | AWKWARD, en=LINES | AWKWARD)
def test_any_words_read_back_as_they_were(
    vi: str, en: str, week: Week, tmp_path_factory: pytest.TempPathFactory
) -> None:
    words = Text(vi=vi, en=en)
    short = {"summary": words, "labels": (words.vi,), "facts": (), "relations": ()}
    decision = week.decisions[0].model_copy(update=short)
    bulletin = week.bulletin.model_copy(update={"headlines": (decision.number,)})
    week = Week(bulletin=bulletin, decisions=(decision,))
    assert read_back(write.text(week), tmp_path_factory.mktemp("words"), "2020-w10") == week
