"""Digits that name, order or locate something and count nothing: `khoản 2 Điều 5`, `năm 2020`.

Reads prepared text (see `prepared`). A word such as `tổ` or `giai đoạn` may also be counted:
`giai đoạn 5 năm` is a duration, `tổ 3 người` a count; what follows the number decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lsdash.intake.text import normalized
from lsdash.quantities import amounts, words
from lsdash.vocabulary import FigureKind, Unit


class Naming(StrEnum):
    """What the digits do instead of counting."""

    YEAR = "year"
    PART = "part"
    """A part of a document, or a mark of an enumeration: `Điều 5`, `1.2.`, `(3)`."""
    ORDER = "order"
    """A class, a phase, a turn, a place in a row: `loại 1`, `đợt 2`, `lần thứ 16`, `Tổ 3`."""
    CODE = "code"
    """Letters and digits together: `Covid-19`, `QL.1B`, `TCVN 5687:2010`."""
    CLOCK = "clock"
    CONTACT = "contact"
    """A telephone, the address of a page or of a mailbox."""
    SCALE = "scale"
    """Of a map: `1/500`."""


@dataclass(frozen=True)
class Label:
    start: int
    end: int
    naming: Naming


_YEAR = r"(?:1[89]|20|21)\d\d(?!\d|[.,]\d)"
_WORD_OF_YEARS = r"năm(?:\ học|\ tài\ chính)?|giai\ đoạn|(?:thời|nhiệm)\ kỳ|niên\ (?:khóa|độ)|khóa"
_YEARS = re.compile(
    rf"""
    (?<!\w) (?!(?<=\d\ )năm\ {_YEAR}\ ?-)                 # 5 năm 2021-2025: five years
    (?:(?:từ|đến|hết|trước|sau|giữa|cuối|đầu)\ )?      # từ năm 2021 đến năm 2025
    (?:{_WORD_OF_YEARS}) \ ?\(?\ ? (?:từ\ )?(?:năm\ )? {_YEAR}
    (?: \ ?(?:,|và|;|-|÷|/|đến|tới|hoặc)\ ? (?:năm\ )? {_YEAR} ){{0,12}}   # năm 2018, 2019
    """,
    re.VERBOSE,
)
_YEAR_RANGE = re.compile(rf"(?<![\w.,/]){_YEAR} ?[-÷] ?{_YEAR}(?!/)")
_LONG_CODE = re.compile(r"(?<![\w.,/])\d{7,}(?!\w|[.,]\d)")
_YEAR_ALONE = re.compile(rf"(?<![\w.,/]){_YEAR}(?![\w/])")

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}")
_TELEPHONE = re.compile(
    r"""
    (?<!\w) (?:điện\ thoại|đt|sđt|hotline|đường\ dây\ nóng|fax|tel|zalo|số\ máy)
    (?:\ (?:số|liên\ hệ))? \ ?:?\ ? [+(]?\d[\d\ .()-]{5,18}\d
    | (?<![\w.,/-]) (?:\+84|0) [\ .-]?\d{2,3} (?:[\ .-]?\d{2,4}){2,3} (?!\d|[.,]\d)
    """,
    re.VERBOSE,
)
_HOUR = r"\d{1,2}\ ?(?:giờ|h)(?:\ ?[0-5]\d(?:\ ?(?:phút|p|'))?)?(?!\w)"
_STAMP = re.compile(
    r"(?<![\w./-])(?:(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d[ t]?)?"
    r"(?:[01]?\d|2[0-4]):[0-5]\d:[0-5]\d(?: ?(?:am|pm))?(?: ?[+-]\d\d[:']?\d\d'?)?(?!\w)"
)
"""The moment of a signature: `2026-05-21 08:05:48 +07:00`."""
_CLOCK = re.compile(
    rf"""
    (?<![\w.,/]) (?:[01]?\d|2[0-4])(?:\ ?(?:h|giờ)\ ?|:)[0-5]\d (?:\ ?(?:phút|p|'))?
      (?![\w/]|[.,:]\d)
    | (?<!\w) (?:lúc|hồi) \ {_HOUR}
    | (?<!\w) (?:vào|từ|đến|trước|sau) \ {_HOUR}
      (?=,?\ (?:{normalized.CLAIMED}|ngày|sáng|chiều|tối|đêm|trưa|hàng|cùng))
    | (?<!\w) từ\ {_HOUR}\ (?:-|đến)\ {_HOUR}
    | (?<![\w.,/-]) {_HOUR} (?=,?\ (?:{normalized.CLAIMED}|ngày\ [0-9]|sáng|chiều|tối|đêm|trưa))
    | (?<![\w.,/]) 24/(?:24(?:\ ?(?:giờ|h)(?!\w))?|7) (?![\w/])
    """,
    re.VERBOSE,
)
_LUNAR = re.compile(r"(?<!\w)(?:(?:ngày|mùng|mồng) )?\d{1,2} tháng (?:giêng|chạp)(?!\w)")
"""`20 tháng Giêng`: a day of the lunar year, and no twenty months."""

_MAP_SCALE = re.compile(r"(?<![\w.,/])1[/:](?:[1-9]\d{0,2}\.?000|500|200)(?!\d)")
_ROAD = re.compile(r"(?<!\w)(?:ql|tl|đt|đh|đx)\.? ?\d{1,4}[a-zđ]?(?!\w)")
_MILESTONE = re.compile(r"(?<![\w/])(?!km2(?![\d+]))km ?\d{1,4}(?: ?\+ ?\d{1,4})?(?!\w|[.,]\d)")
_STANDARD = re.compile(
    r"(?<!\w)(?:covid|sars-cov|tcvn|qcvn|tcxdvn|iso(?:/iec)?|iec|ocop|seagame|sea games)"
    r"[ -]?\d[\d.:/-]{0,20}\w{0,9}"
)
_GAZETTE = re.compile(r"(?<!\w)công báo ?/? ?số \d+(?: ?[+-] ?\d+)*(?!\w)")
"""`CÔNG BÁO/Số 286 + 287`: the gazette that a page is from."""
_VERSION = re.compile(
    r"(?<!\w)(?:công nghiệp|nông nghiệp|cmcn|phiên bản|version) (?:lần thứ )?\d\.\d"
)
_CODE = re.compile(
    r"""
    (?<!\w) [A-ZĐ]{1,6}[.-]\d{1,5}\w{0,3} (?![\d,.]*\d)                  # BA.5, CT-20
    | (?<![\w.,/]) \d{1,6}[a-zđ]? (?:/(?:19|20)\d\d)? /[A-ZĐ]{2}[\w&/-]{0,30}   # 381/QĐ-UBND
    | (?<![\w.,/]) \d{1,6}-[A-ZĐ]{2,5}/[A-ZĐ]\w{0,9}                     # 22-NQ/TW
    | (?<![\w.,/]) \d{2}[A-Z]\d?-\d{3}\.?\d{2}(?!\d)                      # 12A-123.45
    | (?<![\w.,/]) [2-6]G (?!\w)                                         # 5G
    """,
    re.VERBOSE,
)
_MARK = re.compile(
    rf"""
    ^\ ?(?:[-+•*]\ ?)? \d{{1,2}} (?:
        (?:\.\d{{1,2}}){{0,3}} (?:[.)/]|/-)(?=\ )      # 1.  1.2.  2)  3/
        | (?:\.\d{{1,2}}){{1,3}}(?=\ [{normalized.CAPITALS}])   # 1.1 Mục tiêu
        | \ ?[-:]\ ?(?=[{normalized.CAPITALS}])          # 1 - Mục tiêu
    )
    | (?<=[;:.,]\ ) \d{{1,2}}\)(?=\ )                  # gồm: 1) …; 2) …
    | (?<=[;:.)]\ ) \d{{1,2}}\.(?=\ [{normalized.CAPITALS}])   # gồm: 1. …; 2. …
    | \[\d{{1,3}}\]                                    # a footnote
    """,
    re.VERBOSE | re.MULTILINE,
)
_BRACKETED = re.compile(r"\(\d{1,2}\)")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+) ?$")

_PARTS = """
    khoản điều mục tiểu_mục chương phần phụ_lục biểu biểu_mẫu mẫu bảng hình trang tiết câu tập
    quyển article clause phase no
"""
_ROWS = """
    loại hạng cấp cấp_độ mức_độ mức đợt giai_đoạn lần thứ kỳ kỳ_họp khóa khoá vòng phương_án tổ đội
    khối thôn bản xóm ấp khu khu_phố khu_vực cụm nhóm lô gói gói_thầu tầng phòng quốc_lộ tỉnh_lộ
    hương_lộ đường đường_tỉnh đường_huyện lớp bước ca vị_trí tuần tháng quý học_kỳ top chương_trình
    dự_án đề_án nghị_quyết nghị_định chỉ_thị quyết_định thông_tư kế_hoạch công_văn công_điện
    bệnh_nhân ngõ ngách số_nhà lữ_đoàn trung_đoàn tiểu_đoàn sư_đoàn đại_đội quân_khu
    quân_đoàn đoàn trạm đồn mốc cột_mốc cửa ngày mồng mùng tuyến số thế_hệ bậc ban chi_đội mũi liều
    trường tiểu_khu ô thửa ảnh video
"""


def _either(words_: str) -> str:
    return "|".join(word.replace("_", r"\ ") for word in words_.split())


_NAMED = re.compile(
    rf"""
    (?<!\w) (?<!danh\ ) (?<!hạng\ ) (?: (?P<part>{_either(_PARTS)}) | (?P<row>{_either(_ROWS)}) )
    (?:\ số)? (?:\ thứ)? \ ?:?\ ? (?P<digits>\d{{1,4}}) (?:[a-zđ]\d?)? (?!\w|[.,]\d)
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:điều|khoản|mục|tiểu mục) \d{1,3}(?:\.\d{1,2}){1,3}(?![\w%]|[.,]\d)"
    r"(?! (?:nghìn|ngàn|triệu|tỷ|tỉ|đồng)(?!\w))"
    r"|(?<!\w)(?:số )?thứ tự (?:từ )?(?:số )?\d{1,4}(?: ?(?:-|đến) ?(?:số )?\d{1,4})?(?!\w|[.,]\d)"
)
"""`Điều 3.1`, `số thứ tự từ 04 đến 22`"""
_STARS = re.compile(
    r"(?<![\w.,/])(?:từ )?\d(?: ?(?:-|÷|đến|hoặc|và) ?\d)? sao(?: trở (?:lên|xuống))?(?!\w)"
)
"""`sản phẩm OCOP 4 sao`, `khách sạn từ 3 - 5 sao`: a class, as `loại 1` is one."""
_ARTICLE_POINT = re.compile(r"(?<!\w)điểm \d{1,2}(?=,? (?:khoản|điều|mục)(?!\w))")
_LEVELS = frozenset({"mức", "số"})
"""Words that say how much as well as which one: `mức 3 500 triệu đồng`."""
_SUM = re.compile(
    r"(?<!\w)(?:tổng|một|trong|con|chỉ|dân|hệ|đa|thiểu|với|có|hàm|tham|bằng|quân|quá|các|giao) $"
)
"""Before `số` these make a sum or a figure of it: `tổng số 250 người`."""
_MORE = re.compile(r" ?(?:,|và|-|÷|đến|hoặc|/) ?(?P<digits>\d{1,4})(?!\w|[.,]\d|/\d)")

