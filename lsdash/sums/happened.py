"""Figures of what has happened or of how things stand: a document answers them and sets none."""

from lsdash.store.rows import FactRow
from lsdash.sums import beside
from lsdash.sums.money import is_state
from lsdash.vocabulary import Bound, FigureKind, Kind, Role, Status

ROLES = frozenset({Role.WHOLE, Role.AMOUNT})
"""Roles that what has happened can have."""


def is_new(fact: FactRow) -> bool:
    """Whether a document can set this figure: neither what it answers, nor what breaking a rule
    costs, nor what stays as it was."""
    return not (is_told(fact) or beside.is_fine(fact) or beside.is_kept(fact))


def is_told(fact: FactRow) -> bool:
    """Whether a figure tells of what a decision answers: losses and debts anywhere; in a telegram,
    which orders what to do about a storm, all bare amounts that are no money."""
    if fact.status != Status.DECIDED:
        return False
    if fact.kind == FigureKind.MONEY:
        return fact.role in ROLES and is_state(fact)
    is_bare = fact.role in ROLES or fact.bound == Bound.MORE_THAN
    return fact.document_kind == Kind.TELEGRAM and is_bare
