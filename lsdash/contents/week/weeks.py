"""Which week a view shows, the weeks beside it, and the same view in another week."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import WeekRow
from lsdash.view import View


@dataclass(frozen=True)
class Steps:
    """The weeks before and after the one shown; None where there is none."""

    before: WeekRow | None
    shown: WeekRow
    after: WeekRow | None


def chosen(here: Reading) -> Sequence[WeekRow]:
    """The weeks that the filters leave, newest first.

    Where they ask for none, those of which only a part is at hand come after the whole ones: the
    first page answers, and names what is newer.
    """
    weeks = here.view.filters.weeks
    if not weeks:
        return sorted(here.ask(read.weeks), key=lambda week: week.partly_at_hand)
    return [week for week in here.ask(read.weeks) if week.slug in weeks]


def shown(here: Reading) -> WeekRow:
    """The week of the document that is open, else the first that is `chosen`.

    Where the filters leave none the newest of all.
    """
    weeks = here.ask(read.weeks)
    decision = here.ask(read.decision, here.view.document) if here.view.document else None
    of_document = [week for week in weeks if decision and week.slug == decision.bulletin]
    return next(iter((*of_document, *chosen(here), *weeks)))


def steps(here: Reading) -> Steps:
    weeks = here.ask(read.weeks)
    week = shown(here)
    at = weeks.index(week)
    before = weeks[at + 1] if at + 1 < len(weeks) else None
    return Steps(before, week, weeks[at - 1] if at else None)


def turned(view: View, week: WeekRow) -> View:
    """The same view in another week; a document stays in its own, so its list is shown.

    A day of a week before it is left.
    """
    kept = tuple((key, value) for key, value in view.inputs if key != "day")
    to = view.on("decisions") if view.document else replace(view, fact="", sheet=1, inputs=kept)
    return replace(to, filters=replace(view.filters, weeks=(week.slug,)))
