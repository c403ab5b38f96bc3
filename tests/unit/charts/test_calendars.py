"""A worker's calendar: stated lengths to scale, what is not stated hatched and said."""

import pytest

from lsdash.charts import calendars
from lsdash.charts.rows import Figure
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import StepRow
from lsdash.text import Lang
from tests.unit.charts.drawn import bars, words

LETTER = "1270-ubnd-ktth-2020"


def drawn(release: Release, lang: Lang, steps: list[StepRow] | None = None) -> Figure:
    return calendars.by_option(
        read.options(release, LETTER),
        read.steps(release, LETTER) if steps is None else steps,
        read.facts_of(release, LETTER),
        lang,
        "light",
    )


@pytest.fixture
def courses(release: Release) -> Figure:
    return drawn(release, "en")


def test_stated_lengths_are_drawn_to_length_and_lead_to_their_facts(courses: Figure) -> None:
    stated = [bar for bar in bars(courses) if bar.source != ("", "")]
    assert [(bar.start, bar.length, bar.text, bar.source) for bar in stated] == [
        (0, 30, "at most 1 month", (LETTER, "labor-1-stay")),
        (10, 14, "14 days", (LETTER, "labor-1-quarantine")),
    ]
    assert "A month is drawn as 30 days." in words(courses)


def test_what_is_not_stated_is_hatched_and_says_so(courses: Figure) -> None:
    unsaid = [bar.text for bar in bars(courses) if bar.is_hatched]
    assert unsaid == [
        "isolation afterwards: not stated",
        "how long: not stated",
        "how many days: not stated",
    ]


def test_a_step_that_ends_who_knows_when_is_told_so_and_a_daily_one_is_not(courses: Figure) -> None:
    told = words(courses)
    assert "until they stop (how long: not stated) → compulsory isolation: 14 days" in told
    assert (
        "works across → stays and is isolated in the gate area → how many days: not stated" in told
    )


def test_daily_steps_come_back_every_day_in_turn(courses: Figure) -> None:
    daily = [bar for bar in bars(courses) if bar.length == 0.5]
    assert [bar.start for bar in daily] == [half / 2 for half in range(60)]
    assert len({bar.colour for bar in daily}) == 2
    assert "Repeats every day; drawn for 30 days to compare" in words(courses)


def test_each_option_heads_its_own_rows(release: Release) -> None:
    told = words(drawn(release, "vi"))
    first, second = told.index("Phương án 1: Ở lại"), told.index("Phương án 2: Đi về")
    assert first < told.index("Ở đủ thời gian") < told.index("Thôi làm và muốn về") < second
    assert second < told.index("Mỗi ngày làm việc")


def test_an_option_without_a_course_is_shown_as_not_told(release: Release) -> None:
    own = [step for step in read.steps(release, LETTER) if step.option == 1]
    told = words(drawn(release, "en", own))
    assert "Option 2: Coming home the same day | how a worker's time runs: not stated" in told


def test_those_who_cannot_see_it_hear_every_length(release: Release) -> None:
    of_letter = (
        read.options(release, LETTER),
        read.steps(release, LETTER),
        read.facts_of(release, LETTER),
    )
    told = calendars.in_words(*of_letter, "en")
    assert "Option 1: Staying across the border. Stays the full time: works and stays" in told
    assert "at most 1 month → isolation afterwards: not stated." in told
    assert "compulsory isolation: 14 days." in told
