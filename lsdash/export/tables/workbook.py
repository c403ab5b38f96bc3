"""Tables as an XLSX workbook with typed cells: a sheet a table, and a sheet of notes behind."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from lsdash.export.tables.rows import Column, Holds, cell
from lsdash.export.tables.sheets import Sheet
from lsdash.text import Lang

WIDTHS = {Holds.TEXT: 28, Holds.CODES: 22, Holds.DATE: 12, Holds.INTEGER: 10, Holds.YES_NO: 10}
AMOUNT_WIDTH = 20


def xlsx(
    sheets: Sequence[Sheet],
    *,
    notes_name: str,
    notes: Mapping[str, str],
    made_at: datetime,
    lang: Lang | None = None,
) -> bytes:
    """The sheets, then one called `notes_name` with the notes. The same data give the same bytes.

    Text is never a formula, and quantities are numbers with the decimals that they have. With a
    language, sheets and columns are called in it, with their names beside; else by names alone.
    """
    file = BytesIO()
    options = {"in_memory": True, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": made_at.astimezone(UTC).replace(tzinfo=None)})
        formats = _Formats(book)
        for sheet in sheets:
            title = sheet.title(lang) if lang else sheet.name
            _table(book.add_worksheet(title), sheet, formats, lang)
        _notes(book.add_worksheet(notes_name), notes, formats)
    return file.getvalue()


class _Formats:
    """How cells look; one a kind, and one for each count of decimals."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        top = {"valign": "top"}
        self.head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.told_head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top})
        self.name = book.add_format({"bold": True, **top})
        self.text = book.add_format({"text_wrap": True, **top})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top})
        self.plain = book.add_format({**top})

    def number(self, value: Decimal) -> Format:
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        if decimals not in self._numbers:
            form = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"num_format": form, "valign": "top"})
        return self._numbers[decimals]


def _notes(sheet: Worksheet, notes: Mapping[str, str], formats: _Formats) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    for at, (name, told) in enumerate(notes.items()):
        sheet.write_string(at, 0, name, formats.name)
        sheet.write_string(at, 1, told, formats.text)


def _table(sheet: Worksheet, table: Sheet, formats: _Formats, lang: Lang | None) -> None:
    told = formats.told_head if lang else formats.head
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, WIDTHS.get(column.holds, AMOUNT_WIDTH))
        sheet.write_string(0, at, column.head(lang) if lang else column.name, told)
    for line, row in enumerate(table.rows, start=1):
        for at, column in enumerate(table.columns):
            _write(sheet, line, at, column, row[column.name], formats)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(  # noqa: PLR0917 - where, what and how, in the order of a cell
    sheet: Worksheet, line: int, at: int, column: Column[Any], value: Any, formats: _Formats
) -> None:
    """A cell by what its column holds; what is not stated stays empty."""
    if value is None:
        return
    if column.holds is Holds.DATE:
        day: date = value
        sheet.write_datetime(line, at, datetime(day.year, day.month, day.day), formats.day)  # noqa: DTZ001
    elif column.holds in (Holds.NUMBER, Holds.INTEGER):
        _write_number(sheet, line, at, Decimal(value), formats)
    elif column.holds is Holds.YES_NO:
        sheet.write_boolean(line, at, value, formats.plain)
    else:
        sheet.write_string(line, at, cell(value), formats.plain)


def _write_number(sheet: Worksheet, line: int, at: int, number: Decimal, formats: _Formats) -> None:
    """As a number where a spreadsheet can hold it exactly, else as text."""
    if Decimal(repr(float(number))) == number:
        sheet.write_number(line, at, float(number), formats.number(number))
    else:
        sheet.write_string(line, at, str(number), formats.plain)
