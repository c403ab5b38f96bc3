"""A table as Parquet: typed columns that DuckDB, Python and R read without being told how."""

from collections.abc import Mapping
from io import BytesIO

import pyarrow as pa
from pyarrow import parquet as files

from lsdash.export.tables.rows import Holds
from lsdash.export.tables.sheets import Sheet
from lsdash.text import LANGS

TYPES = {
    Holds.TEXT: pa.string(),
    Holds.INTEGER: pa.int64(),
    Holds.NUMBER: pa.decimal128(38, 6),
    Holds.DATE: pa.date32(),
    Holds.YES_NO: pa.bool_(),
    Holds.CODES: pa.list_(pa.string()),
}
"""A figure of a record has at most six decimals, so none is rounded."""


def parquet(sheet: Sheet, *, notes: Mapping[str, str]) -> bytes:
    """The rows, with the notes and what each column holds. The same data give the same bytes."""
    columns = [
        pa.field(each.name, TYPES[each.holds], metadata={lang: each.says(lang) for lang in LANGS})
        for each in sheet.columns
    ]
    schema = pa.schema(columns, metadata=dict(notes))
    file = BytesIO()
    files.write_table(pa.Table.from_pylist([*sheet.rows], schema), file, compression="zstd")
    return file.getvalue()
