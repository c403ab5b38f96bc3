"""Former names and places of pages and codes, so that old links keep opening."""

from collections.abc import Mapping

RENAMED: Mapping[str, Mapping[str, str]] = {
    "page": {"border_labour": "border_labor", "documents": "decisions"},
    "kind": {"QĐ": "QD", "NĐ": "ND", "CĐ": "CDI", "ĐA": "DA"},
}
"""Former names of slugs, by key. Entries are only ever added: old links keep opening."""

MOVED: Mapping[tuple[str, str, str], str] = {("border_labor", "show", "gates"): "border_trade"}
"""What was a part of a page, as (page, key, value), and has become a page: entries are only added.
The new page has the part's own keys."""
