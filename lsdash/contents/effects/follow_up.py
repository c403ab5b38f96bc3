"""What has to be followed up: who must do what by when, and which requests wait for an answer.

Days are counted to the day of the view, never to the clock's. A bulletin does not say what has been
done: overdue means that the day is past. A week that is chosen stands for its last day: what was
told up to then is followed up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from lsdash import sentences
from lsdash.charts import due
from lsdash.contents.blocks import (
    Chart,
    Line,
    Look,
    Rows,
    Said,
    Section,
    Table,
    Words,
    filled,
    line,
)
from lsdash.contents.blocks import section as section_of
from lsdash.contents.effects import in_force
from lsdash.contents.reading import Reading, remembered
from lsdash.model import Filters
from lsdash.store import read
from lsdash.store.rows import DeadlineRow, EffectRow, FactRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import Kind, RelationKind, Role, Status, TaskState, Unit

MOST = 500
"""Rows of the page, those nearest to the day of the view; all are in the files for programs."""

LONG = 366
"""Days from which a wait is told in years, and as an answer that was not found: bulletins between
may be missing."""

SOON = 14
"""Days within which a thing is due soon."""

DRAWN, DRAWN_DAYS = 8, 60
"""How many things are drawn, and how many days ahead of the day of the view."""

OPEN = (TaskState.OVERDUE, TaskState.DUE, TaskState.WAITING)
"""What somebody still has to do, by how much it presses."""

LOOKS: Mapping[TaskState, Look] = {
    TaskState.OVERDUE: "late",
    TaskState.DUE: "decided",
    TaskState.WAITING: "proposed",
    TaskState.ASKED: "proposed",
}


@dataclass(frozen=True)
class Task:
    """One thing to be done, and how it stands on the day of the view."""

    row: DeadlineRow
    state: TaskState
    as_of: date
    by: EffectRow | None = None
    """What answered it, or ended it."""
    fact: FactRow | None = None
    """Its figure, as it stands that day."""

    @property
    def is_request(self) -> bool:
        return self.row.is_request

    @property
    def left(self) -> int | None:
        """Days to the deadline, below 0 where it is past; None where none is stated."""
        return (self.row.deadline - self.as_of).days if self.row.deadline else None

    @property
    def waited(self) -> int | None:
        """Days that a request waited: until its answer, or until the day of the view."""
        if not self.is_request:
            return None
        return max(0, (self.until - self.row.signed_on).days)

    @property
    def until(self) -> date:
        """The day up to which a request waited."""
        return self.by.signed_on if self.state is TaskState.ANSWERED and self.by else self.as_of


def filters(here: Reading) -> Filters:
    """The filters of the view, with every week up to the last one that they let in."""
    given = here.view.applied()
    if not given.weeks:
        return given
    held = here.ask(read.weeks)
    ends = [week.period_to for week in held if week.slug in given.weeks]
    if not ends:
        return given
    return replace(given, weeks=tuple(week.slug for week in held if week.period_to <= max(ends)))


@remembered
def tasks(here: Reading) -> list[Task]:
    """What the documents want done around the day of the view, soonest first, undated last."""
    return _as_tasks(
        here, here.ask(read.deadlines_near, in_force.day(here), filters(here), limit=MOST)
    )


def sheet(here: Reading, *, limit: int, offset: int = 0) -> list[Task]:
    """All that they want done, in the same order: `limit` things from `offset` on."""
    return _as_tasks(here, here.ask(read.deadlines, filters(here), limit=limit, offset=offset))


def _as_tasks(here: Reading, rows: Sequence[DeadlineRow]) -> list[Task]:
    on = in_force.day(here)
    slugs = tuple(sorted({row.decision for row in rows}))
    ended, closed = in_force.ended(here, slugs), answered(here, slugs)
    standings = _standings(here, {row.decision for row in rows if row.fact})
    return [
        _task(
            row,
            on,
            ended.get(row.decision),
            closed.get(row.decision),
            standings.get((row.decision, row.fact)),
        )
        for row in rows
    ]


def answered(here: Reading, slugs: Iterable[str]) -> Mapping[str, EffectRow]:
    """Of these documents those answered by the day of the view, each with its first answer."""
    on = in_force.day(here)
    found: dict[str, EffectRow] = {}
    for slug, effects in in_force.done_to(here, slugs).items():
        for effect in effects:
            if effect.kind == RelationKind.ANSWERS and effect.signed_on <= on:
                found.setdefault(slug, effect)
    return found


def glance(here: Reading) -> str:
    """`1 việc quá hạn, 3 việc đến hạn trong 14 ngày, 1 đề nghị đã chờ 12 ngày`; empty for none.

    Where a week is chosen the day that it holds for is said.
    """
    told = _counted(here, tasks(here))
    return _as_of(here, told) if told and here.view.applied().weeks else told


def sentence(here: Reading) -> str:
    """The same as the page's answer, with the day that it holds for."""
    found = tasks(here)
    told = _counted(here, found) or say(here.lang, "follow.none")
    return _as_of(here, told[:1].upper() + told[1:])