_TIMES = frozenset({"ngày", "tuần", "tháng", "quý", "kỳ"})
_EACH = re.compile(r"(?<!\w)(?:(?P<each>mỗi)|một|hằng|hàng) $")
_OTHER_WORDS = {
    "trường": "môi thị công ngư nông lâm hiện chiến thương",
    "phòng": "dự quốc biên văn",
    "cấp": "cung phân trợ sơ trung cao nâng chuyển",
    "bản": "văn biên xuất tái cơ",
    "đoàn": "công tập",
    "đội": "quân",
    "phần": "thành cổ một",
    "tập": "thực học luyện sưu tuyển huấn diễn",
    "trang": "khẩu nghĩa quân thời",
    "mục": "chuyên",
    "hình": "truyền mô",
    "mẫu": "lấy",
    "chương": "huy huân",
    "tuyến": "trực",
    "tầng": "hạ",
    "loại": "phân",
    "điều": "hạt",
}
"""Words that end another word: nothing is called 64 in `Tài nguyên môi trường 64`."""
_FIRST_HALF = re.compile(r"(?<!\w)([^\W\d_]+) $")
_TO = re.compile(r" ?(?:-|÷|đến) ?(?P<digits>\d{1,4})(?!\w|[.,]\d|/\d)")
_AGES = {words.UNITS["tuổi"], words.UNITS["người"]}
"""What a range of groups is told by: years of age, people."""

