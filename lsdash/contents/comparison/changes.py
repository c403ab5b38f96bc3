"""What differs between two releases, or two weeks of one: side by side, document by document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsdash import sentences, settings
from lsdash.comparing import differences, history
from lsdash.comparing.differences import Difference, DocumentChange, FactChange, Pair, State
from lsdash.comparing.history import Compared, SideBySide
from lsdash.contents import gates
from lsdash.contents.blocks import (
    Block,
    Line,
    Listed,
    Said,
    Section,
    Table,
    Words,
    line,
    quiet,
    section,
    strong,
)
from lsdash.contents.comparison import between_weeks
from lsdash.contents.reading import Reading
from lsdash.contents.week import partly
from lsdash.errors import ReleaseError
from lsdash.model import Filters
from lsdash.store import read, shelf
from lsdash.store.rows import DecisionRow, ObservationRow
from lsdash.text import pick, publishers, say
from lsdash.view import View

ROW = tuple[Line, SideBySide]


@dataclass(frozen=True)
class Sides:
    """What is held against what: the names of two releases, or of two weeks of the view's."""

    compared: Compared
    old: str
    new: str

    def views(self, view: View) -> tuple[View, View]:
        """The reader's view on either side."""
        if self.compared == "weeks":
            return view, view
        return replace(view, release=self.old), replace(view, release=self.new)


def keys(compared: Compared) -> tuple[str, str]:
    """The page's inputs that name the two sides."""
    return ("old_week", "new_week") if compared == "weeks" else ("old", "new")


def sides(here: Reading) -> Sides | None:
    """The two sides that the view names; None where it does not name both."""
    compared: Compared = "weeks" if here.view.input("compare") == "weeks" else "releases"
    old, new = map(here.view.input, keys(compared))
    return Sides(compared, old, new) if old and new else None


def missing_week(here: Reading, of: Sides) -> str | None:
    """A week that the release does not hold, of the two that are to be compared."""
    if of.compared == "releases":
        return None
    held = {week.slug for week in here.ask(read.weeks)}
    return next((week for week in (of.old, of.new) if week not in held), None)


def difference(here: Reading, of: Sides) -> Difference:
    """What differs in the documents that pass the filters. Raises ReleaseError."""
    filters = here.view.applied()
    if of.compared == "weeks":
        return here.ask(differences.of_weeks, of.old, of.new, filters)
    place = settings.read()
    old, new = (shelf.open_release(place, name) for name in (of.old, of.new))
    return here.of(old).ask(differences.between, new, filters)


def found(here: Reading) -> tuple[Sides, Difference] | None:
    """What the view compares and what differs; None where its sides cannot be held together."""
    of = sides(here)
    if of is None or missing_week(here, of):
        return None
    try:
        return of, difference(here, of)
    except ReleaseError:
        return None


def partly_at_hand(here: Reading, of: Sides) -> Line | None:
    """That of one of the weeks compared only a part is at hand."""
    return partly.beside(here, (of.old, of.new)) if of.compared == "weeks" else None


def sentence(here: Reading, of: Sides, found: Difference) -> str:
    """How much differs."""
    narrowed = here.view.applied() != Filters()
    return history.counted(found, here.lang, of.compared, narrowed=narrowed)


def bulletins(here: Reading, of: Sides, found: Difference) -> Table | None:
    told = [each for week in found.weeks for each in history.week_told(week, here.lang)]
    return table(here, of, [(line(each.what), each) for each in told], "bulletins")


def press(here: Reading, of: Sides, found: Difference) -> Table | None:
    """Reported figures, events and outcomes that differ."""
    told = [_reported(here, each) for each in found.observations]
    told += [history.event_told(event, here.lang) for event in found.events]
    told += [history.outcome_told(each, here.lang) for each in found.outcomes]
    return table(here, of, [(line(each.what), each) for each in told], "press")


def _reported(here: Reading, change: Pair[ObservationRow]) -> SideBySide:
    """A figure of the press: where, when and from whom; how it was, how it is."""
    row = change.row
    by = publishers.named(row.publisher, here.lang)
    what = " · ".join(filter(None, (gates.place(here, row), gates.when(here, row), by)))
    old, new = (gates.number(here, each) if each else None for each in (change.old, change.new))
    if old == new:
        new = say(here.lang, "changes.details", what=new)
    return SideBySide(what, old, new)


