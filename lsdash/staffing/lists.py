"""A list of communes as readers paste or upload it (text, CSV, XLSX, XLS), read row by row.

A row that cannot be read is named with its line and what is wrong; the others are kept.
`read` does it in a process of its own (`lsdash.sandbox`).
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorkSheetParser
from pydantic import TypeAdapter

from lsdash import sandbox
from lsdash.errors import BrokenReaderError, OldFontError
from lsdash.intake.files.old_fonts import converted
from lsdash.libreoffice import kinds, program
from lsdash.libreoffice.kinds import Kind
from lsdash.model import folded
from lsdash.sandbox import Limits
from lsdash.staffing.ceilings import Commune
from lsdash.vocabulary import UnitKind

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": (
        *("name", "commune", "ten", "don vi", "ten don vi", "xa phuong thi tran", "ten xa"),
        *("ten xa phuong", "ten xa phuong thi tran", "xa phuong", "xa", "don vi hanh chinh"),
        *("ten don vi hanh chinh", "don vi hanh chinh cap xa"),
    ),
    "class": (
        *("class", "loai", "loai don vi", "loai xa", "phan loai", "loai don vi hanh chinh"),
        *("xep loai", "hang"),
    ),
    "kind": ("kind", "kind of unit", "loai hinh", "cap", "loai hinh don vi", "kieu don vi"),
    "police": (
        *("police", "regular police", "cong an chinh quy", "truong cong an chinh quy"),
        *("cong an xa chinh quy", "truong cong an la cong an chinh quy"),
    ),
    "farmers": ("farmers", "farmers association", "hoi nong dan", "co hoi nong dan"),
    "present": (
        *("present", "present staff", "hien co", "so nguoi hien co", "so luong hien co", "co mat"),
        *("hien co mat", "so nguoi co mat", "bien che hien co"),
    ),
    "district": ("district", "huyen", "huyen thanh pho", "thuoc huyen", "ten huyen"),
}
"""Column → the names it goes by, folded."""
OPTIONAL = {"present", "district"}
HEAD_WITHIN = 20
"""Filled rows among which the one that names the columns is looked for: titles stand above it."""

KINDS = {
    "xa": UnitKind.COMMUNE,
    "commune": UnitKind.COMMUNE,
    "phuong": UnitKind.WARD,
    "ward": UnitKind.WARD,
    "thi tran": UnitKind.TOWNSHIP,
    "tt": UnitKind.TOWNSHIP,
    "township": UnitKind.TOWNSHIP,
}
_CLASS = re.compile(
    r"(?:(?:xa|phuong|thi tran|don vi)(?: hanh chinh)? )?(?:(?:loai|hang|class)\.? ?:? ?)?"
    r"(?P<class>[123]|i{1,3})(?:[.,]0)?"
)
"""`2`, `loại 2`, `Loại II`, `xã loại 2`, folded."""
_CLASSES = {"i": 1, "ii": 2, "iii": 3}
_STAFF = re.compile(r"(?P<persons>\d{1,4}|\d[. ]\d{3})(?:[.,]0)?(?: ?(?:người|cán bộ|persons?))?")
_TOTAL = re.compile(r"(?:tong(?: cong| so)?|cong)(?:\b|:)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"\(?\d{1,2}\)?")
YES = {"co", "yes", "x", "1", "true", "dung", "v", "✓", "✔", "da co", "da bo tri"}
NO = {"khong", "no", "0", "false", "sai", "khong co", "chua", "chua co", "chua bo tri"}
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Signs that a workbook cannot hold."""

MEGABYTE = 2**20
MOST_MEGABYTES = 5
"""Of a file or a pasted text."""
MOST_UNPACKED_MEGABYTES = 20
"""Of all parts of a workbook; the longest list takes some five."""
MOST_ROWS = 12_000
"""All of Vietnam had some 11,000 communes when it had most."""
MOST_COLUMNS = 50
MOST_STAFF = 1_000
NO_WORKBOOK = (
    *(BadZipFile, InvalidFileException, SyntaxError),
    *(LookupError, ValueError, TypeError, AttributeError, OSError, EOFError),
)
"""What openpyxl raises for a file whose parts are none, or do not fit together."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with a row, as a key of the interface's words and what was written."""

    line: int
    """Counted from 1 as a spreadsheet does; 0 is the list as a whole."""
    key: str
    column: str = ""
    value: str = ""


@dataclass(frozen=True)
class Read:
    communes: tuple[tuple[int, Commune], ...]
    """(line, commune)"""
    problems: tuple[Problem, ...]
    is_converted: bool = False
    """It was in an old font (TCVN3, VNI)."""


ANSWER = TypeAdapter(Read)


