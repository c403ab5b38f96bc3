"""What links mean: every way in which one can be odd is named, and none widens the view."""

from dataclasses import replace
from datetime import date

import pytest

from lsdash.model import SEARCH_WORDS, Filters
from lsdash.text import LANGS, say
from lsdash.view import (
    APPLIED,
    INPUTS,
    LATEST,
    MAX_NOTE,
    OF_A_SUBJECT,
    PAGES,
    Notice,
    Noticed,
    View,
    about_filters,
    agenda_views,
    from_query,
    to_path,
    to_query,
    with_agenda,
    with_note,
)

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


def test_a_part_that_has_become_a_page_opens_there_with_its_own_inputs() -> None:
    query = {"show": ["gates"], "trucks": ["cleared"], "unsure": ["no"], "fact": ["OBS098"]}
    view, told = from_query(query, "border_labour")
    assert (view.page, view.fact, told) == ("border_trade", "OBS098", [])
    assert to_path(view) == "/border_trade?trucks=cleared&unsure=no&fact=OBS098"
    assert from_query({"show": ["planner"]}, "border_labor")[0].page == "border_labor"
    item, _ = from_query({"agenda": ["border_labor?show=gates"]}, "overview")
    assert item.agenda == ("border_trade",)


@pytest.mark.parametrize("day", ["2020-02-31", "0001-01-01", "2120-01-01", "tomorrow", "2020-3-3"])
def test_a_day_that_cannot_be_shown_is_named_and_left_to_the_page(day: str) -> None:
    view, told = from_query({"day": [day]}, "border_trade")
    assert (view.inputs, told) == ((), [Noticed(Notice.CLAMPED_INPUT, "day", day)])
    view, told = from_query({"day": ["2020-04-13"]}, "border_trade")
    assert (view.input("day"), told) == ("2020-04-13", [])


NARROWED = [page for page in PAGES if page not in {"intake", "border_trade"}]


@pytest.mark.parametrize("page", NARROWED)
def test_an_unread_date_is_kept_until_it_is_cleared(page: str) -> None:
    view, _ = from_query({"from": ["soon"]}, page)
    assert view.unread == (("from", "soon"),)
    assert view.on("overview").unread == view.unread


@pytest.mark.parametrize("page", PAGES)
def test_an_unread_date_matches_nothing_where_dates_narrow_a_page(page: str) -> None:
    view, _ = from_query({"from": ["soon"]}, page)
    matches_nothing = replace(View(page).applied(), signed_from=date.max, signed_to=date.min)
    narrowed_by_date = "signed_from" in APPLIED.get(page, OF_A_SUBJECT)
    assert view.applied() == (matches_nothing if narrowed_by_date else View(page).applied())


def test_several_weeks_are_each_held_against_those_of_the_release() -> None:
    query = {"week": ["2020-w10", "2020-w11"]}
    _, told = from_query(query, "overview", weeks=iter(["2020-w10", "2020-w11"]))
    assert told == []


@pytest.mark.parametrize("key", ["sector", "week", "from", "to"])
def test_a_value_with_a_sign_that_cannot_be_printed_is_seen_to_be_none(key: str) -> None:
    _, told = from_query({key: ["\x01"]}, "overview", weeks=["2020-w10"])
    assert [(each.key, each.value) for each in told] == [(key, "\ufffd")]


def test_without_the_weeks_of_a_release_weeks_are_taken_as_written() -> None:
    view, told = from_query({"week": ["1999-w01"]}, "overview")
    assert (view.filters.weeks, told) == (("1999-w01",), [])


def test_too_many_values_are_cut_and_named() -> None:
    weeks = [f"2020-w{number:02}" for number in range(1, 53)]
    view, told = from_query({"week": weeks}, "overview")
    assert len(view.filters.weeks) == 40
    assert told == [Noticed(Notice.TOO_MANY, "week", "40")]


