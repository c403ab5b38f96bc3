"""What a figure is called, as far as the words beside it tell: a proposal of few words.

`mua cây giống 600 triệu đồng` is of `Mua cây giống`; where a bare verb stands before the number,
the words behind it tell: `phân bổ 900 triệu đồng để trồng cây` is of `Trồng cây`.
"""

import re
from collections.abc import Sequence

from lsdash.intake.text.paragraphs import plain

MOST_WORDS = 12
REACH = 160
"""Characters beside a figure that a name is taken from."""

PARTED = re.compile(r"[;:.!?()“”\"]|,(?!\d)|\s[-–—+]\s|^\s*[-–—+•*]\s?|\bvà\b(?=[^;,]*$)")
"""What parts one name from another before a figure."""

OPENS = re.compile(
    r"^(?:trong đó|theo đó|cụ thể(?: là)?|bao gồm|gồm(?: có)?|như sau|và|với|đồng thời|ngoài ra"
    r"|(?:(?:trong|từ|đến) )?năm \d{4}|ubnd tỉnh|tỉnh|sẽ|đã|còn|phải|được|cho|phấn đấu|đảm bảo"
    r"|bảo đảm|kế hoạch|quyết định|có thể|về việc|về|điều chỉnh|đính chính)(?!\w)\s*",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\s*(?<!\w)(?:là|được(?: giao| hỗ trợ| phân bổ| cấp| bố trí)?|bị|với|khoảng|gồm|có|đạt|còn|từ"
    r"|thêm|tới|đến|hơn|gần|trên|dưới|tối đa|tối thiểu|ít nhất|không quá|bằng|lên|xuống|tăng|giảm"
    r"|cho|của|trong|tại|theo|về|các|những|cần|phải|sẽ|đã|và|để|thành|thì|nhằm|ban hành|năm)$",
    re.IGNORECASE,
)
_VERB = (
    "(?:phân bổ|phân khai|hỗ trợ|giao|cấp|bố trí|chi|trích|dành|bổ sung|huy động|đầu tư|điều động"
    "|xây dựng|tổ chức|thành lập|mở|cử|tuyển|mua|đề nghị|thực hiện|vừa|đề ra|đặt ra)"
)
VERBS = re.compile(rf"^(?:{_VERB}(?:\s|$))+$", re.IGNORECASE)
ENDS_IN_VERB = re.compile(rf"(?<!\w){_VERB}$", re.IGNORECASE)
LEADS_ON = re.compile(r"^\W{0,2}(?:để|cho|tiền|vào việc|vào|nhằm|thực hiện)\s+", re.IGNORECASE)
ANOTHER = re.compile(
    r"(?:\s*(?<!\w)(?:từ|tăng|giảm|lên|còn))*\s*(?<![\w/])(?<!năm )(?<!loại )(?<!Loại )(?<!đợt )"
    r"(?<!số )(?<!án )\d[\d.,]*(?![\d/]).*$"
)
"""Another figure of the same name, and what is said of it."""

COUNTED = re.compile(r"^\D*[\d.,]+\s+(?P<noun>[^\d%()]{2,60})$")

CONTINUED = re.compile(r"\s+(?:của|trung cấp|cao đẳng|sơ cấp|cho|tại|ở|để)(?!\w)", re.IGNORECASE)
"""Whose the counted things are, or of which kind: `40 chỉ tiêu trung cấp của Trường Y`."""


def propose(before: str, printed: str, after: str, *, is_counted: bool) -> str:
    """A name from what stands in the sentence before and after the figure; may be empty.

    Of what `is_counted` the noun beside the number is the name where nothing else tells.
    """
    named = _before(before[-REACH:])
    if named and not VERBS.match(named) and not (is_counted and ENDS_IN_VERB.search(named)):
        return _written(named.split()[-MOST_WORDS:])
    counted = COUNTED.match(plain(printed)) if is_counted else None
    goes_on = not counted or CONTINUED.match(after)
    told = [counted["noun"] if counted else "", _after(after[:REACH]) if goes_on else ""]
    return _written((" ".join(filter(None, told)) or named).split()[:MOST_WORDS])


def _before(said: str) -> str:
    """The nearest words that are a name: of `A 380 chỉ tiêu, giảm` it is A."""
    parts = [_bare(ANOTHER.sub("", part)) for part in PARTED.split(plain(said)) if part]
    if re.search(r"[;.]\s*$", said):
        return ""
    return next((part for part in parts[:-3:-1] if part), "")


def _bare(words: str) -> str:
    """Without the words that only join it to what stands around."""
    words = words.strip(" ,-–—+•*")
    while (shorter := ENDS.sub("", OPENS.sub("", words)).strip(" ,-–")) != words:
        words = shorter
    return words


def _after(said: str) -> str:
    """The words behind the figure, up to the next stop."""
    told = re.split(r"[;:.,()]|\btrong đó\b", LEADS_ON.sub("", plain(said)), maxsplit=1)[0]
    return _bare(ANOTHER.sub("", told))


def _written(words: Sequence[str]) -> str:
    """With a capital, and nothing cut off in the middle."""
    name = _bare(" ".join(words))
    return name[:1].upper() + name[1:]
