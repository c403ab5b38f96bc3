"""Which figures of quotas are colleges: of a table's rows only those that are called so."""

import re

from lsdash.store.rows import FactRow

SCHOOL = re.compile(
    r"(?:trường|phân hiệu|trung tâm|học viện|đại học|cao đẳng|trung cấp) (?P<name>\w)",
    re.IGNORECASE,
)


def is_one(fact: FactRow) -> bool:
    """Rows of tables may be trades or levels as well: `Công nghệ ô tô`, `Cao đẳng`."""
    if not (fact.unit_printed and fact.part_of):
        return True
    called = SCHOOL.match(fact.subject_vi)
    return called is not None and called["name"].isupper()