def read(
    content: bytes | str,
    name: str = "",
    *,
    meanwhile: Callable[[], object] = lambda: None,
    limits: Limits | None = None,
) -> Read:
    """A file, or a text that was pasted, read in a process of its own.

    `meanwhile`, `limits` and the ReaderErrors raised are those of `sandbox.run`.
    """
    is_pasted = isinstance(content, str)
    brought = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if len(brought) > MOST_MEGABYTES * MEGABYTE:
        return _failed("too_large", str(MOST_MEGABYTES))
    if not is_pasted and kinds.kind(brought) is Kind.XLS:
        if not program.reads(Kind.XLS):
            return _failed("needs_libreoffice", name)
        brought = program.convert(brought, Kind.XLS, meanwhile=meanwhile)
    given = {"name": name, "is_pasted": is_pasted}
    limits = limits or Limits()
    answer = sandbox.run(answered, brought, given=given, meanwhile=meanwhile, limits=limits)
    try:
        return ANSWER.validate_json(answer)
    except ValueError as error:
        raise BrokenReaderError(megabytes=limits.memory // 1_000_000) from error


def answered(content: bytes, *, name: str, is_pasted: bool) -> bytes:
    """What the process of its own writes: the list that was read, as JSON."""
    read_list = from_text(content.decode("utf-8")) if is_pasted else from_file(name, content)
    return ANSWER.dump_json(read_list)


def from_text(text: str) -> Read:
    """Pasted or CSV text: comma, semicolon or tab between columns, one of the first names them."""
    text = text.lstrip("\ufeff")
    first = text.split("\n", HEAD_WITHIN)[:HEAD_WITHIN]
    mark = max(";\t,", key=lambda sign: max(line.count(sign) for line in first))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        return from_rows(enumerate(rows, start=1))
    except csv.Error as error:
        return _failed("not_csv", str(error))


def from_file(name: str, content: bytes) -> Read:
    """An uploaded file: XLSX by its content or name, else text in UTF-8 or in an old font."""
    if content.startswith(b"PK\x03\x04") or name.lower().endswith(".xlsx"):
        try:
            return _from_workbook(content)
        except NO_WORKBOOK:
            return _failed("not_xlsx", name)
    try:
        return from_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        places = content.decode("cp1252", "replace")
        return from_text(places) if converted.is_old_font(places) else _failed("not_utf8", name)


def _from_workbook(content: bytes) -> Read:
    """The first sheet, from its rows as they are stored: what it says of its extent counts nothing.

    openpyxl's own rows are filled up to that extent, and tell of no merged cells.
    """
    with ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED_MEGABYTES * MEGABYTE:
            return _failed("too_large_unpacked", str(MOST_UNPACKED_MEGABYTES))
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet: Any = book.worksheets[0]
    with sheet._get_source() as source:
        stored = WorkSheetParser(source, sheet._shared_strings, data_only=True)
        head, read_list = _listed((line, _row(cells)) for line, cells in stored.parse())
    merged = stored.merged_cells.mergeCell if stored.merged_cells else ()
    areas = [area for area in merged if _last_line(str(area.ref)) >= head]
    if areas:
        return _failed("merged", ", ".join(str(area.ref)[:20] for area in areas[:5]))
    return read_list


def _last_line(area: str) -> int:
    """The last line of an area such as A1:G2."""
    return max((int(line) for line in re.findall(r"[A-Z](\d{1,7})", area)), default=0)


def _row(cells: Sequence[Mapping[str, Any]]) -> list[str]:
    """The cells of a row in their columns; those in between are empty."""
    row = [""] * min(MOST_COLUMNS, max((cell["column"] for cell in cells), default=0))
    for cell in cells:
        if cell["column"] <= len(row):
            row[cell["column"] - 1] = _cell(cell["value"])
    return row


def to_xlsx(rows: Sequence[Sequence[str | int | None]]) -> bytes:
    """Rows of cells as a workbook, where text is never a formula and None is an empty cell."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append([_UNWRITABLE.sub("", it) if isinstance(it, str) else it for it in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def from_rows(rows: Iterable[tuple[int, Sequence[str]]]) -> Read:
    """Rows of cells with their lines, one of the first naming the columns, titles above it.

    Reading stops at a limit. Raises what `rows` does.
    """
    return _listed(rows)[1]


def _listed(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[int, Read]:
    """The line that names the columns, 0 where none does, and what the rows below it say."""
    held = list(islice(rows, MOST_ROWS + 1))
    try:
        told = _in_unicode(held)
    except OldFontError as error:
        return 0, _failed("old_font", error.begins)
    head, read_list = _found(told)
    return head, replace(read_list, is_converted=told != held)


def _in_unicode(rows: list[tuple[int, Sequence[str]]]) -> list[tuple[int, Sequence[str]]]:
    """The rows as they are unless they are in an old font, by what their words spell."""
    lines = ("\t".join(" ".join(cell.split()) for cell in row) for _, row in rows)
    text, old = converted.read("\n".join(lines), "")
    if not old:
        return rows
    cells = [line.split("\t") for line in text.split("\n")]
    return [(line, row) for (line, _), row in zip(rows, cells, strict=True)]


def _found(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[int, Read]:
    filled = ((line, row) for line, row in rows if any(map(str.strip, row)))
    first: list[tuple[int, Sequence[str]]] = []
    for each in islice(filled, HEAD_WITHIN):
        first.append(each)
        if not _missing(_places(each[1])):
            break
    if not first:
        return 0, _failed("empty")
    at = max(range(len(first)), key=lambda each: (len(_places(first[each][1])), -each))
    head, names = first[at]
    places = _places(names)
    if missing := _missing(places):
        return head, Read((), tuple(Problem(head, "missing_column", name) for name in missing))
    return head, _below(places, chain(first[at + 1 :], filled))


def _missing(places: Mapping[str, int]) -> list[str]:
    return [name for name in COLUMNS if name not in places and name not in OPTIONAL]


def _below(places: Mapping[str, int], rows: Iterable[tuple[int, Sequence[str]]]) -> Read:
    """The communes of the rows below the names of columns."""
    communes: list[tuple[int, Commune]] = []
    problems: list[Problem] = []
    lines: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        if line > MOST_ROWS:
            return _failed("too_long", str(MOST_ROWS))
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}
        if _is_numbering(row):
            continue
        if _is_total(row, cells):
            problems.append(Problem(line, "total_row"))
            continue
        wrong = list(_problems(line, cells))
        problems += wrong
        if wrong:
            continue
        communes.append((line, _commune(cells)))
        name = folded(cells["name"]), KINDS[_kind(cells["kind"])], folded(cells.get("district", ""))
        if lines.setdefault(name, line) != line:
            told = f"{cells['name'][:40]} ({lines[name]})"
            problems.append(Problem(line, "repeated", "name", told))
    return Read(tuple(communes), tuple(problems))


def _is_numbering(row: Sequence[str]) -> bool:
    """`(1) (2) (3)` below the names of columns."""
    cells = [cell.strip().strip("()") for cell in row if cell.strip()]
    at = int(cells[0]) if cells and _NUMBERED.fullmatch(cells[0]) else 0
    return len(cells) > 2 and at == 1 and cells == [str(at + more) for more in range(len(cells))]


def _is_total(row: Sequence[str], cells: Mapping[str, str]) -> bool:
    """A line that adds the others up: it has no class and no kind."""
    words = next((folded(cell.strip()) for cell in row if re.search(r"[^\W\d_]", cell)), "")
    return bool(_TOTAL.match(words)) and not (cells["class"] or cells["kind"])


def _places(head: Sequence[str]) -> dict[str, int]:
    """Where each column stands."""
    names = [_plain(cell) for cell in head]
    short = [_plain(_IN_BRACKETS.sub("", cell)) for cell in head]
    places: dict[str, int] = {}
    for column, known in COLUMNS.items():
        for name in known:
            if name in names or name in short:
                places[column] = names.index(name) if name in names else short.index(name)
    return places


def _plain(cell: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", folded(cell)).strip()


def _problems(line: int, cells: Mapping[str, str]) -> Iterator[Problem]:
    checks: Iterable[tuple[str, str, bool]] = (
        ("name", "bad_name", bool(cells["name"])),
        ("class", "bad_class", _class(cells["class"]) is not None),
        ("kind", "bad_kind", _kind(cells["kind"]) in KINDS),
        ("police", "bad_police", _plain_word(cells["police"]) in YES | NO),
        ("farmers", "bad_farmers", _plain_word(cells["farmers"]) in YES | NO),
        ("present", "bad_present", _is_staff(cells.get("present", ""))),
    )
    for column, key, is_right in checks:
        if not is_right:
            yield Problem(line, key, column, cells.get(column, "")[:40])


def _class(written: str) -> int | None:
    match = _CLASS.fullmatch(" ".join(folded(written).split()))
    return match and (_CLASSES.get(match["class"]) or int(match["class"]))


def _kind(written: str) -> str:
    """Its first words that tell a kind: `xã biên giới`, `Thị trấn`."""
    words = _plain(written)
    return next((kind for kind in KINDS if f"{words} ".startswith(f"{kind} ")), words)


def _plain_word(written: str) -> str:
    return " ".join(folded(written).split())


def _is_staff(written: str) -> bool:
    persons = _persons(written)
    return not written or (persons is not None and persons <= MOST_STAFF)


def _persons(written: str) -> int | None:
    match = _STAFF.fullmatch(" ".join(written.lower().split()))
    return int(re.sub(r"\D", "", match["persons"])) if match else None


def _commune(cells: Mapping[str, str]) -> Commune:
    return Commune(
        name=cells["name"][:100],
        unit_class=_class(cells["class"]) or 0,
        kind=KINDS[_kind(cells["kind"])],
        regular_police=_plain_word(cells["police"]) in YES,
        farmers=_plain_word(cells["farmers"]) in YES,
        present=_persons(cells["present"]) if cells.get("present") else None,
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _failed(key: str, value: str = "") -> Read:
    return Read((), (Problem(0, key, value=value),))