_GROUPED = {
    *(Unit.PERSON, Unit.VEHICLE, Unit.HOUSEHOLD, Unit.BED, Unit.SET, Unit.MASK, Unit.DOSE),
}
"""Units that a class or a place in a row is never called by: `cấp 300 bộ kit`."""

LAST_GRADE = 4
"""Above it `cấp` is no grade before a counted noun, but gives something: `cấp 12 máy thở`."""

_COUNTS = {FigureKind.MONEY, FigureKind.PERCENT, FigureKind.QUANTITY, FigureKind.DURATION}


def find(printed: str, lower: str) -> list[Label]:
    """Every label of a text, given as printed and in lower case; in order, without overlaps."""
    found = _apart([*_patterned(printed, lower), *_bracketed(lower)])
    rest = normalized.without(lower, found)
    found += _apart([*_named(rest)])
    rest = normalized.without(rest, found)
    found += [*_years(rest), *_long_codes(rest)]
    return sorted(found, key=lambda label: label.start)


def _apart(labels: list[Label]) -> list[Label]:
    """Without those that cut into an earlier one of the list."""
    if not labels:
        return []
    taken = bytearray(max(label.end for label in labels))
    kept: list[Label] = []
    for label in labels:
        if 1 not in taken[label.start : label.end]:
            taken[label.start : label.end] = b"\1" * (label.end - label.start)
            kept.append(label)
    return kept


