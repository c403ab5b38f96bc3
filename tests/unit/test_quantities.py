"""Figures as bulletins print them: (text, what it says), with the reason for each pair."""

import unicodedata
from decimal import Decimal

import pytest

from lsdash import quantities
from lsdash.model import Fact, Week
from lsdash.quantities import Expression
from lsdash.vocabulary import Bound, Unit

TRIEU, TY = 10**6, 10**9


def said(reading: Expression) -> tuple[str, str, str, str, int]:
    """Ends as written out, so that 6.00 differs from 6; an open end is a dash."""
    low, high = ("-" if end is None else str(end) for end in (reading.low, reading.high))
    return low, high, reading.unit, reading.bound, reading.scale


READ = [
    # the week of 2-8 March 2020, as printed
    ("10.000 triệu đồng", ("10000000000", "10000000000", "vnd", "exact", TRIEU)),
    ("7.917 triệu đồng", ("7917000000", "7917000000", "vnd", "exact", TRIEU)),
    ("tối đa 23 người", ("-", "23", "person", "at_most", 1)),  # no lower end, not 0
    ("tối đa không quá 03 người", ("-", "3", "person", "at_most", 1)),  # said twice, meant once
    ("tối thiểu 01 người", ("1", "-", "person", "at_least", 1)),
    ("giảm 01 người", ("1", "1", "person", "exact", 1)),  # a level word carries no amount
    ("510 chỉ tiêu", ("510", "510", "place", "exact", 1)),
    ("từ 5% - 7%", ("5", "7", "percent", "range", 1)),  # the unit on both ends
    ("khoảng 30%", ("30", "30", "percent", "approximately", 1)),
    ("100%", ("100", "100", "percent", "exact", 1)),
    ("(6,00 ÷ 6,50) %", ("6.00", "6.50", "percent", "range", 1)),  # decimals kept
    ("11 nhóm nhiệm vụ", ("11", "11", "task_group", "exact", 1)),
    ("02 phương án", ("2", "2", "option", "exact", 1)),
    ("trong vòng 01 tháng", ("-", "1", "month", "at_most", 1)),
    ("14 ngày", ("14", "14", "day", "exact", 1)),
    # other ways to write the same
    ("3,5 tỷ đồng", ("3500000000", "3500000000", "vnd", "exact", TY)),  # the comma is decimal
    ("3,5 tỉ đồng", ("3500000000", "3500000000", "vnd", "exact", TY)),  # both spellings of tỷ
    ("250 nghìn đồng", ("250000", "250000", "vnd", "exact", 1000)),
    ("250 ngàn đồng", ("250000", "250000", "vnd", "exact", 1000)),
    ("5 vạn người", ("50000", "50000", "person", "exact", 10_000)),
    ("1.234.567,89 kg", ("1234567.89", "1234567.89", "kg", "exact", 1)),
    ("5–7%", ("5", "7", "percent", "range", 1)),  # en dash
    ("từ 5 đến 7 ngày", ("5", "7", "day", "range", 1)),
    ("2 - 3 tỷ đồng", ("2000000000", "3000000000", "vnd", "range", TY)),  # tỷ holds for both
    ("3 ngày làm việc", ("3", "3", "working_day", "exact", 1)),  # not 3 days
    ("2 điểm phần trăm", ("2", "2", "percentage_point", "exact", 1)),  # not 2 %
    ("dưới 10 km2", ("-", "10", "km2", "less_than", 1)),
    ("hơn 1.000 xe", ("1000", "-", "vehicle", "more_than", 1)),
    ("gần 100 tấn", ("-", "100", "tonne", "nearly", 1)),
    ("ít nhất 2 kWh", ("2", "-", "kwh", "at_least", 1)),
    ("TỐI ĐA 23 NGƯỜI", ("-", "23", "person", "at_most", 1)),
    ("10.000\u00a0triệu\u00a0đồng", ("10000000000", "10000000000", "vnd", "exact", TRIEU)),
    ("tối  đa\n23 người", ("-", "23", "person", "at_most", 1)),  # a line broken in two
    ("0 người", ("0", "0", "person", "exact", 1)),  # nought is a figure
    ("1 tỷ 500 triệu đồng", ("1500000000", "1500000000", "vnd", "exact", TY)),  # one amount
    ("05 (năm) ngày", ("5", "5", "day", "exact", 1)),  # the number again in words
    ("50 triệu đồng trở lên", ("50000000", "-", "vnd", "at_least", TRIEU)),  # bound after it
    ("12 nghìn tỷ đồng", ("12000000000000", "12000000000000", "vnd", "exact", 1000 * TY)),
    # in words, as in digits
    ("mười người", ("10", "10", "person", "exact", 1)),
    ("hai nghìn tỷ đồng", ("2000000000000", "2000000000000", "vnd", "exact", 1000 * TY)),
    ("ba nghìn hai trăm tỷ đồng", ("3200000000000", "3200000000000", "vnd", "exact", TY)),
    ("mười nghìn triệu đồng", ("10000000000", "10000000000", "vnd", "exact", 1000 * TRIEU)),
    ("bốn tỷ hai trăm triệu đồng", ("4200000000", "4200000000", "vnd", "exact", TY)),
    ("hai tỷ không trăm linh năm triệu đồng", ("2005000000", "2005000000", "vnd", "exact", TY)),
    ("nửa triệu đồng", ("500000", "500000", "vnd", "exact", TRIEU)),
    ("ba tỷ rưỡi đồng", ("3500000000", "3500000000", "vnd", "exact", TY)),
    ("một nghìn rưỡi đồng", ("1500", "1500", "vnd", "exact", 1000)),
    ("tối đa hai mươi mốt người", ("-", "21", "person", "at_most", 1)),
    ("ít nhất một tổ", ("1", "-", "item", "at_least", 1)),  # below ten where it is limited
    ("không quá hai ngày", ("-", "2", "day", "at_most", 1)),
    ("hai mươi năm", ("20", "20", "year", "exact", 1)),  # năm behind mươi is the year
    ("hai mươi lăm ngày", ("25", "25", "day", "exact", 1)),
    ("ba, bốn triệu đồng", ("3000000", "4000000", "vnd", "range", TRIEU)),  # said for a few
    ("ba bốn triệu đồng", ("3000000", "4000000", "vnd", "range", TRIEU)),
    ("năm, sáu trăm triệu đồng", ("500000000", "600000000", "vnd", "range", TRIEU)),
    ("hai ba chục triệu đồng", ("20000000", "30000000", "vnd", "range", TRIEU)),
    ("hai đến ba tỷ đồng", ("2000000000", "3000000000", "vnd", "range", TY)),
    ("từ mười lăm đến hai mươi ngày", ("15", "20", "day", "range", 1)),
    ("ba, bốn hộ", ("3", "4", "household", "range", 1)),
    # words and digits in one number
    ("2 nghìn 500 tỷ đồng", ("2500000000000", "2500000000000", "vnd", "exact", TY)),
    ("3 trăm 50 triệu đồng", ("350000000", "350000000", "vnd", "exact", TRIEU)),
    ("6 nghìn 4 trăm tỷ đồng", ("6400000000000", "6400000000000", "vnd", "exact", TY)),
    ("12 nghìn tr.đ", ("12000000000", "12000000000", "vnd", "exact", 1000 * TRIEU)),
    ("2 tỷ năm trăm triệu đồng", ("2500000000", "2500000000", "vnd", "exact", TY)),
    ("hai tỷ 500 triệu đồng", ("2500000000", "2500000000", "vnd", "exact", TY)),
    ("2 triệu rưỡi đồng", ("2500000", "2500000", "vnd", "exact", TRIEU)),
    # spaces between thousands, plain ones and fixed ones
    ("4 700 000 000 đồng", ("4700000000", "4700000000", "vnd", "exact", 1)),
    ("3 500 triệu đồng", ("3500000000", "3500000000", "vnd", "exact", TRIEU)),
    ("3\u00a0500 triệu đồng", ("3500000000", "3500000000", "vnd", "exact", TRIEU)),
    ("12\u202f345,5 ha", ("12345.5", "12345.5", "hectare", "exact", 1)),
    # units written short
    ("750 trđ", ("750000000", "750000000", "vnd", "exact", TRIEU)),
    ("750 tr.đ", ("750000000", "750000000", "vnd", "exact", TRIEU)),
    ("7,5 tr đồng", ("7500000", "7500000", "vnd", "exact", TRIEU)),
    ("12tỷđ", ("12000000000", "12000000000", "vnd", "exact", TY)),
    ("1 tỷ 250 trđ", ("1250000000", "1250000000", "vnd", "exact", TY)),
    ("từ 1,2 đến 4,5 triệu đồng/m2", ("1200000", "4500000", "vnd", "range", TRIEU)),
    ("12.000 đồng/m3 đến 18.500 đồng/m3", ("12000", "18500", "vnd", "range", 1)),
    # halves
    ("1/2 ngày", ("0.5", "0.5", "day", "exact", 1)),
    ("1/2 tỷ đồng", ("500000000", "500000000", "vnd", "exact", 10**9)),
    ("3/4 giờ", ("0.75", "0.75", "hour", "exact", 1)),
    ("1 1/2 tháng", ("1.5", "1.5", "month", "exact", 1)),
    ("2½ ngày", ("2.5", "2.5", "day", "exact", 1)),
    ("nửa tháng", ("0.5", "0.5", "month", "exact", 1)),
    ("2 ngày rưỡi", ("2.5", "2.5", "day", "exact", 1)),
    (",75 %", ("0.75", "0.75", "percent", "exact", 1)),  # nothing before it can be lost here
]


