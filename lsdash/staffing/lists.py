"""A list of communes as readers paste or upload it (text, CSV, XLSX), read row by row.

A row that cannot be read is named with its line and what is wrong; the others are kept.
`read` does it in a process of its own (`lsdash.sandbox`).
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorkSheetParser
from pydantic import TypeAdapter

from lsdash import sandbox
from lsdash.errors import BrokenReaderError
from lsdash.model import folded
from lsdash.sandbox import Limits
from lsdash.staffing.ceilings import Commune
from lsdash.vocabulary import UnitKind

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "commune", "ten", "don vi", "ten don vi", "xa phuong thi tran"),
    "class": ("class", "loai", "loai don vi"),
    "kind": ("kind", "kind of unit", "loai hinh", "cap"),
    "police": ("police", "regular police", "cong an chinh quy", "truong cong an chinh quy"),
    "farmers": ("farmers", "farmers association", "hoi nong dan"),
    "present": ("present", "present staff", "hien co", "so nguoi hien co"),
}
"""Column → the names it goes by, folded. `present` may be missing."""

KINDS = {
    "xa": UnitKind.COMMUNE,
    "commune": UnitKind.COMMUNE,
    "phuong": UnitKind.WARD,
    "ward": UnitKind.WARD,
    "thi tran": UnitKind.TOWNSHIP,
    "township": UnitKind.TOWNSHIP,
}
YES = {"co", "yes", "x", "1", "true", "dung"}
NO = {"khong", "no", "0", "false", "sai"}
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
    """Pasted or CSV text: comma, semicolon or tab between columns, the first line names them."""
    text = text.lstrip("\ufeff")
    first = text.split("\n", 1)[0]
    mark = max(";\t,", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        return from_rows(enumerate(rows, start=1))
    except csv.Error as error:
        return _failed("not_csv", str(error))


def from_file(name: str, content: bytes) -> Read:
    """An uploaded file: XLSX by its name, else text in UTF-8."""
    if name.lower().endswith(".xlsx"):
        try:
            return _from_workbook(content)
        except NO_WORKBOOK:
            return _failed("not_xlsx", name)
    try:
        return from_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _failed("not_utf8", name)


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
        read_list = from_rows((line, _row(cells)) for line, cells in stored.parse())
    areas = stored.merged_cells.mergeCell if stored.merged_cells else ()
    if areas:
        return _failed("merged", ", ".join(str(area.ref)[:20] for area in areas[:5]))
    return read_list


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
    """Rows of cells with their lines, the first one naming the columns; reading stops at a limit.

    Raises what `rows` does.
    """
    filled = ((line, row) for line, row in rows if any(map(str.strip, row)))
    at, head = next(filled, (0, ()))
    if not at:
        return _failed("empty")
    places = _places(head)
    missing = [name for name in COLUMNS if name not in places and name != "present"]
    if missing:
        return Read((), tuple(Problem(at, "missing_column", name) for name in missing))
    communes: list[tuple[int, Commune]] = []
    problems: list[Problem] = []
    for line, row in filled:
        if line > MOST_ROWS:
            return _failed("too_long", str(MOST_ROWS))
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}
        wrong = list(_problems(line, cells))
        problems += wrong
        if not wrong:
            communes.append((line, _commune(cells)))
    return Read(tuple(communes), tuple(problems))


def _places(head: Sequence[str]) -> dict[str, int]:
    """Where each column stands."""
    names = [re.sub(r"[^a-z0-9]+", " ", folded(cell)).strip() for cell in head]
    return {
        column: names.index(name)
        for column, known in COLUMNS.items()
        for name in known
        if name in names
    }


def _problems(line: int, cells: Mapping[str, str]) -> Iterator[Problem]:
    checks: Iterable[tuple[str, str, bool]] = (
        ("name", "bad_name", bool(cells["name"])),
        ("class", "bad_class", cells["class"] in {"1", "2", "3"}),
        ("kind", "bad_kind", folded(cells["kind"]) in KINDS),
        ("police", "bad_police", folded(cells["police"]) in YES | NO),
        ("farmers", "bad_farmers", folded(cells["farmers"]) in YES | NO),
        ("present", "bad_present", _is_staff(cells.get("present", ""))),
    )
    for column, key, is_right in checks:
        if not is_right:
            yield Problem(line, key, column, cells.get(column, "")[:40])


def _is_staff(written: str) -> bool:
    return not written or (bool(re.fullmatch(r"\d{1,4}", written)) and int(written) <= MOST_STAFF)


def _commune(cells: Mapping[str, str]) -> Commune:
    return Commune(
        name=cells["name"][:100],
        unit_class=int(cells["class"]),
        kind=KINDS[folded(cells["kind"])],
        regular_police=folded(cells["police"]) in YES,
        farmers=folded(cells["farmers"]) in YES,
        present=int(cells["present"]) if cells.get("present") else None,
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _failed(key: str, value: str = "") -> Read:
    return Read((), (Problem(0, key, value=value),))
