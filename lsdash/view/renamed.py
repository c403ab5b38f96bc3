"""Former names of pages and codes, so that old links keep opening."""

from collections.abc import Mapping

RENAMED: Mapping[str, Mapping[str, str]] = {
    "page": {"border_labour": "border_labor", "documents": "decisions"},
    "kind": {"QĐ": "QD", "NĐ": "ND", "CĐ": "CDI", "ĐA": "DA"},
}
"""Former names of slugs, by key. Entries are only ever added: old links keep opening."""
