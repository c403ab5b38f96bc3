"""Columns that several tables have: texts in both languages, places, periods, exact figures."""

from decimal import Decimal

from lsdash import quantities
from lsdash.model import Locator, Period, Text
from lsdash.store.writing.tables.names import Row


def digits(value: Decimal | None, scale_digits: int) -> int | None:
    """6.50 with two digits → 650."""
    return None if value is None else int(value.scaleb(scale_digits))


def figure_columns(low: Decimal | None, high: Decimal | None, printed: str | None) -> Row:
    """Both ends as integers with one count of decimals, and the multiplier that is printed."""
    decimals = [-int(value.as_tuple().exponent) for value in (low, high) if value is not None]
    scale_digits = max(0, *decimals, 0)
    quantity = quantities.read(printed or "")
    return {
        "low": digits(low, scale_digits),
        "high": digits(high, scale_digits),
        "scale_digits": scale_digits,
        "shown_scale": quantity.scale if quantity else 1,
    }


def text_columns(field: str, text: Text | None) -> Row:
    return {f"{field}_vi": text and text.vi, f"{field}_en": text and text.en}


def at_columns(at: Locator | None) -> Row:
    return {
        "item": at and at.item,
        "paragraph": at and at.paragraph,
        "paper_place": at and at.paper,
    }


def period_columns(period: Period | None) -> Row:
    return {
        "period_from": period and period.from_,
        "period_to": period and period.to,
        "period_basis": period and period.basis,
    }
