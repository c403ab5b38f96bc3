"""What a draft holds: a bulletin's text read into the shape of its week's record.

Every part keeps its place in the text as received. What a record needs and the text does not give
(titles in both languages, summaries, subjects) is left to the reviewer.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from lsdash import vocabulary
from lsdash.intake.bulletin.citation_roles import Role
from lsdash.intake.drafting.silences import Unsaid
from lsdash.intake.files.left_out import Left
from lsdash.intake.files.old_fonts.letters import OldFont
from lsdash.model import Frozen
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import (
    Bound,
    Capacity,
    Direction,
    FigureKind,
    FlagRule,
    Issuer,
    Kind,
    Sector,
    Status,
    Unit,
)


class Placed(Frozen):
    """`start` and `end` are character offsets into the text as received."""

    start: int
    end: int


class Belongs(StrEnum):
    """What a part of the text is of."""

    TITLE = "title"
    """The bulletin's title, and the line that says its days."""
    LIST = "list"
    """The opening list of subjects, and what else stands over the items' place."""
    HEADING = "heading"
    """Of an item."""
    GROUP = "group"
    """A heading over several items."""
    ITEM = "item"
    ROW = "row"
    """Of a table in an item."""
    AUTHOR = "author"
    FURNITURE = "furniture"
    """What the page puts around a text, told by rule."""
    NO_DOCUMENT = "no_document"
    """An item that names no document of its own."""
    NO_ITEM = "no_item"


class Part(Placed):
    """Characters of one paragraph and the break after it; `item` counts from 1, 0 for none."""

    belongs: Belongs
    item: int = 0


class Due(Placed):
    """A day by which something is to be done, where the text says it."""

    day: date


class Named(Placed):
    """An agency, where the text tells it to do something."""

    name: str


class BeforeDraft(Placed):
    """An earlier figure, printed beside the one that takes its place."""

    printed: str
    low: Decimal | None
    high: Decimal | None


class TaskDraft(Placed):
    """Something to be done that carries no figure: by whom, by when. The span is its sentence's."""

    paragraph: int
    lead: Named | None
    deadline: Due | None


class FactDraft(Placed):
    """A figure as printed and in base units; an open end is None."""

    printed: str
    kind: FigureKind
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    bound: Bound
    scale: int
    """The multiplier printed: 10**6 for triệu."""
    paragraph: int
    """Counted from 1 within the item; 0 is the heading."""
    sentence: Placed
    part_of: int | None = None
    """Position of the fact of this document that it is proposed to be a part of."""
    direction: Direction | None = None
    noun: str = ""
    """What it counts, as printed, where no unit of the closed list tells."""
    row: str = ""
    """What the row of a table is called that it stands in."""
    table: tuple[int, int] | None = None
    """Where that table begins, and the column."""
    called: str = ""
    """What the words beside it call it."""
    unit_printed: str = ""
    """The unit as the head of its table prints it."""
    place: str = ""
    """Of a document itself: `article-1.clause-2`, `annex-1.row-3` (see `model.PaperPlace`)."""
    role: vocabulary.Role | None = None
    """What it is among the others, where that does not follow by rule."""
    before: BeforeDraft | None = None
    lead: Named | None = None
    deadline: Due | None = None
    option: int | None = None
    """The numbered option, `Phương án 1`, whose paragraph it stands in."""
    page: int | None = None
    """Of the file, where that page is a picture which it was read from."""
    doubts: tuple[Doubt, ...] = ()
    """Why it was not read surely."""


class SumDraft(Frozen):
    """Positions among the document's facts; `difference` is whole less parts, 0 where it closes."""

    whole: int
    parts: tuple[int, ...]
    difference: Decimal

    @property
    def closes(self) -> bool:
        return self.difference == 0


class CitationDraft(Placed):
    """A document that an item names: its own, or one that it builds on."""

    printed: str
    number: str
    """As printed, with the symbol that a list prints once."""
    kind: Kind
    called: Kind | None
    signed_on: date | None
    role: Role
    paragraph: int


class FlagDraft(Frozen):
    rule: FlagRule
    evidence: dict[str, str]


class Unread(Placed):
    """A number of the text that nothing accounts for."""

    printed: str
    context: str


class LabelDraft(Placed):
    """Digits that name, order or date something and count nothing."""

    printed: str
    naming: str
    """What the digits do instead of counting (`labels.Naming`), or `date`."""