@pytest.mark.parametrize(("printed", "expected"), READ)
def test_a_printed_figure_is_read_as_it_stands(
    printed: str, expected: tuple[str, str, str, str, int]
) -> None:
    reading = quantities.read(printed)
    assert reading and said(reading) == expected


UNREAD = [
    "",
    "23",  # of what?
    "triệu đồng",  # how many?
    "hai nghìn ba đồng",  # 2 003, or 2 300 said short
    "hai triệu năm trăm đồng",  # 2 000 500, or 2.5 million
    "ba tỷ ba tỷ đồng",  # no number
    "hai tỷ ba nghìn triệu đồng",
    "một trăm năm người",  # 105, or 150
    "nửa đồng",
    "năm bảy chục triệu đồng",  # 50 to 70, or 70 in the year
    "± 2 %",
    "100 ± 5 kg",
    "10 triệu đồng × 5 hộ",
    "1/3 ngày",  # a third, or one of three
    "mười, mười lăm ngày",  # a list, or a range
    "2, 3 triệu đồng",  # 2.3, two numbers, or a range
    "khoảng 5 - 7%",  # a bound and a range at once
    "khoảng tối đa 5%",  # two bounds that differ
    "1.0000 đồng",  # not a group of three
    "300 xe, 5 người",  # two figures
    "-5%",  # a minus or a dash?
    "5% so với năm 2019",  # words that change the meaning
    "7 - 5%",  # runs backwards
    "3 kg - 5 tấn",  # two units
]


