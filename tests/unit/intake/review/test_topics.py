"""A clerk says that only a part of the bulletin is at hand, and its list becomes topics."""

from datetime import UTC, date, datetime

from lsdash.intake.drafting import draft
from lsdash.intake.files.received import Received
from lsdash.intake.review import from_draft, gaps, to_record
from lsdash.intake.review.from_draft import Brought
from lsdash.intake.review.review import Review
from lsdash.model import Text

HEAD = """Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 06/4 đến ngày 12/4/2020)
Kiểm tra cầu treo ở ba xã; Thực hiện Quyết định số 55/QĐ-TTg; Mua giống ngô... là những nội dung \
chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần.
"""
"""Invented; the items behind the list were not brought."""


def begun() -> Review:
    found = draft.read(Received(text=HEAD, name="head.txt"))
    brought = Brought("head.txt", HEAD, Text(vi="UBND tỉnh", en="the Committee"), "lang-son")
    return from_draft.begin(found, brought, name="1", now=datetime(2020, 4, 13, tzinfo=UTC))


def test_what_the_list_tells_without_a_document_is_proposed_with_what_it_names() -> None:
    told = begun().topics
    assert told[0].words.vi == "Kiểm tra cầu treo ở ba xã"
    assert [[named.number for named in each.relations] for each in told] == [[], ["55/QĐ-TTg"], []]


def test_of_a_whole_bulletin_topics_are_no_record() -> None:
    review = begun()
    assert review.told == ()
    assert "no_document" in [gap.key for gap in gaps.find(review)]


def test_a_part_becomes_a_record_of_its_topics_once_they_are_worded() -> None:
    review = begun().with_value(("partly_at_hand",), True)
    assert [(gap.key, gap.lang) for gap in gaps.find(review)] == [("topic", "en")] * 3
    review = review.with_value(("topics", 2, "kept"), False)
    for at, words in enumerate(("Footbridges in three communes", "Acting on Decision 55/QĐ-TTg")):
        review = review.with_value(("topics", at, "words", "en"), words)
    review = review.with_value(("topics", 0, "sector"), "transport")
    week = to_record.week(review, sha256="0" * 64, on=date(2020, 4, 13))
    assert (week.bulletin.slug, week.bulletin.partly_at_hand, week.decisions) == (
        "2020-w15",
        True,
        (),
    )
    assert [(each.title.en, each.sector) for each in week.bulletin.topics] == [
        ("Footbridges in three communes", "transport"),
        ("Acting on Decision 55/QĐ-TTg", None),
    ]


def test_english_may_follow_later_for_topics_too() -> None:
    review = begun().with_value(("partly_at_hand",), True).with_value(("english_later",), True)
    assert gaps.find(review) == []
    week = to_record.week(review, sha256="0" * 64, on=date(2020, 4, 13))
    assert all(each.title.english_follows for each in week.bulletin.topics)
