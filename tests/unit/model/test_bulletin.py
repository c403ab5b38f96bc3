"""A bulletin of which only a part is at hand, as its record says it."""

from pathlib import Path

import pytest

from lsdash.errors import RecordErrors
from lsdash.records import coverage, load, write
from lsdash.settings import ROOT

HEAD = ROOT / "data" / "bulletins" / "2020-w37.yaml"


def test_its_topics_are_read_with_what_each_names() -> None:
    _, week = load.load(HEAD)
    assert week.bulletin.partly_at_hand
    assert week.decisions == ()
    traffic = week.bulletin.topics[9]
    assert (traffic.title.en, traffic.sector) == ("Traffic order and safety", "transport")
    assert [each.number for each in traffic.relations] == ["119-KH/TU", "90/KH-UBND"]


def test_a_week_written_and_read_again_is_the_same(tmp_path: Path) -> None:
    _, week = load.load(HEAD)
    file = tmp_path / HEAD.name
    file.write_text(write.text(week), encoding="utf-8")
    assert load.load(file)[1] == week


@pytest.mark.parametrize(
    ("old", "new"),
    [("  partly_at_hand: true\n", ""), ("  topics:", "  labels_of_none: []\n  topics_of_none:")],
    ids=["said to be whole", "without topics"],
)
def test_a_week_without_documents_must_be_a_part_and_tell_of_something(
    tmp_path: Path, old: str, new: str
) -> None:
    file = tmp_path / HEAD.name
    text = HEAD.read_text(encoding="utf-8")
    if "topics" in old:
        text = text[: text.index(old)] + text[text.index("  labels:") :]
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(RecordErrors, match=r"2020-w37.yaml:\d+: .*partly_at_hand may have topics"):
        load.load(file)


def test_numbers_of_the_list_are_accounted_for_by_its_topics() -> None:
    _, week = load.load(HEAD)
    text = "Kế hoạch thực hiện Quyết định số 1055/QĐ-TTg ngày 20/7/2020; Kế hoạch số 90/KH-UBND"
    claims = {each.printed: each.by for each in coverage.check(text, week)}
    assert claims["1055"] == "relation of the topic Kế hoạch thực hiện Quyết định 1055/QĐ-TTg"
    assert claims["90"] is None  # its issuer is part of what the topic names