def _patterned(printed: str, lower: str) -> Iterator[Label]:
    """The surest first."""
    for naming, pattern, text in (
        (Naming.CONTACT, _LINK, lower),
        (Naming.CONTACT, _TELEPHONE, lower),
        (Naming.YEAR, _YEARS, lower),
        (Naming.CODE, _ROAD, lower),
        (Naming.CODE, _MILESTONE, lower),
        (Naming.CODE, _STANDARD, lower),
        (Naming.CODE, _GAZETTE, lower),
        (Naming.CODE, _VERSION, lower),
        (Naming.CODE, _CODE, printed),
        (Naming.SCALE, _MAP_SCALE, lower),
        (Naming.ORDER, _LUNAR, lower),
        (Naming.CLOCK, _STAMP, lower),
        (Naming.CLOCK, _CLOCK, lower),
        (Naming.YEAR, _YEAR_RANGE, lower),
        (Naming.PART, _ARTICLE_POINT, lower),
        (Naming.PART, _NUMBERED, lower),
        (Naming.ORDER, _STARS, lower),
        (Naming.PART, _MARK, printed),
    ):
        for match in pattern.finditer(text):
            yield Label(*match.span(), naming)


def _bracketed(lower: str) -> Iterator[Label]:
    """`gồm (1) …; (2) …`, but not `một (01) người`."""
    for match in _BRACKETED.finditer(lower):
        before = _WORD_BEFORE.search(lower, max(0, match.start() - 8), match.start())
        if not before or before[1] not in words.NUMBERS:
            yield Label(*match.span(), Naming.PART)


