"""What the sentence around a figure tells about it: what it counts, and whether it is a change.

Reads prepared text (see `prepared`).
"""

import re
from dataclasses import replace

from lsdash.quantities import words
from lsdash.quantities.amounts import phrase
from lsdash.quantities.doubts import Doubt
from lsdash.quantities.expressions import Expression, Placed
from lsdash.vocabulary import Bound, Direction, FigureKind, Unit

_REACH = 90
"""Characters before a figure in which its sentence may speak of it."""
_WIDE_REACH = 160

_CLAUSE_END = re.compile(r"[.:](?= )|[;(\n]")
_COUNTED = re.compile(r"(?<!\w)(?:số lượng|tổng số|số|lượng|tổng) (?=[^\W\d_])")
_PEOPLE = re.compile(r"(?<!\w)(?:dân số|nhân khẩu)(?!\w)")
_MONEY = re.compile(
    r"(?<!\w)(?:tiền|phí|giá|lương|phạt|vốn|ngân sách|thu nhập|doanh thu|mức chi)(?!\w)"
)
_ENROLMENT = re.compile(
    r"(?<!\w)(?:tuyển sinh|đào tạo|cao đẳng|đại học|trường|trung cấp|nghề|học sinh|sinh viên)(?!\w)"
)
_TARGETS = re.compile(
    r" (?:kinh tế|phát triển|chủ yếu|đề ra|đạt|vượt|chưa|hoàn thành|của kế hoạch|nghị quyết)\b"
)
_PLACE_OF_SCORE = re.compile(
    r" (?:cầu|sạt|nóng|dân|đen|bán|du lịch|trường|nghẽn|thi|tham quan|giao dịch|bưu|tiêm|kiểm|cách|"
    r"lấy mẫu|chốt|tập kết|mỏ|khai thác|vui chơi|sáng|trông|đỗ|dừng)\b"
)
_MOVE = re.compile(
    r"(?<!\w)(?<!trở )(?:(?P<come_down>còn|xuống)"
    r"|(?P<reach>lên|đạt|có)"
    r"|(?P<level>ở mức|chiếm|duy trì)"
    r"|(?P<decrease>giảm|hạ|bớt|tinh giản)"
    r"|(?P<increase>tăng|nâng))"
    r"(?! (?:nghèo|cường|trưởng|nhẹ|thiểu|chế|án|hành|quyền|tên|trình|tầng|lưu|tuần|sĩ|sỹ)\b)"
    r"(?!\w)"
)
STRIVEN = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|phải đạt|cần đạt|tới năm"
    r"|đến (?:hết |cuối )?(?:năm|quý|tháng)|đến (?:hết )?(?:ngày )?\d{1,2}[/.-]\d+)(?!\w)"
)
"""Said where a level is to be come to, and is not there yet."""

_LATEST = re.compile(r"(?:chậm|muộn) nhất(?!\w)")
_AHEAD_OF = re.compile(r" trước (?:khi|ngày|thời điểm|lúc|kỳ|giờ|phiên)(?!\w)")
_PASSING = re.compile(r"(?:quá|vượt)(?!\w)")
_FORBIDDEN = re.compile(
    r"(?<!\w)(?:không (?:để|được|cho phép|nên|được phép)|cấm|tránh)(?!\w)[^,\d]*$"
)
_ADDED = re.compile(r"(?: [^\W\d_]+){1,16} thêm $")
"""Between `tăng` and a figure, however far it stands: `tăng dự toán chi sự nghiệp y tế thêm`."""

_REPORTED = re.compile(r"(?<!\w)(?:ước|đã|mới|hiện|vừa|chỉ)(?: (?:nay|thực hiện|giải ngân))? $")
_LOWERED = re.compile(r"(?<!\w)(?:giảm|hạ|rút|kéo|cắt|bớt|khống chế|kiềm chế)(?!\w)")
_RAISED = re.compile(r"(?<!\w)(?:nâng|tăng|đưa|điều chỉnh|mở rộng|bổ sung|từ)(?!\w)")
UPPER = frozenset({Bound.AT_MOST, Bound.LESS_THAN, Bound.NEARLY})
LOWER = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_FAR = re.compile(r"(?: [^\W\d_]+){9}")


