"""The columns of a document and of a fact, as every file and every program gets them.

Codes rather than labels, quantities in base units, ISO dates; what is not stated is empty or null.
Columns are only ever added, at the end of their table.
"""

from lsdash.export.tables.rows.column import Asked, Column, Holds, Row
from lsdash.export.tables.rows.columns import (
    CHANGE_COLUMNS,
    DAY_COLUMNS,
    DECISION_COLUMNS,
    EVENT_COLUMNS,
    FACT_COLUMNS,
    FOLLOW_UP_COLUMNS,
    GATE_COLUMNS,
    GATE_STATE_COLUMNS,
    INPUT_COLUMNS,
    MONEY_COLUMNS,
    OBSERVATION_COLUMNS,
    RELATION_COLUMNS,
    RELEASE_COLUMNS,
    RUNNING_COLUMNS,
    SECTOR_COLUMNS,
    TOPIC_COLUMNS,
)
from lsdash.export.tables.rows.promises import OUTCOME_COLUMNS, outcomes
from lsdash.export.tables.rows.written import (
    cell,
    csv_text,
    decision_row,
    fact_row,
    json_text,
    names,
    release_row,
    semicolon_csv,
    table_rows,
    withdrawn_row,
)

__all__ = [
    "CHANGE_COLUMNS",
    "DAY_COLUMNS",
    "DECISION_COLUMNS",
    "EVENT_COLUMNS",
    "FACT_COLUMNS",
    "FOLLOW_UP_COLUMNS",
    "GATE_COLUMNS",
    "GATE_STATE_COLUMNS",
    "INPUT_COLUMNS",
    "MONEY_COLUMNS",
    "OBSERVATION_COLUMNS",
    "OUTCOME_COLUMNS",
    "RELATION_COLUMNS",
    "RELEASE_COLUMNS",
    "RUNNING_COLUMNS",
    "SECTOR_COLUMNS",
    "TOPIC_COLUMNS",
    "Asked",
    "Column",
    "Holds",
    "Row",
    "cell",
    "csv_text",
    "decision_row",
    "fact_row",
    "json_text",
    "names",
    "outcomes",
    "release_row",
    "semicolon_csv",
    "table_rows",
    "withdrawn_row",
]
