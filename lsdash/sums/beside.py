"""Money that a document states beside what it decides: fines, what is kept, columns to compare.

The head of a table's column stands behind the row in a figure's subject: `Tổng cộng: Đầu năm`.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.vocabulary import FigureKind, Role

SUMS = (Role.WHOLE, Role.PART, Role.AMOUNT)
"""Roles of money that somebody is given; the others are aims, limits and changes."""

FINE = re.compile(
    r"(?:mức |số |tổng |tiền |khung |thu |bị )*(?:xử )?phạt\b(?! triển)", re.IGNORECASE
)
"""Beginnings of subjects whose money is to be paid by who breaks a rule."""

KEPT = re.compile(
    r"^(?:vẫn )?(?:giữ nguyên|không thay đổi|không điều chỉnh)\b"
    r"|\b(?:giữ nguyên|không thay đổi|không điều chỉnh)$",
    re.IGNORECASE,
)

SHARE = re.compile(r": ?[-–+ ]*trong đó\b", re.IGNORECASE)
"""A column with a part of the one before it."""

COMPARED = re.compile(
    r"""
    :[^:]*\b(?:
        đầu\ năm | năm\ (?:trước|ngoái) | l[ũu][ỹy]\ kế | ước\ thực\ hiện
      | thực\ hiện\ (?:\d+\ tháng\ )?năm\ (?P<year>\d{4})
      | trước\ (?:khi\ )?(?:điều\ chỉnh|bổ\ sung)
      | đã\ (?:được\ )?(?:
            giao|cấp|phân\ bổ|bố\ trí|hỗ\ trợ|tạm\ ứng|giải\ ngân|thanh\ toán|thực\ hiện|chi
        )
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A column that says how much it was before, or so far; `year` where only that tells."""


def is_fine(fact: FactRow) -> bool:
    return fact.kind == FigureKind.MONEY and FINE.match(fact.subject_vi) is not None


def is_kept(fact: FactRow) -> bool:
    """It stays what an earlier document made it."""
    return fact.kind == FigureKind.MONEY and KEPT.search(fact.subject_vi) is not None


def columns(facts: Sequence[FactRow]) -> list[FactRow]:
    """Figures of tables of one document that stand beside what it decides, each without its parts.

    They are told apart by the head of their column, or by a sentence: where it states what another
    column of the table comes to, that is what the document decides.
    """
    money = [fact for fact in facts if fact.kind == FigureKind.MONEY]
    tops = [fact for fact in wholes.tops(money) if fact.role in SUMS]
    stated = _stated(money)
    is_all = all(map(_is_headed_so, tops))  # nothing is left that they stand beside
    return [
        fact
        for fact in tops
        if (_table(fact), fact.unit) in stated or (not is_all and _is_headed_so(fact))
    ]


def with_parts(facts: Sequence[FactRow], slugs: Collection[str]) -> Iterator[FactRow]:
    """Of one document those with these slugs, and their parts down to the last."""
    inside = set(slugs)
    while more := {each.slug for each in facts if each.part_of in inside} - inside:
        inside |= more
    return (fact for fact in facts if fact.slug in inside)


def _is_headed_so(fact: FactRow) -> bool:
    compared = COMPARED.search(fact.subject_vi)
    year = compared and compared["year"]
    is_compared = int(year) < fact.signed_on.year if year else compared is not None
    return is_compared or SHARE.search(fact.subject_vi) is not None


def _stated(money: Sequence[FactRow]) -> set[tuple[str | None, str]]:
    """Tables of which a column comes to a sum that a sentence states, each with its currency."""
    said = {each.slug for each in money if each.role == Role.WHOLE and _table(each) is None}
    return {
        (table, each.unit)
        for each in money
        if each.part_of in said and (table := _table(each)) is not None
    }


def _table(fact: FactRow) -> str | None:
    """`annex-1` of a figure in `annex-1.row-3`; None of one in a sentence."""
    place, row, _ = (fact.paper_place or "").partition(".row-")
    return place if row else None
