"""What may stand between a document's name, its number and its date, in a folded text.

Each pattern is held against a whole gap or against the text up to a place; all are short of reach.
"""

import re

WORDS = r"[^\W\d_]+(?:,?\ (?:-\ )?[^\W\d_]+){0,15}?"
WHO_SIGNS = r"[^\W\d_]+(?:,?\ (?:-\ )?[^\W\d_]+){0,25}?"
"""With whom it is signed for: `thừa lệnh Chủ tịch UBND tỉnh, Chánh Văn phòng …`"""
BY = rf"(?:của|do|by|of)\ (?P<issuer>{WORDS})"
QUALIFIER = (
    r"liên\ (?:tịch|ngành|sở|bộ)|hành\ động|kết\ luận|khẩn|h[oỏ][aả]\ tốc|mật|cá\ biệt|chung|QPPL|"
    r"phối\ hợp|hợp\ nhất|tóm\ tắt|bổ\ sung|(?:nêu|nói)\ trên|thẩm\ (?:định|tra)|"
    r"(?:thanh|kiểm)\ tra|chỉ\ đạo|tổng\ (?:hợp|kết)|giám\ sát"
)
STEP = r"(?:\ ?(?:[,;&]\ ?(?:và\ |and\ )?)|\ (?:và|and)\ )(?:các\ )?(?:số\ ?:?\ ?|no\.?\ ?)?"

UNTIL = r"(?:\ ?[-÷]\ ?|\ (?:đến|tới|to)\ )(?:số\ ?:?\ ?|no\.?\ ?)?"
LIST_STEP = r"(?:\ ?,\ ?(?:và\ |and\ )?|\ (?:và|and)\ )(?:số\ ?:?\ ?|no\.?\ ?)?"

NAME_TO_NUMBER = re.compile(
    rf"(?:\ (?:{QUALIFIER})){{0,3}} (?:\ {BY})? \ ?(?P<mark>[(:,])? \ ?", re.VERBOSE | re.I
)
"""Nghị quyết liên tịch số …, Quyết định của UBND tỉnh số …, Kế hoạch (số …"""

LAW_TO_NUMBER = re.compile(r"\ [^;:()\[\]\n|]+")
"""Luật Ngân sách nhà nước số …"""

LAW_TO_LAW = re.compile(r"\ (?:sửa đổi|bổ sung)[^;:()\[\]\n|]+\ (?:của|và)(?:\ các)?\ ", re.I)
"""Luật sửa đổi, bổ sung một số điều của Luật …"""

NUMBER_WORD = re.compile(r"(?<!\w)(?:số|nos?|n[°º]|№|number)\ ?[:.]?\ ?$", re.I)
HEAD_WORD = re.compile(r"(?:S[ốỐ]\ ?:|N[oO]\ ?[.:])\ ?")
OTHER_NUMBER = re.compile(
    r"(?<!\w)(?:mẫu|biểu|phụ lục|bảng|nhà|đường|phòng|lô|thửa|hộp|tờ|máy|tổ)(?:\ số)?\ ?:?\ ?$",
    re.I,
)
"""What else has a number: `Mẫu số 01/BC-UBND` is a form."""

NUMBER_TO_NUMBER = re.compile(STEP, re.I)
LIST_OR_RANGE = re.compile(rf"{STEP}|{UNTIL}", re.I)
IN_RANGE = re.compile(UNTIL, re.I)
SHARER = re.compile(
    rf"""
    (?<![\w/.,]) (?P<digits> (?P<number>[0-9]{{1,6}}) (?P<suffix>[a-zđ])? )
    (?P<tail> / (?P<year>(?:19|20)[0-9]{{2}}) )? (?P<step> {STEP} | {UNTIL} )
    """,
    re.VERBOSE | re.I,
)
"""In a list or a range, a number that prints no symbol of its own: `2165, `, `381 - `"""
OPENS_RANGE = re.compile(r"(?:(?<!\w)(?:số|các|từ|từ\ số)\ ?:?\ ?|[,;]\ )[0-9]{1,6}-$", re.I)
"""Before the later number of `các Quyết định số 381-385/QĐ-UBND`."""

SHARED = re.compile(
    rf"""
    {LIST_STEP} (?P<digits> (?P<number>[0-9]{{1,5}}) (?P<suffix>[a-zđ])? )
    (?P<tail> / (?P<year>(?:19|20)[0-9]{{2}}) )?
    (?= \ ?(?: $ | \n | [.,;:)\]](?![0-9]) )
      | \ (?:ngày|cùng\ ngày|của|về|và)(?!\w) | \ năm\ (?:19|20)[0-9]{{2}} )
    """,
    re.VERBOSE | re.I,
)
"""Behind a number with its symbol, one that shares it: `99/QĐ-UBND, 103`"""

PLURAL = re.compile(r"(?:các|những)\ $", re.I)

NUMBER_TO_DATE = re.compile(
    rf"""
    (?:\ (?:tỉnh|thành\ phố|huyện|TP)\.?(?:\ (?-i:[A-ZĐ])[^\W\d_]+){{0,4}})?
    (?:\ (?:được\ (?P<by>{WORDS})|{BY}))?
    (?:\ (?:hồi|lúc)\ [0-9]{{1,2}}\ ?(?:giờ|h|:)(?:\ ?[0-9]{{2}}(?:\ ?phút)?)?)?
    \ ?[,;:]? \ ?\(? \ ?(?P<dash>-\ )?
    (?: (?:đã\ |được\ )? (?:ký|ban\ hành|phát\ hành|đề|lập|cùng|đều) (?:\ ban\ hành)? \ ? )?
    """,
    re.VERBOSE | re.I,
)
"""381/QĐ-UBND tỉnh, ngày …; 34/2016/NĐ-CP của Chính phủ ngày …; 02/CĐ-UBND hồi 17 giờ ngày …"""