def _as_of(here: Reading, told: str) -> str:
    on = figures.day(in_force.day(here), here.lang)
    return say(here.lang, "follow.as_of", sentence=told, day=on)


@remembered
def sections(here: Reading) -> tuple[Section, ...]:
    """What presses as a drawing, then everything state by state, what presses most first."""
    found = tasks(here)
    parts = [section_of("", _partly_known(here)), section_of("", _chart(here, found))]
    for state in TaskState:
        own = _in_order(state, [task for task in found if task.state is state])
        heading = say(here.lang, f"follow.section_{state}")
        parts.append(section_of(heading, _table(here, state, own), _all_aims(here, state, own)))
    if not found:
        parts.append(section_of("", Said(line(say(here.lang, "follow.nothing")), is_note=True)))
    if _are_more(found):
        more = say(here.lang, "follow.more", n=figures.number(MOST, here.lang))
        parts.append(section_of("", Said(line(more), is_note=True)))
    return filled(parts)


def _all_aims(here: Reading, state: TaskState, own: Sequence[Task]) -> Said | None:
    """Where all stand that years are set for: here stand those with a day of their own."""
    if state is not TaskState.HORIZON or not own:
        return None
    way = Words(say(here.lang, "page.outcomes"), to=here.view.on("outcomes"))
    return Said((Words(say(here.lang, "follow.all_aims")), way, Words(".")), is_note=True)


def _partly_known(here: Reading) -> Said | None:
    """Of a week that is at hand only in part: what was done meanwhile may just not be known."""
    asked = here.view.applied().weeks
    ends = [week for week in here.ask(read.weeks) if week.slug in asked]
    if not ends or not ends[0].partly_at_hand:
        return None
    return Said(line(say(here.lang, "partly.follow")), is_note=True)


def told(here: Reading, task: Task) -> str:
    """`còn 5 ngày`, `quá hạn 3 ngày`, `đã chờ 12 ngày`, `được trả lời tại 77/…, sau 9 ngày`."""
    lang = here.lang
    days = _span(here, *sorted((task.row.deadline or task.as_of, task.as_of)))
    waited = _span(here, task.row.signed_on, task.until)
    match task.state:
        case TaskState.OVERDUE if task.is_request:
            return say(lang, "follow.overdue_request", days=days, waited=waited)
        case TaskState.OVERDUE:
            return say(lang, "follow.overdue", days=days)
        case TaskState.DUE:
            left = say(lang, "follow.due", days=days) if task.left else say(lang, "follow.due_now")
            waits = say(lang, "follow.waiting", days=waited)
            return f"{left}, {waits}" if task.is_request else left
        case TaskState.WAITING:
            is_long = (task.waited or 0) >= LONG
            return say(lang, "follow.no_answer" if is_long else "follow.waiting", days=waited)
        case TaskState.ANSWERED | TaskState.ENDED if task.by:
            said = sentences.effect(task.by, lang, on=task.as_of)
            after = task.state is TaskState.ANSWERED and task.is_request
            return say(lang, "follow.after", effect=said, days=waited) if after else said
        case TaskState.HORIZON if task.row.deadline:
            return say(lang, "follow.horizon", when=figures.until(task.row.deadline, lang))
    return say(lang, f"follow.{task.state}")