CITED = "Quyết định số 381/QĐ-UBND ngày 05/3/2020 của UBND tỉnh Lạng Sơn"


@pytest.mark.parametrize(
    ("written", "kept", "cut"),
    [
        ("  đường \n nông\u00a0thôn ", "đường nông thôn", False),
        ("du\u031bo\u031b\u0300ng", "dường", False),  # marks typed apart
        ("a\x00b\u202ec", "a b c", False),  # nothing unprintable in a link
        ("một hai ba bốn năm sáu", "một hai ba bốn năm sáu", False),
        ("một hai ba bốn năm sáu bảy", "một hai ba bốn năm sáu bảy", True),
        ("x" * 300, "x" * 200, True),
        (CITED, CITED, False),  # a document's number is one thing, however long it is said
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


@pytest.mark.parametrize("page", NARROWED)
def test_a_page_applies_only_the_filters_that_can_change_it(page: str) -> None:
    filters = Filters(("transport",), ("QD",), ("decided",), ("2020-w10",), search="đường")
    applied = View(page, filters=filters).applied()
    keeps = APPLIED.get(page, OF_A_SUBJECT)
    assert {name for name in vars(filters) if getattr(applied, name)} <= keeps
    assert [getattr(applied, name) for name in keeps] == [getattr(filters, name) for name in keeps]


def test_what_narrows_which_page() -> None:
    assert APPLIED["decisions"] - APPLIED["overview"] == {"search", "everywhere"}
    assert APPLIED["overview"] - OF_A_SUBJECT == {"sectors", "kinds"}
    assert APPLIED["changes"] == APPLIED["overview"] - {"weeks"}
    assert APPLIED["data"] == frozenset()


def test_filters_change_nothing_on_the_intake_page_and_wait_for_the_next() -> None:
    filters = Filters(("transport",), search="đường")
    view = View("intake", filters=filters, draft="0123abcd", sheet=3)
    assert view.applied() == Filters()
    assert view.on("decisions") == View("decisions", filters=filters)


MEETING = View("overview", "2020w10-3f9a2c1d", TRANSPORT, agenda=("overview", "covid"), at=2)


def test_an_agenda_is_in_the_link_in_its_order_behind_everything_else() -> None:
    view = with_agenda(replace(MEETING, kiosk=True), [View("covid"), View("overview"), MEETING])
    assert view
    assert list(to_query(view).items()) == [
        ("release", ["2020w10-3f9a2c1d"]),
        ("sector", ["transport"]),
        ("kiosk", ["1"]),
        ("agenda", ["covid", "overview", "overview?sector=transport"]),
        ("at", ["2"]),
    ]


def test_a_shorter_agenda_has_no_place_beyond_its_end() -> None:
    shorter = with_agenda(MEETING, [View("covid")])
    assert shorter
    assert (shorter.agenda, shorter.at) == (("covid",), 0)


def test_an_item_keeps_its_note_wherever_the_agenda_goes() -> None:
    start = with_agenda(MEETING, [View("covid"), View("rural_roads")])
    assert start
    at_roads = agenda_views(start)[1]
    noted = with_note(at_roads, "cát & đá trước?", agenda_views(at_roads))
    assert noted
    assert noted.agenda == (
        "covid",
        "rural_roads?note=c%C3%A1t+%26+%C4%91%C3%A1+tr%C6%B0%E1%BB%9Bc%3F",
    )
    assert noted.note == "cát & đá trước?"
    assert from_query(to_query(noted), noted.page) == (noted, [])
    longer = with_agenda(noted, [View("overview"), *agenda_views(noted)])
    assert longer
    assert agenda_views(longer)[2].note == noted.note
    assert with_note(noted, "", agenda_views(noted)) == at_roads


def test_a_note_is_short_and_an_agenda_with_one_too_long_says_so() -> None:
    written = {"agenda": [f"covid?note={'a' * (MAX_NOTE + 1)}"]}
    view, told = from_query(written, "overview")
    assert view.agenda == (f"covid?note={'a' * MAX_NOTE}",)
    assert [each.notice for each in told] == [Notice.AGENDA_ITEM]


def test_a_link_has_room_for_some_items_and_not_for_more() -> None:
    page = View("covid")
    assert with_agenda(MEETING, [page] * 20)
    assert with_agenda(MEETING, [page] * 21) is None
    long = View("decisions", filters=Filters(search="x" * 200))
    assert with_agenda(MEETING, [long] * 18)
    assert with_agenda(MEETING, [long] * 19) is None


def test_the_planner_with_everything_entered_fits_an_agenda_whole() -> None:
    given = tuple(
        (each.key, each.choices[0] if each.choices else str(each.read(str(each.high))[0]))
        for each in INPUTS["border_labor"]
    )
    planner = View("border_labor", MEETING.release, inputs=given)
    view = with_agenda(MEETING, [planner])
    assert view
    assert agenda_views(view)[0].inputs == given
    assert from_query(to_query(view), view.page) == (view, [])


@pytest.mark.parametrize(
    ("query", "meant", "told"),
    [
        ({"kiosk": ["1"]}, View(kiosk=True), []),
        ({"kiosk": ["yes"]}, View(), [Noticed(Notice.CLAMPED_INPUT, "kiosk", "yes")]),
        ({"kiosk": [""]}, View(), []),
        ({"kiosk": ["1"], "screen": ["3"]}, View(kiosk=True, screen=3), []),
        (
            {"kiosk": ["1"], "screen": ["x"]},
            View(kiosk=True),
            [Noticed(Notice.CLAMPED, "screen", "x")],
        ),
        ({"screen": ["3"]}, View(), [Noticed(Notice.CLAMPED_INPUT, "screen", "3")]),
        ({"agenda": ["covid"], "at": ["1"]}, View(agenda=("covid",), at=1), []),
        ({"agenda": ["covid"]}, View(agenda=("covid",)), []),
        (
            {"agenda": ["covid"], "at": ["2"]},
            View(agenda=("covid",), at=1),
            [Noticed(Notice.CLAMPED_INPUT, "at", "2")],
        ),
        (
            {"agenda": ["covid"], "at": ["two"]},
            View(agenda=("covid",), at=1),
            [Noticed(Notice.CLAMPED_INPUT, "at", "two")],
        ),
        ({"at": ["1"]}, View(), [Noticed(Notice.CLAMPED_INPUT, "at", "1")]),
        (
            {"agenda": ["nowhere", "covid"]},
            View(agenda=("covid",)),
            [Noticed(Notice.AGENDA_ITEM, "agenda", "nowhere")],
        ),
        (
            {"agenda": ["covid?release=2019w01-deadbeef"]},
            View(agenda=("covid",)),
            [Noticed(Notice.AGENDA_ITEM, "agenda", "covid?release=2019w01-deadbeef")],
        ),
        (
            {"agenda": ["https://evil.example/covid", "//evil.example"]},
            View(),
            [
                Noticed(Notice.AGENDA_ITEM, "agenda", "https://evil.example/covid"),
                Noticed(Notice.AGENDA_ITEM, "agenda", "//evil.example"),
            ],
        ),
    ],
)
def test_what_a_meetings_link_means(query: Query, meant: View, told: list[Noticed]) -> None:
    assert from_query(query, "overview") == (meant, told)


def test_release_and_agenda_follow_from_page_to_page() -> None:
    opened = MEETING.on("decisions").of_document("381-qd-ubnd-2020")
    assert (opened.agenda, opened.at, opened.release) == (
        MEETING.agenda,
        MEETING.at,
        MEETING.release,
    )


@pytest.mark.parametrize(
    ("view", "path"),
    [
        (View(), "/?"),
        (View("covid", "2020w10-3f9a2c1d"), "/covid?release=2020w10-3f9a2c1d"),
        (MEETING, "/?release=2020w10-3f9a2c1d&sector=transport&agenda=overview&agenda=covid&at=2"),
    ],
)
def test_a_view_has_one_address_on_any_server(view: View, path: str) -> None:
    assert to_path(view) == path


def test_every_notice_has_its_words() -> None:
    for lang in LANGS:
        for notice in Notice:
            assert say(lang, f"notice.{notice}", key="k", value="v", name="n")


SIGNS = ["%", "!!!", "😀", "*", "؟", "…", "\x00", "\u202e", "\ufffd"]


@pytest.mark.parametrize("written", SIGNS)
def test_a_search_of_signs_alone_matches_nothing_and_says_so(written: str) -> None:
    view, told = from_query({"q": [written]}, "decisions")
    kept = view.filters.search
    assert kept
    assert told == [Noticed(Notice.NO_WORDS, "q", kept)]
    assert (view.applied().signed_from, view.applied().signed_to) == (date.max, date.min)
    assert from_query(to_query(view), "decisions") == (view, told)


@pytest.mark.parametrize("written", SIGNS)
def test_a_page_that_does_not_search_is_not_narrowed_by_it(written: str) -> None:
    view, told = from_query({"q": [written]}, "covid")
    assert (view.applied(), told) == (View("covid").applied(), [])
    assert view.on("decisions").filters.search


@pytest.mark.parametrize("written", ["", " ", "\n", "\u00a0"])
def test_blanks_search_for_nothing_at_all(written: str) -> None:
    assert from_query({"q": [written]}, "decisions") == (View("decisions"), [])


@pytest.mark.parametrize("page", PAGES)
def test_days_the_wrong_way_round_are_told_where_they_narrow_a_page(page: str) -> None:
    view, told = from_query({"from": ["2020-03-08"], "to": ["2020-03-02"]}, page)
    narrowed_by_date = "signed_from" in APPLIED.get(page, OF_A_SUBJECT)
    reversed_ = Noticed(Notice.REVERSED, "from", "2020-03-08 > 2020-03-02")
    assert told == ([reversed_] if narrowed_by_date else [])
    assert about_filters(view) == told


def test_one_day_alone_is_the_right_way_round() -> None:
    query = {"from": ["2020-03-02"], "to": ["2020-03-02"]}
    assert from_query(query, "decisions")[1] == []


@pytest.mark.parametrize("sign", ["\x00", "\n", "\x85", "\u202e"])
@pytest.mark.parametrize("key", ["release", "doc", "draft"])
def test_an_id_with_a_sign_that_cannot_be_printed_is_no_other_id(key: str, sign: str) -> None:
    page = "intake" if key == "draft" else "decisions"
    names = {"release": "release", "doc": "document", "draft": "draft"}
    view, _ = from_query({key: [f"2020w10-3f9a2c1d{sign}"]}, page)
    assert getattr(view, names[key]) == "2020w10-3f9a2c1d\ufffd"


@pytest.mark.parametrize(
    ("page", "query", "at"),
    [
        ("rural_roads", {"at": ["1"]}, 2),
        ("rural_roads", {"at": ["3"], "status": ["decided"]}, 3),
        ("decisions", {"at": ["1"], "doc": ["39-kh-ubnd-2020"]}, 4),
        ("energy_targets", {"at": ["2"]}, 2),
        ("rural_roads", {}, 0),
    ],
    ids=["another item's page", "one of two on a page", "a document", "beside", "not in a meeting"],
)
def test_the_place_in_an_agenda_is_that_of_the_page_shown(
    page: str, query: dict[str, list[str]], at: int
) -> None:
    agenda = ["overview", "rural_roads", "rural_roads?status=decided"]
    items = {"agenda": [*agenda, "decisions?doc=39-kh-ubnd-2020"]}
    view, _ = from_query(query | items, page)
    assert view.at == at
