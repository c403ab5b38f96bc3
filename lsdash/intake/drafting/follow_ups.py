"""Who is to do what by when: deadlines and agencies of a document given to what they speak of.

Those of a clause with a figure are the figure's. Any other is a task; where all tasks are seen to
by one agency, or end on one day, that is the document's. To report of it is no more than a task.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from lsdash.intake.finding import figure_context
from lsdash.intake.finding.agencies import Agency, Part
from lsdash.intake.finding.deadlines import Deadline
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text.paragraphs import plain
from lsdash.vocabulary import Kind, Status

P = TypeVar("P", Deadline, Agency)

TO_DO = re.compile(
    r"\b(?:xong|hoàn thành|hoàn tất|báo cáo|gửi|trả lời|nộp|trình|ý kiến|giải ngân|ban hành"
    r"|cung cấp|tổng hợp|phân khai|phân bổ|thanh toán|quyết toán|tiếp nhận|bàn giao|rà soát|lập"
    r"|triển khai|thực hiện|khắc phục|đăng ký|kiểm tra|đạt|giảm|nâng)\b",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"\b(?:trả lời|ý kiến|phúc đáp|hồi âm|xem xét|chấp thuận|phê duyệt|quyết định|đề nghị|kiến nghị"
    r"|xin)\b",
    re.IGNORECASE,
)
REPORTS = re.compile(r"\s*(?:(?:có trách nhiệm|định kỳ|gửi) )*báo cáo(?!\w)", re.IGNORECASE)
"""Behind an agency: all that it has to do is to report; `tổng hợp, báo cáo` sums up the whole."""
REACH = 300
"""Characters on either side of a place in which its clause is read."""

CLAUSE_END = re.compile(r";")
LEADS_IN = 30
"""Characters from the beginning of a sentence in which a deadline stands for all of it."""

WRITTEN_TO = {
    Kind.OFFICIAL_LETTER,
    Kind.TELEGRAM,
    Kind.DIRECTIVE,
    Kind.NOTICE,
    Kind.SUBMISSION,
    Kind.REPORT,
}
"""Kinds of document that go to somebody who is to act."""


@dataclass(frozen=True)
class Sentences:
    """Where sentences and clauses begin in a text, in order."""

    sentences: Sequence[int]
    clauses: Sequence[int]

    def sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)

    def clause(self, at: int) -> int:
        return bisect_right(self.clauses, at)

    def start(self, at: int) -> int:
        """Where the sentence begins that holds this place."""
        number = self.sentence(at)
        return self.sentences[number - 1] if number else 0

    def clause_text(self, text: str, at: int) -> str:
        """What the clause says near this place."""
        number = self.clause(at)
        begin = self.clauses[number - 1] if number else 0
        end = self.clauses[number] if number < len(self.clauses) else len(text)
        return plain(text[max(begin, at - REACH) : min(end, at + REACH)])


@dataclass(frozen=True)
class Task:
    """Something to be done without a figure; one of the two is there."""

    lead: Agency | None
    deadline: Deadline | None

    @property
    def start(self) -> int:
        return min(each.start for each in (self.lead, self.deadline) if each)


@dataclass(frozen=True)
class FollowUp:
    """What a document says of who must act by when."""

    lead: Agency | None = None
    deadline: Deadline | None = None
    asked: Agency | None = None
    """Whom it goes to, below the province."""
    tasks: Sequence[Task] = ()
    of_figures: Sequence[Task] = field(default_factory=tuple)
    """The same of each figure, in their order; both may be None."""


def sentences(text: str, stops: Iterable[int]) -> Sentences:
    """`stops` are the places where sentences end."""
    ends = list(stops)
    return Sentences(ends, sorted([*ends, *(each.end() for each in CLAUSE_END.finditer(text))]))


def find(
    text: str,
    parts: Sentences,
    figures: Sequence[Quantity],
    deadlines: Iterable[Deadline],
    agencies: Sequence[Agency],
    *,
    signed_on: date | None,
    status: Status,
    kind: Kind,
) -> FollowUp:
    """What one document says, of its own figures, deadlines and agencies in the order of `text`."""
    ahead = [each for each in deadlines if signed_on is None or each.day >= signed_on]
    telling = [
        each for each in ahead if each.is_firm or TO_DO.search(parts.clause_text(text, each.start))
    ]
    with_figures = {parts.clause(figure.start) for figure in figures}
    tasks = list(_tasks(parts, telling, agencies, with_figures))
    asked = next((each for each in agencies if each.part is Part.ASKED), None)
    told = FollowUp(
        asked=asked if kind in WRITTEN_TO and status is not Status.PROPOSED else None,
        of_figures=_of_figures(text, parts, figures, ahead, agencies),
    )
    if status is Status.PROPOSED:
        answer = next(
            (each for each in telling if ANSWER.search(parts.clause_text(text, each.start))), None
        )
        if answer:
            rest = [task for task in tasks if task.deadline is not answer]
            return _shared(text, replace(told, deadline=answer), rest)
    return _shared(text, told, tasks)


def _tasks(
    parts: Sentences,
    deadlines: Sequence[Deadline],
    agencies: Sequence[Agency],
    with_figures: set[int],
) -> Iterator[Task]:
    """In the order of the text; an agency goes on to the next clauses of its sentence."""
    found: list[Deadline | Agency] = sorted([*deadlines, *agencies], key=lambda each: each.start)
    lead: Agency | None = None
    is_told = True
    for each in found:
        if lead and parts.sentence(lead.start) != parts.sentence(each.start):
            if not is_told:
                yield Task(lead, None)
            lead, is_told = None, True
        has_figure = parts.clause(each.start) in with_figures
        if isinstance(each, Agency):
            if lead and not is_told:
                yield Task(lead, None)
            lead, is_told = each, has_figure or each.part is Part.ASKED
        elif not has_figure:
            yield Task(lead, each)
            is_told = True
    if lead and not is_told:
        yield Task(lead, None)


def _shared(text: str, told: FollowUp, tasks: Sequence[Task]) -> FollowUp:
    """What all tasks have in common is the document's; those that it tells whole are left out.

    What is said only of a report is never the document's.
    """
    leads = {task.lead.name for task in tasks if task.lead and task.lead.part is Part.LEADS}
    others = {task.lead.name for task in tasks if task.lead}
    of_figures = {task.lead.name for task in told.of_figures if task.lead}
    if others and of_figures - others:
        return replace(told, tasks=tasks)  # several agencies: none of them has all of it
    days = {task.deadline.day for task in tasks if task.deadline}
    of_all = [task for task in tasks if not _is_report(text, task)]
    lead = next((task.lead for task in of_all if task.lead), None)
    if told.lead is None and len(leads) == 1 and others == leads:
        told = replace(told, lead=lead)
    known = {each.name for each in (told.lead, told.asked) if each}
    is_one = len(days) == 1 and others <= known and len(others) <= 1
    if told.deadline is None and is_one:
        due = next((task.deadline for task in of_all if task.deadline), None)
        told = replace(told, deadline=due)
    left = [task for task in tasks if not _is_covered(task, told, known)]
    return replace(told, tasks=left)


def _is_report(text: str, task: Task) -> bool:
    lead = task.lead if task.lead and task.lead.part is Part.LEADS else None
    return bool(lead and task.deadline and REPORTS.match(text, lead.end))


def _is_covered(task: Task, told: FollowUp, known: set[str]) -> bool:
    day = told.deadline.day if told.deadline else None
    by_whom = task.lead is None or task.lead.name in known
    return by_whom and (task.deadline is None or task.deadline.day == day)


def _of_figures(
    text: str,
    parts: Sentences,
    figures: Sequence[Quantity],
    deadlines: Sequence[Deadline],
    agencies: Sequence[Agency],
) -> list[Task]:
    """Agency and deadline of each figure: those of its clause."""
    leads = [each for each in agencies if each.part is Part.LEADS]
    leads_of, dues_of = _by(parts.clause, leads), _by(parts.clause, deadlines)
    openings = _openings(text, parts, figures, deadlines)
    found: list[Task] = []
    for figure in figures:
        clause, sentence = parts.clause(figure.start), parts.sentence(figure.start)
        said = parts.clause_text(text, figure.start)
        is_aim = (
            figure.direction or figure_context.STRIVEN.search(said.lower()) or TO_DO.search(said)
        )
        dues = [each for each in dues_of.get(clause, ()) if each.is_firm or is_aim]
        due = _nearest(dues, figure) or openings.get(sentence)
        found.append(Task(_nearest(leads_of.get(clause, ()), figure), due))
    return found


def _openings(
    text: str,
    parts: Sentences,
    figures: Sequence[Quantity],
    deadlines: Sequence[Deadline],
) -> dict[int, Deadline]:
    """Deadlines that open a sentence, before all of its figures, and stand for all of it."""
    first: dict[int, int] = {}
    for figure in figures:
        first.setdefault(parts.sentence(figure.start), figure.start)
    found: dict[int, Deadline] = {}
    for sentence, dues in _by(parts.sentence, deadlines).items():
        due, start = dues[0], first.get(sentence, 0)
        opens = due.start - parts.start(due.start) <= LEADS_IN or ":" in text[due.end : start]
        if due.start < start and opens:
            found[sentence] = due
    return found


def _by(part: Callable[[int], int], placed: Iterable[P]) -> dict[int, list[P]]:
    """By the sentence or clause that they begin in, in order."""
    found: dict[int, list[P]] = {}
    for each in placed:
        found.setdefault(part(each.start), []).append(each)
    return found


def _nearest(placed: Sequence[P], figure: Quantity) -> P | None:
    """The last one before the figure, else the first one behind it."""
    at = bisect_right(placed, figure.start, key=lambda each: each.start)
    return placed[max(0, at - 1)] if placed else None
