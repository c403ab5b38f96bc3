"""A draft under review: what the reader of a bulletin found, and what the editor makes of it.

Nothing is published that an editor has not looked at: each figure is open until it is accepted,
mended or struck, and `gaps` names everything that still stands in the way.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Self

from lsdash import quantities
from lsdash.intake.bulletin import citation_roles, headlines
from lsdash.intake.drafting import places
from lsdash.intake.drafting.model import (
    CitationDraft,
    DecisionDraft,
    Draft,
    FactDraft,
    LeftOutDraft,
    LooseDraft,
    Named,
    Part,
    Placed,
    TaskDraft,
)
from lsdash.intake.finding import agencies
from lsdash.intake.review import amended_documents
from lsdash.intake.review.amended_documents import Known, KnownFact, OnRecord, Printed
from lsdash.model import Before, DocumentNumber, Frozen, Paper, Text, bound_problem, normalised
from lsdash.quantities.doubts import Doubt
from lsdash.text import LANGS, say
from lsdash.vocabulary import (
    Bound,
    Direction,
    FigureKind,
    Issuer,
    Kind,
    Measure,
    RelationKind,
    Role,
    Sector,
    Status,
    Unit,
)

READ = ("kind", "low", "high", "unit", "bound")
"""What the program reads of a figure as printed."""

NOT_PUBLISHED = ""
"""Said of a figure that is none of those on record."""

OPEN_UNIT = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,12}(?:,\d+)?) (?P<noun>[^\d.,;:()]{2,60})"
)
"""A plain number of something that no list names: `3.200 công tơ điện tử`."""

Place = tuple[str | int, ...]
"""A path into a review: ("documents", 0, "figures", 2, "low")."""


class Seen(StrEnum):
    """What the editor has made of a figure."""

    OPEN = "open"
    ACCEPTED = "accepted"
    MENDED = "mended"
    STRUCK = "struck"
    """Not a figure, or not one to publish; its number stays accounted for as a label."""


class Words(Frozen):
    """Words to be written in both languages; empty until they are."""

    vi: str = ""
    en: str = ""

    @property
    def are_there(self) -> bool:
        return not self.missing

    @property
    def missing(self) -> list[str]:
        """The languages that nothing is written in."""
        return [lang for lang in LANGS if not getattr(self, lang).strip()]

    def text(self) -> Text:
        return Text(vi=self.vi, en=self.en)


class Figure(Placed):
    """One figure that was found. Offsets are into the review's text."""

    printed: str
    kind: FigureKind
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    bound: Bound
    paragraph: int
    sentence: Placed
    place: str = ""
    """Of a document itself: `annex-1.row-3`; empty in a bulletin."""
    unit_printed: str = ""
    """The unit as the head of its table prints it."""
    seen: Seen = Seen.OPEN
    measure: Measure = Measure.OTHER
    subject: Words = Words()
    part_of: int | None = None
    """Position of the figure of this document that it is a part of."""
    unit_called: Words = Words()
    """What it counts, where its unit is none of the closed list."""
    role: Role | None = None
    """None where it follows by rule."""
    direction: Direction | None = None
    before: str = ""
    """The earlier figure, as this document prints it."""
    amends: str = ""
    """The figure on record that it takes the place of: its document and its name, by slugs."""
    lead: Words = Words()
    deadline: date | None = None
    told_at: tuple[Placed, ...] = ()
    """Where the text says deadline and agency."""
    period_from: date | None = None
    period_to: date | None = None
    mandatory: bool = False
    doubts: tuple[Doubt, ...] = ()
    fact: str | None = None
    """Slug of the fact on record that it is; None while nobody has said so."""
    reason: Words = Words()
    """Why it is another figure than the one on record."""
    corrected_by: str = ""
    """Number of the document that makes the correction, where one does, and its day."""
    corrected_on: date | None = None

    @property
    def phrase(self) -> str:
        """What is printed, with the unit in the head of its table."""
        return f"{self.printed} {self.unit_printed}".strip()

    @property
    def is_falling_saving(self) -> bool:
        """It is called a saving and goes down: less would be saved, which is seldom meant."""
        is_saving = re.search(r"(?<!\w)tiết kiệm(?!\w)", str(normalised(self.subject.vi)).lower())
        return self.direction is Direction.DECREASE and is_saving is not None

    @property
    def earlier(self) -> Before | None:
        """The earlier figure in base units; a bare number is in the unit of this one."""
        printed = str(normalised(self.before))
        if not printed:
            return None
        read, own = quantities.read(printed), quantities.read(self.phrase)
        if read:
            return Before(printed=printed, low=read.low, high=read.high)
        try:
            value = quantities.number(printed) * (own.scale if own else 1)
            return Before(printed=printed, low=value, high=value)
        except (InvalidOperation, ValueError):
            return Before(printed=printed)

    @property
    def is_kept(self) -> bool:
        return self.seen is not Seen.STRUCK

    def read_from(self, printed: str) -> Self:
        """The figure as it reads when this is what is printed; values stay if that is unclear."""
        printed = str(normalised(printed))
        reading = quantities.read(f"{printed} {self.unit_printed}".strip())
        values = {name: getattr(reading, name) for name in READ} if reading else {}
        if reading is None and (counted := OPEN_UNIT.fullmatch(printed)):
            value = quantities.number(counted["number"])
            values = {"kind": FigureKind.COUNT, "low": value, "high": value, "unit": Unit.ITEM}
            values |= {"bound": Bound.EXACT, "unit_called": Words(vi=counted["noun"])}
        if reading and reading.unit is Unit.ITEM and reading.noun != self.unit_called.vi.casefold():
            values["unit_called"] = Words(vi=reading.noun)
        return self.model_copy(update={**values, "printed": printed, "seen": Seen.MENDED})


