"""Money: each stated whole is one bar of its parts, and what is ours is hatched."""

from dataclasses import replace

import pytest

from lsdash.charts import money
from lsdash.charts.parts import by_part
from lsdash.charts.rows import Figure
from lsdash.charts.style import MEETING, PALETTES, Fill, Theme
from lsdash.store import read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.vocabulary import Measure
from tests.unit.charts.drawn import bars, plain, words
from tests.unit.made import fact
from tests.unit.made import money as made

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


A, B = made("a", 4000), made("b", 2400)
WHOLE = made("all", 6400, role="whole")


def parts(*values: int) -> list[FactRow]:
    return [made(f"part-{value}", value, role="part", part_of="all") for value in values]


def test_a_stated_total_is_a_bar_of_its_own_that_says_what_it_adds_up() -> None:
    figure = money.by_whole([A, B, WHOLE], "en", "light")
    assert [bar.length / MILLION for bar in bars(figure)] == [4000, 2400, 6400]
    assert "= 4,000 a (62.5%) + 2,400 b (37.5%) ✓ adds up" in words(figure)


def test_a_sum_that_does_not_close_has_no_shares_and_what_is_left_of_it_is_hatched() -> None:
    figure = money.by_whole([WHOLE, *parts(4000, 2000)], "en", "light")
    assert [(bar.length / MILLION, bar.is_hatched) for bar in bars(figure)] == [
        (4000, False),
        (2000, False),
        (400, True),
    ]
    assert "does not add up" in words(figure)
    assert "%" not in words(figure)


def test_parts_beyond_their_whole_are_told_and_not_drawn_beyond_it() -> None:
    figure = money.by_whole([WHOLE, *parts(4000, 4000)], "en", "light")
    assert [bar.length / MILLION for bar in bars(figure)] == [6400]
    assert "≠ 4,000 part-4000 + 4,000 part-4000 ✗" in words(figure)


def test_a_change_has_no_place_beside_sums() -> None:
    rise = made("rise", 300, role="change", direction="increase")
    figure = money.by_whole([A, rise], "en", "light")
    assert [bar.source[1] for bar in bars(figure)] == ["a"]
    alone = money.by_whole([rise], "en", "light")
    assert bars(alone) == []
    assert "plus 300 million đồng" in words(alone)


def test_a_change_from_one_figure_to_another_is_an_arrow() -> None:
    rise = fact("rise", 50, role="change", direction="increase", before=510)
    figure = money.by_whole([rise], "en", "light")
    (shaft,) = bars(figure)
    assert (shaft.start, shaft.length) == (510, 50)
    assert figure["data"][1]["marker"]["symbol"] == "triangle-right"
    assert "plus 50 places: 510 places → 560 places" in words(figure)


def test_units_share_no_axis() -> None:
    dollars = replace(A, unit="usd")
    with pytest.raises(ValueError, match="several units"):
        money.by_whole([A, dollars], "en", "light")


def test_a_sum_in_billions_beside_millions_is_written_with_its_unit() -> None:
    billions = replace(parts(4000)[0], shown_scale=10**9)
    told = words(money.by_whole([WHOLE, billions, *parts(2400)], "en", "light"))
    assert "= 4 billion đồng part-4000 (62.5%) + 2,400 part-2400 (37.5%)" in told


def of(document: str, *facts: FactRow, status: str = "decided") -> list[FactRow]:
    return [replace(each, decision=document, number=document, status=status) for each in facts]


def test_what_is_asked_for_an_option_or_a_part_is_in_no_running_total() -> None:
    facts = [
        *of("later", made("bridge", 24_000), status="proposed"),
        *of("second", A, B, WHOLE, replace(A, slug="o", option=1)),
        *of("first", made("all", 9700), *parts(4200, 5500)),
    ]
    figure = money.over_documents(facts, "en", "light")
    *_, total = bars(figure)
    assert (total.length / MILLION, total.text) == (16_100, "9,700 + 6,400")
    assert money.running(facts, "en") == "16,100 million đồng"


def test_a_running_total_with_a_ceiling_is_no_exact_figure() -> None:
    ceiling = made("up-to", low=None, high=500, bound="at_most")
    facts = [*of("second", ceiling), *of("first", A)]
    figure = money.over_documents(facts, "en", "light")
    assert "at most 4,500 million đồng" in words(figure)
    assert not any(bar.is_hatched for bar in bars(figure))


