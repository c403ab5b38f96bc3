"""Where the queue went, in one sentence."""

import pytest

from lsdash.contents.blocks import text_of
from lsdash.contents.border import trend
from tests.unit.contents.border.conftest import Ask


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        (
            {},
            "From 3 Mar to 13 Apr the queue in the province rose from 428 to 2,600 trucks "
            "(another source of that day: 1,930); on 27 Apr it was 1,070 trucks.",
        ),
        (
            {"day": "2020-04-13"},
            "From 13 Apr to 27 Apr the queue in the province fell from 2,600 "
            "(another source of that day: 1,930) to 1,070 trucks.",
        ),
        (
            {"unsure": "no"},
            "From 3 Mar to 2 Apr the queue in the province rose from 428 to 1,000 trucks.",
        ),
    ],
    ids=str,
)
def test_the_trend_goes_from_the_day_to_the_farthest_point_and_the_last(
    ask: Ask, inputs: dict[str, str], told: str
) -> None:
    sentence = trend.sentence(ask(**inputs))
    assert sentence and text_of(sentence).startswith(told)


def test_one_day_alone_is_no_trend(ask: Ask) -> None:
    assert trend.sentence(ask(day="2018-02-05")) is None
