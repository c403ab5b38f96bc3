"""A page in a meeting: one screen of it, which the arrow keys move on from."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import Page

from lsdash.contents.blocks import Chart, Listed, Said
from lsdash.contents.pages import meeting
from lsdash.contents.pages.meeting import Shown
from lsdash.contents.screens import Piece, Screen, Side, shares
from lsdash.contents.week import overview, papers, partly, spending
from lsdash.view import View, agenda_views
from lsdash.web.entrance import visit
from lsdash.web.entrance.visit import Visit
from lsdash.web.frame import meeting as frame
from lsdash.web.panels import outcomes, week
from lsdash.web.parts import cards, hypertext

Slide = Callable[[], None]

A_SCREEN, A_PAIR = 8, 2
"""Small cards, and requests, that a screen holds."""


def of(here: Visit) -> list[Slide]:
    """The screens of the page shown; none where a meeting sees the page as it is."""
    if here.view.page == "overview":
        return _overview(here)
    shown = _parted(replace(here, view=replace(here.view, screen=1), touched=False))
    return [_slide(here, shown, at) for at in range(len(shown.screens))] if shown else []


@lru_cache(maxsize=64)
def _parted(here: Visit) -> Shown | None:
    """What a meeting sees of a page of a release, which never changes: a step asks for it twice."""
    return meeting.of(here)


def show(here: Visit, page: Page) -> None:
    """The page, or the screen of it that a meeting is at."""
    screens = of(here) if here.view.kiosk else []
    if not screens:
        page.run()
        return
    at = min(here.view.screen, len(screens))
    visit.keep(replace(here, view=replace(here.view, screen=at)))
    screens[at - 1]()


def steps(here: Visit) -> tuple[int, View | None, View | None]:
    """How many screens the page has, and where the keys lead from this one: back and on.

    Back from the first is the last screen of the item before, on from the last the item after it.
    Beside the agenda, back is the item that was left.
    """
    view, items = here.view, agenda_views(here.view)
    screens = max(1, len(of(here)))
    before = after = None
    if view.screen > 1:
        before = replace(view, screen=view.screen - 1)
    elif frame.is_beside(view):
        before = items[view.at - 1]
    elif view.at > 1:
        item = items[view.at - 2]
        before = replace(item, screen=max(1, len(of(here.at(item)))))
    if view.screen < screens:
        after = replace(view, screen=view.screen + 1)
    elif view.at < len(items):
        after = items[view.at]
    return screens, before, after


def _overview(here: Visit) -> list[Slide]:
    """The answer with its cards, what awaits an answer, other cards, days, money and promises."""

    def first() -> None:
        cards.title(overview.sentence(here))
        week.part_note(here)
        week.glance(here)
        week.leading(here)

    def further(part: Slide) -> Slide:
        def show() -> None:
            _again(overview.sentence(here))
            part()

        return show

    cards_left = week.others(here)
    starts = range(0, len(cards_left), A_SCREEN)
    others = [partial(week.small, here, cards_left[at : at + A_SCREEN]) for at in starts]
    asked = overview.requests(here)
    starts = range(0, len(asked), A_PAIR)
    waiting = [partial(week.waiting, here, asked[at : at + A_PAIR]) for at in starts]
    days = [partial(week.board, here)] if overview.board(here)[0] else []
    told = [partial(week.topics, here)] if partly.told(here) else []
    has_money = not (partly.week(here) and spending.is_empty(papers.of_week(here)))
    money = [partial(week.money, here)] if has_money else []
    after = [*money, partial(outcomes.few, here)]
    return [first, *map(further, (*told, *waiting, *others, *days, *after))]


def _slide(here: Visit, shown: Shown, at: int) -> Slide:
    def show() -> None:
        contents, screen = shown.contents, shown.screens[at]
        if at:
            _again(contents.title)
        else:
            cards.title(contents.title)
            if contents.paper:
                hypertext.show(
                    hypertext.element("p", hypertext.words(contents.paper), kind="paper")
                )
        for part in screen.parts:
            _part(here, part, screen)

    return show


def _again(title: str) -> None:
    """The answer on a screen behind the first: small, and still the page's heading."""
    hypertext.show(hypertext.element("h1", title, kind="again"))


def _part(here: Visit, part: Piece | Side, screen: Screen) -> None:
    if isinstance(part, Piece):
        _piece(here, part, screen)
        return
    columns = st.columns(len(part.columns), gap="large")
    for column, pieces in zip(columns, part.columns, strict=True):
        with column:
            for piece in pieces:
                _piece(here, piece, screen)


def _piece(here: Visit, piece: Piece, screen: Screen) -> None:
    heading = hypertext.heading(piece.heading) if piece.heading else Markup()
    match piece.block:
        case Chart():
            hypertext.show(heading)
            frame.chart(here, piece.block, scale=screen.scale)
        case Said():
            kind = "note" if piece.block.is_note else ""
            told = hypertext.element("p", hypertext.words(piece.block.line), kind=kind)
            hypertext.show(heading, told)
        case Listed():
            hypertext.show(heading, hypertext.listed(piece.block))
        case table:
            told = cards.table_of(table, shares=shares(table))
            hypertext.show(heading, told)
