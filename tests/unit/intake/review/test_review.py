"""Nothing is published that was not looked at, and nothing that an editor enters is lost."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsdash import sentences
from lsdash.errors import DraftError, UnfinishedReviewError
from lsdash.intake.drafting import draft, places
from lsdash.intake.files import received
from lsdash.intake.review import (
    checks,
    earlier_record,
    from_draft,
    gaps,
    review,
    saved,
    source_places,
    to_record,
)
from lsdash.intake.review.earlier_record import Former
from lsdash.intake.review.editing import misread
from lsdash.intake.review.from_draft import Brought, Precedent
from lsdash.intake.review.gaps import Gap
from lsdash.intake.review.review import Review, Seen
from lsdash.intake.review.source_places import Stated
from lsdash.intake.review.words import Words
from lsdash.model import Text, Week
from lsdash.records import flags, load, write
from lsdash.records.flags import SeriesPoint
from lsdash.text import LANGS
from lsdash.vocabulary import Bound, Direction, FlagRule, Measure, Sector, Unit

BULLETIN = """Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)

Hỗ trợ trồng cây ven đường tỉnh; Mở lớp dạy nghề trồng nấm là những nội dung chính trong chỉ đạo \
điều hành nổi bật tuần qua của UBND tỉnh.

Hỗ trợ trồng cây ven đường tỉnh

UBND tỉnh vừa ban hành Quyết định (số 431/QĐ-UBND ngày 10/3/2020) hỗ trợ trồng cây ven đường tỉnh.

Theo đó, phân bổ 900 triệu đồng để trồng cây, trong đó: mua cây giống 600 triệu đồng; \
tiền công trồng 300 triệu đồng. Mỗi xã được tối đa 23 cây bóng mát.

Mở lớp dạy nghề trồng nấm

UBND tỉnh vừa ban hành Kế hoạch (số 52/KH-UBND ngày 12/3/2020) mở lớp dạy nghề trồng nấm.

