"""Strips of days: each reported day by itself, the unsure hollow, words that never run together."""

from datetime import date

from lsdash.charts import over_time
from lsdash.charts.over_time import Bar, Strip
from lsdash.charts.rows import Figure
from lsdash.charts.style import Fill

MARCH = (date(2020, 3, 1), date(2020, 3, 31))
WEEK = (date(2020, 3, 2), date(2020, 3, 8))


def bar(day: int, share: float = 1, *, hollow: bool = False) -> Bar:
    return Bar(date(2020, 3, day), date(2020, 3, day), share, hollow, f"day {day}", f"OBS{day}")


def drawn(*strips: Strip) -> Figure:
    return over_time.draw(strips, *MARCH, WEEK, "en", "light")


def test_each_reported_day_leads_to_its_source_and_an_unsure_one_is_hollow() -> None:
    (marks,) = drawn(Strip("Gate", "", (bar(3), bar(9, 0.5, hollow=True)), 40, Fill.DECIDED))[
        "data"
    ]
    assert marks["customdata"] == [["", "OBS3"], ["", "OBS9"]]
    assert [colour == "rgba(0,0,0,0)" for colour in marks["marker"]["color"]] == [False, True]
    assert marks["y"] == [-40, -20]


def test_the_week_of_the_bulletin_is_marked_with_its_last_day() -> None:
    (band,) = drawn(Strip("Gate", "", (bar(3),), 40, Fill.DECIDED))["layout"]["shapes"]
    assert (band["x0"], band["x1"]) == ("2020-03-02", "2020-03-09")


def test_a_long_name_and_its_note_stand_on_two_lines_for_a_phone() -> None:
    def tops(label: str) -> list[float]:
        figure = drawn(Strip(label, "most 1,000 trucks, 13 Apr 2020", (bar(3),), 40, Fill.DECIDED))
        return [note["y"] for note in figure["layout"]["annotations"][:2]]

    short, long = tops("A gate"), tops("All gates of the whole border · exports")
    assert short[0] == short[1]
    assert long[1] - long[0] >= 14  # the size of its letters
