"""What links mean: every way in which one can be odd is named, and none widens the view."""

from datetime import date

import pytest

from lsdash.model import SEARCH_WORDS, Filters
from lsdash.text import LANGS, say
from lsdash.view import LATEST, PAGES, Notice, Noticed, View, from_query, to_query

Query = dict[str, list[str]]
TRANSPORT = Filters(sectors=("transport",))


def test_a_link_holds_codes_in_a_fixed_order_with_sorted_values() -> None:
    filters = Filters(
        sectors=("transport", "health"),
        kinds=("QD",),
        statuses=("proposed",),
        weeks=("2020-w10",),
        signed_from=date(2020, 3, 2),
        signed_to=date(2020, 3, 8),
        search="đường",
    )
    view = View("decisions", "2020w10-3f9a2c1d", filters, sheet=2)
    assert list(to_query(view).items()) == [
        ("release", ["2020w10-3f9a2c1d"]),
        ("sector", ["health", "transport"]),
        ("kind", ["QD"]),
        ("status", ["proposed"]),
        ("week", ["2020-w10"]),
        ("from", ["2020-03-02"]),
        ("to", ["2020-03-08"]),
        ("q", ["đường"]),
        ("sheet", ["2"]),
    ]


def test_a_bare_page_has_an_empty_query_and_no_notices() -> None:
    for page in PAGES:
        assert to_query(View(page)) == {}
        assert from_query({}, page) == (View(page), [])


def test_the_floating_release_stays_floating() -> None:
    view, _ = from_query({"release": [LATEST]}, "overview")
    assert to_query(view) == {"release": [LATEST]}


def test_the_language_is_never_part_of_what_a_link_pins() -> None:
    assert from_query({"lang": ["en"]}, "overview") == (View("overview"), [])


@pytest.mark.parametrize(
    ("query", "canonical", "notice"),
    [
        # an unknown key is named and gone from the canonical link
        ({"colour": ["red"]}, {}, Noticed(Notice.UNKNOWN_KEY, "colour")),
        ({"<b>": ["x"]}, {}, Noticed(Notice.UNKNOWN_KEY, "<b>")),
        # an unknown value is named and kept, so that the filter goes on matching nothing
        *(
            ({key: ["nope"]}, {key: ["nope"]}, Noticed(Notice.UNKNOWN_VALUE, key, "nope"))
            for key in ("sector", "kind", "status", "from", "to")
        ),
        ({"from": ["2020-02-30"]}, {"from": ["2020-02-30"]}, (Notice.UNKNOWN_VALUE, "2020-02-30")),
        ({"to": ["20200308"]}, {"to": ["20200308"]}, (Notice.UNKNOWN_VALUE, "20200308")),
        ({"week": ["1999-w01"]}, {"week": ["1999-w01"]}, (Notice.UNKNOWN_WEEK, "1999-w01")),
        # a former name is resolved and the link rewritten
        ({"kind": ["QĐ"]}, {"kind": ["QD"]}, Noticed(Notice.RENAMED, "kind", "QĐ")),
        # a sheet that cannot be is clamped
        *(
            ({"sheet": [sheet]}, {}, Noticed(Notice.CLAMPED, "sheet", sheet))
            for sheet in ("0", "-1", "two", "1e3", "9999999", "٢")
        ),
    ],
)
def test_an_odd_link_is_named_and_means_no_more_than_it_says(
    query: Query, canonical: Query, notice: Noticed | tuple[Notice, str]
) -> None:
    view, told = from_query(query, "decisions", weeks=["2020-w10"])
    assert to_query(view) == canonical
    if isinstance(notice, tuple):
        assert [(each.notice, each.value) for each in told] == [notice]
    else:
        assert told == [notice]


def test_a_former_name_of_a_page_opens_the_page() -> None:
    view, _ = from_query({}, "border_labour")
    assert view.page == "border_labor"


@pytest.mark.parametrize("page", PAGES)
def test_an_unread_date_is_kept_until_it_is_cleared(page: str) -> None:
    view, _ = from_query({"from": ["soon"]}, page)
    assert view.unread == (("from", "soon"),)
    assert view.on("overview").unread == view.unread
    assert view.applied() != View(page).applied()


def test_several_weeks_are_each_held_against_those_of_the_release() -> None:
    query = {"week": ["2020-w10", "2020-w11"]}
    _, told = from_query(query, "overview", weeks=iter(["2020-w10", "2020-w11"]))
    assert told == []


def test_without_the_weeks_of_a_release_weeks_are_taken_as_written() -> None:
    view, told = from_query({"week": ["1999-w01"]}, "overview")
    assert (view.filters.weeks, told) == (("1999-w01",), [])


def test_too_many_values_are_cut_and_named() -> None:
    weeks = [f"2020-w{number:02}" for number in range(1, 53)]
    view, told = from_query({"week": weeks}, "overview")
    assert len(view.filters.weeks) == 40
    assert told == [Noticed(Notice.TOO_MANY, "week", "40")]


@pytest.mark.parametrize(
    ("written", "kept", "cut"),
    [
        ("  đường \n nông\u00a0thôn ", "đường nông thôn", False),
        ("du\u031bo\u031b\u0300ng", "dường", False),  # marks typed apart
        ("a\x00b\u202ec", "a b c", False),  # nothing unprintable in a link
        ("một hai ba bốn năm sáu", "một hai ba bốn năm sáu", False),
        ("một hai ba bốn năm sáu bảy", "một hai ba bốn năm sáu bảy", True),
        ("x" * 300, "x" * 200, True),
    ],
)
def test_a_search_is_tidied_and_said_to_be_cut_when_it_is(
    written: str, kept: str, *, cut: bool
) -> None:
    view, told = from_query({"q": [written]}, "decisions")
    assert view.filters.search == kept
    assert told == ([Noticed(Notice.SEARCH_CUT, "q", str(SEARCH_WORDS))] if cut else [])


def test_a_document_belongs_to_the_page_of_documents_alone() -> None:
    query = {"doc": ["381-qd-ubnd-2020"], "fact": ["road-total"], "sheet": ["2"]}
    assert to_query(from_query(query, "decisions")[0]) == query
    assert from_query(query, "rural_roads") == (View("rural_roads"), [])


def test_filters_follow_the_reader_and_the_document_stays_behind() -> None:
    view = View("decisions", "2020w10-3f9a2c1d", TRANSPORT, document="a", fact="b", sheet=3)
    assert view.on("overview") == View("overview", "2020w10-3f9a2c1d", TRANSPORT)
    opened = view.on("overview").of_document("381-qd-ubnd-2020", "road-total")
    assert (opened.page, opened.document, opened.fact, opened.filters) == (
        "decisions",
        "381-qd-ubnd-2020",
        "road-total",
        TRANSPORT,
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_page_applies_only_the_filters_that_can_change_it(page: str) -> None:
    filters = Filters(("transport",), ("QD",), ("decided",), ("2020-w10",), search="đường")
    applied = View(page, filters=filters).applied()
    narrows_by_sector = page in {"overview", "decisions", "changes"}
    assert bool(applied.sectors) is bool(applied.kinds) is narrows_by_sector
    assert bool(applied.search) is (page == "decisions")
    assert applied.statuses == ("decided",)
    assert applied.weeks == (() if page == "changes" else ("2020-w10",))  # it takes weeks apart


def test_every_notice_has_its_words() -> None:
    for lang in LANGS:
        for notice in Notice:
            assert say(lang, f"notice.{notice}", key="k", value="v", name="n")