Theo đó, mỗi lớp tối đa 23 người.
"""
NOW = datetime(2020, 3, 16, 8, tzinfo=UTC)
LATER = datetime(2020, 3, 16, 9, tzinfo=UTC)
SHA256 = "0" * 64
TODAY = date(2020, 3, 16)


def begun(precedents: Sequence[Precedent] = ()) -> Review:
    brought = Brought(
        name="",
        text=BULLETIN,
        publisher=Text(vi="UBND tỉnh", en="The People's Committee"),
        province="lang-son",
        precedents=precedents,
    )
    return from_draft.begin(
        draft.read(received.pasted(BULLETIN)), brought, name="0123abcd", now=NOW
    )


def finished() -> Review:
    """Every figure accepted, every text written."""
    held = begun()
    for at, document in enumerate(held.documents):
        for name in ("title", "short_title", "summary"):
            held = held.with_value(
                ("documents", at, name), {"vi": f"Bịa {name} {at}", "en": f"Invented {name} {at}"}
            )
        for where in range(len(document.figures)):
            place = ("documents", at, "figures", where)
            held = held.with_value((*place, "seen"), Seen.ACCEPTED)
            words = {"vi": f"Số {where}", "en": f"Figure number {where}"}
            held = held.with_value((*place, "subject"), words)
            if document.figures[where].unit_called.vi:
                held = held.with_value((*place, "unit_called", "en"), "trees")
    return held


def test_a_fresh_review_holds_what_was_read_and_nothing_was_looked_at() -> None:
    held = begun()
    assert [each.number for each in held.documents] == ["431/QĐ-UBND", "52/KH-UBND"]
    assert held.week == "2020-w11"
    assert held.looked_at == (0, 5)
    first = held.documents[0]
    assert first.title.vi == "Hỗ trợ trồng cây ven đường tỉnh"
    for figure in first.figures:
        assert held.text[figure.start : figure.end] == figure.printed
        assert figure.sentence.start <= figure.start < figure.end <= figure.sentence.end


def test_every_figure_and_both_languages_stand_in_the_way_of_publishing() -> None:
    held = begun()
    left = gaps.find(held)
    opened = [gap for gap in left if gap.key == "open"]
    assert [(gap.document, gap.figure) for gap in opened] == [
        (0, 0),
        (0, 1),
        (0, 2),
        (0, 3),
        (1, 0),
    ]
    for name in ("short_title", "summary"):
        assert [gap.lang for gap in left if gap.key == name] == ["vi", "en", "vi", "en"]
    with pytest.raises(UnfinishedReviewError, match=f"{len(left)} things"):
        to_record.week(held, sha256=SHA256, on=TODAY)


@pytest.mark.parametrize(
    ("place", "value", "gap"),
    [
        (("title",), " ", Gap("bulletin_title")),
        (("period_to",), None, Gap("period")),
        (("period_to",), date(2020, 3, 1), Gap("period_backwards")),
        (("documents", 0, "number"), "431", Gap("number", 0)),
        (("documents", 0, "number"), "52/KH-UBND", Gap("number_twice", 0)),
        (("documents", 0, "signed_on"), None, Gap("signed_on", 0)),
        (("documents", 0, "title"), {"vi": "Có", "en": ""}, Gap("title", 0, lang="en")),
        (("documents", 0, "addressed_to"), {"vi": "Bộ Y tế"}, Gap("addressed_to", 0)),
        (("documents", 0, "figures", 1, "seen"), Seen.OPEN, Gap("open", 0, 1)),
        (("documents", 0, "figures", 1, "subject", "vi"), "", Gap("subject", 0, 1, "vi")),
        (("documents", 0, "figures", 1, "printed"), "", Gap("printed", 0, 1)),
        (("documents", 0, "figures", 1, "high"), None, Gap("bound", 0, 1)),
        (("documents", 0, "figures", 1, "unit"), Unit.USD, Gap("reading", 0, 1)),
        (
            ("documents", 0, "figures", 1, "period_from"),
            date(2020, 1, 1),
            Gap("figure_period", 0, 1),
        ),
        (("documents", 0, "figures", 0, "seen"), Seen.STRUCK, Gap("part_of", 0, 1)),
    ],
)
def test_what_is_missing_is_named_with_its_place(
    place: tuple[str | int, ...], value: object, gap: Gap
) -> None:
    held = finished()
    assert gaps.find(held) == []
    assert gap in gaps.find(held.with_value(place, value))


def test_a_document_left_out_has_no_gaps_but_all_left_out_is_one() -> None:
    held = begun().with_value(("documents", 0, "kept"), False)
    assert {gap.document for gap in gaps.find(held)} == {1}
    held = held.with_value(("documents", 1, "kept"), False)
    assert gaps.find(held) == [Gap("no_document")]


def test_a_value_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="sector"):
        begun().with_value(("documents", 0, "sector"), "gold")


def test_sums_are_checked_as_figures_are_mended() -> None:
    held = begun()
    ((whole, parts, closes),) = review.sums(held.documents[0])
    assert (whole.low, [part.low for part in parts]) == (900_000_000, [600_000_000, 300_000_000])
    assert closes
    mended = held.documents[0].figures[1].read_from("650 triệu đồng")
    held = held.with_value(("documents", 0, "figures", 1), mended.model_dump())
    ((_, _, closes),) = review.sums(held.documents[0])
    assert not closes
    struck = held.with_value(("documents", 0, "figures", 0, "seen"), Seen.STRUCK)
    assert review.sums(struck.documents[0]) == []


def test_a_mended_figure_is_read_anew_from_what_is_printed() -> None:
    figure = begun().documents[0].figures[3].read_from("tối  thiểu 21 người")
    assert (figure.low, figure.high, figure.bound) == (21, None, Bound.AT_LEAST)
    assert (figure.unit, figure.printed, figure.seen) == (
        Unit.PERSON,
        "tối thiểu 21 người",
        Seen.MENDED,
    )
    unread = figure.read_from("chừng hai chục gì đó")
    assert (unread.low, unread.printed) == (21, "chừng hai chục gì đó")


def test_a_figure_is_added_from_its_own_place_in_the_text() -> None:
    held = begun()
    document = held.documents[1]
    added = misread.found_in(held.text, document, "trồng nấm")
    assert added is not None
    assert held.text[added.start : added.end] == "trồng nấm"
    assert added.low is None
    assert "Mở lớp" in held.text[added.sentence.start : added.sentence.end]
    assert misread.found_in(held.text, document, "tối đa 23 người") is None, "it is one already"
    assert misread.found_in(held.text, document, "900 triệu đồng") is None, "it is another's"
    held = held.with_added(1, added)
    assert Gap("bound", 1, len(document.figures)) in gaps.find(held)


def test_a_finished_review_is_a_record_that_loads_as_written(tmp_path: Path) -> None:
    held = finished()
    held = held.with_value(("documents", 0, "figures", 3, "seen"), Seen.STRUCK)
    held = held.with_value(("documents", 0, "figures", 1, "measure"), Measure.ROAD_FUNDING)
    held = held.with_value(("documents", 0, "second_sectors"), [Sector.FINANCE, Sector.FINANCE])
    week = to_record.week(held, sha256=SHA256, on=TODAY)
    assert week.bulletin.headlines == ("431/QĐ-UBND", "52/KH-UBND")
    facts = week.decisions[0].facts
    assert [fact.low for fact in facts] == [Decimal(900_000_000), 600_000_000, 300_000_000]
    assert [fact.part_of for fact in facts] == [None, facts[0].slug, facts[0].slug]
    assert facts[1].slug == "figure-number-1"
    assert "tối đa 23 cây" in " ".join(week.decisions[0].labels)
    file = tmp_path / f"{held.week}.yaml"
    file.write_text(write.text(week), encoding="utf-8")
    assert load.load(file)[1] == week


class TestDesk:
    def test_a_review_comes_back_as_it_was_kept(self, tmp_path: Path) -> None:
        held = finished()
        saved.put(tmp_path, held)
        assert saved.open_review(tmp_path, held.id) == held

    def test_two_editors_do_not_undo_each_other(self, tmp_path: Path) -> None:
        saved.put(tmp_path, begun())
        for name, value in (("title", "Một"), ("author", "Hai")):
            saved.change(
                tmp_path,
                "0123abcd",
                lambda held, name=name, value=value: held.with_value((name,), value),
                now=LATER,
            )
        held = saved.open_review(tmp_path, "0123abcd")
        assert held is not None
        assert (held.title, held.author, held.saved_at) == ("Một", "Hai", LATER)

    def test_the_last_worked_on_is_listed_first_and_a_broken_file_is_named(
        self, tmp_path: Path
    ) -> None:
        first = begun()
        second = begun().model_copy(update={"id": "89abcdef", "saved_at": LATER})
        saved.put(tmp_path, first)
        saved.put(tmp_path, second)
        (tmp_path / "00000000.json").write_text("{half", encoding="utf-8")
        reviews, broken = saved.listed(tmp_path)
        assert [each.id for each in reviews] == ["89abcdef", "0123abcd"]
        assert [error.file.name for error in broken] == ["00000000.json"]
        with pytest.raises(DraftError, match="00000000"):
            saved.open_review(tmp_path, "00000000")

    def test_the_list_reads_a_small_head_however_large_the_draft(self, tmp_path: Path) -> None:
        held = finished().model_copy(update={"published": "2020w11-0123ab"})
        saved.put(tmp_path, held)
        file = tmp_path / f"{held.id}.json"
        with file.open("ab") as grown:
            grown.truncate(saved.MOST_BYTES + 1)
        (head,), broken = saved.listed(tmp_path)
        assert broken == []
        assert (head.seen, head.total) == held.looked_at
        for name in ("id", "name", "title", "saved_at", "published"):
            assert getattr(head, name) == getattr(held, name)
        with pytest.raises(DraftError, match="larger than any bulletin's draft"):
            saved.open_review(tmp_path, held.id)

    def test_a_draft_kept_without_a_head_is_listed_and_opened(self, tmp_path: Path) -> None:
        held = finished()
        file = tmp_path / f"{held.id}.json"
        file.write_text(held.model_dump_json(indent=1), encoding="utf-8")
        assert saved.open_review(tmp_path, held.id) == held
        ((head,), _) = saved.listed(tmp_path)
        assert (head.id, head.title) == (held.id, held.title)
        saved.change(tmp_path, held.id, lambda review: review, now=LATER)
        assert file.read_text(encoding="utf-8").startswith('{"id":"')

    @pytest.mark.parametrize("name", ["", "../secret", "0123ABCD", "99999999"])
    def test_what_is_no_draft_is_none(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "secret.json").write_text("{}", encoding="utf-8")
        folder = tmp_path / "drafts"
        saved.put(folder, begun())
        assert saved.open_review(folder, name) is None
        saved.drop(folder, name)
        assert saved.change(folder, name, lambda held: held, now=LATER) is None
        assert len(list(folder.glob("*.json"))) == 1
        assert (tmp_path / "secret.json").exists()

    def test_a_dropped_review_is_gone(self, tmp_path: Path) -> None:
        saved.put(tmp_path, begun())
        saved.drop(tmp_path, "0123abcd")
        assert saved.listed(tmp_path) == ([], [])


def test_the_figures_of_a_record_are_found_in_its_text() -> None:
    figures = [
        Stated("b", "600  triệu đồng", 2),
        Stated("a", "900 triệu đồng", 2),
        Stated("gone", "1.000 triệu đồng", 2),
        Stated("c", "23 cây", 1),
    ]
    found = source_places.find(BULLETIN, "431/QĐ-UBND", figures)
    printed = {slug: BULLETIN[spot.start : spot.end] for slug, spot in found.items()}
    assert printed == {"a": "900 triệu đồng", "b": "600 triệu đồng", "c": "23 cây"}
    sentence = found["c"].sentence
    assert BULLETIN[sentence.start : sentence.end].startswith("Mỗi xã được")
    assert source_places.find(BULLETIN, "99/QĐ-UBND", figures) == {}
    assert source_places.find("Một dòng khác.", "431/QĐ-UBND", figures) == {}


@given(st.text(max_size=30))
def test_no_words_to_look_for_break_the_search(printed: str) -> None:
    for place in places.printed_in(BULLETIN, printed, 0, len(BULLETIN)):
        assert 0 <= place.start <= place.end <= len(BULLETIN)


def test_words_are_there_when_both_languages_are() -> None:
    assert Words(vi="a", en="b").are_there
    assert Words(vi=" ", en="b").missing == ["vi"]


def test_flags_follow_what_the_editor_enters() -> None:
    held = begun()
    assert checks.find(held, 0) == []
    weekend = held.with_value(("documents", 0, "signed_on"), date(2020, 3, 14))
    assert [flag.rule for flag in checks.find(weekend, 0)] == [FlagRule.WEEKEND]
    outside = held.with_value(("documents", 0, "signed_on"), date(2020, 3, 2))
    assert [flag.rule for flag in checks.find(outside, 0)] == [FlagRule.OUTSIDE_WEEK]
    known = [SeriesPoint("QĐ-UBND", 400, date(2020, 3, 11))]
    (flag,) = checks.find(held, 0, known)
    assert (flag.rule, flag.evidence["other"]) == (FlagRule.OUT_OF_SERIES, "400")
    called = held.with_value(("documents", 0, "kind_called"), {"vi": "Kế hoạch", "en": "Plan"})
    (flag,) = checks.find(called, 0)
    assert (flag.rule, flag.evidence["symbol"]) == (FlagRule.SYMBOL_AGAINST_WORDS, "QĐ")
    for lang in LANGS:
        assert sentences.oddity(flag.rule, "431/QĐ-UBND", flag.evidence, lang)


def test_a_document_called_like_an_earlier_one_is_proposed_to_measure_the_same() -> None:
    earlier = Precedent(
        title="Hỗ trợ trồng cây ven đường tỉnh, đợt 1",
        short_title=Words(vi="Cây ven đường", en="Roadside trees"),
        measures={Unit.VND: Measure.ROAD_FUNDING},
    )
    first, second = begun(precedents=[earlier]).documents
    assert first.short_title == earlier.short_title
    assert [each.measure for each in first.figures] == [Measure.ROAD_FUNDING] * 3 + [Measure.OTHER]
    assert {each.seen for each in first.figures} == {Seen.OPEN}
    assert second.short_title == Words()
    assert {each.measure for each in second.figures} == {Measure.OTHER}


def test_a_figure_of_an_open_unit_is_kept_as_printed_and_asks_for_its_english_name() -> None:
    first = begun().documents[0].figures[3]
    figure = first.read_from("3.200 công tơ điện tử")
    assert (figure.low, figure.unit, figure.unit_called.vi) == (3200, Unit.ITEM, "công tơ điện tử")
    place = ("documents", 0, "figures", 3)
    held = finished().with_value(place, figure.model_dump())
    held = held.with_value((*place, "subject"), {"vi": "Công tơ", "en": "Meters"})
    assert gaps.find(held) == [Gap("unit_called", 0, 3, "en")]
    closed = figure.read_from("40 giường bệnh")
    assert (closed.unit, closed.low) == (Unit.BED, 40)


TABLE = BULLETIN.replace(
    "\n\nMở lớp dạy nghề trồng nấm\n\nUBND",
    "\n\nTT | Huyện | Đường (km) | Số giường\n\n1 | Cao Bịa | 12,5 | 40\n\n2 | Văn Bịa | 8 | 30"
    "\n\nMở lớp dạy nghề trồng nấm\n\nUBND",
)


def cells() -> Review:
    """The finished week, its first document with the cells of a table alone."""
    brought = Brought(name="", text=TABLE, publisher=Text(vi="a", en="b"), province="lang-son")
    found = from_draft.begin(draft.read(received.pasted(TABLE)), brought, name="0123abcd", now=NOW)
    figures = tuple(
        each.model_copy(update={"seen": Seen.ACCEPTED, "subject": Words(vi="Ô", en="Cell")})
        for each in found.documents[0].figures
        if each.table
    )
    first, *others = finished().documents
    first = first.model_copy(update={"figures": figures})
    return finished().model_copy(update={"documents": (first, *others)})


def test_a_cell_of_a_table_carries_the_unit_of_its_head_into_the_record() -> None:
    week = to_record.week(cells(), sha256=SHA256, on=TODAY)
    decision = week.decisions[0]
    assert [fact.phrase for fact in decision.facts] == ["12,5 km", "40 giường", "8 km", "30 giường"]
    assert list(flags.find(decision, week.bulletin, flags.Series([]))) == []


def test_a_cell_published_without_its_unit_has_it_when_it_is_published_again() -> None:
    week = to_record.week(cells(), sha256=SHA256, on=TODAY)
    first, *others = week.decisions
    facts = tuple(each.model_copy(update={"unit_printed": None}) for each in first.facts)
    first = first.model_copy(update={"facts": facts})
    bare = Week(bulletin=week.bulletin, decisions=(first, *others))
    former = Former(bare, write.text(bare))
    again = to_record.week(
        earlier_record.recalled(cells(), former), sha256=SHA256, on=TODAY, former=former
    )
    assert again.decisions[0].facts == week.decisions[0].facts


@pytest.mark.parametrize(("printed", "low"), [("12,75", "12.75"), ("13 km", "13")])
def test_a_mended_cell_is_read_with_the_unit_of_its_head_or_its_own(printed: str, low: str) -> None:
    mended = cells().documents[0].figures[0].read_from(printed)
    assert (mended.low, mended.unit) == (Decimal(low), Unit.KM)
    assert mended.phrase == f"{printed.removesuffix(' km')} km"


@pytest.mark.parametrize(
    ("printed", "before", "low"),
    [
        ("9.000 triệu đồng", "8.300", 8_300_000_000),
        ("9.000 triệu đồng", "8.300 triệu đồng", 8_300_000_000),
        ("560 chỉ tiêu", "510", 510),
        ("64%", "62,5%", Decimal("62.5")),
    ],
)
def test_an_earlier_figure_is_read_in_the_unit_of_the_later(
    printed: str, before: str, low: Decimal | int
) -> None:
    figure = begun().documents[0].figures[0].read_from(printed)
    earlier = figure.model_copy(update={"before": before}).earlier
    assert earlier and (earlier.printed, earlier.low, earlier.high) == (before, low, low)


def test_an_earlier_figure_that_cannot_be_read_stands_in_the_way() -> None:
    held = finished().with_value(("documents", 0, "figures", 0, "before"), "nhiều hơn")
    assert Gap("before", 0, 0) in gaps.find(held)


LOOSE = BULLETIN.replace(
    "Hỗ trợ trồng cây ven đường tỉnh\n\nUBND",
    "Trong tuần tỉnh đã thu 70 tỷ đồng.\n\nHỗ trợ trồng cây ven đường tỉnh\n\nUBND",
)


def with_a_loose_figure() -> Review:
    brought = Brought(
        name="", text=LOOSE, publisher=Text(vi="a", en="a"), province="lang-son", precedents=()
    )
    return from_draft.begin(draft.read(received.pasted(LOOSE)), brought, name="0123abcd", now=NOW)


def test_a_figure_of_no_document_stands_in_the_way_until_it_is_placed() -> None:
    held = with_a_loose_figure()
    assert [figure.printed for each in held.loose for figure in each.figures] == ["70 tỷ đồng"]
    assert Gap("loose") in gaps.find(held)
    assert Gap("loose") not in gaps.find(held.with_aside())
    placed = held.with_placed(0, 1)
    assert Gap("loose") not in gaps.find(placed)
    moved = placed.documents[1].figures[-1]
    assert (moved.printed, moved.paragraph) == ("70 tỷ đồng", placed.documents[1].paragraph)
    assert moved.seen is Seen.OPEN
    assert Review.model_validate_json(placed.model_dump_json()) == placed


def test_a_review_accounts_for_every_character_of_its_text() -> None:
    held = with_a_loose_figure()
    assert sum(part.end - part.start for part in held.account) == len(held.text)


def test_a_review_kept_before_there_was_an_account_opens() -> None:
    kept = begun().model_dump(mode="json", exclude={"account", "loose", "left_out"})
    assert Review.model_validate(kept).loose == ()


@pytest.mark.parametrize(
    ("subject", "direction", "is_odd"),
    [
        ("Tiết kiệm điện mỗi năm", Direction.DECREASE, True),
        ("Tiết kiệm điện mỗi năm", Direction.REACH, False),
        ("Điện tiêu thụ", Direction.DECREASE, False),
    ],
)
def test_a_saving_that_goes_down_is_pointed_out(
    subject: str, direction: Direction, *, is_odd: bool
) -> None:
    figure = begun().documents[0].figures[0]
    told = figure.model_copy(update={"subject": Words(vi=subject), "direction": direction})
    assert told.is_falling_saving is is_odd
