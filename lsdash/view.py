"""View ⇄ URL query, pure: what a link says and what it means.

A link holds codes, never labels, each key's values sorted. Nothing falls back silently: what cannot
be read is kept in the view, named in a notice, and matches nothing until the reader clears it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from urllib.parse import parse_qs, urlencode

from lsdash import planner
from lsdash.model import SEARCH_WORDS, Filters, normalised, search_words
from lsdash.vocabulary import Kind, Sector, Status, UnitKind

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
    "decisions",
    "changes",
    "data",
    "intake",
)

RENAMED: Mapping[str, Mapping[str, str]] = {
    "page": {"border_labour": "border_labor", "documents": "decisions"},
    "kind": {"QĐ": "QD", "NĐ": "ND", "CĐ": "CDI", "ĐA": "DA"},
}
"""Former names of slugs, by key. Entries are only ever added: old links keep opening."""

MOVED: Mapping[tuple[str, str, str], str] = {("border_labor", "show", "gates"): "border_trade"}
"""What was a part of a page, as (page, key, value), and has become a page: entries are only added.
The new page has the part's own keys."""

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


@dataclass(frozen=True)
class Input:
    """One input of a page's own: a choice of codes, a day, a name, or a number in a range."""

    key: str
    default: str | None
    """None: the page must ask, because nothing states it."""
    choices: tuple[str, ...] = ()
    form: str = ""
    """A regular expression for a name that depends on the release."""
    is_day: bool = False
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    decimals: int = 0
    step: Decimal = Decimal(1)
    is_share: bool = False
    """A share of one in the link, which readers see and enter as a percentage."""

    def read(self, written: str) -> tuple[str | None, bool]:
        """The value meant, and whether it stands as written: a number is clamped to its range."""
        if self.choices:
            return (written, True) if written in self.choices else (self.default, False)
        if self.is_day:
            on = _day_of(written)
            return (written, True) if on and on.year in YEARS else (self.default, False)
        if self.form:
            known = re.fullmatch(self.form, written, re.ASCII)
            return (written, True) if known else (self.default, False)
        if not re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", written, re.ASCII):
            return self.default, False
        value = min(max(Decimal(written), self.low), self.high)
        value = value.quantize(Decimal(1).scaleb(-self.decimals))
        return str(value), value == Decimal(written)


DECIMALS = {"share": 4, "hour": 1}
"""Decimals of the planner's units that are not whole numbers."""


def _of_planner(name: str, allowed: planner.Allowed) -> Input:
    """An input of the planner as one of a page's."""
    decimals = DECIMALS.get(allowed.unit, 0)
    default = None
    if allowed.default is not None:
        default = str(Decimal(str(allowed.default)).quantize(Decimal(1).scaleb(-decimals)))
    return Input(
        name,
        default,
        low=Decimal(str(allowed.low)),
        high=Decimal(str(allowed.high)),
        decimals=decimals,
        step=Decimal(str(allowed.step or 1)),
        is_share=allowed.unit == "share",
    )


YES_NO = ("no", "yes")
RELEASE_ID = r"\d{4}w\d{2}-[0-9a-f]{8}"
WEEK = r"\d{4}-w\d{2}"
SLUG = r"[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,2}"
YEARS = range(2000, 2101)
"""Of a day that a page is asked to show."""

OF_TRUCKS = (Input("trucks", "waiting", ("waiting", "cleared")), Input("unsure", "yes", YES_NO))
INPUTS: Mapping[str, tuple[Input, ...]] = {
    "border_trade": (
        *OF_TRUCKS,
        Input("day", None, is_day=True),
        Input("place", "province", form=SLUG),
    ),
    "border_labor": (
        Input("show", "plans", ("plans", "planner")),
        *OF_TRUCKS,
        *(_of_planner(name, allowed) for name, allowed in planner.ALLOWED.items()),
    ),
    "commune_staff": (
        Input("class", "1", ("1", "2", "3")),
        Input("unit", str(UnitKind.COMMUNE), tuple(map(str, UnitKind))),
        Input("police", "no", YES_NO),
        Input("farmers", "yes", YES_NO),
        Input("sum", "yes", YES_NO),
        Input("present", None, high=Decimal(1000)),
    ),
    "changes": (
        Input("compare", "releases", ("releases", "weeks")),
        Input("old", None, form=RELEASE_ID),
        Input("new", None, form=RELEASE_ID),
        Input("old_week", None, form=WEEK),
        Input("new_week", None, form=WEEK),
    ),
}
"""The inputs of pages that reckon with what a reader enters; all are in the link."""

