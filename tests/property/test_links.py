"""Links come back as the views they were made of, and no link is too odd to open."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from string import ascii_lowercase, digits
from urllib.parse import parse_qs, urlencode, urlsplit

from hypothesis import assume, given
from hypothesis import strategies as st

from lsdash.model import SEARCH_WORDS, Filters
from lsdash.view import (
    INPUTS,
    KNOWN_KEYS,
    LATEST,
    MAX_AGENDA,
    MAX_AGENDA_LENGTH,
    OF_A_MEETING,
    PAGES,
    Input,
    Notice,
    View,
    about_filters,
    agenda_item,
    agenda_views,
    from_query,
    shows,
    to_path,
    to_query,
    with_agenda,
)
from lsdash.view.inputs import YEARS
from lsdash.vocabulary import Kind, Sector, Status


def chosen(codes: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(codes), max_size=4).map(lambda codes: tuple(sorted(codes)))


def slugs(part: str) -> st.SearchStrategy[str]:
    return st.text(ascii_lowercase + digits, min_size=1, max_size=12).map(lambda it: f"{part}-{it}")


WORDS = st.lists(
    st.text("aăâbcdđeêioôơuưxyáàảãạ0123456789", min_size=1, max_size=8), max_size=SEARCH_WORDS
)
WEEKS = [f"2020-w{number:02}" for number in range(1, 54)]
FILTERS = st.builds(
    Filters,
    sectors=chosen([*Sector]),
    kinds=chosen([*Kind]),
    statuses=chosen([*Status]),
    weeks=chosen(WEEKS),
    signed_from=st.none() | st.dates(date(1990, 1, 1)),
    signed_to=st.none() | st.dates(date(1990, 1, 1)),
    search=WORDS.map(" ".join),
)
RELEASES = st.sampled_from(["", LATEST, "2020w10-3f9a2c1d", "2020w11-00000000"])


def entered(into: Input) -> st.SearchStrategy[str]:
    """What a reader can choose or enter there, or nothing."""
    if into.choices:
        return st.just("") | st.sampled_from(into.choices)
    if into.is_day:
        days = st.dates(date(YEARS.start, 1, 1), date(YEARS.stop - 1, 12, 31))
        return st.just("") | days.map(str)
    if into.form:
        return st.just("") | st.from_regex(re.compile(into.form, re.ASCII), fullmatch=True)
    return st.just("") | st.decimals(into.low, into.high, places=into.decimals).map(str)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any view that a reader can come to by touching filters and opening documents."""
    page = draw(st.sampled_from(PAGES))
    inputs = [(each.key, draw(entered(each))) for each in INPUTS.get(page, ())]
    given_inputs = tuple((key, value) for key, value in inputs if value)
    view = View(page, draw(RELEASES), draw(FILTERS), inputs=given_inputs)
    if view.page != "decisions":
        return view
    document = draw(st.just("") | slugs("381"))
    return View(
        view.page,
        view.release,
        view.filters,
        document=document,
        fact=draw(st.just("") | slugs("road")) if document else "",
        sheet=draw(st.integers(1, 999_999)),
    )


@st.composite
def meetings(draw: st.DrawFn) -> View:
    """Any view with an agenda: at its place, beside it or without; on a large screen or not."""
    items = draw(st.lists(views(), min_size=1, max_size=3))
    view = with_agenda(draw(views()), items)
    assume(view is not None)
    assert view is not None
    places = [item.at for item in agenda_views(view) if shows(view, item)]
    at = draw(st.sampled_from([0, *(places or range(1, 1 + len(items)))]))
    return replace(view, kiosk=draw(st.booleans()), at=at)


