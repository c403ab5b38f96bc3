"""A document itself, read into a draft: one document of the week of its date, with its parts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lsdash.intake.bulletin import citation_roles
from lsdash.intake.bulletin.citation_roles import Mention, Role
from lsdash.intake.decision import articles
from lsdash.intake.decision.grids import Entry
from lsdash.intake.decision.paper import Paper, PlacedGrid
from lsdash.intake.drafting import account, coverage, follow_ups, sectors, silences
from lsdash.intake.drafting.facts import agency_named, due_on, earlier
from lsdash.intake.drafting.follow_ups import FollowUp
from lsdash.intake.drafting.model import (
    AnnexDraft,
    Belongs,
    CheckDraft,
    CitationDraft,
    DecisionDraft,
    Draft,
    EffectDraft,
    FactDraft,
    FlagDraft,
    GroundDraft,
    ItemDraft,
    LabelDraft,
    Named,
    PaperDraft,
    Part,
    Placed,
    ProvisionDraft,
    SignatureDraft,
    SumDraft,
    TableDraft,
    TaskDraft,
    Unread,
)
from lsdash.intake.drafting.papers import standing
from lsdash.intake.drafting.scans import doubts
from lsdash.intake.files.received import Received
from lsdash.intake.finding import (
    agencies,
    citations,
    deadlines,
    quantities,
    replaced_figures,
)
from lsdash.intake.finding import sums as in_text
from lsdash.intake.finding.deadlines import Deadline
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text import normalized, paragraphs
from lsdash.intake.text.normalized import Placeable
from lsdash.intake.text.paragraphs import Paragraph, plain
from lsdash.model import DocumentNumber
from lsdash.quantities.doubts import Doubt
from lsdash.records import flags
from lsdash.records.flags import SeriesPoint
from lsdash.vocabulary import Bound, FigureKind, FlagRule, Status
from lsdash.vocabulary import Role as FactRole

STOP = re.compile(r"(?<![A-ZĐ])[.!?…;](?=\s)|[\n\r]")
DOES = {
    Role.AMENDS: re.compile(r"^(?:sửa đổi|bổ sung|điều chỉnh)\b", re.IGNORECASE),
    Role.REPLACES: re.compile(r"^thay thế\b", re.IGNORECASE),
    Role.REPEALS: re.compile(r"^(?:bãi bỏ|hủy bỏ|huỷ bỏ)\b", re.IGNORECASE),
    Role.CORRECTS: re.compile(r"^đính chính\b", re.IGNORECASE),
}
"""What a document does to the one that its subject names, by how the subject begins."""


@dataclass(frozen=True)
class _Found:
    """A figure with its place in the document, and the row of a table that it stands in."""

    figure: Quantity
    place: str
    entry: Entry | None = None
    table: tuple[int, int] | None = None
    """Where that table begins, and the column."""


def draft(received: Received, paper: Paper, known: Iterable[SeriesPoint], *, numbers: int) -> Draft:
    """The draft of one document; its period is the week of its date, from Monday to Sunday."""
    text, own = received.text, _Reading(received, paper)
    on = paper.head.signed_on
    first = on - timedelta(days=on.weekday()) if on else None
    decision = own.decision(known)
    return Draft(
        title=None,
        period_from=first,
        period_to=first + timedelta(days=6) if first else None,
        period_printed=None,
        author=None,
        headlines=(),
        headlines_complete=False,
        items=(
            ItemDraft(
                start=paper.head.start,
                end=len(text),
                heading=paper.head.subject,
                headline=None,
                paragraphs=tuple(Placed(start=each.start, end=each.end) for each in own.paragraphs),
                decisions=(0,),
            ),
        ),
        decisions=(decision,),
        numbers=numbers,
        unread=decision.unread,
        account=own.account(),
        paper=own.parts(),
    )


class _Reading:
    """What a document holds, found once and put together."""

    def __init__(self, received: Received, paper: Paper) -> None:
        self.text, self.paper = received.text, paper
        text = received.text
        self.paragraphs = [
            each for each in paragraphs.split(text) if each.start >= paper.head.start
        ]
        self.cited = citations.find(text)
        self.mentions = citation_roles.find(text, self.paragraphs, self.cited, None)
        number = paper.head.number
        self.own_key = next((it.key for it in self.cited if it.reference == number), None)
        joined = replaced_figures.joined(text, doubts.find(text, self.cited, received))
        shared = in_text.with_shared_unit(text, joined)
        self.everywhere = everywhere = in_text.with_neighbours_unit(text, shared)
        self.names = quantities.names(text, self.cited)
        self.dates = [each for each in everywhere if each.kind is FigureKind.DATE]
        said = list(self._said(everywhere))
        self.repeated = dict(self._repeated(said))
        rows = [each for each in self._rows() if each.figure.start not in self.repeated]
        self.found = sorted([*said, *rows], key=lambda each: each.figure.start)
        self.at = {each.figure.start: at for at, each in enumerate(self.found)}
        for start, other in self.repeated.items():
            self.at[start] = self.at[other.start]
        self.sums = sorted(self._sums(), key=lambda each: each.whole)

    def _said(self, everywhere: Sequence[Quantity]) -> Iterator[_Found]:
        """Figures of the text outside head, grounds, signature and tables."""
        tables = [(each.grid.start, each.grid.end) for each in self.paper.grids]
        spans = [self.paper.body, *((each.body, each.end) for each in self.paper.annexes)]
        for figure in everywhere:
            is_said = any(start <= figure.start < end for start, end in spans)
            in_table = any(start <= figure.start < end for start, end in tables)
            bare = Doubt.NO_UNIT in figure.flags
            bare = bare and (figure.bound is Bound.EXACT or figure.of is not None)
            is_figure = not bare and figure.kind is not FigureKind.DATE
            if is_said and not in_table and is_figure and not self._is_of_effect(figure):
                passage = articles.at(self.paper.passages, figure.start)
                yield _Found(figure, passage.place if passage else "passage-1")

    def _is_of_effect(self, figure: Quantity) -> bool:
        """Days until the document holds are told by the day from which it does."""
        effect = self.paper.effect
        is_there = effect is not None and effect.start <= figure.start < effect.end
        return is_there and figure.kind is FigureKind.DURATION

    def _rows(self) -> Iterator[_Found]:
        for placed in self.paper.grids:
            for entry in placed.grid.entries:
                place = f"{placed.place}.row-{entry.row}"
                yield _Found(entry.figure, place, entry, (placed.grid.start, entry.column))

    def _repeated(self, said: Sequence[_Found]) -> Iterator[tuple[int, Quantity]]:
        """Totals of tables that an article states already, each with the figure there."""
        for each in self._rows():
            if each.entry is None or not each.entry.is_total or each.entry.part_of is not None:
                continue
            own = each.figure
            like = [
                it.figure
                for it in said
                if (it.figure.low, it.figure.high, it.figure.unit) == (own.low, own.high, own.unit)
            ]
            if like:
                yield own.start, like[0]

    def _sums(self) -> Iterator[SumDraft]:
        """Sums of tables, and those among the figures of the text."""
        for placed in self.paper.grids:
            entries = placed.grid.entries
            for each in placed.grid.sums:
                yield SumDraft(
                    whole=self.at[entries[each.whole].figure.start],
                    parts=tuple(self.at[entries[part].figure.start] for part in each.parts),
                    difference=each.difference,
                )
        said = [at for at, each in enumerate(self.found) if each.entry is None]
        for total in in_text.find(self.text, [self.found[at].figure for at in said]):
            parts = tuple(said[at] for at in total.parts)
            yield SumDraft(whole=said[total.whole], parts=parts, difference=total.difference)

    def account(self) -> tuple[Part, ...]:
        """The whole text as that of the one document, the rows of its tables told apart."""
        tables = [(each.grid.start, each.grid.end) for each in self.paper.grids]
        return account.close(
            self.text,
            [
                (each, Belongs.ROW if _is_inside(each.start, tables) else Belongs.ITEM, 1)
                for each in paragraphs.split(self.text)
            ],
        )

    def decision(self, known: Iterable[SeriesPoint]) -> DecisionDraft:
        head = self.paper.head
        said = self.text[self.paper.body[0] : self.paper.body[1]]
        sector = sectors.propose(head.subject, plain(said))
        status = standing.status(head.kind, head.subject, plain(said))
        due = self._due()
        follow_up = self._follow_up(status, due)
        unread = self._unread()
        figures = [each.figure for each in self.found]
        return DecisionDraft(
            start=head.start,
            end=len(self.text),
            number=head.number,
            signed_on=head.signed_on,
            kind=head.kind,
            kind_called=head.kind_called.capitalize() or None,
            issuer=standing.issuer(f"{head.issuer} {head.authority}"),
            status=status,
            addressed_to=self._addressed(),
            lead=agency_named(follow_up.lead),
            deadline=due_on(follow_up.deadline),
            tasks=tuple(self._task(each) for each in follow_up.tasks),
            promulgates=None,
            heading=head.subject,
            headline=None,
            sector=sector.sector,
            sector_words=sector.words,
            second_sectors=sector.second,
            item=1,
            paragraph=0,
            facts=tuple(self._facts(follow_up)),
            sums=tuple(self.sums),
            citations=tuple(self._citations()),
            labels=tuple(self._labels()),
            silences=tuple(
                silences.propose(
                    head.subject,
                    plain(said),
                    kind=head.kind,
                    status=status,
                    is_normative=DocumentNumber.read(head.number).year is not None,
                    figures=figures,
                    is_summed=bool(self.sums),
                    is_due=bool(due),
                )
            ),
            flags=tuple(self._flags(known, unread)),
            unread=tuple(unread),
        )

    def _due(self) -> list[Deadline]:
        """The deadlines of its body."""
        start, end = self.paper.body
        figures = [*(each.figure for each in self.found), *self.dates]
        ready = normalized.prepare(self.text)
        due = deadlines.find(ready, figures, self.paper.head.signed_on, self.cited)
        return [each for each in due if start <= each.start < end]

    def _gone(self) -> list[date]:
        """Days of its body by which something is to be done, and that were past already."""
        start, end = self.paper.body
        signed_on = self.paper.head.signed_on
        ready = normalized.prepare(self.text)
        found = deadlines.gone(ready, self.dates, signed_on) if signed_on else []
        return [each.day for each in found if start <= each.start < end]

    def _follow_up(self, status: Status, due: Sequence[Deadline]) -> FollowUp:
        stops = [each.end() for each in STOP.finditer(self.text)]
        start, end = self.paper.body
        told = agencies.find(normalized.prepare(self.text))
        return follow_ups.find(
            self.text,
            follow_ups.sentences(self.text, stops),
            [each.figure for each in self.found],
            due,
            [each for each in told if start <= each.start < end],
            signed_on=self.paper.head.signed_on,
            status=status,
            kind=self.paper.head.kind,
        )

    def _addressed(self) -> Named | None:
        name = self.paper.head.addressed_to
        start = max(0, self.text.find(name)) if name else 0
        return Named(start=start, end=start + len(name), name=name) if name else None

    def _task(self, task: follow_ups.Task) -> TaskDraft:
        passage = articles.at(self.paper.passages, task.start)
        start, end = (passage.start, passage.end) if passage else (task.start, task.start)
        return TaskDraft(
            start=start,
            end=end,
            paragraph=self._paragraph(task.start),
            lead=agency_named(task.lead),
            deadline=due_on(task.deadline),
        )

    def _paragraph(self, start: int) -> int:
        return max(0, bisect_right(self.paragraphs, start, key=lambda each: each.start) - 1)

    def _facts(self, follow_up: FollowUp) -> Iterator[FactDraft]:
        wholes = {part: each.whole for each in self.sums for part in each.parts}
        tops = {each.whole for each in self.sums}
        shared = ("start", "end", "printed", "kind", "low", "high", "unit", "bound", "scale")
        for at, each in enumerate(self.found):
            figure, entry = each.figure, each.entry
            own = follow_up.of_figures[at]
            paragraph = self._paragraph(figure.start)
            yield FactDraft(
                **{name: getattr(figure, name) for name in shared},
                paragraph=paragraph,
                sentence=_sentence(self.text, self.paragraphs[paragraph], figure),
                part_of=wholes.get(at),
                direction=figure.direction,
                noun=figure.noun if entry else _noun(figure),
                row=entry.name if entry else "",
                table=each.table,
                unit_printed=entry.unit_called if entry else "",
                place=each.place,
                role=_role(entry, at in tops),
                lead=agency_named(own.lead) if entry is None else None,
                deadline=due_on(own.deadline) if entry is None else None,
                before=earlier(figure),
                doubts=figure.flags,
            )

    def _citations(self) -> Iterator[CitationDraft]:
        """The document itself, then those that it names, each with what it does to them."""
        for named in _named_alike(self.mentions):
            first = named[0].citation
            roles = [self._role_of(each) for each in named]
            days = [each.citation.signed_on for each in named if each.citation.signed_on]
            yield CitationDraft(
                start=first.start,
                end=first.end,
                printed=first.printed,
                number=first.reference,
                kind=first.kind,
                called=first.called,
                signed_on=next(iter(days), None),
                role=next((each for each in roles if each is not Role.CITES), Role.CITES),
                paragraph=self._paragraph(first.start),
            )

    def _role_of(self, mention: Mention) -> Role:
        """Grounds are stood on; what subject or article say of a document is what it does to it."""
        head = self.paper.head
        if mention.citation.key == self.own_key:
            return Role.OWN
        if mention.start < head.number_start:
            return Role.CITES  # what a page says of it above the document itself
        if mention.start < head.end and not self._is_described(mention):
            done = (role for role, cue in DOES.items() if cue.match(head.subject))
            return next(done, Role.CITES)
        ground = next(
            (each for each in self.paper.grounds if each.start <= mention.start < each.end), None
        )
        if ground:
            is_done = ground.text.lower().startswith("thực hiện")
            return Role.IMPLEMENTS if is_done else Role.CITES
        return mention.otherwise if mention.role is Role.OWN else mention.role

    def _is_described(self, mention: Mention) -> bool:
        """The subject names it only to tell what the document before it is about."""
        at = self.mentions.index(mention)
        before = self.mentions[at - 1].citation if at else None
        if before is None or before.start < self.paper.head.number_start:
            return False
        return citation_roles.is_title(plain(self.text[before.end : mention.start]))

    def _labels(self) -> Iterator[LabelDraft]:
        named = [(each.start, each.end, each.printed, str(each.naming)) for each in self.names]
        dated = [(each.start, each.end, each.printed, "date") for each in self.dates]
        for start, end, printed, naming in sorted([*named, *dated]):
            yield LabelDraft(start=start, end=end, printed=printed, naming=naming)

    def _unread(self) -> list[Unread]:
        """Numbers that nothing accounts for; those of the head and the signature are furniture."""
        grids = [each.grid for each in self.paper.grids]
        grounds = [(each.start, each.end) for each in self.paper.grounds]
        spoken: list[Placeable] = [
            *self.cited,
            *(each.figure for each in (*self.found, *self._rows())),
            *(each for each in self.everywhere if self._is_of_effect(each)),
            *(each for each in self.everywhere if _is_inside(each.start, grounds)),
            *self.dates,
            *(each.before for each in self.everywhere if each.before),
            *self.names,
            *(cell for grid in grids for cell in grid.counting),
            *(check for grid in grids for check in grid.checks),
            *([self.paper.signature] if self.paper.signature else []),
        ]
        claimed = [(each.start, each.end) for each in spoken]
        claimed += [(each.start, each.body) for each in self.paper.annexes]
        claimed.append((0, self.paper.head.end))
        return [
            Unread(start=each.start, end=each.end, printed=each.printed, context=each.context)
            for each in coverage.unread(self.text, claimed)
            if not self._is_numbering(each.start)
        ]

    def _is_numbering(self, start: int) -> bool:
        """The number of an article, a clause or a section where its paragraph begins."""
        passage = articles.at(self.paper.passages, start)
        if passage is None or start >= passage.end:
            return False
        opened = re.match(r"\W*(?:Điều\s+)?[\dIVX.]{1,8}", self.text[passage.start : passage.end])
        return bool(opened and start < passage.start + opened.end())

    def _flags(self, known: Iterable[SeriesPoint], unread: Sequence[Unread]) -> Iterator[FlagDraft]:
        head = self.paper.head
        if head.signed_on:
            odd = [
                *flags.odd_days(head.signed_on, None, None),
                *flags.due_before_signed(head.signed_on, self._gone()),
            ]
            for rule, evidence in odd:
                yield FlagDraft(rule=rule, evidence=evidence)
            key = DocumentNumber.read(head.number)
            point = SeriesPoint(key.series, key.number, head.signed_on, head.number)
            alike = [each for each in known if _of_a_year(each, key.series, head.signed_on)]
            for rule, evidence in flags.out_of_series(point, alike):
                yield FlagDraft(rule=rule, evidence=evidence)
        for each in self.sums:
            if not each.closes:
                yield FlagDraft(rule=FlagRule.SUM_DOES_NOT_CLOSE, evidence=self._gap(each))
        for placed in self.paper.grids:
            for check in placed.grid.checks:
                if check.difference:
                    evidence = {
                        "place": f"{placed.place}.row-{check.row}",
                        "name": f"{check.name}: {check.head}",
                        "stated": check.printed,
                        "difference": str(check.difference),
                        "scale": str(check.scale),
                    }
                    yield FlagDraft(rule=FlagRule.SUM_DOES_NOT_CLOSE, evidence=evidence)
        for number in unread:
            yield FlagDraft(rule=FlagRule.UNREAD, evidence={"printed": number.printed})

    def _gap(self, it: SumDraft) -> dict[str, str]:
        whole = self.found[it.whole]
        return {
            "fact": str(it.whole),
            "place": whole.place,
            "stated": str(whole.figure.low),
            "difference": str(it.difference),
            "unit": whole.figure.unit,
            "scale": str(whole.figure.scale),
        }

    def parts(self) -> PaperDraft:
        paper = self.paper
        signed, effect = paper.signature, paper.effect
        return PaperDraft(
            issuer=paper.head.issuer,
            authority=paper.head.authority,
            place=paper.head.place,
            grounds=tuple(self._ground(each) for each in paper.grounds),
            provisions=tuple(
                ProvisionDraft(start=each.start, end=each.end, place=each.place, text=each.text)
                for each in paper.passages
            ),
            annexes=tuple(
                AnnexDraft(
                    start=each.start,
                    end=each.end,
                    place=f"annex-{each.code}",
                    label=each.label,
                    title=each.title,
                )
                for each in paper.annexes
            ),
            tables=tuple(self._table(each) for each in paper.grids),
            signature=signed
            and SignatureDraft(
                start=signed.start,
                end=signed.end,
                capacity=signed.capacity,
                signed_as=signed.signed_as,
                signer=signed.signer,
                recipients=signed.recipients,
            ),
            effect=effect
            and EffectDraft(
                start=effect.start,
                end=effect.end,
                place=effect.place,
                printed=effect.printed,
                day=effect.day,
            ),
        )

    def _ground(self, it: Paragraph) -> GroundDraft:
        numbers = [each.reference for each in self.cited if it.start <= each.start < it.end]
        text = it.text.strip(" ;,.")
        return GroundDraft(start=it.start, end=it.end, text=text, numbers=tuple(numbers))

    def _table(self, placed: PlacedGrid) -> TableDraft:
        grid = placed.grid
        return TableDraft(
            start=grid.start,
            end=grid.end,
            place=placed.place,
            heads=grid.heads,
            rows=grid.rows,
            facts=tuple(self.at[each.figure.start] for each in grid.entries),
            checks=tuple(
                CheckDraft(
                    start=each.start,
                    end=each.end,
                    place=f"{placed.place}.row-{each.row}",
                    name=f"{each.name}: {each.head}",
                    printed=each.printed,
                    value=each.value,
                    unit=each.unit,
                    unit_printed=each.unit_called,
                    difference=each.difference,
                )
                for each in grid.checks
            ),
        )


def _named_alike(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions of one document together: the same number, however written, and no other day."""
    groups: dict[tuple[object, ...], list[list[Mention]]] = {}
    for mention in mentions:
        day = mention.citation.signed_on
        alike = groups.setdefault(mention.citation.key, [])
        for group in alike:
            days = {each.citation.signed_on for each in group} - {None}
            if day is None or not days or day in days:
                group.append(mention)
                break
        else:
            alike.append([mention])
    return sorted(
        (group for alike in groups.values() for group in alike), key=lambda each: each[0].start
    )


def _is_inside(start: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in spans)


def _role(entry: Entry | None, is_whole: bool) -> FactRole | None:
    if entry is None:
        return None
    return FactRole.WHOLE if is_whole and entry.part_of is None else None


def _noun(figure: Quantity) -> str:
    return figure.noun if figure.unit == "item" else ""


def _sentence(text: str, paragraph: Paragraph, figure: Quantity) -> Placed:
    """The sentence of a figure within its paragraph; of a table's figure, its row."""
    before = [each.end() for each in STOP.finditer(text, paragraph.start, figure.start)]
    after = STOP.search(text, figure.end, max(figure.end, paragraph.end))
    start = before[-1] if before else min(paragraph.start, figure.start)
    while start < figure.start and text[start].isspace():
        start += 1
    return Placed(start=start, end=after.end() if after else max(figure.end, paragraph.end))


def _of_a_year(point: SeriesPoint, series: str, on: date) -> bool:
    return point.series == series and point.signed_on.year == on.year