class Cited(Frozen):
    """Another document that this one names."""

    number: str
    printed: str
    kind: RelationKind
    target: Words
    paragraph: int
    document: str = ""
    """Slug of the document meant, where its number alone does not tell it."""
    place: str = ""
    """Of a document itself that names it."""
    kept: bool = True


class Task(Placed):
    """A content without a figure, by whom and by when. The span is that of its sentence, if any."""

    words: Words = Words()
    lead: Words = Words()
    deadline: date | None = None
    paragraph: int
    place: str = ""
    """Of a document itself: `article-2.clause-1`."""
    kept: bool = True
    was: str = ""
    """Its Vietnamese words on record; empty for one that is new."""


class Question(Frozen):
    """What a reader would ask; the editor keeps those that the document leaves open."""

    words: Words
    kept: bool = False


class Total(Frozen):
    """A total of a table that its rows already say; a bulletin may tell it."""

    printed: str
    value: Decimal
    unit: Unit
    unit_printed: str
    name: str
    place: str

    @property
    def phrase(self) -> str:
        return f"{self.printed} {self.unit_printed}".strip()


class Document(Placed):
    """One document of the bulletin. Offsets are its item's, in the review's text."""

    number: str
    signed_on: date | None
    issuer: Issuer
    kind_called: Words
    status: Status
    sector: Sector
    sector_words: tuple[str, ...]
    """The words of the text that led to the sector proposed."""
    second_sectors: tuple[Sector, ...]
    title: Words
    short_title: Words = Words()
    summary: Words = Words()
    addressed_to: Words
    lead: Words = Words()
    deadline: date | None = None
    told_at: tuple[Placed, ...] = ()
    """Where the text says addressee, agency and deadline."""
    tasks: tuple[Task, ...] = ()
    item: int
    paragraph: int
    """Where the document is named: its item, and the paragraph of it, both counted from 1."""
    headline: int | None
    """Its position in the bulletin's opening list."""
    figures: tuple[Figure, ...]
    cited: tuple[Cited, ...]
    questions: tuple[Question, ...]
    labels: tuple[str, ...]
    unread: tuple[Placed, ...]
    """Numbers of the text that nothing claims."""
    paper: Paper | None = None
    """What it says of itself, where not a bulletin but the document itself was brought."""
    totals: tuple[Total, ...] = ()
    kept: bool = True

    @property
    def key(self) -> DocumentNumber | None:
        """Its number taken apart; None while it is none."""
        try:
            return DocumentNumber.read(str(normalised(self.number)))
        except ValueError:
            return None


class Loose(Placed):
    """A part of the text that is of no document: its figures wait for the editor to place them."""

    figures: tuple[Figure, ...] = ()
    unread: tuple[Placed, ...] = ()
    document: int | None = None
    """Position of the document that it was placed in."""
    is_aside: bool = False
    """The editor says that it is of none."""

    @property
    def is_open(self) -> bool:
        """It holds a number and nobody has said yet whose."""
        holds = bool(self.figures or self.unread)
        return holds and self.document is None and not self.is_aside


