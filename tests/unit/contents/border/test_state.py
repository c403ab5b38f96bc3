"""The gates on a day: what the reports up to then say, and never more."""

from datetime import date

import pytest

from lsdash.contents.blocks import text_of
from lsdash.contents.border import state, strip
from tests.unit.contents.border.conftest import Ask

OPEN = ["huu-nghi", "dong-dang", "chi-ma", "tan-thanh", "coc-nam"]


def states(ask: Ask, day: str, **more: str) -> dict[str, str | None]:
    return {own.gate.slug: own.now for own in state.each(ask(day=day, **more))}


@pytest.mark.parametrize(
    ("day", "gate", "expected"),
    [
        ("2020-01-30", "tan-thanh", None),  # nothing was reported by then: neither open nor shut
        ("2020-01-31", "tan-thanh", "shut"),
        ("2020-01-31", "huu-nghi", "disputed"),
        ("2020-02-05", "huu-nghi", "open"),
        ("2020-02-20", "tan-thanh", "restricted"),
        ("2020-03-13", "binh-nghi", "open"),
        ("2020-03-19", "binh-nghi", "shut"),
        ("2020-04-07", "coc-nam", "restricted"),
        ("2020-05-13", "na-hinh", "shut"),  # allowed to reopen is not open
        ("2024-01-01", "na-nua", "open"),
        ("2021-06-03", "po-nhung", "shut"),
        ("2021-06-04", "po-nhung", None),  # after more than a year without a word nobody knows
    ],
)
def test_a_gate_is_as_the_last_report_up_to_the_day_says(
    ask: Ask, day: str, gate: str, expected: str | None
) -> None:
    assert states(ask, day)[gate] == expected


def test_five_gates_trade_where_the_report_counts_five(ask: Ask) -> None:
    found = states(ask, "2020-05-10")
    assert sorted(gate for gate in found if found[gate] == "open") == sorted(OPEN)


def test_without_what_is_less_sure_its_states_go_too(ask: Ask) -> None:
    assert states(ask, "2020-03-03")["coc-nam"] == "open"
    assert states(ask, "2020-03-03", unsure="no")["coc-nam"] == "shut"


def test_a_figure_of_another_day_says_so_and_an_old_one_is_not_told(ask: Ask) -> None:
    at = {own.gate.slug: own for own in state.each(ask())}
    waiting = at["huu-nghi"].waiting
    assert waiting and (waiting.value, waiting.period_to) == (365, date(2020, 2, 23))
    drawn = strip.chart(ask())
    assert drawn and "Huu Nghi (Friendship) – Youyiguan" in drawn.across.alt
    assert "365 trucks (23 Feb)" in drawn.across.alt
    later = {own.gate.slug: own for own in state.each(ask(day="2020-03-13"))}
    assert later["huu-nghi"].waiting is None


def test_the_answer_names_queue_and_shut_gates_and_each_has_its_source_and_doubt(ask: Ask) -> None:
    here = ask(day="2020-04-13")
    assert state.sentence(here) == (
        "2,600 trucks waiting at the gates on 13 Apr 2020; "
        "shut: Na Nua, Binh Nghi, Na Hinh, Po Nhung"
    )
    queue, *_, context = map(text_of, state.reported(here).lines)
    assert "VietNamNet (from Việt Nam News)" in queue and "another source says otherwise" in queue
    assert "none of it is a figure of a document" in context


def test_a_province_above_the_whole_border_is_told_with_what_each_counts(ask: Ask) -> None:
    told = [text_of(each) for each in state.reported(ask(day="2020-04-13")).lines]
    (above,) = [each for each in told if "above that of the whole border" in each]
    assert "(2,600 trucks)" in above and "(2,229 trucks)" in above
    assert "2,229: Waiting at gates facing China" in above and "OBS" not in above
    assert not any("above that" in text_of(each) for each in state.reported(ask()).lines)


def test_exports_and_imports_are_told_beside_each_other_and_never_added(ask: Ask) -> None:
    told = "\n".join(map(text_of, state.reported(ask()).lines))
    assert "101 trucks exports, 36 trucks imports" in told
    assert "137" not in told


def test_a_commune_that_no_page_read_names_is_marked(ask: Ask) -> None:
    places = {own.gate.slug: state.place(own.gate) for own in state.each(ask())}
    assert places["chi-ma"] == "Yên Khoái, Lộc Bình"
    assert places["na-hinh"] == "Thụy Hùng (?), Văn Lãng"


def test_on_a_day_without_reports_the_answer_says_so(ask: Ask) -> None:
    assert state.sentence(ask(day="2019-01-15")) == "15 Jan 2019: no queue was reported"
