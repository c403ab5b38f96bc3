"""Days that fall due, on one line of years."""

from datetime import date

import pytest

from lsdash.charts import years
from lsdash.charts.years import Day
from lsdash.text import Lang
from tests.unit.charts.drawn import words

ON = date(2020, 3, 8)


def days(*last: int) -> list[Day]:
    return [Day(date(year, 12, 31), f"by {year}", ("a-plan", "a-figure"), 2) for year in last]


def test_every_day_is_a_mark_that_opens_its_document() -> None:
    drawn = years.line(days(2020, 2025), ON, "", "en", "light")
    (points,) = [trace for trace in drawn["data"] if trace["type"] == "scatter"]
    assert [round(at, 1) for at in points["x"]] == [2021.0, 2026.0]
    assert points["hovertext"] == ["by 2020", "by 2025"]
    assert points["customdata"] == [["a-plan", "a-figure"]] * 2
    assert "×2" in words(drawn)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("last", [2020, 2030, 2050, 2120])
def test_few_days_have_their_words_beside_them_and_many_stand_over_years(
    lang: Lang, last: int
) -> None:
    few = years.line(days(2020, last), ON, "", lang, "dark")
    assert f"{last} ×2" in words(few)
    assert few["layout"]["xaxis"]["tickvals"] == []
    many = days(*range(2020, 2020 + years.MOST_NAMED), last)
    axis = years.line(many, ON, "", lang, "dark")["layout"]["xaxis"]
    assert axis["range"][0] == 2020
    assert axis["range"][1] > last + 1
    assert 2 <= len(axis["tickvals"]) <= years.MOST_TICKS + 1


def test_what_is_tied_to_no_day_is_said_below() -> None:
    assert "14 days" in words(years.line(days(2025), ON, "Tied to no day: 14 days.", "en", "light"))