def who(here: Reading, task: Task) -> str:
    """The agency that leads, else the document's; whom a document was sent to; or not stated."""
    return lead(here, task) or say(here.lang, "fact.not_stated")


def lead(here: Reading, task: Task) -> str:
    """The same, empty where none is stated."""
    own_lead = sentences.row_text(task.row, "lead", here.lang)
    leading = own_lead or sentences.row_text(task.row, "document_lead", here.lang)
    to = sentences.row_text(task.row, "addressed_to", here.lang)
    own = task.row.what == "document"
    parts = [say(here.lang, "follow.to", to=to) if to and own else "", leading or ""]
    return " · ".join(filter(None, parts))


def what(here: Reading, task: Task) -> str:
    """What is to be done: the document's short title, a provision, or a figure with its subject
    and the later document that it now stands in."""
    text = pick(here.lang, task.row, "text").removesuffix(".")
    if task.fact is None:
        return text
    now_in = sentences.now_in(task.fact, task.row.number, here.lang)
    return f"{text}: {sentences.figure(task.fact, here.lang)}{now_in}"


def _task(
    row: DeadlineRow,
    on: date,
    ended: EffectRow | None,
    answered: EffectRow | None,
    standing: in_force.Standing | None,
) -> Task:
    fact = standing.current if standing else None
    later = _taken_over(standing) if standing else None
    if answered and row.what == "document":
        return Task(row, TaskState.ANSWERED, on, answered, fact)
    if ended or later:
        return Task(row, TaskState.ENDED, on, ended or later, standing.fact if standing else None)
    return Task(row, _state(row, on), on, None, fact)


def _state(row: DeadlineRow, on: date) -> TaskState:
    is_asked = row.status == Status.PROPOSED
    if is_asked and row.what != "document":
        return TaskState.ASKED
    if row.deadline is None:
        return TaskState.WAITING if is_asked else TaskState.UNDATED
    if not is_asked and _is_horizon(row):
        return TaskState.HORIZON
    if row.deadline >= on:
        return TaskState.DUE
    return TaskState.ENDED if row.kind == Kind.INVITATION else TaskState.OVERDUE


def _is_horizon(row: DeadlineRow) -> bool:
    """The end of a later year than that of the document: what a target is for, not a day to act."""
    end = row.deadline
    return end is not None and (end.month, end.day) == (12, 31) and end.year > row.signed_on.year


def _taken_over(standing: in_force.Standing) -> EffectRow | None:
    """What put another figure with a day of its own in this one's place."""
    steps = [each for each in standing.steps if each.fact.role != Role.CHANGE]
    return next((each.effect for each in reversed(steps) if each.fact.deadline), None)


def _standings(here: Reading, slugs: Iterable[str]) -> Mapping[in_force.Name, in_force.Standing]:
    numbers = here.ask(read.numbers, tuple(sorted(slugs)))
    return in_force.standing(here, here.ask(read.facts_in, numbers))


def _are_more(found: Sequence[Task]) -> bool:
    """Whether there are more things than are looked at."""
    requests = sum(task.is_request for task in found)
    return MOST in (requests, len(found) - requests)


