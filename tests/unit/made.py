"""Facts made up for a test: one of each kind by its role, without a release."""

from datetime import date
from decimal import Decimal
from typing import Any

from lsdash.store.rows import FactRow

DOCUMENT = "900-qd-ubnd-2020"


def fact(slug: str, value: str | int | None = None, **told: Any) -> FactRow:
    """An exact amount of places unless told otherwise; `low` and `high` are given in base units."""
    low, high = told.pop("low", value), told.pop("high", value)
    ends = [Decimal(str(end)) for end in (low, high) if end is not None]
    scale = max(max(0, -int(end.as_tuple().exponent)) for end in ends)
    before = told.pop("before", None)
    fields: dict[str, Any] = {
        name: None for name in FactRow.__dataclass_fields__ if name not in told
    }
    fields |= {
        "slug": slug,
        "position": 0,
        "measure": "college_quota",
        "subject_vi": slug,
        "subject_en": slug,
        "kind": "count",
        "low_digits": None if low is None else int(Decimal(str(low)).scaleb(scale)),
        "high_digits": None if high is None else int(Decimal(str(high)).scaleb(scale)),
        "scale_digits": scale,
        "shown_scale": 1,
        "unit": "place",
        "bound": "exact",
        "role": "amount",
        "basis": "stated",
        "mandatory": False,
        "unit_kinds": [],
        "item": 1,
        "paragraph": 1,
        "decision": DOCUMENT,
        "number": "900/QĐ-UBND",
        "document_kind": "QD",
        "signed_on": date(2020, 3, 20),
        "sector": "education",
        "status": "decided",
        "bulletin": "2020-w12",
    }
    if before is not None:
        fields |= {
            "before_low_digits": before,
            "before_high_digits": before,
            "before_scale_digits": 0,
            "before_shown_scale": 1,
            "before_printed": str(before),
        }
    return FactRow(**(fields | told))


def money(slug: str, millions: int | None = None, **told: Any) -> FactRow:
    """An amount of million đồng."""
    ends = {
        end: None if (value := told.pop(end, millions)) is None else value * 10**6
        for end in ("low", "high")
    }
    kind = {"unit": "vnd", "shown_scale": 10**6, "kind": "money", "measure": "road_funding"}
    return fact(slug, **(kind | ends | told))


def target(slug: str, value: str | int | None = None, **told: Any) -> FactRow:
    """A figure that an energy plan aims at."""
    return fact(
        slug, value, **({"measure": "energy_target", "unit": "percent", "kind": "percent"} | told)
    )