def settled(text: str, placed: Placed) -> Placed:
    """The reading with what its sentence adds; a doubt that remains is kept."""
    reading = placed.reading
    if _is_forbidden(text, placed):
        reading = replace(reading, bound=Bound.AT_MOST, low=None, high=reading.low)
    if _is_ahead(text, placed):
        reading = replace(reading, bound=Bound.AT_LEAST, low=reading.high, high=None)
    if reading.of is not None and not reading.noun:
        pass  # a third of something is none of the things that its sentence counts
    elif not reading.noun:
        reading = _unit_from_sentence(text, placed)
    elif reading.unit is Unit.PLACE and not _is_enrolment(text, placed):
        reading = replace(reading, unit=Unit.ITEM)
    elif reading.noun == "điểm" and _PLACE_OF_SCORE.match(text, placed.end):
        reading = replace(reading, kind=FigureKind.COUNT)
    return replace(placed, reading=reading)


def _is_ahead(text: str, placed: Placed) -> bool:
    """`chậm nhất 30 ngày trước khi thi`: so long before it, or longer."""
    is_latest = placed.reading.bound is Bound.AT_MOST and _LATEST.match(text, placed.start)
    return bool(is_latest and _AHEAD_OF.match(text, placed.end))


def _is_forbidden(text: str, placed: Placed) -> bool:
    """`không để ùn tắc quá 30 phút`: what must not be passed is at most that."""
    is_passed = placed.reading.bound is Bound.MORE_THAN and _PASSING.match(text, placed.start)
    return bool(is_passed and _FORBIDDEN.search(_clause_before(text, placed.start)))


def _unit_from_sentence(text: str, placed: Placed) -> Expression:
    """`Số hộ nghèo còn 25`, `Dân số khoảng 788,4 nghìn`: the noun stands before."""
    reading, before = placed.reading, _clause_before(text, placed.start)
    counted = [*_COUNTED.finditer(before)]
    noun = counted and phrase(before, counted[-1].end(), words.UNITS, 4)
    if _PEOPLE.search(before):
        kind, unit = FigureKind.COUNT, Unit.PERSON
    elif noun and words.UNITS[noun[0]][0] is FigureKind.COUNT:
        kind, unit = words.UNITS[noun[0]]
    elif reading.scale > 1 and _MONEY.search(before):
        kind, unit = FigureKind.MONEY, Unit.VND
    else:
        return reading
    kept = [doubt for doubt in reading.doubts if doubt is not Doubt.NO_UNIT]
    doubts = dict.fromkeys([*kept, Doubt.UNIT_ASSUMED])
    return replace(reading, kind=kind, unit=unit, doubts=tuple(doubts))


def _is_enrolment(text: str, placed: Placed) -> bool:
    """`chỉ tiêu` are places to study, or targets of a plan."""
    if _TARGETS.match(text, placed.end):
        return False
    begin, end = max(0, placed.start - _WIDE_REACH), placed.end + _WIDE_REACH
    return bool(_ENROLMENT.search(text, begin, end))


def direction(text: str, start: int, bound: Bound = Bound.EXACT) -> Direction | None:
    """A change, or from which side a level is come to, of the figure at `start`; None if unsaid.

    `giảm 6 %` is a change, `giảm xuống còn 6 %` and `còn dưới 6 %` a level to come down to,
    `đạt 95 %` one to reach. What is only reported (`ước đạt`) or kept up (`duy trì`) is neither.
    """
    before = _clause_before(text, start)
    is_striven = bool(STRIVEN.search(before))
    moves = [move for move in _MOVE.finditer(before) if is_striven or move.group() != "có"]
    between = before[moves[-1].end() :] if moves else ""
    if not moves or not (_speaks_of_it(between) or _ADDED.fullmatch(between)):
        return None
    told = moves[-1].lastgroup
    if told == "come_down":
        return _downward(before, bound)
    if told == "reach":
        return _upward(before, moves[-1], bound)
    return Direction(told) if told in {"increase", "decrease"} else None


def _speaks_of_it(between: str) -> bool:
    """Nothing between a verb and a figure parts the one from the other."""
    return not _FAR.search(between) and not any(each.isdigit() or each == "," for each in between)


def _downward(before: str, bound: Bound) -> Direction | None:
    """`còn 25 hộ` may be what is left over: something must say that it goes down."""
    is_said = _LOWERED.search(before) or STRIVEN.search(before) or bound in UPPER
    return Direction.COME_DOWN if is_said and bound not in LOWER else None


def _upward(before: str, move: re.Match[str], bound: Bound) -> Direction | None:
    """`lên 12 xã` may be a way: something must say that it goes up."""
    if bound in UPPER or _REPORTED.search(before, 0, move.start()):
        return None
    is_way = move.group() == "lên" and not (_RAISED.search(before) or STRIVEN.search(before))
    return None if is_way else Direction.REACH


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - _REACH) : start]
    ends = [*_CLAUSE_END.finditer(window)]
    return window[ends[-1].end() :] if ends else window
