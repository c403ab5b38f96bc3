"""The days of a bulletin in every form that its title prints them in."""

from datetime import date

import pytest

from lsdash.intake.bulletin import days_covered


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("trong tuần (ngày 02/3 đến ngày 08/3/2020)", "2020-03-02", "2020-03-08"),
        ("(từ ngày 28/8 đến ngày 03/9/2023)", "2023-08-28", "2023-09-03"),
        ("(từ ngày 12/01/2026 - 18/01/2026)", "2026-01-12", "2026-01-18"),
        ("từ ngày 23-02 đến 27-02-2026", "2026-02-23", "2026-02-27"),
        ("từ ngày 23-02-2026 đến 27-02-2026", "2026-02-23", "2026-02-27"),
        ("(23-27/02/2026)", "2026-02-23", "2026-02-27"),
        ("từ ngày 02 - 08/3/2020", "2020-03-02", "2020-03-08"),
        ("02-3 – 08-3-2020", "2020-03-02", "2020-03-08"),
        ("02.3-08.3.2020", "2020-03-02", "2020-03-08"),
        ("ngày 02 đến ngày 08 tháng 3 năm 2020", "2020-03-02", "2020-03-08"),
        ("ngày 02 tháng 3 đến hết ngày 08 tháng 3 năm 2020", "2020-03-02", "2020-03-08"),
        ("(ngày 28/12 đến ngày 03/01/2021)", "2020-12-28", "2021-01-03"),  # over the new year
        ("tuần 50 năm 2024 (từ 9-12 đến 13-12)", "2024-12-09", "2024-12-13"),
        ("ngày 22/1 đến ngày 28/1//2009", "2009-01-22", "2009-01-28"),  # as misprinted
        ("(thứ Hai, ngày 02/3/2020 đến Chủ nhật, ngày 08/3/2020)", "2020-03-02", "2020-03-08"),
        ("từ thứ 2 (02/3) đến chủ nhật (08/3/2020)", "2020-03-02", "2020-03-08"),
        ("từ 0h ngày 02/3/2020 đến 24h ngày 08/3/2020", "2020-03-02", "2020-03-08"),
        ("(Từ 02/3÷08/3/2020)", "2020-03-02", "2020-03-08"),
    ],
)
def test_the_days_are_read(title: str, first: str, last: str) -> None:
    days = days_covered.find(title)
    assert days
    assert (days.first, days.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "title",
    [
        "tuần 50 (9-12 đến 13-12)",  # no year is printed
        "từ ngày 30/02 đến ngày 06/3/2020",  # no such day
        "từ ngày 08/3/2020 đến ngày 02/3/2020",  # backwards
    ],
)
def test_days_that_cannot_be_known_are_printed_but_not_guessed(title: str) -> None:
    days = days_covered.find(title)
    assert days and days.printed in title
    assert (days.first, days.last) == (None, None)


@pytest.mark.parametrize(
    "text", ["giai đoạn 2016 - 2020", "từ 15% - 20%", "ngày 05/3/2020", "40 - 50 người", ""]
)
def test_other_numbers_are_no_days(text: str) -> None:
    assert days_covered.find(text) is None