def _counted(here: Reading, found: Sequence[Task]) -> str:
    """How many are overdue, due soon and waiting, those that there are; and of what, where there is
    more than is looked at."""
    lang = here.lang
    overdue = sum(task.state is TaskState.OVERDUE for task in found)
    soon = sum(task.state is TaskState.DUE and (task.left or 0) <= SOON for task in found)
    waiting = [task for task in found if task.is_request and task.state in OPEN]
    parts = [count(lang, "follow.overdue_n", overdue)] if overdue else []
    parts += [count(lang, "follow.soon_n", soon, days=_days(SOON, here))] if soon else []
    if waiting:
        longest = max(waiting, key=lambda task: task.waited or 0)
        form = "unanswered" if (longest.waited or 0) >= LONG else "waiting"
        key = f"follow.{form}_{'n' if len(waiting) > 1 else 'one'}"
        days = _span(here, longest.row.signed_on, longest.until)
        parts.append(say(lang, key, n=figures.number(len(waiting), lang), days=days))
    told = ", ".join(parts)
    if not told or not _are_more(found):
        return told
    return say(lang, "follow.among", n=figures.number(MOST, lang), sentence=told)


def _in_order(state: TaskState, own: Sequence[Task]) -> list[Task]:
    """By deadline; requests that wait by how long."""
    if state is TaskState.WAITING:
        return sorted(own, key=lambda task: -(task.waited or 0))
    return [*own]


def _chart(here: Reading, found: Sequence[Task]) -> Chart | None:
    """What presses, from the day of the view to its day, the most pressing first."""
    pressing = [
        task
        for state in OPEN
        for task in _in_order(state, [task for task in found if task.state is state])
        if (task.left or 0) <= DRAWN_DAYS
    ][:DRAWN]
    if not pressing:
        return None
    bars = [_bar(here, task) for task in pressing]
    on = in_force.day(here)
    alt = "; ".join(f"{bar.what}: {bar.state}" for bar in bars)
    return Chart("due", alt, lambda theme: due.around(bars, on, here.lang, theme))


def _bar(here: Reading, task: Task) -> due.Bar:
    days = task.left if task.left is not None else -(task.waited or 0)
    return due.Bar(
        what=what(here, task),
        who=lead(here, task),
        state=told(here, task),
        days=days,
        kind=task.state,
        source=(task.row.decision, task.row.fact),
    )


def _table(here: Reading, state: TaskState, own: Sequence[Task]) -> Table | None:
    if not own:
        return None
    heads = ("what", "who", "by_when", "state", "source")
    return Table(
        f"follow-{state}",
        tuple(say(here.lang, f"follow.{head}") for head in heads),
        Rows(own, partial(_row, here)),
        say(here.lang, "follow.alt", state=say(here.lang, f"follow.section_{state}")),
    )


def _row(here: Reading, task: Task) -> tuple[Line, ...]:
    lang, row = here.lang, task.row
    view = here.view.of_document(row.decision, row.fact)
    undated = "—" if task.state is TaskState.UNDATED else say(lang, "follow.undated")
    deadline = figures.day(row.deadline, lang) if row.deadline else undated
    place = sentences.place(row.item, row.paragraph, lang, row.paper_place)
    source = f"{row.number} · {figures.day(row.signed_on, lang)} · {place}"
    by = here.view.of_document(task.by.by) if task.by else None
    return (
        (Words(what(here, task), "strong", view),),
        line(who(here, task)),
        line(deadline),
        (Words(told(here, task), LOOKS.get(task.state, "plain"), by),),
        (Words(source, to=here.view.of_document(row.decision)),),
    )


def _span(here: Reading, since: date, until: date) -> str:
    """`12 ngày`; of a year and more `5 năm 10 tháng`, in whole months."""
    days = max(0, (until - since).days)
    if days < LONG:
        return _days(days, here)
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    held = (("years", months // 12), ("months", months % 12))
    return " ".join(count(here.lang, f"follow.{name}", n) for name, n in held if n)


def _days(number: int, here: Reading) -> str:
    """`12 ngày`."""
    written = figures.number(number, here.lang)
    return figures.with_unit(written, number, Unit.DAY, 1, here.lang)