def _named(lower: str) -> Iterator[Label]:
    """A word and the number that it is called by, with those that share the word."""
    for match in _NAMED.finditer(lower):
        if _ends_another_word(lower, match):
            continue
        naming = Naming.PART if match["part"] else Naming.ORDER
        is_named = match["row"] not in _LEVELS
        place = match.start("digits")
        if _is_counted(lower, place, naming, is_named=is_named) or _is_sum(lower, match):
            continue
        if _is_introduced(lower, match):
            continue
        if match["row"] == "cấp" and _is_given(lower, match.start("digits")):
            continue
        if naming is Naming.ORDER and (_opens_range(lower, match) or _is_rate(lower, match)):
            continue
        end = match.end()
        while more := _MORE.match(lower, end):
            if _is_counted(lower, more.start("digits"), naming):
                break
            end = more.end()
        yield Label(match.start(), end, naming)


def _is_counted(lower: str, place: int, naming: Naming, *, is_named: bool = True) -> bool:
    """Whether the number at `place` is a figure after all: `giai đoạn 5 năm`."""
    amount = amounts.read(lower, place, is_named=is_named)
    if amount is None:
        return False
    kind, unit = amount.counted or (None, None)
    is_group = naming is Naming.ORDER and unit in _GROUPED
    return amount.scale > 1 or kind in _COUNTS or is_group


def _ends_another_word(lower: str, named: re.Match[str]) -> bool:
    firsts = _OTHER_WORDS.get(named["part"] or named["row"], "")
    before = _FIRST_HALF.search(lower, max(0, named.start() - 9), named.start())
    return before is not None and before[1] in firsts.split()


def _is_introduced(lower: str, named: re.Match[str]) -> bool:
    """`một số nhóm: 50 nước`, `mỗi loại 01 bản`: so many of what follows."""
    between = lower[named.start() : named.start("digits")]
    each = _EACH.search(lower, max(0, named.start() - 6), named.start())
    if "số" in between.split() or not (":" in between or (each and each["each"])):
        return False
    amount = amounts.read(lower, named.start("digits"))
    return amount is not None and bool(amount.noun)


def _is_rate(lower: str, named: re.Match[str]) -> bool:
    """`mỗi tháng 01 lần`: how often, and not which month."""
    begin = max(0, named.start() - 6)
    return named["row"] in _TIMES and bool(_EACH.search(lower, begin, named.start()))


def _opens_range(lower: str, named: re.Match[str]) -> bool:
    """`nhóm 5-11 tuổi`: from five to eleven years, and no fifth group."""
    further = _TO.match(lower, named.end())
    if further is None or not int(named["digits"]) < int(further["digits"]):
        return False
    amount = amounts.read(lower, further.start("digits"))
    return amount is not None and amount.counted in _AGES


def _is_given(lower: str, place: int) -> bool:
    amount = amounts.read(lower, place)
    return amount is not None and bool(amount.noun) and amount.value > LAST_GRADE


def _is_sum(lower: str, named: re.Match[str]) -> bool:
    begin = max(0, named.start() - 10)
    return named["row"] == "số" and _SUM.search(lower, begin, named.start()) is not None


def _years(lower: str) -> Iterator[Label]:
    """A year alone: no unit behind it, or one that a year may well precede: `2020 tỉnh`."""
    for match in _YEAR_ALONE.finditer(lower):
        unit = amounts.unit(lower, match.end())
        if not amounts.SCALE.match(lower, match.end()) and (not unit or unit[0] in words.PLACES):
            yield Label(*match.span(), Naming.YEAR)


def _long_codes(lower: str) -> Iterator[Label]:
    """An account, a tax number: many digits without a dot, and no unit behind them."""
    for match in _LONG_CODE.finditer(lower):
        amount = amounts.read(lower, match.start())
        if amount is None or (not amount.noun and amount.scale == 1):
            yield Label(*match.span(), Naming.CODE)