MAX_VALUE = 80
MAX_VALUES = 40
MAX_SEARCH = 200
OF_A_MEETING = frozenset({"release", "lang", "kiosk", "agenda", "at"})
"""Keys that an item of an agenda does not have: they are the meeting's."""

MAX_AGENDA = 20
"""Items of an agenda."""
MAX_AGENDA_LENGTH = 4000
"""Characters of them all: servers refuse links that are much longer."""

KNOWN_KEYS = frozenset(
    {"release", "lang", "q", "in", "kiosk", "agenda", "at", *LISTS, *DATES}
    | frozenset().union(*PAGE_KEYS.values())
    | {each.key for inputs in INPUTS.values() for each in inputs}
)
UNPRINTED = "\ufffd"
"""Stands where a sign cannot be printed and must not be lost."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Notice(StrEnum):
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_WEEK = "unknown_week"
    RENAMED = "renamed"
    CLAMPED = "clamped"
    CLAMPED_INPUT = "clamped_input"
    AGENDA_ITEM = "agenda_item"
    TOO_MANY = "too_many"
    SEARCH_CUT = "search_cut"
    NO_WORDS = "no_words"
    REVERSED = "reversed"
    UNKNOWN_DOCUMENT = "unknown_document"
    UNKNOWN_FACT = "unknown_fact"
    UNKNOWN_DRAFT = "unknown_draft"


OF_FILTERS = frozenset({Notice.NO_WORDS, Notice.REVERSED})
"""Notices that follow from the filters themselves, and not from how a link was written."""


@dataclass(frozen=True)
class Noticed:
    """Something in a link that the reader should know of: which key, what was written."""

    notice: Notice
    key: str
    value: str = ""


@dataclass(frozen=True)
class View:
    """What a reader sees: page, release, filters, and the page's own inputs."""

    page: str = "overview"
    release: str = ""
    """A release id, LATEST, or "" when the link names none."""
    filters: Filters = field(default_factory=Filters)
    document: str = ""
    fact: str = ""
    sheet: int = 1
    draft: str = ""
    """The draft under review, by its id."""
    inputs: tuple[tuple[str, str], ...] = ()
    """The page's own inputs as (key, value), in INPUTS' order; one left out has its default."""
    unread: tuple[tuple[str, str], ...] = ()
    """Values of known keys that mean nothing, as (key, value): kept, and matching nothing."""
    kiosk: bool = False
    """Meeting mode: one subject a screen, large, moved on by the arrow keys."""
    agenda: tuple[str, ...] = ()
    """The views of a meeting in order, each as `agenda_item` writes it; their release is ours."""
    at: int = 0
    """Which item of the agenda is shown, counted from 1; 0 where none is."""

    def applied(self) -> Filters:
        """The filters of this page. One with a value that means nothing matches nothing."""
        keeps = APPLIED.get(self.page, OF_A_SUBJECT)
        kept = {name: getattr(self.filters, name) for name in keeps}
        filters = Filters(**kept)
        for name, known in LISTS.values():
            unknown = tuple(value for value in kept.get(name, ()) if known and value not in known)
            if unknown:
                filters = replace(filters, **{name: unknown})  # type: ignore[arg-type]
        if _has_no_words(filters) or any(DATES.get(key) in keeps for key, _ in self.unread):
            return replace(filters, signed_from=date.max, signed_to=date.min)
        return filters

    def input(self, key: str) -> str | None:
        """The value of one of this page's inputs, or its default."""
        default = next(each.default for each in INPUTS[self.page] if each.key == key)
        return dict(self.inputs).get(key, default)

    def on(self, page: str) -> "View":
        """The same release, filters and agenda on another page."""
        return replace(self, page=page, document="", fact="", sheet=1, draft="", inputs=())

    def of_document(self, slug: str, fact: str = "") -> "View":
        """The document page of this release, at one of its facts."""
        return replace(self.on("decisions"), document=slug, fact=fact)