@pytest.mark.parametrize("printed", UNREAD)
def test_what_is_not_surely_one_figure_is_not_read(printed: str) -> None:
    assert quantities.read(printed) is None


WITHIN = [
    ("từ 62,5% lên 63,0%", ["62.5", "63.0"]),
    ("khoảng 120 - 150 tỷ đồng", ["120000000000"]),
    ("-1,35%", ["-1.35"]),  # alone it is no dash
    ("tăng thêm 20 chỉ tiêu", ["20"]),
    ("hai triệu năm trăm đồng", []),  # still two readings
]


@pytest.mark.parametrize(("printed", "lows"), WITHIN)
def test_the_figures_within_a_phrase_are_found_where_nothing_but_words_is_left_over(
    printed: str, lows: list[str]
) -> None:
    assert [str(each.low) for each, _ in quantities.within(printed)] == lows


def test_what_stands_behind_a_figure_is_given_with_it() -> None:
    ((reading, behind),) = quantities.within("không quá 4.000 bóng")
    assert (reading.high, behind) == (4000, "bóng")
    assert quantities.scale_of("khoảng 120 - 150 tỷ đồng", Decimal(120 * TY)) == TY


def test_ends_with_different_multipliers_each_keep_their_own() -> None:
    quantity = quantities.read("500 triệu đồng - 1 tỷ đồng")
    ends = quantity and (quantity.low, quantity.high)
    assert ends in {None, (Decimal(500 * TRIEU), Decimal(TY))}


def test_every_stated_figure_of_the_shipped_record_is_read_as_recorded(week: Week) -> None:
    facts = [fact for decision in week.decisions for fact in decision.facts if fact.printed]
    assert len(facts) == 24
    assert [fact.slug for fact in facts if not _agrees(fact)] == []


def _agrees(fact: Fact) -> bool:
    it = quantities.read(fact.printed or "")
    return it is not None and (it.kind, it.low, it.high, it.unit, it.bound) == (
        fact.kind,
        fact.low,
        fact.high,
        fact.unit,
        fact.bound,
    )


def test_tone_marks_typed_apart_read_the_same() -> None:
    apart = unicodedata.normalize("NFD", "tối đa 23 người")
    assert quantities.read(apart) == quantities.read("tối đa 23 người")


@pytest.mark.parametrize(
    ("printed", "value"), [("7.917", "7917"), ("6,00", "6.00"), ("1.234,5", "1234.5"), ("01", "1")]
)
def test_dots_group_and_the_comma_is_decimal(printed: str, value: str) -> None:
    assert str(quantities.number(printed)) == value


def test_units_and_bounds_of_the_reader_are_those_of_the_vocabulary() -> None:
    assert {unit for _, unit in quantities.UNITS.values()} <= set(Unit)
    assert set(quantities.BOUNDS.values()) | {Bound.EXACT, Bound.RANGE} == set(Bound)


@pytest.mark.parametrize(
    ("printed", "value", "scale"),
    [
        ("7.917 triệu đồng", 7_917_000_000, 10**6),
        ("5.000", 5_000_000_000, 10**6),  # a cell under `Kinh phí (triệu đồng)`
        ("1,5", 1_500_000_000, 10**9),
        ("510", 510, 1),
        ("5.000", 5_100_000_000, 1),  # it stands for something else
        ("0", 0, 1),
        ("không", 5, 1),
    ],
)
def test_the_multiplier_is_read_or_follows_from_what_a_bare_number_stands_for(
    printed: str, value: int, scale: int
) -> None:
    assert quantities.scale_of(printed, Decimal(value)) == scale
