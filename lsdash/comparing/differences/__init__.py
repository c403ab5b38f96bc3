"""What differs between two releases, or between two weeks of one: rows in, `Difference` out.

Rows are matched by their permanent names: a document by its slug, a fact by document and slug. Only
what readers see counts, never when a release was built or in which order things stand in it.
Figures are compared as values, and what is printed apart from them: 6 and 6.00 are one value.
"""

from lsdash.comparing.differences.between_releases import between, document_rows, of_one
from lsdash.comparing.differences.between_weeks import of_series, of_weeks
from lsdash.comparing.differences.documents import of_documents, of_facts
from lsdash.comparing.differences.fields import (
    DOCUMENT_FIELDS,
    FACT_FIELDS,
    FACT_FIELDS_ELSEWHERE,
    FIGURE,
    WEEK_FIELDS,
)
from lsdash.comparing.differences.line_by_line import LINE_FIELDS, Line, lines
from lsdash.comparing.differences.model import (
    Difference,
    DocumentChange,
    DocumentRows,
    FactChange,
    FieldChange,
    Pair,
    State,
)

__all__ = [
    "DOCUMENT_FIELDS",
    "FACT_FIELDS",
    "FACT_FIELDS_ELSEWHERE",
    "FIGURE",
    "LINE_FIELDS",
    "WEEK_FIELDS",
    "Difference",
    "DocumentChange",
    "DocumentRows",
    "FactChange",
    "FieldChange",
    "Line",
    "Pair",
    "State",
    "between",
    "document_rows",
    "lines",
    "of_documents",
    "of_facts",
    "of_one",
    "of_series",
    "of_weeks",
]