def about_filters(view: View) -> list[Noticed]:
    """What a reader should know about this page's filters, chosen by link or by hand.

    Each makes the page match nothing: a search without a word in it, and days the wrong way round.
    """
    keeps = APPLIED.get(view.page, OF_A_SUBJECT)
    since, until = view.filters.signed_from, view.filters.signed_to
    told = []
    if "search" in keeps and _has_no_words(view.filters):
        told.append(Noticed(Notice.NO_WORDS, "q", view.filters.search[:MAX_VALUE]))
    if {"signed_from", "signed_to"} <= keeps and since and until and since > until:
        told.append(Noticed(Notice.REVERSED, "from", f"{since} > {until}"))
    return told


def _has_no_words(filters: Filters) -> bool:
    """Something is searched for, and no word is in it: signs alone, as in `%` or `!!!`."""
    return bool(filters.search) and not search_words(filters.search)


def to_path(view: View) -> str:
    """`/rural_roads?release=…`: the view's address on any server of ours."""
    page = "" if view.page == "overview" else view.page
    return f"/{page}?{urlencode(to_query(view), doseq=True)}"


def agenda_item(view: View) -> str:
    """`rural_roads?week=2020-w10`: a view as an item of an agenda, whose release it takes."""
    query = to_query(replace(view, release="", kiosk=False, agenda=(), at=0))
    return f"{view.page}?{urlencode(query, doseq=True)}".removesuffix("?")


def with_agenda(view: View, items: Sequence[View]) -> View | None:
    """The same view with another agenda; None where a link has no room for it.

    A place that the agenda no longer has is left.
    """
    agenda = tuple(agenda_item(each) for each in items)
    at = view.at if view.at <= len(agenda) else 0
    return replace(view, agenda=agenda, at=at) if _fits(agenda) else None


def _fits(agenda: Sequence[str]) -> bool:
    return len(agenda) <= MAX_AGENDA and sum(map(len, agenda)) <= MAX_AGENDA_LENGTH


def agenda_views(view: View) -> list[View]:
    """The items of the agenda as whole views: of this release, with this agenda, each in place."""
    kept = {"release": view.release, "kiosk": view.kiosk, "agenda": view.agenda}
    return [
        replace(_of_agenda_item(item)[0], **kept, at=at)  # type: ignore[arg-type]
        for at, item in enumerate(view.agenda, start=1)
    ]


def to_query(view: View) -> dict[str, list[str]]:
    """The canonical query of a view: keys in a fixed order, values sorted but for the agenda's."""
    query: dict[str, list[str]] = {"release": [view.release]} if view.release else {}
    for key, (name, _) in LISTS.items():
        values = sorted(set(getattr(view.filters, name)))
        if values:
            query[key] = values
    for key, name in DATES.items():
        on = getattr(view.filters, name)
        written = [on.isoformat()] if on else []
        written += sorted(value for unread, value in view.unread if unread == key)
        if written:
            query[key] = written
    query |= _searched(view.filters)
    query |= {key: [value] for key, value in view.inputs}
    own = PAGE_KEYS.get(view.page, frozenset())
    if "doc" in own and view.document:
        query["doc"] = [view.document]
    if "fact" in own and view.fact and (view.document or "doc" not in own):
        query["fact"] = [view.fact]
    if "draft" in own and view.draft:
        query["draft"] = [view.draft]
    if "sheet" in own and view.sheet != 1:
        query["sheet"] = [str(view.sheet)]
    if view.kiosk:
        query["kiosk"] = ["1"]
    if view.agenda:
        query["agenda"] = list(view.agenda)
    if view.at:
        query["at"] = [str(view.at)]
    return query


