"""View ⇄ URL query, pure: what a link says and what it means.

A link holds codes, never labels, each key's values sorted. Nothing falls back silently: what cannot
be read is kept in the view, named in a notice, and matches nothing until the reader clears it.
"""

from lsdash.view.from_link import agenda_views, from_query, shows
from lsdash.view.inputs import DUE, INPUTS, WEEK, Input
from lsdash.view.keys import (
    APPLIED,
    DATES,
    EVERYWHERE,
    KNOWN_KEYS,
    LATEST,
    LISTS,
    MAX_AGENDA,
    MAX_AGENDA_LENGTH,
    MAX_NOTE,
    MAX_SEARCH,
    MAX_VALUE,
    OF_A_MEETING,
    OF_A_SUBJECT,
    PAGES,
)
from lsdash.view.notices import OF_FILTERS, Notice, Noticed
from lsdash.view.renamed import RENAMED
from lsdash.view.state import View, about_filters
from lsdash.view.to_link import agenda_item, to_path, to_query, with_agenda, with_note

__all__ = [
    "APPLIED",
    "DATES",
    "DUE",
    "EVERYWHERE",
    "INPUTS",
    "KNOWN_KEYS",
    "LATEST",
    "LISTS",
    "MAX_AGENDA",
    "MAX_AGENDA_LENGTH",
    "MAX_NOTE",
    "MAX_SEARCH",
    "MAX_VALUE",
    "OF_A_MEETING",
    "OF_A_SUBJECT",
    "OF_FILTERS",
    "PAGES",
    "RENAMED",
    "WEEK",
    "Input",
    "Notice",
    "Noticed",
    "View",
    "about_filters",
    "agenda_item",
    "agenda_views",
    "from_query",
    "shows",
    "to_path",
    "to_query",
    "with_agenda",
    "with_note",
]
