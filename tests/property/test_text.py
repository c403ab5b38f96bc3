"""Nothing that can be printed crashes a reader, and what is written can be read back."""

import unicodedata
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from lsdash import quantities
from lsdash.model import DocumentNumber, folded, search_words
from lsdash.quantities import BOUNDS, SCALES, UNITS
from lsdash.text import figures

FIGURE_WORDS = st.sampled_from(
    [*BOUNDS, *SCALES, *UNITS, "từ", "đến", "-", "÷", "(", ")", "1.000", "6,00", "23", "0", "٣"]
)
NEARLY_FIGURES = st.lists(FIGURE_WORDS, max_size=8).map(" ".join)
NUMBERS = st.sampled_from(["5", "7", "6,00", "6,50", "1.000", "500 triệu", "1 tỷ", "3 vạn"])
VIETNAMESE = st.text("aăâeêioôơuưyđAĐ óòỏõọúùủũụýáàảãạếềểễệqhnt0123456789%./-", max_size=30)


@given(st.text() | NEARLY_FIGURES | VIETNAMESE)
@example("9" * 400 + " tỷ đồng")
def test_no_text_crashes_the_reader_of_figures(text: str) -> None:
    quantity = quantities.read(text)
    assert quantity is None or not (quantity.low is None and quantity.high is None)


@given(st.tuples(NUMBERS, st.sampled_from("-–÷"), NUMBERS, st.sampled_from([*UNITS])).map(" ".join))
def test_a_figure_that_is_read_never_runs_backwards(text: str) -> None:
    quantity = quantities.read(text)
    if quantity and quantity.low is not None and quantity.high is not None:
        assert quantity.low <= quantity.high


@given(st.text() | VIETNAMESE | st.from_regex(r"\d{1,7}[a-z]?/(20\d\d/)?\w{0,4}-\w{0,4}"))
def test_no_text_crashes_the_reader_of_document_numbers(text: str) -> None:
    try:
        key = DocumentNumber.read(text)
    except ValueError as error:
        assert "is not a document number" in str(error)
    else:
        assert key.kind
        assert key.series


@given(st.text() | NEARLY_FIGURES | VIETNAMESE)
def test_marks_typed_apart_make_no_difference(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    together = unicodedata.normalize("NFC", text)
    assert quantities.read(apart) == quantities.read(together)
    assert search_words(apart) == search_words(together)


@given(VIETNAMESE)
def test_words_of_words_are_the_same_words_and_fold_to_plain_letters(text: str) -> None:
    words = search_words(text)
    assert search_words(" ".join(words)) == words
    assert all(folded(word).isascii() for word in words)


@given(st.integers(0, 2**63 - 1), st.integers(0, 6))
def test_a_number_written_for_vietnamese_readers_reads_back_with_its_decimals(
    units: int, decimals: int
) -> None:
    value = Decimal(units).scaleb(-decimals)
    again = quantities.number(figures.number(value, "vi"))
    assert (again, again.as_tuple().exponent) == (value, value.as_tuple().exponent)


@given(st.integers(0, 10**9), st.sampled_from(["nghìn", "triệu", "tỷ"]))
def test_money_written_in_the_unit_of_its_source_reads_back_to_the_dong(
    thousands: int, word: str
) -> None:
    value, scale = Decimal(thousands * 1000), SCALES[word]
    written = f"{figures.amount(value, scale, 'vi')} {word} đồng"
    quantity = quantities.read(written)
    assert quantity and quantity.low == quantity.high == value