def shown(of: Sides, found: Difference) -> list[DocumentChange]:
    """The documents that are told one by one: between weeks those that have a pair."""
    return between_weeks.pairs(found) if of.compared == "weeks" else [*found.documents]


def around(here: Reading, of: Sides, found: Difference) -> list[Section]:
    """Between weeks: sectors, sums that run on, and what stands in one week alone."""
    if of.compared == "releases":
        return []
    weeks = between_weeks.weeks_of(here, of.old, of.new)
    spans = [sentences.week_span(week, here.lang) for week in weeks]
    only = [say(here.lang, "changes.only_in_week", week=span) for span in spans]
    running = between_weeks.running(here, weeks[1], found)
    told = line(say(here.lang, "changes.running_note"))
    note = Said(told, is_note=True) if running else None
    return [
        section(say(here.lang, "changes.by_sector"), between_weeks.sectors(here, weeks)),
        section(say(here.lang, "changes.running_on"), running, note),
        section(only[1], between_weeks.alone(here, found, State.ADDED)),
        section(only[0], between_weeks.alone(here, found, State.REMOVED)),
    ]


def named(here: Reading, change: DocumentChange) -> str:
    """`381/QĐ-UBND → 421/QĐ-UBND · Đường nông thôn`."""
    rows: list[DecisionRow] = [row for row in (change.old, change.new) if row]
    numbers = " → ".join(dict.fromkeys(row.number for row in rows))
    return f"{numbers} · {pick(here.lang, change.row, 'short_title')}"


def of_document(here: Reading, of: Sides, change: DocumentChange) -> list[Block]:
    """Every thing that changed in one document, and what its history says of that."""
    lang = here.lang
    if of.compared == "weeks":
        _, later = between_weeks.weeks_of(here, of.old, of.new)
        return between_weeks.of_pair(here, later, _heads(here, of), change)
    view = of.views(here.view)[change.new is not None]
    besides = tuple(each for each in change.fields if each.field != "number")  # it is in the head
    told = history.fields_told(replace(change, fields=besides), lang)
    rows: list[ROW] = [(line(each.what), each) for each in told]
    for fact in change.facts:
        rows += _fact(here, view, fact)
    rows += [(line(each.what), each) for each in history.pieces_told(change, lang)]
    subjects = {fact.row.slug: pick(lang, fact.row, "subject") for fact in change.facts}
    entries = [
        line(history.entry(each, lang, subjects.get(each.fact or ""))) for each in change.told
    ]
    shown = table(here, of, rows, change.row.slug)
    blocks: list[Block | None] = [shown, Listed(tuple(entries)) if entries else None]
    return [block for block in blocks if block]


def table(here: Reading, of: Sides, rows: Sequence[ROW], name: str) -> Table | None:
    """What changed, how it was, how it is; None where nothing did."""
    if not rows:
        return None
    lang = here.lang
    absent = quiet(say(lang, "changes.absent"))
    return Table(
        f"changes-{name}",
        (say(lang, "changes.what"), *_heads(here, of)),
        tuple(
            (
                what,
                line(told.old) if told.old is not None else absent,
                strong(told.new) if told.new is not None else absent,
            )
            for what, told in rows
        ),
        say(lang, "changes.table_alt"),
    )


def _fact(here: Reading, view: View, change: FactChange) -> list[ROW]:
    """The rows of a fact, each leading to it on the side where it stands."""
    fact = change.row
    subject = pick(here.lang, fact, "subject")
    head = Words(subject, "strong", view.of_document(fact.decision, fact.slug))
    if change.state is not State.CHANGED:
        return [((head,), history.fact_told(change, here.lang))]
    told = history.fields_told(change, here.lang)
    return [((head, Words(f" · {each.what}")), each) for each in told]


def _heads(here: Reading, of: Sides) -> tuple[str, str]:
    """What the two columns are: the weeks by their days, the releases as the boxes call them."""
    if of.compared == "releases":
        return say(here.lang, "input.old"), say(here.lang, "input.new")
    spans = {week.slug: sentences.week_span(week, here.lang) for week in here.ask(read.weeks)}
    return spans[of.old], spans[of.new]