ITEMS = st.lists(
    st.builds(agenda_item, views())
    | st.sampled_from(PAGES)
    | st.sampled_from(
        ["", "?", "nowhere", "/decisions", "border_labour", "decisions?colour=red", "x" * 5000]
    )
    | st.text(max_size=60),
    max_size=MAX_AGENDA + 5,
)
KEYS = st.sampled_from(sorted(KNOWN_KEYS))
CODES = st.sampled_from(
    [
        "QĐ",
        "QD",
        "transport",
        "2020-02-30",
        "2020-03-02",
        "0",
        "7",
        "-5",
        "yes",
        LATEST,
        "covid?week=2020-w10",
    ]
)
QUERIES = st.dictionaries(KEYS | st.text(max_size=9), st.lists(CODES | st.text(), max_size=5))


@given(views() | meetings())
def test_a_link_means_its_view_and_tells_only_of_its_filters(
    view: View,
) -> None:
    assert from_query(to_query(view), view.page, weeks=WEEKS) == (view, about_filters(view))


@given(meetings())
def test_a_link_written_out_means_the_same_view(view: View) -> None:
    parts = urlsplit(to_path(view))
    page = parts.path.removeprefix("/") or PAGES[0]
    assert from_query(parse_qs(parts.query), page) == (view, about_filters(view))


@given(st.lists(views(), min_size=1, max_size=4), views())
def test_an_agenda_keeps_its_views_in_order_on_the_meetings_release(
    items: list[View], meeting: View
) -> None:
    view = with_agenda(replace(meeting, kiosk=True), items)
    assume(view is not None)
    assert view is not None
    own = {"release": meeting.release, "kiosk": True, "agenda": view.agenda}
    assert agenda_views(view) == [
        replace(item, **own, at=at) for at, item in enumerate(items, start=1)
    ]


@given(meetings())
def test_stepping_through_a_meeting_stays_in_the_meeting(view: View) -> None:
    for step in agenda_views(view):
        opened, told = from_query(to_query(step), step.page)
        assert (opened, told) == (step, about_filters(step))
        assert agenda_views(opened) == agenda_views(view)


@given(ITEMS)
def test_an_item_of_an_agenda_is_taken_as_written_or_named(written: list[str]) -> None:
    view, told = from_query({"agenda": written}, "overview")
    assert {each.notice for each in told} <= {Notice.AGENDA_ITEM}
    assert len(view.agenda) + len(told) >= len(written)
    if not told:
        assert [*view.agenda] == [item.replace("border_labour", "border_labor") for item in written]
    assert len(view.agenda) <= MAX_AGENDA
    assert sum(map(len, view.agenda)) <= MAX_AGENDA_LENGTH


@given(st.sampled_from(sorted(OF_A_MEETING)), st.sampled_from(PAGES))
def test_an_item_has_no_release_language_or_agenda_of_its_own(key: str, page: str) -> None:
    view, told = from_query({"agenda": [f"{page}?{urlencode({key: '1'})}"]}, "overview")
    assert view.agenda == (page,)
    assert [each.notice for each in told] == [Notice.AGENDA_ITEM]


@given(QUERIES, st.sampled_from(PAGES))
def test_the_canonical_link_of_any_link_is_its_own_canonical_link(
    query: dict[str, list[str]], page: str
) -> None:
    view, _ = from_query(query, page, weeks=WEEKS)
    canonical = to_query(view)
    again, told = from_query(canonical, page, weeks=WEEKS)
    assert to_query(again) == canonical
    assert again.applied() == view.applied()
    assert not {each.notice for each in told} & {Notice.UNKNOWN_KEY, Notice.RENAMED}


@given(QUERIES, st.sampled_from(PAGES))
def test_whatever_is_left_out_of_a_link_is_named(query: dict[str, list[str]], page: str) -> None:
    _, told = from_query(query, page, weeks=WEEKS)
    unknown = [each for each in told if each.notice is Notice.UNKNOWN_KEY]
    assert len(unknown) == len(query.keys() - KNOWN_KEYS)
    said = "".join(each.key + each.value for each in told)
    assert not [letter for letter in said if unicodedata.category(letter) == "Cc"]
