"""The address bar: read when a reader arrives, written when the page has run.

A reader who arrives by link, Back or Forward brings a query, and the query wins. One who touches a
filter has already changed the view, and the view wins. An empty query after the first run means
"keep what I had": the menu of a browser extension or a bookmark of the bare page.
"""

from dataclasses import replace

import streamlit as st

from lsdash.view import LATEST, Noticed, View, from_query, to_path, to_query
from lsdash.web.entrance.base_path import under


def touch() -> None:
    """Called by a filter when the reader changes it."""
    st.session_state["touched"] = True


def point_at(fact: str) -> None:
    """Called by a drawing when the reader chooses a mark: the view that comes is at this fact."""
    change(replace(st.session_state["view"], fact=fact))


def change(view: View) -> None:
    """Called by what a reader does on the page: this is the view that comes."""
    st.session_state["view"] = view
    touch()


def widget(name: str) -> str:
    """The key of a filter or an input.

    It changes whenever a link has set the view: a widget that is not on the screen, as in a closed
    popover, would otherwise bring its old value back.
    """
    return f"{name}-{st.session_state.get('arrivals', 0)}"


def read(page: str) -> tuple[View, list[Noticed], bool]:
    """The view of this run, what to tell about its link, and whether a filter was touched."""
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    asked.pop("lang", None)
    before: View | None = st.session_state.get("view")
    touched = bool(st.session_state.pop("touched", False)) and before is not None
    if before and touched:
        return (before if before.page == page else before.on(page)), [], True
    if before and not asked:
        return before.on(page), [], False
    view, notices = from_query(asked, page)
    if before is None or (view.filters, view.inputs) != (before.filters, before.inputs):
        st.session_state["arrivals"] = st.session_state.get("arrivals", 0) + 1
    if not notices and before == view:
        notices = st.session_state.get("notices", [])
    return view, notices, False


def write(view: View, notices: list[Noticed]) -> None:
    """Put the canonical link of `view` into the address bar.

    It is written even where the server holds it already: a link from a page to itself brings a new
    query to the server and leaves the browser's bar as it was. An unchanged bar adds no history.
    """
    st.session_state["view"] = view
    st.session_state["notices"] = notices
    st.query_params.from_dict(to_query(view))


def query(view: View) -> dict[str, list[str]]:
    """The view's query, for a link inside the app."""
    return to_query(view)


def path(view: View) -> str:
    """The view's address on this server, for a link inside the app."""
    return under(to_path(view))


def whole(path: str) -> str:
    """A path of ours as others open it."""
    return "/".join((st.context.url or "").split("/", 3)[:3]) + under(path)


def link(view: View) -> str:
    """The whole address of a view, as others open it."""
    return whole(to_path(view))


def floating(view: View) -> str:
    """The link that follows the newest release."""
    return link(replace(view, release=LATEST))
