"""A draft under review: what the reader of a bulletin found, and what the editor makes of it.

Nothing is published that an editor has not looked at: each figure is open until it is accepted,
mended or struck, and `gaps` names everything that still stands in the way.
"""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Self, TypeVar

from lsdash import quantities
from lsdash.intake.drafting.model import (
    ConvertedDraft,
    LeftOutDraft,
    Part,
    Placed,
)
from lsdash.intake.review.further import Further
from lsdash.intake.review.topics import ToldTopic
from lsdash.intake.review.words import Words
from lsdash.model import Before, DocumentNumber, Frozen, Paper, Text, normalised
from lsdash.quantities.doubts import Doubt
from lsdash.records import flags
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
    scale: int = 1
    """What the number is printed in: 10**6 for triệu, also where a table's head says so."""
    table: tuple[int, int] | None = None
    """Where the table begins that it is a cell of, and the column."""
    item: int | None = None
    """The bulletin's item that it stands in, where that is not its document's."""
    place: str = ""
    """Of a document itself: `annex-1.row-3`; empty in a bulletin."""
    unit_printed: str = ""
    """The unit as the head of its table prints it."""
    seen: Seen = Seen.OPEN
    slug: str = ""
    """Its permanent name, where the editor gives one; else made from its subject."""
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
    page: int | None = None
    """Of the file, where that page is a picture which it was read from."""
    doubts: tuple[Doubt, ...] = ()
    fact: str | None = None
    """Slug of the fact on record that it is; None while nobody has said so."""
    reason: Words = Words()
    """Why it is another figure than the one on record."""
    corrected_by: str = ""
    """Number of the document that makes the correction, where one does, and its day."""
    corrected_on: date | None = None
    note: Words | None = None
    """What a reader should know before using it; None leaves what is on record."""
    baseline: Words | None = None
    """What a change is held against; None leaves what is on record."""
    option: int | None = None
    """The numbered option that it is of; None leaves what is on record, 0 is none."""
    unit_class: int | None = None
    """Class of commune-level unit that a staff ceiling holds for; None and 0 as for options."""

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
        alone = quantities.read(printed) if reading is None and self.unit_printed else None
        reading = reading or alone
        values = {name: getattr(reading, name) for name in READ} if reading else {}
        if alone:  # the unit is written beside the number
            values["unit_printed"] = ""
        if reading is None and (counted := OPEN_UNIT.fullmatch(printed)):
            value = quantities.number(counted["number"])
            values = {"kind": FigureKind.COUNT, "low": value, "high": value, "unit": Unit.ITEM}
            values |= {"bound": Bound.EXACT, "unit_called": Words(vi=counted["noun"])}
        if reading and reading.unit is Unit.ITEM and reading.noun != self.unit_called.vi.casefold():
            values["unit_called"] = Words(vi=reading.noun)
        return self.model_copy(update={**values, "printed": printed, "seen": Seen.MENDED})

    def exactly(self, written: str) -> Self:
        """The figure with exactly this value, in its own unit or in the one that is written.

        Raises InvalidOperation for what is no number.
        """
        reading = quantities.read(str(normalised(written))) if written else None
        told = {"seen": Seen.MENDED, "bound": Bound.EXACT}
        if reading and reading.bound is Bound.EXACT and reading.low is not None:
            told |= {name: getattr(reading, name) for name in READ}
            return self.model_copy(update=told)
        value = quantities.number(written) if written else None
        return self.model_copy(update={**told, "low": value, "high": value})


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
    page: int | None = None
    """As of a figure."""
    start: int = -1
    """Where it stands in the text; -1 in a draft that was begun before this was kept."""
    difference: Decimal = Decimal(0)
    """What it states less what its rows come to."""

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
    further: Further | None = None
    """What stands beside its figures; None leaves what is on record."""
    title_seen: str = ""
    """Its title among the readers' pages as the editor last saw and ticked it."""

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
    partly_at_hand: bool = False
    """Only a part of the bulletin was brought: what its list tells beyond is kept as topics."""
    topics: tuple[ToldTopic, ...] = ()
    """Lines of the opening list without a document; published of a part alone."""
    documents: tuple[Document, ...]
    account: tuple[Part, ...] = ()
    """What each part of the text belongs to; empty in reviews kept before there was an account."""
    loose: tuple[Loose, ...] = ()
    left_out: tuple[LeftOutDraft, ...] = ()
    scanned: tuple[int, ...] = ()
    """The file's pages that were read from pictures, which `pictures` keeps."""
    converted: tuple[ConvertedDraft, ...] = ()
    """What of the text the file has in an old font, in its order."""
    published: str = ""
    """The release that it was last published in."""
    on_record: str = ""
    """Digest of the week's record that the editor goes on from; empty where there was none."""
    struck: tuple[str, ...] = ()
    """What the record holds beside the draft, and is to go: `381-qd-ubnd-2020`, or its fact after
    a slash."""
    names_seen: str = ""
    """The permanent names of new figures as the editor last saw and ticked them."""
    english_later: bool = False
    """Words may be published in Vietnamese alone, marked so for who reads English."""

    @property
    def is_paper(self) -> bool:
        """Not a bulletin was brought, but a document itself."""
        return any(document.paper for document in self.documents)

    @property
    def kept(self) -> list[tuple[int, Document]]:
        """The documents that will be published, each with its position."""
        return [(at, each) for at, each in enumerate(self.documents) if each.kept]

    @property
    def told(self) -> tuple[ToldTopic, ...]:
        """The topics that will be published."""
        return tuple(each for each in self.topics if each.kept) if self.partly_at_hand else ()

    @property
    def week(self) -> str:
        """The week's name, `2020-w11`; empty while its last day is not known."""
        if self.period_to is None:
            return ""
        iso = self.period_to.isocalendar()
        return f"{iso.year}-w{iso.week:02}"

    @property
    def as_published(self) -> Self:
        """With the marked Vietnamese for English that may follow later."""
        return _with_english(self) if self.english_later else self

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

    def with_topic(self) -> Self:
        """The review with one more topic to write."""
        return self.with_value(("topics",), (*self.topics, ToldTopic()))

    def with_question(self, number: int) -> Self:
        """The review with one more thing to write that the document does not say."""
        fresh = Question(words=Words(), kept=True)
        questions = (*self.documents[number].questions, fresh)
        return self.with_value(("documents", number, "questions"), questions)

    def with_cited(self, number: int, cited: str) -> Self:
        """The review with one more document that the one at position `number` is about."""
        document = self.documents[number]
        fresh = Cited(
            number=cited,
            printed=cited,
            kind=RelationKind.CITES,
            target=named_by(cited),
            paragraph=document.paragraph,
        )
        return self.with_value(("documents", number, "cited"), (*document.cited, fresh))

    def with_struck(self, name: str, is_struck: bool) -> Self:
        """The review that takes `name` out of the record, or leaves it there."""
        others = tuple(each for each in self.struck if each != name)
        return self.model_copy(update={"struck": (*others, name) if is_struck else others})


