"""What a reader sees: page, release, filters, inputs, and the place in a meeting."""

from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import parse_qs

from lsdash.model import Filters, search_words
from lsdash.view.inputs import INPUTS
from lsdash.view.keys import APPLIED, DATES, LISTS, MAX_VALUE, NOTE, OF_A_SUBJECT
from lsdash.view.notices import Notice, Noticed


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
    """Meeting mode: a subject a screen, large, moved on by the arrow keys."""
    screen: int = 1
    """Which of the page's screens a meeting sees."""
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

    @property
    def note(self) -> str:
        """What the speaker is reminded of at this place of the agenda."""
        item = self.agenda[self.at - 1] if 0 < self.at <= len(self.agenda) else ""
        return parse_qs(item.partition("?")[2]).get(NOTE, [""])[0]

    def on(self, page: str) -> "View":
        """The same release, filters and agenda on another page."""
        kept = replace(self, page=page, document="", fact="", sheet=1, draft="", inputs=())
        return replace(kept, screen=1)

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
