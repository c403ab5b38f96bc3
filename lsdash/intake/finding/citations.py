"""Citations of documents in any text: `Quyết định số 381/QĐ-UBND ngày 05/3/2020`.

Lists share what they print once: `2165, 2166/QĐ-UBND, ngày 31/10/2018` is two citations with one
symbol and one date.
"""

from dataclasses import dataclass
from datetime import date

from lsdash.intake.finding import numbers_with_dates
from lsdash.intake.finding.numbers_with_dates import Entry
from lsdash.intake.finding.symbols import PrintedNumber
from lsdash.intake.text.folding import Span, fold
from lsdash.vocabulary import SYMBOLS, Kind

COMPATIBLE = (
    {Kind.REGULATION, Kind.DECISION},
    {Kind.CIRCULAR, Kind.JOINT_CIRCULAR},
    {Kind.CONCLUSION, Kind.NOTICE},
)
"""A name and a symbol that may differ: the Party numbers its regulations 102-QĐ/TW."""


@dataclass(frozen=True)
class Citation:
    """One document named in a text. `text[start:end] == printed`.

    `year` is that inside the number; `signed_on` is None where day or month is not printed, or the
    year neither is nor follows.
    """

    number: int
    suffix: str | None
    year: int | None
    type_symbol: str | None
    """In its official spelling; None for letters, for laws, and where only words say the kind."""
    authority_symbol: str | None
    kind: Kind
    """By the symbol; by the words where the symbol says none."""
    called: Kind | None
    """The kind that the words beside the number name; None where they name none."""
    signed_on: date | None
    reference: str
    """The number as printed, with the symbol that a list prints once: 381/QĐ-UBND."""
    start: int
    end: int
    printed: str

    @property
    def key(self) -> tuple[object, ...]:
        """The number, however it is written: 04/2020/QĐ-UBND and 4/2020/qđ-ubnd are one."""
        symbol = (self.type_symbol or "", (self.authority_symbol or "").casefold())
        return self.number, (self.suffix or "").casefold(), self.year, self.kind, *symbol

    @property
    def is_doubtful(self) -> bool:
        """Words and symbol name different kinds: `Nghị quyết 42/NĐ-CP`. Neither is mended."""
        differ = self.called is not None and self.called is not self.kind
        return differ and {self.called, self.kind} not in COMPATIBLE


def find(text: str, near: date | None = None) -> list[Citation]:
    """All citations in `text`, in order, without overlaps. Any text will do.

    A day without its year, `ngày 20/5`, is that of the text's own time: `near` is a day of it.
    """
    folded = fold(text)
    return [
        _citation(text, entry, folded.span(entry.start, entry.end))
        for entry in numbers_with_dates.find(folded.text, near)
    ]


def _citation(text: str, entry: Entry, span: Span) -> Citation:
    number = entry.number
    called = entry.name.kind if entry.name else None
    year = f"/{number.year}" if number.year else ""
    return Citation(
        number=number.number,
        suffix=number.suffix,
        year=number.year,
        type_symbol=number.type_symbol,
        authority_symbol=number.authority_symbol,
        kind=_kind(number, called),
        called=called,
        signed_on=entry.signed_on,
        reference=f"{number.digits}{year}{number.tail}",
        start=span.start,
        end=span.end,
        printed=text[span.start : span.end],
    )


def _kind(number: PrintedNumber, called: Kind | None) -> Kind:
    if number.type_symbol:
        return SYMBOLS[number.type_symbol]
    authority = number.authority_symbol or ""
    if authority.startswith("UBTVQH"):
        return called or Kind.RESOLUTION
    return called or (Kind.LAW if authority.startswith("QH") else Kind.OFFICIAL_LETTER)
