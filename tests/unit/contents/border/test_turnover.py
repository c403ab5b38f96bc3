"""Turnover: three measures apart, and only equal spans of time on one scale."""

import pytest

from lsdash.contents.blocks import Chart, Listed
from lsdash.contents.border import turnover
from tests.unit.contents.border.conftest import Ask


@pytest.mark.parametrize("measure", turnover.MEASURES)
def test_what_stands_on_one_scale_covers_as_long_and_nothing_is_left_out(
    ask: Ask, measure: str
) -> None:
    here = ask()
    spans = {row.id: turnover.span(row) for row in turnover.values(here, measure)}
    blocks = turnover.told(here, measure)
    drawn: list[str] = []
    for block in blocks:
        if isinstance(block, Chart):
            own = [row for _, row in block.draw("light")["data"][0]["customdata"]]
            assert len({spans[row] for row in own}) == 1 < len(own)
            drawn += own
    words = [line for block in blocks if isinstance(block, Listed) for line in block.lines]
    assert len(drawn) + len(words) == len(spans)


def test_a_year_and_ten_months_are_not_alike_and_two_years_are(ask: Ask) -> None:
    values = {row.id: turnover.span(row) for row in turnover.values(ask(), "trade_value_all_modes")}
    assert values["OBS228"] == values["OBS251"] == (12, 0)  # 2023 and 2024, a leap year
    assert values["OBS248"] == (10, 0)