def _searched(filters: Filters) -> dict[str, list[str]]:
    if not filters.search:
        return {}
    return {"q": [filters.search]} | ({"in": [EVERYWHERE]} if filters.everywhere else {})


def from_query(
    query: Mapping[str, Sequence[str]], page: str, *, weeks: Iterable[str] | None = None
) -> tuple[View, list[Noticed]]:
    """The view that a query means on `page`, with everything about it that a reader should know.

    `weeks` are those of the release; without them weeks are taken as written.
    """
    notices: list[Noticed] = []
    weeks = None if weeks is None else frozenset(weeks)
    page = _page_of(page, query)
    filters: dict[str, object] = {}
    unread: list[tuple[str, str]] = []
    for key, (name, known) in LISTS.items():
        filters[name] = _values(key, query.get(key, ()), known, weeks, notices)
    for key, name in DATES.items():
        filters[name], bad = _date(key, query.get(key, ()), notices)
        unread += bad
    filters["search"] = _search(_last(query, "q"), notices)
    filters["everywhere"] = _everywhere(_last(query, "in"), notices)
    own = PAGE_KEYS.get(page, frozenset())
    view = View(
        page=page,
        release=_id(query, "release"),
        filters=Filters(**filters),  # type: ignore[arg-type]
        document=_id(query, "doc") if "doc" in own else "",
        fact=_id(query, "fact") if "fact" in own else "",
        sheet=_sheet(_last(query, "sheet"), notices) if "sheet" in own else 1,
        draft=_id(query, "draft") if "draft" in own else "",
        inputs=_inputs(query, page, notices),
        unread=tuple(unread),
        kiosk=_kiosk(_last(query, "kiosk"), notices),
        agenda=_agenda(query.get("agenda", ()), notices),
    )
    view = replace(view, at=_at(_last(query, "at"), len(view.agenda), notices))
    notices += about_filters(view)
    notices += [Noticed(Notice.UNKNOWN_KEY, _clean(key)) for key in query if key not in KNOWN_KEYS]
    if view.fact and "doc" in own and not view.document:
        notices.append(Noticed(Notice.UNKNOWN_FACT, "fact", view.fact))
        view = replace(view, fact="")
    return view, notices


def _page_of(name: str, query: Mapping[str, Sequence[str]]) -> str:
    """The page that a link to `name` leads to today."""
    page = RENAMED["page"].get(name, name)
    moved = (MOVED.get((page, key, _last(query, key))) for key in query)
    return next(filter(None, moved), page)


def _values(
    key: str,
    written: Sequence[str],
    known: frozenset[str] | None,
    weeks: frozenset[str] | None,
    notices: list[Noticed],
) -> tuple[str, ...]:
    """Values of a list filter, renamed where they were; unknown ones are kept and named."""
    values: list[str] = []
    for value in dict.fromkeys(_clean(each) for each in written):
        if not value:
            continue
        new = RENAMED.get(key, {}).get(value)
        if new:
            notices.append(Noticed(Notice.RENAMED, key, value))
        elif known is not None and value not in known:
            notices.append(Noticed(Notice.UNKNOWN_VALUE, key, value))
        elif known is None and weeks is not None and value not in weeks:
            notices.append(Noticed(Notice.UNKNOWN_WEEK, key, value))
        values.append(new or value)
    if len(values) > MAX_VALUES:
        notices.append(Noticed(Notice.TOO_MANY, key, str(MAX_VALUES)))
    return tuple(sorted(set(values[:MAX_VALUES])))


def _date(
    key: str, written: Sequence[str], notices: list[Noticed]
) -> tuple[date | None, list[tuple[str, str]]]:
    value = _clean(written[-1]) if written else ""
    if not value:
        return None, []
    on = _day_of(value)
    if on:
        return on, []
    notices.append(Noticed(Notice.UNKNOWN_VALUE, key, value))
    return None, [(key, value)]