@pytest.mark.parametrize(
    "facts",
    [
        [],
        [made("a", 0)],
        [made("a", -5), made("b", 7)],
        [made("a", 900_000_000_000)],
        [fact("a", "0.25", unit="hectare")],
        [made("a", low=5, high=9, bound="range"), made("b", low=3, high=None, bound="at_least")],
    ],
    ids=["none", "nought", "below nought", "huge", "small", "open"],
)
def test_every_amount_can_be_drawn(facts: list[FactRow]) -> None:
    for figure in (
        money.by_whole(facts, "vi", "light"),
        money.over_documents(facts, "vi", "dark"),
    ):
        first, last = figure["layout"]["xaxis"]["range"]
        assert first < last
        assert all(first <= bar.start <= bar.start + bar.length <= last for bar in bars(figure))


COST = made("cost", 145_600, role="whole")
OWN = made("own", 33_400, role="part", part_of="cost")
LOAN = fact("loan", 4_800_000, unit="usd", kind="money", role="part", part_of="cost")


def test_a_part_in_another_unit_is_told_and_what_is_left_is_not_called_unstated() -> None:
    among = [COST, LOAN, OWN]
    drawn = money.by_whole([COST, OWN], "en", "light", among)
    told, bars_text = words(drawn), " ".join(bar.text for bar in bars(drawn))
    assert "of which: " in told
    assert "4,800,000 US dollars loan" in told
    assert "a part of it is stated in another unit" in bars_text
    assert "not stated what for" not in bars_text
    assert "✗" not in told
    assert "a part of " in words(money.by_whole([LOAN], "en", "light", among))
    alone = bars(money.by_whole([COST, OWN], "en", "light"))
    assert "not stated what for" in " ".join(bar.text for bar in alone)


def test_a_sum_split_over_many_tells_its_part_in_another_unit_too() -> None:
    told = words(by_part(COST, [COST, OWN], "en", "light", [COST, OWN, LOAN]))
    assert "loan" in told
    assert "✗" not in told


DISTRICTS = ("Tràng Định", "Văn Lãng", "Cao Lộc", "Lộc Bình", "Đình Lập")


def split(*subjects: str) -> list[FactRow]:
    """A whole and a part of 1,000 for each of these."""
    each = [
        made(f"part-{at}", 1000, role="part", part_of="all", subject_vi=subject)
        for at, subject in enumerate(subjects)
    ]
    return [made("all", 1000 * len(subjects), role="whole"), *each]


def beside(figure: Figure) -> list[tuple[float, str]]:
    """Words right of a bar: where they begin on the axis, and what they say."""
    notes = figure["layout"]["annotations"]
    return [
        (note["x"], plain(note["text"]))
        for note in notes
        if note.get("xanchor") == "left" and "xref" not in note
    ]


@pytest.mark.parametrize("draw", [by_part, None], ids=["alone", "among other sums"])
def test_a_split_over_many_has_a_row_a_part_whose_words_a_phone_shows_whole(draw: object) -> None:
    facts = split(*DISTRICTS)
    figure = (
        by_part(facts[0], facts, "vi", "light") if draw else money.by_whole(facts, "vi", "light")
    )
    told = words(figure)
    assert all(f"1.000 · {name} (20,0%)" in told for name in DISTRICTS)
    assert [bar.length / MILLION for bar in bars(figure)][-5:] == [1000.0] * 5
    end = figure["layout"]["xaxis"]["range"][1]
    assert beside(figure)
    assert all(
        at / end + len(text) * 8 * MEETING / 350 < 1
        for at, text in beside(figure)
        if "1.000" in text
    )


def test_words_too_long_for_a_phone_stand_above_their_bars() -> None:
    long = [f"Trung tâm Y tế và phòng chống dịch bệnh huyện {name}" for name in DISTRICTS]
    facts = split(*long)
    for figure in (
        by_part(facts[0], facts, "vi", "light"),
        money.by_whole(facts, "vi", "light"),
    ):
        assert all(name in words(figure) for name in long)
        assert not any("Trung tâm" in text for _, text in beside(figure))
        notes = [note["text"] for note in figure["layout"]["annotations"]]
        named = [note for note in notes if "Trung tâm" in note]
        wide = max(len(line) for note in named for line in note.split("<br>"))
        assert wide * 7.5 * MEETING < 350


def test_parts_that_are_not_exact_neither_close_nor_fail_to() -> None:
    facts = split(*DISTRICTS)
    loose = [*facts[:-1], replace(facts[-1], bound="approximately")]
    for figure in (by_part(loose[0], loose, "vi", "light"), money.by_whole(loose, "vi", "light")):
        assert "✗" not in words(figure)
        assert "✓" not in words(figure)
    unequal = [replace(facts[0], high_digits=9, low_digits=9), *facts[1:]]
    figure = money.by_whole(unequal, "vi", "light")
    assert "✗ các phần cộng không khớp tổng" in words(figure)
    assert max(bar.length for bar in bars(figure)) <= figure["layout"]["xaxis"]["range"][1]