class Review(Frozen):
    """A bulletin's text with its draft and the editor's work on it, as kept on disk."""

    id: str
    name: str
    """Of the file that was brought; empty for a pasted text."""
    text: str
    begun_at: datetime
    saved_at: datetime
    title: str
    period_from: date | None
    period_to: date | None
    author: str
    address: str = ""
    publisher: Text
    province: str
    headlines_complete: bool
    documents: tuple[Document, ...]
    account: tuple[Part, ...] = ()
    """What each part of the text belongs to; empty in reviews kept before there was an account."""
    loose: tuple[Loose, ...] = ()
    left_out: tuple[LeftOutDraft, ...] = ()
    published: str = ""
    """The release that it was last published in."""
    on_record: str = ""
    """Digest of the week's record that the editor goes on from; empty where there was none."""
    struck: tuple[str, ...] = ()
    """What the record holds beside the draft, and is to go: `381-qd-ubnd-2020`, or its fact after
    a slash."""

    @property
    def is_paper(self) -> bool:
        """Not a bulletin was brought, but a document itself."""
        return any(document.paper for document in self.documents)

    @property
    def kept(self) -> list[tuple[int, Document]]:
        """The documents that will be published, each with its position."""
        return [(at, each) for at, each in enumerate(self.documents) if each.kept]

    @property
    def week(self) -> str:
        """The week's name, `2020-w11`; empty while its last day is not known."""
        if self.period_to is None:
            return ""
        iso = self.period_to.isocalendar()
        return f"{iso.year}-w{iso.week:02}"

    @property
    def looked_at(self) -> tuple[int, int]:
        """How many figures were looked at, of how many."""
        seen = [figure.seen for _, document in self.kept for figure in document.figures]
        return sum(each is not Seen.OPEN for each in seen), len(seen)

    def with_value(self, place: Place, value: object) -> Self:
        """The review with another value at `place`. Raises ValueError for one that cannot be."""
        return type(self).model_validate(_replaced(self.model_dump(), place, value))

    def with_added(self, number: int, figure: Figure) -> Self:
        """The review with one more figure of the document at position `number`."""
        figures = (*self.documents[number].figures, figure)
        return self.with_value(("documents", number, "figures"), figures)

    def with_placed(self, at: int, number: int) -> Self:
        """The review with a loose part given to the document at position `number`."""
        loose, document = self.loose[at], self.documents[number]
        moved = (
            each.model_copy(update={"paragraph": document.paragraph}) for each in loose.figures
        )
        held = self.with_value(
            ("documents", number, "figures"), (*document.figures, *moved)
        ).with_value(("documents", number, "unread"), (*document.unread, *loose.unread))
        return held.with_value(("loose", at), loose.model_copy(update={"document": number}))

    def with_aside(self) -> Self:
        """The review with all loose parts that are left said to be of no document."""
        loose = tuple(
            each.model_copy(update={"is_aside": True}) if each.is_open else each
            for each in self.loose
        )
        return self.model_copy(update={"loose": loose})

    def with_task(self, number: int) -> Self:
        """The review with one more content to write, of the document at position `number`."""
        document = self.documents[number]
        fresh = Task(start=document.start, end=document.start, paragraph=document.paragraph)
        return self.with_value(("documents", number, "tasks"), (*document.tasks, fresh))

    def with_cited(self, number: int, cited: str) -> Self:
        """The review with one more document that the one at position `number` is about."""
        document = self.documents[number]
        fresh = Cited(
            number=cited,
            printed=cited,
            kind=RelationKind.CITES,
            target=_named_by(cited),
            paragraph=document.paragraph,
        )
        return self.with_value(("documents", number, "cited"), (*document.cited, fresh))

    def with_struck(self, name: str, is_struck: bool) -> Self:
        """The review that takes `name` out of the record, or leaves it there."""
        others = tuple(each for each in self.struck if each != name)
        return self.model_copy(update={"struck": (*others, name) if is_struck else others})


@dataclass(frozen=True)
class Precedent:
    """A document published before: one that is called alike is about the same."""

    title: str
    short_title: Words
    measures: Mapping[str, Measure]
    """What its figures measure, by their unit, where all of a unit measure the same."""
    slug: str = ""