def _day_of(written: str) -> date | None:
    """A day of the calendar as a link writes it: 2020-03-02."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(written)
    return None


def _sheet(written: str, notices: list[Noticed]) -> int:
    if not written or written == "1":
        return 1
    if re.fullmatch(r"[1-9]\d{0,5}", written, re.ASCII):
        return int(written)
    notices.append(Noticed(Notice.CLAMPED, "sheet", _clean(written)))
    return 1


def _kiosk(written: str, notices: list[Noticed]) -> bool:
    if written not in ("", "1"):
        notices.append(Noticed(Notice.CLAMPED_INPUT, "kiosk", _clean(written)))
    return written == "1"


def _agenda(written: Sequence[str], notices: list[Noticed]) -> tuple[str, ...]:
    """The items that name a page of ours, in their order; what cannot be read is left out."""
    items: list[str] = []
    for each in written:
        item, told = _of_agenda_item(each)
        taken = item.page in PAGES and _fits([*items, agenda_item(item)])
        if taken:
            items.append(agenda_item(item))
        if told or not taken:
            notices.append(Noticed(Notice.AGENDA_ITEM, "agenda", _clean(each)))
    return tuple(items)


def _of_agenda_item(written: str) -> tuple[View, list[Noticed]]:
    """The view of an item, and whatever of it means nothing there.

    What its filters give to tell is told when it is shown.
    """
    page, _, query = written.partition("?")
    read = parse_qs(query, keep_blank_values=True)
    own = {key: values for key, values in read.items() if key not in OF_A_MEETING}
    view, notices = from_query(own, page)
    told = [each for each in notices if each.notice not in OF_FILTERS]
    return view, told + [Noticed(Notice.UNKNOWN_KEY, key) for key in read.keys() - own.keys()]


def _at(written: str, items: int, notices: list[Noticed]) -> int:
    """The place in the agenda: none without one, and never beyond its end."""
    if not written or (written == "0" and not items):
        return 0
    given = int(written) if re.fullmatch(r"\d{1,4}", written, re.ASCII) else 0
    place = min(max(given, 1), items)
    if str(place) != written:
        notices.append(Noticed(Notice.CLAMPED_INPUT, "at", _clean(written)))
    return place


def _inputs(
    query: Mapping[str, Sequence[str]], page: str, notices: list[Noticed]
) -> tuple[tuple[str, str], ...]:
    """The page's inputs as far as the link gives them, numbers clamped to their range."""
    read: list[tuple[str, str]] = []
    for each in INPUTS.get(page, ()):
        written = _clean(_last(query, each.key))
        if not written:
            continue
        value, as_written = each.read(written)
        if not as_written:
            notices.append(Noticed(Notice.CLAMPED_INPUT, each.key, written))
        if value is not None:
            read.append((each.key, value))
    return tuple(read)


def _search(written: str, notices: list[Noticed]) -> str:
    text = str(normalised(_UNPRINTABLE.sub(" ", written)))[:MAX_SEARCH].strip()
    if written.strip() and not text:
        text = UNPRINTED
    if len(search_words(text)) > SEARCH_WORDS or len(written) > MAX_SEARCH:
        notices.append(Noticed(Notice.SEARCH_CUT, "q", str(SEARCH_WORDS)))
    return text


def _everywhere(written: str, notices: list[Noticed]) -> bool:
    if written not in ("", EVERYWHERE):
        notices.append(Noticed(Notice.CLAMPED_INPUT, "in", _clean(written)))
    return written == EVERYWHERE


def _last(query: Mapping[str, Sequence[str]], key: str) -> str:
    written = query.get(key, ())
    return written[-1] if written else ""


def _id(query: Mapping[str, Sequence[str]], key: str) -> str:
    """An id as written. One with a sign that cannot be printed is no id, and is seen to be none."""
    return _clean(_UNPRINTABLE.sub(UNPRINTED, _last(query, key)))


def _clean(value: str) -> str:
    """Short, printable, NFC: safe to keep in a link and to show as text."""
    return str(normalised(_UNPRINTABLE.sub("", value)))[:MAX_VALUE].strip()