def named_by(number: str, kind: Kind | None = None) -> Words:
    """`Quyết định 380/QĐ-UBND`, in both languages."""
    if kind is None:
        try:
            kind = DocumentNumber.read(str(normalised(number))).kind
        except ValueError:
            return Words(vi=number, en=number)
    return Words(**{lang: f"{say(lang, f'kind.{kind}')} {number}" for lang in LANGS})


def sums(document: Document) -> list[tuple[Figure, list[Figure], bool]]:
    """Each whole with its parts, of the figures kept, and whether they add up to it."""
    found = []
    for at, whole in enumerate(document.figures):
        parts = [each for each in document.figures if each.is_kept and each.part_of == at]
        if whole.is_kept and parts:
            found.append((whole, parts, flags.closes(whole, parts)))
    return found


F = TypeVar("F")


def _with_english(held: F) -> F:
    """What is held, at any depth, with marked Vietnamese words where English ones are missing."""
    told: Any = held
    if isinstance(held, Words):
        told = held.model_copy(update={"en": held.text().en}) if held.missing == ["en"] else held
    elif isinstance(held, Frozen):
        own = {name: getattr(held, name) for name in type(held).model_fields}
        fresh = {name: _with_english(value) for name, value in own.items()}
        changed = {name: value for name, value in fresh.items() if value is not own[name]}
        told = held.model_copy(update=changed) if changed else held
    elif isinstance(held, tuple):
        parts = tuple(_with_english(each) for each in held)
        is_same = all(now is was for now, was in zip(parts, held, strict=True))
        told = held if is_same else parts
    return told  # type: ignore[no-any-return]


def _replaced(tree: Any, place: Place, value: object) -> Any:
    """`tree`, of dictionaries and tuples, with `value` at `place`."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, str):
        return {**tree, step: _replaced(tree[step], rest, value)}
    return (*tree[:step], _replaced(tree[step], rest, value), *tree[step + 1 :])
