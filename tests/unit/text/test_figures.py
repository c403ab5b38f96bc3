"""Numbers, figures and dates as Vietnamese and English readers write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lsdash import quantities
from lsdash.text import LANGS, Lang, figures
from lsdash.vocabulary import Unit


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        ("10000", "10.000", "10,000"),
        ("6.00", "6,00", "6.00"),  # with the decimals that it carries
        ("6", "6", "6"),
        ("1234567.5", "1.234.567,5", "1,234,567.5"),
        ("1E+4", "10.000", "10,000"),
        ("0", "0", "0"),
    ],
)
def test_a_number_is_grouped_as_the_language_does(value: str, vi: str, en: str) -> None:
    assert figures.number(Decimal(value), "vi") == vi
    assert figures.number(Decimal(value), "en") == en


FIGURES = [
    # low, high, unit, bound, multiplier of the source → Vietnamese, English
    ((10**10, 10**10, "vnd", "exact", 10**6), "10.000 triệu đồng", "10,000 million đồng"),
    ((35 * 10**8, 35 * 10**8, "vnd", "exact", 10**9), "3,5 tỷ đồng", "3.5 billion đồng"),
    (("6.00", "6.50", "percent", "range", 1), "6,00–6,50%", "6.00–6.50%"),
    ((30, 30, "percent", "approximately", 1), "khoảng 30%", "about 30%"),
    ((None, 23, "person", "at_most", 1), "tối đa 23 người", "at most 23 people"),
    ((1, None, "person", "at_least", 1), "tối thiểu 1 người", "at least 1 person"),
    ((None, 1, "month", "at_most", 1), "tối đa 1 tháng", "at most 1 month"),
    ((0, 0, "person", "exact", 1), "0 người", "0 people"),
    (("1.5", "1.5", "tonne", "exact", 1), "1,5 tấn", "1.5 tonnes"),
    ((1340, 1340, "place", "exact", 1), "1.340 chỉ tiêu", "1,340 places"),
    ((1000, None, "vehicle", "more_than", 1), "trên 1.000 xe", "more than 1,000 vehicles"),
]


@pytest.mark.parametrize(("figure", "vi", "en"), FIGURES)
def test_a_figure_reads_as_people_say_it(
    figure: tuple[object, object, str, str, int], vi: str, en: str
) -> None:
    *ends, unit, bound, scale = figure
    low, high = (None if end is None else Decimal(str(end)) for end in ends)
    said = {
        lang: figures.figure(low, high, unit=unit, bound=bound, scale=scale, lang=lang)
        for lang in LANGS
    }
    assert said == {"vi": vi, "en": en}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("word", quantities.SCALES)
def test_whatever_multiplier_can_be_read_can_be_written_with_every_unit(
    lang: Lang, word: str
) -> None:
    for unit_word in quantities.UNITS:
        quantity = quantities.read(f"3 {word} {unit_word}")
        if quantity is None:
            continue
        written = figures.figure(
            quantity.low,
            quantity.high,
            unit=quantity.unit,
            bound=quantity.bound,
            scale=quantity.scale,
            lang=lang,
        )
        assert "3" in written


@pytest.mark.parametrize(
    ("first", "last", "vi", "en"),
    [
        ("2020-03-02", "2020-03-08", "02/03–08/03/2020", "2–8 Mar 2020"),
        ("2020-02-28", "2020-03-05", "28/02–05/03/2020", "28 Feb–5 Mar 2020"),
        ("2020-12-28", "2021-01-03", "28/12/2020–03/01/2021", "28 Dec 2020–3 Jan 2021"),
        ("2021-01-01", "2025-12-31", "2021–2025", "2021–2025"),
        ("2020-01-01", "2020-12-31", "2020", "2020"),
        ("2020-03-05", "2020-03-05", "05/03/2020", "5 Mar 2020"),
    ],
)
def test_a_span_says_no_day_month_or_year_twice(first: str, last: str, vi: str, en: str) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert figures.span(*ends, "vi") == vi
    assert figures.span(*ends, "en") == en


def test_a_day_is_written_for_the_reader() -> None:
    thursday = date(2020, 3, 5)
    assert figures.day(thursday, "vi") == "05/03/2020"
    assert figures.day(thursday, "en") == "5 Mar 2020"
    assert figures.short_day(thursday, "vi") == "T5 05/03"
    assert figures.short_day(thursday, "en") == "Thu 5 Mar"


def test_a_moment_is_told_in_the_time_of_the_province() -> None:
    at = datetime(2020, 3, 9, 20, 5)  # noqa: DTZ001 - UTC, as a release keeps it
    assert figures.moment(at, "vi") == "03:05 ngày 10/03/2020 (giờ Việt Nam)"
    assert figures.moment(at.replace(tzinfo=UTC), "en") == "10 Mar 2020, 03:05 Vietnam time"


def test_a_deadline_at_the_end_of_a_year_is_the_year() -> None:
    assert figures.until(date(2025, 12, 31), "vi") == "2025"
    assert figures.until(date(2025, 6, 30), "vi") == "30/06/2025"


def test_a_share_has_one_decimal() -> None:
    assert figures.percent(0.7917, "vi") == "79,2%"
    assert figures.percent(0.7917, "en") == "79.2%"


def test_a_unit_stands_alone_on_an_axis() -> None:
    assert figures.unit_name(Unit.VND, 10**6, "vi") == "triệu đồng"
    assert figures.unit_name(Unit.PLACE, 1, "en") == "places"