NUMBER_TO_BARE_DATE = re.compile(r"\ ?,?\ ?\(?\ ?|\ ?\|\ ?")
"""Also from one cell of a table to the next."""
BRACKETED_DAY = re.compile(r"\ ?,?\ ?\(\ ?(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})\ ?\)")
"""844/QĐ-UBND (20/5)"""
DATE_TO_NUMBER = re.compile(rf"(?:\ {BY})?\ ?[,(]?\ ?", re.VERBOSE | re.I)
"""Công văn ngày 03/3/2020 của UBND tỉnh, số …"""

YEARLY = re.compile(r"\ h[àằ]ng năm", re.I)
BARE_YEAR = re.compile(r"\ (?:19|20)[0-9]{2}(?![\w/]|[.,-][0-9]|\ ?-\ ?[0-9])")
"""439/QĐ-TTg 2023"""

CLAUSE_OPENS = re.compile(r"[,;]\ $")
DATE_TO_NAME = re.compile(
    rf",?\ ?(?P<issuer>{WHO_SIGNS})??\ ?(?:(?:đã|vừa|cũng|tiếp\ tục|có)\ )*"
    r"(?:ký|ban\ hành|ký\ ban\ hành|phát\ hành|ra|có)"
    r"(?:\ (?:các|một\ số)(?:(?:\ [^\W\d_]+){1,3}?(?:\ từ)?(?:\ số\ ?:?)?)?)?\ ",
    re.VERBOSE,
)
"""Ngày 05/3/2020, UBND tỉnh đã ban hành …"""

NO_HEAD = re.compile(r"Căn cứ|Kính gửi|Theo đề nghị|Xét đề nghị")
PLACE = re.compile(r"(?:^|[\n |*_.-])[^\W\d_][^,;:\n|0-9]{1,40},\ ?$")
"""Lạng Sơn, (ngày …)"""

RULE = re.compile(r"[\s|*_-]*")
NUMBER_TO_SAME_DAY = re.compile(r"\ ?\(?\ ?(?:(?:được\ )?(?:ký|ban\ hành)\ )?", re.I)
"""39/KH-UBND (cùng ngày)"""
TOGETHER = re.compile(r"(?<!\w)cùng\ $", re.I)
"""Before the one day of two documents, each with its name: `… và Kế hoạch … cùng ngày 05/3/2020`"""

SHORT = re.compile(
    r"""
    \ ?(?P<word>(?:(?:khẩn|h[oỏ][aả]\ tốc|liên\ tịch)\ )?(?:số|no\.?|number)\ ?:?\ ?)?
    (?P<digits> (?P<number>[0-9]{1,5}) (?P<suffix>[a-zđ])? ) (?: / (?P<year>(?:19|20)[0-9]{2}) )?
    (?![\w/%+] | \ ?% | [.,:-][0-9] | \ -\ ?[0-9])
    """,
    re.VERBOSE | re.I,
)
"""A number without a symbol, behind its name: (Nghị quyết) 36a, (Kế hoạch) số 39"""

AFTER_SHORT = re.compile(
    r"""
    \ ?(?: $ | [^\w\s] | \n ) | \ (?:ngày|năm|của|về|do|được|đã|có|là|và|với|cũng|này|nói|nêu|trên|
    tại|quy\ định|ban\ hành|hướng\ dẫn|sửa\ đổi|bổ\ sung|yêu\ cầu|cho|thì|theo|để|sẽ|ra|không|chưa|
    vẫn|thay|hiện|còn|bãi\ bỏ|hết|mới|dated|of|on|and|is|was)(?!\w)
    """,
    re.VERBOSE | re.I,
)
"""What follows a number that counts nothing: `Chỉ thị 16 của …`, not `Chỉ thị 10 điểm`."""

A_YEAR = re.compile("(?:19|20)[0-9]{2}")

OPENS_ISSUER = re.compile(
    "ủy|uỷ|ban|hội|đồng|bộ|chính|thủ|văn|sở|trung|thường|quốc|chủ|phó|bí|tổng|cục|công|viện|tòa|toà|"
    "giám|cơ|liên|thừa|tỉnh|huyện|thành|the|government|prime|people|provincial"
)
"""Small words that the name of an authority begins with; others begin with a capital."""

NO_ISSUER = re.compile(
    r"\b(?:về|từ|đến|trước|sau|kể|hiệu|được|đã|vừa|sẽ|để|khi|tại|vào|trong|theo|cho|với|quy|phê|yêu|"
    r"giao|họp|này|đó|là|thì|mà|nêu|sửa|thay|bãi|nhằm|gồm|from|about)\b",
    re.I,
)
"""Words that no authority's name holds: what they stand in says something else."""


def is_issuer(words: str | None) -> bool:
    """Whether the words can be the name of an authority or a person: none is fine too."""
    if words is None:
        return True
    first = words.split(maxsplit=1)[0]
    opens = first[0].isupper() or OPENS_ISSUER.fullmatch(first)
    return bool(opens) and not NO_ISSUER.search(words)
