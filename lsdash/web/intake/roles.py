"""What the rules of a build make of a draft's figures: whole, part, change, level, ceiling …"""

from typing import Any

from lsdash.intake.review.review import Document, Figure
from lsdash.store.writing import roles
from lsdash.vocabulary import Basis, Role


def by_rule(document: Document, position: int) -> Role:
    """The role of the figure at this position where the editor says none."""
    kept = [
        (at, _row(at, figure, None if at == position else figure.role))
        for at, figure in enumerate(document.figures)
        if figure.is_kept or at == position
    ]
    found = roles.of_document([row for _, row in kept])
    return next(role for (at, _), role in zip(kept, found, strict=True) if at == position)


def of(document: Document, position: int) -> Role:
    return document.figures[position].role or by_rule(document, position)


def _row(at: int, figure: Figure, role: Role | None) -> dict[str, Any]:
    """The figure as the rules look at it; its position stands for its name."""
    return {
        "slug": str(at),
        "subject_vi": figure.subject.vi,
        "role_stated": role,
        "part_of": None if figure.part_of is None else str(figure.part_of),
        "basis": Basis.STATED,
        "mandatory": figure.mandatory,
        "direction": figure.direction,
        "measure": figure.measure,
        "unit": figure.unit,
        "unit_called_vi": figure.unit_called.vi or None,
        "option": None,
        "bound": figure.bound,
        "high": figure.high,
        "scale_digits": 0,
    }
