"""Which tables a release has, and what of them follows from the rest."""

from typing import Any

LANGUAGES = ("vi", "en")
Row = dict[str, Any]
TableRow = tuple[str, Row]
"""A row with the name of its table."""

INDEXED = {"words", "facets", "week_digests"}
"""Tables that a draft is indexed by (`writing.index`): here `words` has a row for each document."""

FOLLOWING = INDEXED | {"effects"}
"""Tables that follow from the others, and are left out of what the id is worked out from."""

FOLLOWING_COLUMNS = {"decisions": ("id", "digest"), "facts": ("role",)}
"""The same of columns."""

TABLES = (
    "bulletins",
    "topics",
    "topic_relations",
    "decisions",
    "words",
    "facts",
    "dimensions",
    "options",
    "answers",
    "steps",
    "provisions",
    "bodies",
    "silences",
    "flags",
    "relations",
    "changes",
    "effects",
    "observations",
    "events",
    "gates",
    "gate_states",
    "outcomes",
    "searches",
    "facets",
    "week_digests",
)
