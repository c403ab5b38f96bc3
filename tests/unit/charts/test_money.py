"""Money: each stated whole is one bar of its parts, and what is ours is hatched."""

from dataclasses import replace

import pytest

from lsdash.charts import money
from lsdash.charts.style import PALETTES, Fill, Theme
from lsdash.store import read
from lsdash.store.read import FactRow
from lsdash.store.release import Release
from lsdash.vocabulary import Measure
from tests.unit.charts.drawn import bars, words

MILLION = 10**6


@pytest.fixture
def roads(release: Release) -> list[FactRow]:
    return read.facts(release, measures=[Measure.ROAD_FUNDING])


def later(facts: list[FactRow]) -> list[FactRow]:
    """The same sums in another document."""
    return [replace(fact, decision="421-qd-ubnd-2020", number="421/QĐ-UBND") for fact in facts]


def test_a_whole_is_the_bar_of_its_parts_and_the_total_is_ours(roads: list[FactRow]) -> None:
    drawn = bars(money.by_whole(roads, "vi", "light"))
    assert [(bar.start / MILLION, bar.length / MILLION, bar.text) for bar in drawn] == [
        (0, 7917, "7.917"),
        (7917, 2083, "2.083"),
        (0, 8300, "8.300"),
        (0, 18300, "10.000 + 8.300"),
    ]
    assert [bar.is_hatched for bar in drawn] == [False, False, False, True]


def test_every_bar_leads_to_its_own_fact(roads: list[FactRow]) -> None:
    drawn = bars(money.by_whole(roads, "en", "dark"))
    assert [bar.source for bar in drawn] == [
        ("381-qd-ubnd-2020", slug)
        for slug in ("road-arrears-materials", "road-arrears-works", "road-cement", "road-total")
    ]


def test_the_words_say_that_the_parts_close_and_that_shares_are_derived(
    roads: list[FactRow],
) -> None:
    told = words(money.by_whole(roads, "vi", "light"))
    assert "10.000 triệu đồng" in told
    assert "= 7.917 cát, đá (79,2%) + 2.083 thi công (20,8%) ✓ cộng khớp" in told
    assert "Tổng này do chúng tôi cộng; văn bản không nêu." in told


def test_parts_that_do_not_close_are_said_not_to(roads: list[FactRow]) -> None:
    wrong = [
        replace(fact, high_digits=10**9) if fact.slug == "road-arrears-works" else fact
        for fact in roads
    ]
    assert "✗ cộng không khớp" in words(money.by_whole(wrong, "vi", "light"))


def test_tranches_stand_side_by_side_with_a_hatched_running_total(roads: list[FactRow]) -> None:
    drawn = bars(money.over_documents([*later(roads), *roads], "en", "light"))
    assert [bar.text for bar in drawn] == ["10,000", "8,300", "10,000", "8,300", "18,300 + 18,300"]
    total = drawn[-1]
    assert (total.length / MILLION, total.is_hatched, total.source) == (36_600, True, ("", ""))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_money_that_is_only_asked_for_has_the_colour_of_requests(
    roads: list[FactRow], theme: Theme
) -> None:
    asked = [replace(fact, status="proposed") for fact in roads if fact.slug == "road-cement"]
    (bar,) = bars(money.by_whole(asked, "vi", theme))
    assert bar.colour == PALETTES[theme].inks[Fill.REQUEST].ground