@dataclass(frozen=True)
class Brought:
    """A bulletin as an editor brought it, who published it where, and what came before it."""

    name: str
    text: str
    publisher: Text
    province: str
    precedents: Sequence[Precedent] = ()
    on_record: OnRecord = field(default_factory=OnRecord)


def begin(draft: Draft, brought: Brought, *, name: str, now: datetime) -> Review:
    """The review of a fresh draft, under the id `name`; nothing in it was looked at."""
    return Review(
        id=name,
        name=brought.name,
        text=brought.text,
        begun_at=now,
        saved_at=now,
        title=draft.title or "",
        period_from=draft.period_from,
        period_to=draft.period_to,
        author=draft.author or "",
        publisher=brought.publisher,
        province=brought.province,
        headlines_complete=draft.headlines_complete,
        documents=tuple(_document(each, brought) for each in draft.decisions),
        account=draft.account,
        loose=tuple(_loose(each, brought) for each in draft.loose),
        left_out=draft.left_out,
    )


def _loose(found: LooseDraft, brought: Brought) -> Loose:
    english = brought.on_record.english
    figures = tuple(_figure(each, None, english) for each in found.facts)
    return Loose(start=found.start, end=found.end, figures=figures, unread=found.unread)


def _document(found: DecisionDraft, brought: Brought) -> Document:
    alike = _alike(found.heading, brought.precedents)
    english = brought.on_record.english
    told = (found.addressed_to, found.lead, found.deadline)
    cited = tuple(_cited(found))
    amends = amended_documents.targets(
        [(each.kind, each.number) for each in cited], found.signed_on, brought.on_record.documents
    )
    return Document(
        start=found.start,
        end=found.end,
        number=found.number,
        signed_on=found.signed_on,
        issuer=found.issuer or Issuer.PEOPLES_COMMITTEE,
        kind_called=_called(found.kind_called),
        status=found.status,
        sector=_sector(found, amends),
        sector_words=found.sector_words,
        second_sectors=found.second_sectors,
        title=Words(vi=found.heading),
        short_title=alike.short_title if alike else Words(),
        addressed_to=_agency(found.addressed_to, english),
        lead=_agency(found.lead, english),
        deadline=found.deadline and found.deadline.day,
        told_at=_places(*told),
        tasks=tuple(_task(each, english) for each in found.tasks),
        item=found.item,
        paragraph=found.paragraph,
        headline=found.headline,
        figures=tuple(_figures(found, amends, alike, brought)),
        cited=cited,
        questions=tuple(
            Question(words=Words(**{lang: say(lang, f"silence.{code}") for lang in LANGS}))
            for code in found.silences
        ),
        labels=tuple(dict.fromkeys(each.printed for each in found.labels)),
        unread=found.unread,
    )


def _sector(found: DecisionDraft, amends: Sequence[Known]) -> Sector:
    """Where no word of the text tells it, that of the document that it amends or corrects."""
    return amends[0].sector if found.sector is Sector.OTHER and amends else found.sector


def _alike(heading: str, precedents: Sequence[Precedent]) -> Precedent | None:
    """The precedent that is called most like this, if it is called much like it."""
    likeness = [(headlines.similarity(heading, each.title), each) for each in precedents]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= headlines.SAME else None


def _figures(
    found: DecisionDraft, amends: Sequence[Known], alike: Precedent | None, brought: Brought
) -> Iterator[Figure]:
    """Its figures, those with the words of an earlier one whose place they plainly take."""
    known = brought.on_record
    printed = [_printed(each, brought.text) for each in found.facts]
    before = next((each for each in known.documents if alike and each.slug == alike.slug), None)
    proposed = amended_documents.propose(printed, amends)
    for fact, own, earlier in zip(found.facts, printed, proposed, strict=True):
        figure = _figure(fact, alike, known.english)
        named = amended_documents.called_alike(own, before) if before else None
        if earlier:
            figure = _called_as(figure, earlier[1])
            name = f"{earlier[0].slug}/{earlier[1].slug}"
            figure = figure.model_copy(update={"amends": name})
        yield _called_as(figure, named) if named and not earlier else figure


