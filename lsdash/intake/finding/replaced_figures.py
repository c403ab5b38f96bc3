"""A figure printed beside the earlier one that it takes the place of: `từ 510 lên 560 chỉ tiêu`.

The earlier figure is no figure of its own document: it is what the other one was before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lsdash.intake.finding import figure_context
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text.paragraphs import plain
from lsdash.quantities.doubts import Doubt
from lsdash.vocabulary import Direction, FigureKind, Unit

REACH = 120
"""Characters before and between two figures in which words about them are looked for."""

_QUOTE = "[“”\"'()]?"
_MENDS = "sửa|đính chính|điều chỉnh|thay đổi|đổi|thay"
FROM = re.compile(r"(?<!\w)từ(?: mức| con số| số| bằng)? ?[“\"']?$", re.IGNORECASE)
MENDING = re.compile(rf"(?<!\w)(?:{_MENDS}|đã in|in là|ghi là)(?!\w)[^.;]*$", re.IGNORECASE)
RAISED_TO = re.compile(
    rf"{_QUOTE},? ?(?:(?:của |vào |trong )?năm \d{{4}},? ?)?(?:được |nay )?"
    r"(?:tăng |nâng |giảm |hạ |điều chỉnh |rút )?"
    rf"(?:lên|xuống|còn|thành|sang)(?: (?:còn|thành|đến|tới|mức|là|bằng))* ?{_QUOTE}",
    re.IGNORECASE,
)
"""All that stands between, after `từ`: `từ 6,8% năm 2019 xuống dưới 6,0%`."""

MENDED_TO = re.compile(
    rf"{_QUOTE},? ?(?:nay )?(?:được )?(?P<verb>(?:{_MENDS}|đọc)(?: lại)? )?"
    rf"(?:thành|là|bằng) ?{_QUOTE}",
    re.IGNORECASE,
)
"""All that stands between, after words that say that something is put right."""

INSTEAD_OF = re.compile(
    rf"{_QUOTE} ?[,(]? ?(?:thay cho|thay vì|thay thế(?: cho)?|trước đây(?: là)?|trước đó(?: là)?"
    rf"|trước là|(?:chứ )?không phải(?: là)?)(?: mức| số| con số)? ?{_QUOTE}",
    re.IGNORECASE,
)


def joined(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures in their order, an earlier one held by the one that takes its place.

    A level that is only set anew (`điều chỉnh từ 510 lên 560`) is no level to strive for.
    """
    return list(_joined(text, figures))


def _joined(text: str, figures: Sequence[Quantity]) -> Iterator[Quantity]:
    at = 0
    while at < len(figures):
        one, other = figures[at], figures[at + 1] if at + 1 < len(figures) else None
        pair = other and _pair(text, one, other)
        yield pair or one
        at += 2 if pair else 1


def _pair(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """The later figure with the earlier one in it, where the words say which is which."""
    if other.start - one.end > REACH:
        return None
    between = plain(text[one.end : other.start])
    before = plain(text[max(0, one.start - REACH) : one.start])
    is_mended = MENDING.search(before) is not None
    if FROM.search(before) and RAISED_TO.fullmatch(between):
        is_share = other.unit is Unit.PERCENT and not is_mended
        is_striven = figure_context.STRIVEN.search(before.lower()) is not None
        return _instead(other, one, is_striven=is_striven or is_share)
    mended = MENDED_TO.fullmatch(between)
    if mended and (is_mended or mended["verb"]):
        return _instead(other, one, is_striven=False)
    if INSTEAD_OF.fullmatch(between):
        return _instead(one, other, is_striven=one.direction is not None)
    return None


def _instead(now: Quantity, was: Quantity, *, is_striven: bool) -> Quantity | None:
    earlier = _in_unit_of(now, was)
    if earlier is None:
        return None
    is_level = now.direction in (Direction.REACH, Direction.COME_DOWN)
    is_set = is_level and not is_striven
    return replace(now, before=earlier, direction=None if is_set else now.direction)


def _in_unit_of(now: Quantity, was: Quantity) -> Quantity | None:
    """The earlier figure in the unit of the later; None where they count different things."""
    if FigureKind.DATE in (now.kind, was.kind) or not (now.noun or now.unit is not Unit.ITEM):
        return None
    if (was.kind, was.unit) == (now.kind, now.unit):
        return was if was.unit is not Unit.ITEM or was.noun in ("", now.noun) else None
    if was.noun or Doubt.NO_UNIT not in was.flags:
        return None
    times = now.scale if was.scale == 1 else 1
    low, high = (end if end is None else end * times for end in (was.low, was.high))
    return replace(was, kind=now.kind, unit=now.unit, noun=now.noun, low=low, high=high)
