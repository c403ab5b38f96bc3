"""A list of communes as readers paste or upload it (text, CSV, XLSX), read row by row.

A row that cannot be read is named with its line and what is wrong; the others are kept.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from lsdash.model import folded
from lsdash.staffing import Commune
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

MOST_ROWS = 20_000
MOST_BYTES = 100_000_000
"""Of an unpacked workbook: more would fill the server's memory, however small it came in."""
MOST_STAFF = 1_000


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


def from_text(text: str) -> Read:
    """Pasted or CSV text: comma, semicolon or tab between columns, the first line names them."""
    text = text.lstrip("\ufeff")
    first = text.split("\n", 1)[0]
    mark = max(";\t,", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as error:
        return _failed("not_csv", str(error))
    return from_rows(rows)


def from_file(name: str, content: bytes) -> Read:
    """An uploaded file: XLSX by its name, else text in UTF-8."""
    if name.lower().endswith(".xlsx"):
        try:
            if _unpacked(content) > MOST_BYTES:
                return _failed("too_large", name)
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=False, data_only=True)
        except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
            return _failed("not_xlsx", name)
        sheet = book.worksheets[0]
        merged = [str(area) for area in sheet.merged_cells.ranges]
        if merged:
            return _failed("merged", ", ".join(merged[:5]))
        return from_rows([[_cell(value) for value in row] for row in sheet.values])
    try:
        return from_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _failed("not_utf8", name)


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


def from_rows(rows: Sequence[Sequence[str]]) -> Read:
    """Rows of cells, the first one naming the columns."""
    filled = [(line, row) for line, row in enumerate(rows, start=1) if any(map(str.strip, row))]
    if not filled:
        return _failed("empty")
    if len(filled) > MOST_ROWS:
        return _failed("too_long", str(MOST_ROWS))
    places = _places(filled[0][1])
    missing = [name for name in COLUMNS if name not in places and name != "present"]
    if missing:
        problems = [Problem(filled[0][0], "missing_column", name) for name in missing]
        return Read((), tuple(problems))
    communes: list[tuple[int, Commune]] = []
    problems = []
    for line, row in filled[1:]:
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


def _unpacked(content: bytes) -> int:
    with ZipFile(io.BytesIO(content)) as parts:
        return sum(part.file_size for part in parts.infolist())


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _failed(key: str, value: str = "") -> Read:
    return Read((), (Problem(0, key, value=value),))
