"""What a link may hold: its keys, the filters they fill, and how much of each."""

from collections.abc import Mapping

from lsdash.view.inputs import INPUTS
from lsdash.vocabulary import Kind, Sector, Status

LATEST = "latest"
"""The floating release: whichever is current when the link is opened."""

PAGES = (
    "overview",
    "border_trade",
    "rural_roads",
    "college_quotas",
    "energy_targets",
    "border_labor",
    "covid",
    "commune_staff",
    "follow_up",
    "outcomes",
    "decisions",
    "changes",
    "data",
    "intake",
)
LISTS: Mapping[str, tuple[str, frozenset[str] | None]] = {
    "sector": ("sectors", frozenset(Sector)),
    "kind": ("kinds", frozenset(Kind)),
    "status": ("statuses", frozenset(Status)),
    "week": ("weeks", None),
}
"""Query key → the filter it fills and its closed list (weeks depend on the release)."""

EVERYWHERE = "all"
"""`in=all`: a search looks into figures, people and bodies too. Links from before it was there have
no such key, and go on finding what they found."""

DATES = {"from": "signed_from", "to": "signed_to"}
EVERY_FILTER = frozenset({"sectors", "kinds", "statuses", "weeks", "signed_from", "signed_to"})
OF_A_SUBJECT = frozenset({"statuses", "weeks", "signed_from", "signed_to"})
APPLIED: Mapping[str, frozenset[str]] = {
    "overview": EVERY_FILTER,
    "border_trade": frozenset({"weeks"}),
    "decisions": EVERY_FILTER | {"search", "everywhere"},
    "follow_up": OF_A_SUBJECT | {"sectors"},
    "outcomes": OF_A_SUBJECT | {"sectors"},
    "changes": EVERY_FILTER - {"weeks"},
    "data": frozenset(),
    "intake": frozenset(),
}
"""Filters that can change a page; a subject page takes OF_A_SUBJECT, and keeps the others."""

PAGE_KEYS: Mapping[str, frozenset[str]] = {
    "decisions": frozenset({"doc", "fact", "sheet"}),
    "border_trade": frozenset({"fact"}),
    "border_labor": frozenset({"fact"}),
    "changes": frozenset({"sheet"}),
    "intake": frozenset({"draft", "sheet"}),
}
"""Keys that belong to one page alone."""

MAX_VALUE = 80
MAX_VALUES = 40
MAX_SEARCH = 200
OF_A_MEETING = frozenset({"release", "lang", "kiosk", "screen", "agenda", "at"})
"""Keys that an item of an agenda does not have: they are the meeting's."""

MAX_AGENDA = 20
"""Items of an agenda."""

MAX_AGENDA_LENGTH = 4000
"""Characters of them all: servers refuse links that are much longer."""

NOTE, MAX_NOTE = "note", 200
"""Key of an item of an agenda, and characters: what its speaker wants to be reminded of."""

KNOWN_KEYS = frozenset(
    {"release", "lang", "q", "in", "kiosk", "screen", "agenda", "at", *LISTS, *DATES}
    | frozenset().union(*PAGE_KEYS.values())
    | {each.key for inputs in INPUTS.values() for each in inputs}
)
