"""Document numbers and slugs, ends of figures, and how words are compared."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest

from lsdash.model import (
    Decision,
    DocumentNumber,
    Week,
    ascii_slug,
    bound_problem,
    folded,
    normalised,
    search_words,
)
from lsdash.vocabulary import SYMBOLS, Bound, Issuer, Kind


def numbered(week: Week, number: str, **others: object) -> Decision:
    """A shipped document under another number."""
    return week.decisions[0].model_copy(update={"number": number, **others})


@pytest.mark.parametrize(
    ("printed", "parts", "kind", "series"),
    [
        ("381/QĐ-UBND", (381, "", None, "QĐ-UBND"), Kind.DECISION, "QĐ-UBND"),
        # a year in the number: a normative act, counted in a series of its own
        ("4/2020/QĐ-UBND", (4, "", 2020, "QĐ-UBND"), Kind.DECISION, "QĐ-UBND (2020)"),
        ("1605a/QĐ-UBND", (1605, "a", None, "QĐ-UBND"), Kind.DECISION, "QĐ-UBND"),
        # letters carry no kind, and share one series whoever drafted them
        ("1270/UBND-KTTH", (1270, "", None, "UBND-KTTH"), Kind.OFFICIAL_LETTER, "UBND"),
        ("39/KH-UBND", (39, "", None, "KH-UBND"), Kind.PLAN, "KH-UBND"),
        ("30/2020/NĐ-CP", (30, "", 2020, "NĐ-CP"), Kind.DECREE, "NĐ-CP (2020)"),
        ("01/TTLT-BNN-BNV", (1, "", None, "TTLT-BNN-BNV"), Kind.JOINT_CIRCULAR, "TTLT-BNN-BNV"),
        ("5/TTr-UBND", (5, "", None, "TTr-UBND"), Kind.SUBMISSION, "TTr-UBND"),
    ],
)
def test_a_document_number_is_taken_apart(
    printed: str, parts: tuple[int, str, int | None, str], kind: Kind, series: str
) -> None:
    key = DocumentNumber.read(printed)
    assert (key.number, key.suffix, key.year, key.symbol) == parts
    assert (key.kind, key.series) == (kind, series)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_symbol_of_the_vocabulary_gives_its_kind(symbol: str) -> None:
    assert DocumentNumber.read(f"7/{symbol}-UBND").kind is SYMBOLS[symbol]


@pytest.mark.parametrize("printed", ["", "381", "/QĐ-UBND", "381 QĐ-UBND", "QĐ-UBND/381", "1/1/QĐ"])
def test_what_is_no_document_number_is_refused_by_name(printed: str) -> None:
    with pytest.raises(ValueError, match="is not a document number such as 381/QĐ-UBND"):
        DocumentNumber.read(printed)


@pytest.mark.parametrize(
    ("number", "slug"),
    [
        ("381/QĐ-UBND", "381-qd-ubnd-2020"),
        ("4/2020/QĐ-UBND", "4-2020-qd-ubnd-2020"),
        ("04/2020/QĐ-UBND", "4-2020-qd-ubnd-2020"),  # a leading nought is the same number
        ("1605a/QĐ-UBND", "1605a-qd-ubnd-2020"),
        ("1270/UBND-KTTH", "1270-ubnd-ktth-2020"),
    ],
)
def test_a_slug_is_permanent_ascii(week: Week, number: str, slug: str) -> None:
    assert numbered(week, number).slug == slug


def test_a_slug_tells_year_and_issuer_apart(week: Week) -> None:
    number = "381/QĐ-UBND"
    slugs = {
        numbered(week, number).slug,
        numbered(week, number, signed_on=date(2021, 3, 5)).slug,
        numbered(week, number, issuer=Issuer.CHAIRMAN).slug,
    }
    assert slugs == {
        "381-qd-ubnd-2020",
        "381-qd-ubnd-2021",
        "381-qd-ubnd-2020-ct-ubnd-tinh",
    }


@pytest.mark.parametrize(
    ("bound", "low", "high", "problem"),
    [
        (Bound.EXACT, 5, 5, None),
        (Bound.EXACT, 5, 7, "low 5 and high 7 differ"),
        (Bound.EXACT, 5, None, "needs high"),
        (Bound.RANGE, 5, 7, None),
        (Bound.RANGE, 5, 5, "low and high are both 5"),
        (Bound.RANGE, 7, 5, "low 7 is above high 5"),
        (Bound.AT_MOST, None, 23, None),
        (Bound.AT_MOST, 0, 23, "has no low"),  # an open end is not 0
        (Bound.AT_MOST, None, None, "needs high"),
        (Bound.AT_LEAST, 1, None, None),
        (Bound.AT_LEAST, 1, 9, "has no high"),
        (Bound.NEARLY, None, 100, None),
        (Bound.APPROXIMATELY, 30, 30, None),
    ],
)
def test_ends_that_do_not_suit_the_bound_are_named(
    bound: Bound, low: int | None, high: int | None, problem: str | None
) -> None:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    found = bound_problem(bound, *ends)
    assert found is None if problem is None else problem in (found or "")


def test_folding_takes_marks_and_the_bar_of_d_away() -> None:
    assert folded("Đường nông thôn") == "duong nong thon"
    assert ascii_slug("QĐ-UBND / Số 4") == "qd-ubnd-so-4"


@pytest.mark.parametrize(
    ("old", "new"), [("hoá", "hóa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("HOÀ", "hòa")]
)
def test_both_places_of_the_tone_mark_are_one_word(old: str, new: str) -> None:
    assert search_words(old) == search_words(new) == [new]


def test_a_tone_mark_that_cannot_move_stays() -> None:
    assert search_words("quý toán hoàn quỳ") == ["quý", "toán", "hoàn", "quỳ"]


def test_words_typed_with_marks_apart_are_the_same_words() -> None:
    text = "Đường nông thôn, hàng hoá"
    assert search_words(unicodedata.normalize("NFD", text)) == search_words(text)


def test_a_line_is_nfc_with_plain_spaces() -> None:
    assert normalised(" Ủy\u00a0ban \n nhân dân ") == "Ủy ban nhân dân"
