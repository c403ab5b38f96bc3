"""A quantity as a release holds it: digits and a scale."""

from decimal import Decimal


def exact(digits: int | None, scale_digits: int) -> Decimal | None:
    return None if digits is None else Decimal(digits).scaleb(-scale_digits)
