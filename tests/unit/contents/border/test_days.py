"""Which day is shown, and which days stand around it."""

from datetime import date

from lsdash.contents.border import days
from tests.unit.contents.border.conftest import Ask


def test_the_day_is_the_surest_and_widest_report_of_the_week(ask: Ask) -> None:
    assert days.shown(ask()) == date(2020, 3, 3)
    assert days.shown(ask(day="2020-04-20")) == date(2020, 4, 20)


def test_the_same_months_stay_while_the_day_moves_through_them(ask: Ask) -> None:
    spring = (date(2020, 1, 1), date(2020, 5, 31))
    assert days.around(ask()) == days.around(ask(day="2020-05-10")) == spring
    assert days.around(ask(day="2023-05-28")) == (date(2023, 3, 1), date(2023, 7, 31))


def test_one_moves_through_days_of_which_something_was_reported(ask: Ask) -> None:
    found = days.to_move_through(ask(day="2020-03-20"))
    assert found == sorted(found) and found[0] == date(2020, 1, 31)
    assert {date(2020, 3, 20), date(2020, 4, 13), date(2020, 5, 13)} <= {*found}
    assert date(2020, 3, 21) not in found


def test_what_is_less_sure_can_be_left_out(ask: Ask) -> None:
    sure = days.of_measure(ask(unsure="no"), days.WAITING)
    assert sure and not any(row.is_unsure for row in sure)
    assert len(sure) < len(days.of_measure(ask(), days.WAITING))
