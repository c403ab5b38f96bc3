"""What a difference and a history say in words, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from lsdash.comparing import differences, history
from lsdash.comparing.differences import Difference, DocumentRows, FactChange
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import ChangeRow, DecisionRow, FactRow
from lsdash.text import Lang

ROADS = "381-qd-ubnd-2020"


@pytest.fixture
def roads(release: Release) -> DocumentRows:
    return differences.document_rows(release, [ROADS])


def changed(told: DocumentRows, slug: str, **others: object) -> DocumentRows:
    facts = [replace(each, **others) if each.slug == slug else each for each in told.facts]
    return replace(told, facts=facts)


def one_fact(old: DocumentRows, new: DocumentRows) -> FactChange:
    (change,) = differences.of_facts(old.facts, new.facts)
    return change


MORE = {"low_digits": 7_918_000_000, "high_digits": 7_918_000_000, "printed": "7.918 triệu đồng"}


@pytest.mark.parametrize(
    ("lang", "sentence", "narrowed"),
    [
        (
            "vi",
            "1 số liệu thay đổi, 1 số liệu không còn",
            "Hai bản không khác nhau trong các văn bản khớp bộ lọc",
        ),
        (
            "en",
            "1 figure changed, 1 figure removed",
            "The two releases do not differ in the documents that pass the filters",
        ),
    ],
)
def test_a_difference_is_counted_in_one_sentence(
    roads: DocumentRows, lang: Lang, sentence: str, narrowed: str
) -> None:
    new = changed(roads, "road-arrears-materials", **MORE)
    shorter = replace(new, facts=[fact for fact in new.facts if fact.slug != "road-cement"])
    found = Difference(differences.of_documents(roads, shorter))
    assert history.counted(found, lang) == sentence
    assert history.counted(Difference(), lang, narrowed=True) == narrowed


def test_a_document_whose_words_alone_changed_is_counted_as_such(roads: DocumentRows) -> None:
    document = replace(roads.documents[0], title_vi="Tên khác")
    found = Difference(differences.of_documents(roads, replace(roads, documents=[document])))
    assert history.counted(found, "vi") == "1 văn bản đổi nội dung"
    gone = Difference(differences.of_documents(roads, DocumentRows([])))
    assert history.counted(gone, "vi") == "1 văn bản không còn"
    assert history.counted(gone, "vi", "weeks") == "1 văn bản chỉ có ở tuần trước"


def test_a_changed_figure_is_told_as_one_thing_and_its_print_where_it_says_more(
    roads: DocumentRows,
) -> None:
    change = one_fact(roads, changed(roads, "road-arrears-materials", **MORE))
    assert history.fields_told(change, "vi") == [
        history.SideBySide("Con số", "7.917 triệu đồng", "7.918 triệu đồng")
    ]
    assert history.fields_told(change, "en") == [
        history.SideBySide("Figure", "7,917 million đồng", "7,918 million đồng"),
        history.SideBySide("As printed", "7.917 triệu đồng", "7.918 triệu đồng"),
    ]
    assert history.fact_told(change, "vi") == history.SideBySide(
        "Cát, đá (381/QĐ-UBND)", "7.917 triệu đồng", "7.918 triệu đồng"
    )


def test_what_is_not_stated_is_said_in_words(roads: DocumentRows) -> None:
    silent = changed(roads, "road-cement", note_vi=None, note_en=None, direction="decrease")
    told = {each.what: each for each in history.fields_told(one_fact(roads, silent), "vi")}
    assert told["Ghi chú"].new == "không nêu"
    assert (told["Chiều"].old, told["Chiều"].new) == ("không nêu", "Cắt giảm")


def test_a_text_of_the_other_language_is_told_where_the_readers_own_stayed(
    roads: DocumentRows,
) -> None:
    change = one_fact(roads, changed(roads, "road-cement", subject_en="Cement"))
    (told,) = history.fields_told(change, "vi")
    assert (told.what, told.new) == ("Nội dung (bản tiếng Anh)", "Cement")
    (own,) = history.fields_told(change, "en")
    assert own.what == "Subject"


def test_a_fact_whose_figure_stayed_says_what_else_is_new(roads: DocumentRows) -> None:
    told = history.fact_told(one_fact(roads, changed(roads, "road-cement", deadline=DAY)), "vi")
    assert told.old == "8.300 triệu đồng"
    assert told.new == "8.300 triệu đồng · Thời gian: đến 20/03/2020"


def test_pieces_that_are_gone_stand_beside_those_that_came(roads: DocumentRows) -> None:
    (first, *others) = roads.parts
    parts = [replace(first, text_vi="Khác", text_en="Other"), *others]
    (document,) = differences.of_documents(roads, replace(roads, parts=parts))
    (told,) = history.pieces_told(document, "vi")
    assert told.old is not None
    assert told.new is not None
    assert told.new.startswith(("Khác", "Thực hiện"))


def test_every_kind_of_piece_has_its_words(release: Release) -> None:
    slugs = [row.slug for row in read.decisions(release)]
    whole = differences.document_rows(release, slugs)
    rows, pieces = whole.documents, whole.parts
    without = differences.of_documents(DocumentRows(rows), DocumentRows(rows, parts=pieces))
    for lang in ("vi", "en"):
        told = [each for change in without for each in history.pieces_told(change, lang)]
        assert len(told) == len(pieces)
        assert all(each.old is None and each.new and "{" not in each.new for each in told)


DAY = date(2020, 3, 20)
ENTRY = ChangeRow(
    decision=ROADS,
    position=0,
    fact="road-cement",
    kind="correction",
    made_on=DAY,
    reason_vi="đọc nhầm",
    reason_en="misread",
    made_by=None,
    was_low_digits=8_200_000_000,
    was_high_digits=8_200_000_000,
    was_scale_digits=0,
    was_shown_scale=1_000_000,
    was_unit="vnd",
    was_bound="exact",
    was_printed="8.200 triệu đồng",
)


def test_an_entry_of_the_history_says_kind_day_reason_and_what_was_printed() -> None:
    assert history.entry(ENTRY, "vi", "Xi măng") == (
        "Đính chính 20/03/2020 (Xi măng; trước in là “8.200 triệu đồng”): đọc nhầm"
    )
    assert history.reason(ENTRY, "en") == "Correction 20 Mar 2020: misread"
    bare = replace(ENTRY, kind="new", reason_vi=None, was_printed=None)
    assert history.entry(bare, "vi") == "Ghi lần đầu 20/03/2020"


def test_a_corrected_fact_is_marked_with_its_day_and_former_print(roads: DocumentRows) -> None:
    fact: FactRow = replace(roads.facts[0], corrected_on=DAY, was_printed="9.000 triệu đồng")
    assert history.correction(fact, "vi") == (
        "đã đính chính 20/03/2020, trước in là “9.000 triệu đồng”"
    )
    assert history.correction(replace(fact, was_printed=None), "en") == "corrected 20 Mar 2020"
    assert history.correction(roads.facts[0], "vi") is None


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("status", "planned", "Kế hoạch"),
        ("sector", "health", "Y tế, phòng chống dịch"),
        ("second_sectors", ["health", "energy"], "Y tế, phòng chống dịch; Công thương, năng lượng"),
        ("second_sectors", [], "không nêu"),
        ("signed_on", DAY, "20/03/2020"),
        ("issuer", "hdnd-tinh", "HĐND tỉnh Lạng Sơn"),
        ("paragraph", 3, "mục 1, đoạn 3"),
    ],
)
def test_fields_of_a_document_are_told_in_words(
    roads: DocumentRows, field: str, value: object, told: str
) -> None:
    old: DecisionRow = roads.documents[0]
    new = replace(roads, documents=[replace(old, **{field: value})])
    (change,) = differences.of_documents(roads, new)
    (only,) = history.fields_told(change, "vi")
    assert only.new == told