def _figure(found: FactDraft, alike: Precedent | None, english: Mapping[str, str]) -> Figure:
    shared = Figure.model_fields.keys() & FactDraft.model_fields.keys()
    measure = alike.measures.get(found.unit) if alike else None
    own = {name: getattr(found, name) for name in shared - {"before", "lead", "deadline"}}
    return Figure(
        **own,
        measure=measure or Measure.OTHER,
        subject=Words(vi=found.row),
        unit_called=Words(vi=found.noun, en=english.get(found.noun.casefold(), "")),
        before=found.before.printed if found.before else "",
        lead=_agency(found.lead, english),
        deadline=found.deadline and found.deadline.day,
        told_at=_places(found.lead, found.deadline),
    )


def _called_as(figure: Figure, fact: KnownFact) -> Figure:
    """The figure under the name of an earlier one."""
    words = Words(vi=fact.subject_vi, en=fact.subject_en)
    return figure.model_copy(update={"measure": fact.measure, "subject": words})


def _printed(found: FactDraft, text: str) -> Printed:
    before = (found.before.low, found.before.high) if found.before else None
    clause = found.row or text[found.sentence.start : found.start].rpartition(";")[2]
    return Printed(found.unit, found.noun, before, clause)


def _task(found: TaskDraft, english: Mapping[str, str]) -> Task:
    return Task(
        start=found.start,
        end=found.end,
        lead=_agency(found.lead, english),
        deadline=found.deadline and found.deadline.day,
        paragraph=found.paragraph,
    )


def _agency(named: Named | None, english: Mapping[str, str]) -> Words:
    return Words(vi=named.name, en=agencies.english(named.name, english)) if named else Words()


def _places(*told: Placed | None) -> tuple[Placed, ...]:
    """Where something is said, once each, in the order of the text."""
    spans = {(each.start, each.end) for each in told if each and each.end > each.start}
    return tuple(Placed(start=start, end=end) for start, end in sorted(spans))


def _cited(found: DecisionDraft) -> Iterator[Cited]:
    """The documents that it builds on, each once, and what is issued together with it."""
    roles: dict[str, tuple[citation_roles.Role, CitationDraft]] = {}
    for each in found.citations:
        if each.role is citation_roles.Role.OWN or each.number == found.number:
            continue
        known = roles.get(each.number)
        if known is None or known[0] is citation_roles.Role.CITES:
            roles[each.number] = (each.role, known[1] if known else each)
    for role, each in roles.values():
        yield Cited(
            number=each.number,
            printed=each.printed,
            kind=RelationKind(role.value),
            target=_named_by(each.number, each.kind),
            paragraph=each.paragraph,
        )
    if found.promulgates:
        yield Cited(
            number="",
            printed=found.promulgates.name,
            kind=RelationKind.PROMULGATES,
            target=Words(vi=found.promulgates.name),
            paragraph=found.paragraph,
        )


def _named_by(number: str, kind: Kind | None = None) -> Words:
    """`Quyết định 380/QĐ-UBND`, in both languages."""
    if kind is None:
        try:
            kind = DocumentNumber.read(str(normalised(number))).kind
        except ValueError:
            return Words(vi=number, en=number)
    return Words(**{lang: f"{say(lang, f'kind.{kind}')} {number}" for lang in LANGS})


def _called(name: str | None) -> Words:
    """The kind as the text calls it, in both languages, where it is one that we know."""
    for kind in Kind:
        words = Words(**{lang: say(lang, f"kind.{kind}") for lang in LANGS})
        if name and name.casefold() == words.vi.casefold():
            return words
    return Words()


@dataclass(frozen=True)
class Gap:
    """Something that must be done before publishing. `key` is a phrase's, `gap.<key>`."""

    key: str
    document: int | None = None
    figure: int | None = None
    lang: str = ""
    """The language that words are missing in."""


def gaps(review: Review) -> list[Gap]:
    """Everything that stands in the way of publishing, in the order of the page."""
    found = [Gap(key) for key in _of_bulletin(review)]
    numbers = Counter(normalised(document.number) for _, document in review.kept)
    for at, document in review.kept:
        if numbers[normalised(document.number)] > 1:
            found.append(Gap("number_twice", at))
        found += [Gap(key, at, lang=lang) for key, lang in _of_document(document)]
        for where, figure in enumerate(document.figures):
            found += [Gap(key, at, where, lang) for key, lang in _of_figure(figure, document)]
    return found


