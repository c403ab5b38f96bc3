"""Vietnamese figures as bulletins print them, read into exact numbers in base units.

Dot groups thousands, comma marks decimals: `10.000 triệu đồng` is 10 000 000 000 đồng and
`(6,00 ÷ 6,50) %` runs from 6.00 to 6.50. A phrase that cannot be read surely gives None.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lsdash.vocabulary import Bound, FigureKind, Unit

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"

SCALES = {
    "nghìn": 1_000,
    "ngàn": 1_000,
    "vạn": 10_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}

BOUNDS = {
    "tối đa": Bound.AT_MOST,
    "không quá": Bound.AT_MOST,
    "trong vòng": Bound.AT_MOST,
    "tối thiểu": Bound.AT_LEAST,
    "ít nhất": Bound.AT_LEAST,
    "dưới": Bound.LESS_THAN,
    "trên": Bound.MORE_THAN,
    "hơn": Bound.MORE_THAN,
    "gần": Bound.NEARLY,
    "khoảng": Bound.APPROXIMATELY,
}

UNITS = {
    "đồng": (FigureKind.MONEY, Unit.VND),
    "đ": (FigureKind.MONEY, Unit.VND),
    "%": (FigureKind.PERCENT, Unit.PERCENT),
    "điểm phần trăm": (FigureKind.PERCENT, Unit.PERCENTAGE_POINT),
    "chỉ tiêu": (FigureKind.COUNT, Unit.PLACE),
    "người": (FigureKind.COUNT, Unit.PERSON),
    "nhóm nhiệm vụ": (FigureKind.COUNT, Unit.TASK_GROUP),
    "phương án": (FigureKind.COUNT, Unit.OPTION),
    "xe": (FigureKind.COUNT, Unit.VEHICLE),
    "ngày làm việc": (FigureKind.DURATION, Unit.WORKING_DAY),
    "ngày": (FigureKind.DURATION, Unit.DAY),
    "tháng": (FigureKind.DURATION, Unit.MONTH),
    "năm": (FigureKind.DURATION, Unit.YEAR),
    "tấn": (FigureKind.QUANTITY, Unit.TONNE),
    "kg": (FigureKind.QUANTITY, Unit.KG),
    "ha": (FigureKind.QUANTITY, Unit.HECTARE),
    "km2": (FigureKind.QUANTITY, Unit.KM2),
    "km": (FigureKind.QUANTITY, Unit.KM),
    "m2": (FigureKind.QUANTITY, Unit.M2),
    "kwh": (FigureKind.QUANTITY, Unit.KWH),
}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_UNIT = rf"(?:{_either(UNITS)})(?!\w)"


def _amount(name: str) -> str:
    """A number with its multiplier and unit, as groups `name`, `name_scale` and `name_unit`."""
    scale = rf"(?:\s*(?P<{name}_scale>{_either(SCALES)})(?!\w))?"
    return rf"(?P<{name}>{NUMBER}){scale}(?:\s*(?P<{name}_unit>{_UNIT}))?"


FIGURE = re.compile(
    rf"""
    (?: (?:giảm|tăng|còn|từ|đạt|có) \s+ )*                  # level words carry no amount
    (?P<bound> (?: (?:{_either(BOUNDS)}) \s+ )* )     # tối đa không quá
    \(? \s* {_amount("low")}
    (?: \s* (?: - | – | ÷ | đến | tới ) \s* {_amount("high")} )? \s* \)?
    \s* (?P<unit>{_UNIT})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD_GAP = re.compile(r"\s+")


@dataclass(frozen=True)
class Quantity:
    """A figure in base units; an open end is None; `scale` is the multiplier (10**6 for triệu)."""

    kind: FigureKind
    low: Decimal | None
    high: Decimal | None
    unit: Unit
    bound: Bound
    scale: int


def number(printed: str) -> Decimal:
    """`7.917` → 7917, `6,00` → 6.00: dots group, the comma is decimal, decimals are kept."""
    return Decimal(printed.replace(".", "").replace(",", "."))


def read(printed: str) -> Quantity | None:
    """The one figure that `printed` is, or None when it is not surely one."""
    text = _WORD_GAP.sub(" ", unicodedata.normalize("NFC", printed)).strip()
    match = FIGURE.match(text)
    if not match or (match.end() < len(text) and not text[match.end()].isspace()):
        return None
    words = [match[group].lower() for group in ("unit", "high_unit", "low_unit") if match[group]]
    if not words or len({UNITS[word] for word in words}) > 1:
        return None
    kind, unit = UNITS[words[0]]
    scale = SCALES.get((match["high_scale"] or match["low_scale"] or "").lower(), 1)
    low_scale = SCALES[match["low_scale"].lower()] if match["low_scale"] else scale
    low = _times(number(match["low"]), low_scale)
    high = _times(number(match["high"]), scale) if match["high"] else None
    if high is not None and low >= high:
        return None
    bounds = {bound for word, bound in BOUNDS.items() if word in match["bound"].lower()}
    if len(bounds) > 1 or (bounds and high is not None):
        return None
    bound = next(iter(bounds), Bound.EXACT if high is None else Bound.RANGE)
    return Quantity(kind, *_ends(bound, low, high), unit, bound, scale)


def _times(value: Decimal, scale: int) -> Decimal:
    """Whole where it comes out whole: 3,5 tỷ is 3 500 000 000 đồng, without a decimal."""
    product = value * scale
    whole = product.to_integral_value()
    return whole if scale > 1 and product == whole else product


def _ends(
    bound: Bound, low: Decimal, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    match bound:
        case Bound.RANGE:
            return low, high
        case Bound.AT_MOST | Bound.LESS_THAN | Bound.NEARLY:
            return None, low
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return low, None
        case _:
            return low, low
