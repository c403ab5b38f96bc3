"""A total stated beside its members, told from them by its name and by what they come to."""

import re
from collections.abc import Sequence
from decimal import Decimal

NAMED = re.compile(
    r"""
    tổng (?!\s(?:đài|cục|công\sty|kho|giám\sđốc)\b)\b   # Tổng kinh phí đợt 3
    | (?:toàn\sbộ | tất\scả | toàn\stỉnh | cả\stỉnh)\b  # Toàn bộ các trường
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How the name of a total begins in Vietnamese."""

OF_MONEY = re.compile(r"kinh\sphí\b", re.IGNORECASE)
"""How a total of money may begin, where none of the others does."""

NEAR = Decimal("0.05")
"""How far a total may be from what its members come to, as a share of that sum."""


def is_named(subject_vi: str) -> bool:
    """It is called a total."""
    return NAMED.match(subject_vi) is not None


def is_meant(subject_vi: str, value: Decimal, others: Sequence[tuple[str, Decimal]]) -> bool:
    """Called a total, as large as each of two or more `others`, and near to what they come to.

    `others` are names and values of like figures. A table that nearly closes is no second sum.
    """
    names = [name for name, _ in others]
    if not any(
        pattern.match(subject_vi) and not any(map(pattern.match, names))
        for pattern in (NAMED, OF_MONEY)
    ):
        return False
    values = [each for _, each in others]
    come_to = sum(values, Decimal(0))
    return (
        len(values) > 1
        and all(0 <= each <= value for each in values)
        and abs(value - come_to) <= come_to * NEAR
    )
