"""Places at colleges: a bar each, the total hatched, earlier editions pale."""

from dataclasses import replace

import pytest

from lsdash.charts import places
from lsdash.charts.style import PALETTES, Fill
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.vocabulary import Measure
from tests.unit.charts.drawn import bars, words
from tests.unit.made import fact


@pytest.fixture
def quotas(release: Release) -> list[FactRow]:
    return read.facts(release, measures=[Measure.COLLEGE_QUOTA])


def test_each_college_has_a_bar_with_its_share_and_the_total_is_ours(
    quotas: list[FactRow],
) -> None:
    drawn = bars(places.by_college(quotas, [], "en", "light"))
    assert [(bar.start, bar.length, bar.text) for bar in drawn] == [
        (0, 510, ""),
        (0, 430, ""),
        (0, 400, ""),
        (0, 1340, "510 + 430 + 400"),
    ]
    told = words(places.by_college(quotas, [], "en", "light"))
    shares = [told.index(f"{share}% of the total (derived)") for share in (38.1, 32.1, 29.9)]
    assert shares == sorted(shares), "below the bars, where a phone has room for them"
    assert [bar.is_hatched for bar in drawn] == [False, False, False, True]
    assert [bar.source for bar in drawn] == [(fact.decision, fact.slug) for fact in quotas]


def test_the_colleges_and_their_places_are_written_above_the_bars(quotas: list[FactRow]) -> None:
    told = words(places.by_college(quotas, [], "vi", "dark"))
    share = "38,1% của tổng (suy ra)"
    assert f"510 chỉ tiêu | Cao đẳng Nghề Lạng Sơn | {share} | 430 chỉ tiêu" in told


def test_an_earlier_edition_is_pale_below_this_one_and_a_closed_college_is_kept(
    quotas: list[FactRow],
) -> None:
    before = [
        replace(fact, decision="350-qd-ubnd-2019", edition_en="year 2019")
        for fact in quotas
        if not fact.is_derived
    ]
    now = [fact for fact in quotas if fact.slug != "quota-teacher"]
    figure = places.by_college(now, before, "en", "light")
    assert [(bar.source[1], bar.source[0][-4:]) for bar in bars(figure)] == [
        ("quota-vocational", "2020"),
        ("quota-vocational", "2019"),
        ("quota-medical", "2020"),
        ("quota-medical", "2019"),
        ("quota-total", "2020"),
        ("quota-teacher", "2019"),
    ]
    pale = {bar.colour for bar in bars(figure) if bar.source[0].endswith("2019")}
    assert pale == {PALETTES["light"].inks[Fill.PAST].ground}
    assert "Lạng Sơn Medical College · year 2019" in words(figure)


COLLEGES = [fact(slug, value) for slug, value in (("a", 560), ("b", 430), ("c", 350))]


def test_a_stated_total_is_no_college_and_shares_are_of_it() -> None:
    total = fact("all", 1340, role="whole")
    figure = places.by_college([*COLLEGES, total], [], "en", "light")
    assert all(f"{share}% of the total (derived)" in words(figure) for share in (41.8, 32.1, 26.1))
    assert bars(figure)[-1].colour == PALETTES["light"].inks[Fill.OTHER].ground


@pytest.mark.parametrize("total", [[], [fact("all", 1500, role="whole")]], ids=["none", "other"])
def test_without_a_total_that_closes_there_are_no_shares(total: list[FactRow]) -> None:
    figure = places.by_college([*COLLEGES, *total], [], "en", "light")
    assert not any("%" in bar.text for bar in bars(figure))


def test_a_change_is_no_bar_beside_the_colleges() -> None:
    rise = fact("rise", 50, role="change", direction="increase")
    drawn = bars(places.by_college([*COLLEGES, rise], [], "en", "light"))
    assert [bar.source[1] for bar in drawn] == ["a", "b", "c"]


def test_a_college_is_the_same_under_another_slug_with_its_name() -> None:
    old = replace(COLLEGES[0], slug="z", decision="old", edition_en="year 2019")
    figure = places.by_college(COLLEGES, [old], "en", "light")
    assert [bar.source[1] for bar in bars(figure)] == ["a", "z", "b", "c"]
