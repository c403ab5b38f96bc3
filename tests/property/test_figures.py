"""What is printed is found again, and no text is too odd to look through."""

import unicodedata
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lsdash import quantities as figures
from lsdash.intake.finding import quantities
from lsdash.vocabulary import Bound, Unit

SCALES = {"": 1, "nghìn ": 10**3, "triệu ": 10**6, "tỷ ": 10**9}
UNITS = {"đồng": Unit.VND, "người": Unit.PERSON, "tấn": Unit.TONNE, "%": Unit.PERCENT}
BOUNDS = {
    "": Bound.EXACT,
    "tối đa ": Bound.AT_MOST,
    "ít nhất ": Bound.AT_LEAST,
    "dưới ": Bound.LESS_THAN,
    "trên ": Bound.MORE_THAN,
    "gần ": Bound.NEARLY,
    "khoảng ": Bound.APPROXIMATELY,
}
AROUND = ("", "Giao cho huyện ", "Theo đó, ", "(")

WORDS = """
    1 23 4.567 8,9 0 2020 05/3/2020 % đồng triệu tỷ nghìn người ngày tháng năm từ đến - – ÷ tối_đa
    khoảng trên dưới gần trở_lên giảm còn ( ) / . , : ; x km2 đ số Điều Loại 381/QĐ-UBND Covid-19
    một hai mươi trăm phần quý I VND billion $ @ www. +84
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u00a0"])
MIXTURES = st.lists(PIECES, max_size=25).map(lambda words: " ".join(words).replace("_", " "))
ANYTHING = st.one_of(st.text(max_size=200), MIXTURES)


def printed(value: Decimal) -> str:
    """Dots between thousands, a comma before decimals."""
    whole, _, decimals = f"{value:,}".partition(".")
    return whole.replace(",", ".") + ("," + decimals if decimals else "")


@given(
    value=st.decimals(min_value=2, max_value=9_999_999, places=1),
    scale=st.sampled_from(sorted(SCALES)),
    unit=st.sampled_from(sorted(UNITS)),
    bound=st.sampled_from(sorted(BOUNDS)),
    before=st.sampled_from(AROUND),
)
def test_a_figure_that_is_printed_is_found_with_its_value(
    value: Decimal, scale: str, unit: str, bound: str, before: str
) -> None:
    figure = f"{bound}{printed(value)} {scale}{unit}"
    [found] = quantities.find(f"{before}{figure}; tiếp theo.")
    assert (found.printed, found.unit, found.bound) == (figure, UNITS[unit], BOUNDS[bound])
    ends = {end for end in (found.low, found.high) if end is not None}
    assert ends == {value * SCALES[scale]}


@given(
    low=st.integers(0, 10**6),
    more=st.integers(1, 10**6),
    dash=st.sampled_from((" - ", "-", "–", " ÷ ", " đến ")),
)
def test_a_range_is_found_with_both_ends(low: int, more: int, dash: str) -> None:
    text = f"từ {printed(Decimal(low))}{dash}{printed(Decimal(low + more))} triệu đồng"
    [found] = quantities.find(text)
    assert (found.low, found.high) == (low * 10**6, (low + more) * 10**6)
    assert (found.printed, found.bound) == (text, Bound.RANGE)


@given(ANYTHING)
def test_any_text_is_read_and_every_place_holds_what_is_printed(text: str) -> None:
    found = quantities.find(text)
    names = quantities.names(text)
    assert all(text[it.start : it.end] == it.printed for it in (*found, *names))
    places = sorted((it.start, it.end) for it in (*found, *names))
    assert all(start < end for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@given(MIXTURES)
def test_loose_tone_marks_change_nothing(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert [(it.low, it.high, it.unit, it.bound) for it in quantities.find(apart)] == [
        (it.low, it.high, it.unit, it.bound) for it in quantities.find(text)
    ]


@given(ANYTHING)
def test_a_surely_read_phrase_reads_alone_as_in_its_text(text: str) -> None:
    for found in quantities.find(text):
        alone = figures.read(found.printed)
        if alone and not found.flags and found.of is None:
            assert (alone.low, alone.high, alone.bound) == (found.low, found.high, found.bound)
