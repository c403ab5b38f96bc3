"""What a figure is called, as far as the words beside it tell: a proposal of few words.

`mua cây giống 600 triệu đồng` is of `Mua cây giống`; where a bare verb stands before the number,
the words behind it tell: `phân bổ 900 triệu đồng để trồng cây` is of `Trồng cây`.
"""

import re
from collections.abc import Sequence

from lsdash.intake.finding import agencies
from lsdash.intake.text.paragraphs import plain

MOST_WORDS = 12
REACH = 160
"""Characters beside a figure that a name is taken from."""

PARTED = re.compile(r"[;:.!?()“”\"]|,(?!\d)|\s[-–—+]\s|^\s*[-–—+•*]\s?|\bvà\b(?=[^;,]*$)")
"""What parts one name from another before a figure."""

OPENS = re.compile(
    r"^(?:cho biết|cho phép|trong đó|theo đó|cụ thể(?: là)?|bao gồm|gồm(?: có)?|như sau|và|với"
    r"|đồng thời|ngoài ra|(?:(?:trong|từ|đến|hết|cuối|đến hết|đến cuối) )?năm \d{4}"
    r"|của ubnd tỉnh|ubnd tỉnh|tỉnh|sẽ|đã|còn|phải|được|cho|phấn đấu|đảm bảo|bảo đảm|kế hoạch"
    r"|quyết định|đặt mục tiêu|yêu cầu|tương đương|có thể|về việc|về|điều chỉnh|đính chính"
    r"|(?:đến|trước|từ)(?: hết)?(?: ngày)? [\d/.-]{3,10})(?!\w)\s*",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\s*(?<!\w)(?:là|được(?: giao| hỗ trợ| phân bổ| cấp| bố trí)?|(?<!thiết )bị|với|khoảng|gồm"
    r"|(?<!tự )có|đạt|còn|từ|thêm|tới|đến|hơn|gần|trên|dưới|tối đa|tối thiểu|ít nhất|không quá"
    r"|bằng|lên|xuống|tăng|giảm"
    r"|cho|của|trong|tại|theo|về|các|những|cần|phải|sẽ|đã|và|để|(?<!hoàn )thành|thì|nhưng"
    r"|chiếm|nhằm|ban hành|năm)$",
    re.IGNORECASE,
)
_VERB = (
    "(?:phân bổ|phân khai|hỗ trợ|giao|cấp|bố trí|chi|trích|dành|bổ sung|huy động|đầu tư|điều động"
    "|xây dựng|hoàn thành|tổ chức|thành lập|mở|cử|tuyển|mua|đề nghị|thực hiện|vừa"
    "|đề ra|đặt ra|mục tiêu|đạt mục tiêu)"
)
VERBS = re.compile(rf"^(?:{_VERB}(?:\s|$))+$", re.IGNORECASE)
ENDS_IN_VERB = re.compile(rf"(?<!\w){_VERB}$", re.IGNORECASE)
LEADS_ON = re.compile(r"^\W{0,2}(?:để|cho|tiền|vào việc|vào|nhằm|thực hiện)\s+", re.IGNORECASE)
AND, COMMA = "⁊", "‚"
AGENCY = re.compile("|".join(re.escape(name) for name in agencies.ENGLISH if "và" in name))
"""`Sở Giáo dục và Đào tạo` is one name."""

OTHER = "¤"
"""Stands for another figure of the sentence, however that is printed."""

ANOTHER = re.compile(
    r"(?:\s*(?<!\w)(?:từ|tăng|giảm|lên|còn))*\s*(?<![\w/])(?<!năm )(?<!loại )(?<!Loại )(?<!đợt )"
    r"(?<!số )(?<!án )\d[\d.,]*(?![\d/]).*$|\s*¤.*$"
)
"""Another figure of the same name, and what is said of it."""

COUNTED = re.compile(
    r"^\D*[\d.,]+(?:\s?(?:-|–|÷|đến)\s?[\d.,]+)?\s+(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ)\s+)*(?P<noun>[^\d%()]{2,60})$"
)

CONTINUED = re.compile(
    r"\s+(?:của|trung cấp|cao đẳng|sơ cấp|cho|tại|ở|để|đạt)(?!\w)", re.IGNORECASE
)
"""Whose the counted things are, or of which kind: `40 chỉ tiêu trung cấp của Trường Y`."""


LED_UP = re.compile(
    r"^.{0,90}\b(?:(?:nâng|đưa|giảm|hạ) (?=(?:số|tỷ lệ|tổng|mức)\b)|(?:xem xét|cho phép) )",
    re.IGNORECASE,
)
"""Who raises or lowers it, before what it is: `… nâng số xe thông quan`."""

SHARED_OUT = re.compile(r"¤\s+(?P<word>cho|để)\s[^,;.¤]*$", re.IGNORECASE)
"""Behind the figure before: `1 tỷ đồng cho Sở Y tế và 2 tỷ đồng cho Sở Nội vụ`."""

FOR_THIS = re.compile(rf"{OTHER}\s+(?:cho|để|với|của|tại|ở|trên)\s+$", re.IGNORECASE)
"""What stands before is the name of the figure before: `tổng vốn 7 tỷ đồng cho 04 tuyến`."""

ITS_SHARE = re.compile(r"\s*(?:số|tổng|tỷ lệ|lượng|diện tích)\s", re.IGNORECASE)
"""Behind a figure that only a verb stands before: `giảm 5% số vụ tai nạn`."""

NO_NAME = re.compile(r"^so với\b", re.IGNORECASE)


def propose(before: str, printed: str, after: str, *, is_counted: bool) -> str:
    """A name from what stands in the sentence before and after the figure; may be empty.

    Of what `is_counted` the noun beside the number is the name where nothing else tells.
    """
    to_whom = SHARED_OUT.search(before)
    if to_whom and after.lstrip().lower().startswith(to_whom["word"]):
        return _written(_after(after[:REACH]).split()[:MOST_WORDS])
    if ITS_SHARE.match(after) and not _bare(re.split(r"[,;:.¤]", before)[-1]):
        return _written(_after(after[:REACH]).split()[:MOST_WORDS])
    is_of_other = is_counted and FOR_THIS.search(before)
    named = "" if is_of_other else _before(before[-REACH:], 2 if is_counted else 3)
    if named and not VERBS.match(named) and not (is_counted and ENDS_IN_VERB.search(named)):
        return _written(named.split()[-MOST_WORDS:])
    counted = COUNTED.match(plain(printed)) if is_counted else None
    goes_on = not counted or CONTINUED.match(after)
    told = [counted["noun"] if counted else "", _after(after[:REACH]) if goes_on else ""]
    return _written((" ".join(filter(None, told)) or named).split()[:MOST_WORDS])


def _before(said: str, most: int) -> str:
    """The nearest words that are a name: of `A 380 chỉ tiêu, giảm` it is A."""
    parts = [_bare(ANOTHER.sub("", part)) for part in PARTED.split(_whole(plain(said))) if part]
    parts = [part.replace(AND, "và").replace(COMMA, ",") for part in parts]
    if re.search(r"[;.]\s*$", said):
        return ""
    return next((part for part in parts[: -most - 1 : -1] if part), "")


def _whole(said: str) -> str:
    """With the names of agencies that hold `và` or a comma kept in one."""
    return AGENCY.sub(lambda name: name.group().replace("và", AND).replace(",", COMMA), said)


def _bare(words: str) -> str:
    """Without the words that only join it to what stands around."""
    words = LED_UP.sub("", words.strip(" ,-–—+•*"))
    while (shorter := ENDS.sub("", OPENS.sub("", words)).strip(" ,-–")) != words:
        words = shorter
    return words


def _after(said: str) -> str:
    """The words behind the figure, up to the next stop."""
    told = re.split(r"[;:.,()]|\btrong đó\b", LEADS_ON.sub("", plain(said)), maxsplit=1)[0]
    return "" if NO_NAME.match(told) else _bare(ANOTHER.sub("", told))


def _written(words: Sequence[str]) -> str:
    """With a capital, and nothing cut off in the middle."""
    name = _bare(" ".join(words))
    return name[:1].upper() + name[1:]