def sums(document: Document) -> list[tuple[Figure, list[Figure], bool]]:
    """Each whole with its parts, of the figures kept, and whether they add up to it."""
    found = []
    for at, whole in enumerate(document.figures):
        parts = [each for each in document.figures if each.is_kept and each.part_of == at]
        if whole.is_kept and parts:
            found.append((whole, parts, _closes(whole, parts)))
    return found


def found_in(text: str, document: Document, printed: str) -> Figure | None:
    """The figure printed so in the document's text, for the editor to complete; None without one.

    It is the first that no figure of the document claims yet, whatever spaces and dashes part it.
    """
    for place in places.printed_in(text, printed, document.start, document.end):
        if places.is_free(place, document.figures):
            return _blank(text, document, place)
    return None


def _blank(text: str, document: Document, place: Placed) -> Figure:
    """A figure at this place, as far as it can be read."""
    before = text[document.start : place.end].splitlines()
    blank = Figure(
        start=place.start,
        end=place.end,
        printed="",
        kind=FigureKind.COUNT,
        low=None,
        high=None,
        unit=Unit.ITEM,
        bound=Bound.EXACT,
        paragraph=sum(1 for line in before if line.strip()),
        sentence=places.line(text, place, document),
    )
    return blank.read_from(text[place.start : place.end])


def _of_bulletin(review: Review) -> Iterator[str]:
    if not review.title.strip():
        yield "bulletin_title"
    if review.period_from is None or review.period_to is None:
        yield "period"
    elif review.period_to < review.period_from:
        yield "period_backwards"
    if not review.kept:
        yield "no_document"
    if any(each.is_open for each in review.loose):
        yield "loose"


def _of_document(document: Document) -> Iterator[tuple[str, str]]:
    if document.key is None:
        yield "number", ""
    if document.signed_on is None:
        yield "signed_on", ""
    for name in ("title", "short_title", "summary"):
        yield from ((name, lang) for lang in getattr(document, name).missing)
    for name in ("addressed_to", "lead"):
        if len(getattr(document, name).missing) == 1:
            yield name, ""
    for task in document.tasks:
        if task.kept:
            yield from (("task", lang) for lang in task.words.missing)
            if len(task.lead.missing) == 1:
                yield "lead", ""
    if any(cited.kept and not cited.target.are_there for cited in document.cited):
        yield "cited", ""


def _of_figure(figure: Figure, document: Document) -> Iterator[tuple[str, str]]:
    if figure.seen is Seen.OPEN:
        yield "open", ""
    if not figure.is_kept:
        return
    yield from (("subject", lang) for lang in figure.subject.missing)
    if not figure.printed:
        yield "printed", ""
    if bound_problem(figure.bound, figure.low, figure.high):
        yield "bound", ""
    elif not _says_what_is_printed(figure):
        yield "reading", ""
    yield from _of_words_beside(figure)
    first, last = figure.period_from, figure.period_to
    if (first is None) != (last is None) or (first and last and last < first):
        yield "figure_period", ""
    if figure.part_of is not None and not document.figures[figure.part_of].is_kept:
        yield "part_of", ""


def _of_words_beside(figure: Figure) -> Iterator[tuple[str, str]]:
    """What stands in one language alone, or cannot be read."""
    if figure.unit is Unit.ITEM:
        yield from (("unit_called", lang) for lang in figure.unit_called.missing)
    if len(figure.lead.missing) == 1:
        yield "lead", figure.lead.missing[0]
    earlier = figure.earlier
    if earlier and earlier.low is None and earlier.high is None:
        yield "before", ""
    if figure.corrected_by.strip() and figure.corrected_on is None:
        yield "corrected_on", ""


def _says_what_is_printed(figure: Figure) -> bool:
    """Or nothing can be held against it, where the printed form cannot be read surely."""
    reading = quantities.read(figure.phrase)
    return reading is None or all(getattr(figure, name) == getattr(reading, name) for name in READ)


def _closes(whole: Figure, parts: Sequence[Figure]) -> bool:
    return all(
        getattr(whole, end) is None
        or any(getattr(part, end) is None for part in parts)
        or sum((getattr(part, end) for part in parts), Decimal(0)) == getattr(whole, end)
        for end in ("low", "high")
    )


def _replaced(tree: Any, place: Place, value: object) -> Any:
    """`tree`, of dictionaries and tuples, with `value` at `place`."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, str):
        return {**tree, step: _replaced(tree[step], rest, value)}
    return (*tree[:step], _replaced(tree[step], rest, value), *tree[step + 1 :])