class DecisionDraft(Placed):
    """One document of the week. `start` and `end` are its item's."""

    number: str
    signed_on: date | None
    kind: Kind
    kind_called: str | None
    """The kind as the text calls it, where it does."""
    issuer: Issuer | None
    status: Status
    addressed_to: Named | None
    lead: Named | None
    deadline: Due | None
    tasks: tuple[TaskDraft, ...]
    promulgates: Named | None
    """What is issued together with it, as the text calls it."""
    heading: str
    headline: int | None
    """Position in the draft's `headlines`."""
    sector: Sector
    sector_words: tuple[str, ...]
    """The words that led to the sector, the weightiest first."""
    second_sectors: tuple[Sector, ...]
    item: int
    """Counted from 1."""
    paragraph: int
    """Where it is named, counted from 1 within the item."""
    facts: tuple[FactDraft, ...]
    sums: tuple[SumDraft, ...]
    citations: tuple[CitationDraft, ...]
    labels: tuple[LabelDraft, ...]
    silences: tuple[Unsaid, ...]
    flags: tuple[FlagDraft, ...]
    unread: tuple[Unread, ...]


class LooseDraft(Placed):
    """A part of the text that is of no document: the figures in it, and numbers that are none."""

    facts: tuple[FactDraft, ...]
    unread: tuple[Unread, ...]


class ItemDraft(Placed):
    """An item of the bulletin, also one that names no document of its own."""

    heading: str
    headline: int | None
    paragraphs: tuple[Placed, ...]
    """The heading's own left out."""
    decisions: tuple[int, ...]
    """Positions in the draft's `decisions`."""


class GroundDraft(Placed):
    """What a document stands on, as it says at its beginning."""

    text: str
    numbers: tuple[str, ...]
    """Of the documents that it names."""


class ProvisionDraft(Placed):
    """An article, a clause or a point."""

    place: str
    text: str


class CheckDraft(Placed):
    """A total of a table that repeats what other figures say; `difference` is it less their sum."""

    place: str
    name: str
    printed: str
    value: Decimal
    unit: Unit
    unit_printed: str
    difference: Decimal
    page: int | None = None
    """As of a figure."""


class TableDraft(Placed):
    """A table of the document, its figures among the facts."""

    place: str
    heads: tuple[str, ...]
    rows: int
    """Below its head."""
    facts: tuple[int, ...]
    """Positions of its figures."""
    checks: tuple[CheckDraft, ...]


class AnnexDraft(Placed):
    place: str
    label: str
    title: str


class SignatureDraft(Placed):
    capacity: Capacity | None
    signed_as: str
    """Capacity and post as printed."""
    signer: str
    recipients: tuple[str, ...]


class EffectDraft(Placed):
    """From when the document holds; `day` is None where it hangs on a day that it cannot know."""

    place: str
    printed: str
    day: date | None


class PaperDraft(Frozen):
    """The parts of a document itself, beside what it is as a document of the week."""

    issuer: str
    """As its head prints it."""
    authority: str
    """Who speaks in it, as above its grounds."""
    place: str
    """Where it was signed."""
    grounds: tuple[GroundDraft, ...]
    provisions: tuple[ProvisionDraft, ...]
    annexes: tuple[AnnexDraft, ...]
    tables: tuple[TableDraft, ...]
    signature: SignatureDraft | None
    effect: EffectDraft | None


class LeftOutDraft(Frozen):
    """Something that the file holds and the text does not."""

    what: Left
    text: str


class ConvertedDraft(Placed):
    """A stretch of the text that the file has in an old font, and what is stored there."""

    stored: str
    font: OldFont


class Draft(Frozen):
    """What was read of one bulletin, or of a document itself."""

    title: str | None
    period_from: date | None
    period_to: date | None
    """None where the text does not say the year."""
    period_printed: str | None
    author: str | None
    headlines: tuple[str, ...]
    headlines_complete: bool
    """False where the opening list ends in an ellipsis."""
    items: tuple[ItemDraft, ...]
    decisions: tuple[DecisionDraft, ...]
    numbers: int
    """How many numbers the text holds."""
    unread: tuple[Unread, ...]
    """Those that nothing accounts for, wherever they stand."""
    paper: PaperDraft | None = None
    """The parts of the one document, where not a bulletin was brought but the document itself."""
    account: tuple[Part, ...] = ()
    """The whole text in its order: what each part of it belongs to."""
    loose: tuple[LooseDraft, ...] = ()
    """The parts that are of no document."""
    left_out: tuple[LeftOutDraft, ...] = ()
    converted: tuple[ConvertedDraft, ...] = ()
