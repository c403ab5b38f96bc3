"""Agencies that a text tells to do something: who is to see to it, and whom it asks or is sent to.

`giao Sở Y tế chủ trì`, `do Sở Tài chính chủ trì, phối hợp`, `yêu cầu UBND các huyện, thành phố`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lsdash.intake.text.normalized import Prepared


class Part(StrEnum):
    LEADS = "leads"
    """It is given something to see to."""
    ASKED = "asked"
    """It is asked, told or written to."""


@dataclass(frozen=True)
class Agency:
    """`start` and `end` are those of the words that say so, in the text as received."""

    start: int
    end: int
    name: str
    """As printed, in one spelling."""
    part: Part


ENGLISH: Mapping[str, str] = {
    "Sở Y tế": "Department of Health",
    "Sở Tài chính": "Department of Finance",
    "Sở Giáo dục và Đào tạo": "Department of Education and Training",
    "Sở Giao thông vận tải": "Department of Transport",
    "Sở Công Thương": "Department of Industry and Trade",
    "Sở Kế hoạch và Đầu tư": "Department of Planning and Investment",
    "Sở Nông nghiệp và Phát triển nông thôn": "Department of Agriculture and Rural Development",
    "Sở Lao động - Thương binh và Xã hội": "Department of Labour, War Invalids and Social Affairs",
    "Sở Nội vụ": "Department of Home Affairs",
    "Sở Ngoại vụ": "Department of Foreign Affairs",
    "Sở Xây dựng": "Department of Construction",
    "Sở Tư pháp": "Department of Justice",
    "Sở Tài nguyên và Môi trường": "Department of Natural Resources and Environment",
    "Sở Thông tin và Truyền thông": "Department of Information and Communications",
    "Sở Khoa học và Công nghệ": "Department of Science and Technology",
    "Sở Văn hóa, Thể thao và Du lịch": "Department of Culture, Sports and Tourism",
    "Văn phòng UBND tỉnh": "Office of the provincial People's Committee",
    "Thanh tra tỉnh": "Provincial Inspectorate",
    "Công an tỉnh": "Provincial Police",
    "Bộ Chỉ huy Quân sự tỉnh": "Provincial Military Command",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh": "Provincial Border Guard Command",
    "Kho bạc Nhà nước tỉnh": "Provincial State Treasury",
    "Cục Thuế tỉnh": "Provincial Tax Department",
    "Cục Hải quan tỉnh": "Provincial Customs Department",
    "UBND các huyện": "People's Committees of the districts",
    "UBND các huyện, thành phố": "People's Committees of the districts and the city",
    "các huyện, thành phố": "the districts and the city",
    "các sở, ban, ngành": "the departments and agencies",
    "các cơ quan, đơn vị": "the agencies and units",
    "Bộ Y tế": "Ministry of Health",
    "Bộ Tài chính": "Ministry of Finance",
    "Bộ Giáo dục và Đào tạo": "Ministry of Education and Training",
    "Bộ Giao thông vận tải": "Ministry of Transport",
    "Bộ Công Thương": "Ministry of Industry and Trade",
    "Bộ Kế hoạch và Đầu tư": "Ministry of Planning and Investment",
    "Bộ Nông nghiệp và Phát triển nông thôn": "Ministry of Agriculture and Rural Development",
    "Bộ Nội vụ": "Ministry of Home Affairs",
    "Bộ Ngoại giao": "Ministry of Foreign Affairs",
    "Bộ Quốc phòng": "Ministry of National Defence",
    "Bộ Công an": "Ministry of Public Security",
    "Thủ tướng Chính phủ": "The Prime Minister",
    "Chính phủ": "The Government",
}
"""Usual names; any other is for the editor to write."""

_KINDS = (
    r"(?:Sở|Ban|Văn phòng|Công an|Bộ Chỉ huy|Bộ đội|UBND|[ỦU][ỷy] ban|Uỷ ban|Ủy ban|Thanh tra|Hội"
    r"|Liên đoàn|Công ty|Trung tâm|Cục|Chi cục|Kho bạc|Ngân hàng|Trường|Đài|Báo|Bệnh viện|Viện"
    r"|Tòa án|Toà án|Mặt trận|Tỉnh đoàn|Bảo hiểm|Hải quan|Điện lực|Chủ tịch|Giám đốc|Thủ trưởng"
    r"|Người đứng đầu)"
)
_MANY = (
    r"(?:[Cc]ác|[Tt]ừng|[Mm]ỗi) (?:sở|ban|ngành|huyện|cơ quan|đơn vị|địa phương|xã|phường|trường"
    r"|chủ đầu tư|nhà trường|doanh nghiệp|cấp|Sở|Ban|Trường)"
)
_BEGINS = rf"(?:{_KINDS}(?!\w)|{_MANY}(?!\w))"
_GOES_ON = (
    rf"(?:, ?(?=(?:thành phố|thị xã|ban|ngành|phường|thị trấn|xã|đơn vị|Thể thao)\b|{_BEGINS}))"
)
"""A comma within a name, or between two."""

_WORDS = rf"(?:[^,.;:()\n\x00\d]|{_GOES_ON}){{0,140}}?"
_DOES = (
    r"(?:chủ trì|chủ động|phối hợp|tham mưu|hướng dẫn|tổ chức|theo dõi|kiểm tra|đôn đốc|thực hiện"
    r"|triển khai|báo cáo|tổng hợp|rà soát|xây dựng|lập|chịu|căn cứ|có trách nhiệm|có|làm|là"
    r"|khẩn trương|cấp|phân bổ|trình|quản lý|bố trí|tiếp tục|tăng cường|chỉ đạo|cung cấp|tiếp nhận"
    r"|gửi|trả lời|xem xét|thẩm định|giải ngân|hoàn thành|nghiêm túc|quyết định|phân khai|mua|chấn"
    r" chỉnh|đề xuất|nghiên cứu|ban hành|bảo đảm|đảm bảo|kịp thời|tập trung|đẩy|thông báo|cho|về"
    r"|để|trước|chậm nhất|trong|xử lý|giám sát|công khai|giao|dừng|tạm|nộp|đăng ký|cử|ưu tiên"
    r"|giữ|trồng|lắp|vận hành|đầu tư|sửa|thu|chi|ký|mở|bàn giao|thành lập|chuẩn bị|tuyển|đào tạo"
    r"|khắc phục|hỗ trợ|đánh giá|tuyên truyền|vận động|sử dụng|điều chỉnh|duy trì|nâng|phải|cần)"
)
_USUAL = "|".join(sorted(map(re.escape, ENGLISH), key=len, reverse=True))
_STOPS = rf"(?= ?[.;:()\n\x00]|(?!{_GOES_ON}),| {_DOES}(?!\w)|$)"
_NAME = rf"(?P<name>(?:{_USUAL})(?= (?!và |tỉnh |các )[a-zà-ỹđ])|{_BEGINS}{_WORDS}{_STOPS})"
"""A usual name before a word in small letters, else what stands before a verb or a stop."""

_BRACKET = r"(?: ?\([^()\n]{0,90}\))?"
"""The document's own number between a verb and whom it speaks to."""

LEADS = re.compile(
    rf"(?<!\w)(?:[Gg]iao(?: cho)?|[Pp]hân công|[Cc]hỉ định|[Ư]u tiên giao){_BRACKET}"
    rf" (?:đồng chí )?{_NAME}"
)
DONE_BY = re.compile(
    rf"(?<!\w)[Dd]o {_NAME} (?=chủ trì|làm|là|thực hiện|quản lý|phụ trách|chịu trách nhiệm)"
)
LEADING = re.compile(
    rf"(?:^|[.;:\n] ?(?:- ?)?|(?:\d|(?<!\w)[a-zđ])[.)] ?){_NAME} ?(?=chủ trì|là cơ quan"
    r"|chịu trách nhiệm|có trách nhiệm|làm đầu mối|thực hiện|triển khai|báo cáo|hướng dẫn"
    r"|tổng hợp|rà soát)"
)
LISTED = re.compile(rf"(?:^|\n)(?:- ?|\d{{1,2}}[.)] ?|[a-zđ][.)] ?){_NAME} ?(?=:(?! ?\d))")
ASKED = re.compile(
    rf"(?<!theo )(?<!Theo )(?<!\w)(?:[Yy]êu cầu|[Đđ]ề nghị|[Cc]hỉ đạo|[Gg]ửi(?: tới| đến| cho)?)"
    rf"{_BRACKET} {_NAME}"
)
NO_NAME = re.compile(
    r"^(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân) tỉnh$"
    r"|\b(?:vừa|đã|giao|yêu cầu|đề nghị|chỉ đạo|ban hành|phê duyệt)\b"
)
"""The issuer itself, or a sentence about it."""

BY_WORDS: Mapping[re.Pattern[str], Part] = {
    LEADS: Part.LEADS,
    DONE_BY: Part.LEADS,
    ASKED: Part.ASKED,
    LEADING: Part.LEADS,
    LISTED: Part.LEADS,
}

_ENGLISH = {name.casefold(): english for name, english in ENGLISH.items()}


def find(ready: Prepared) -> list[Agency]:
    """The agencies that a prepared text tells to do something, in its order."""
    found: dict[int, Agency] = {}
    for words, part in BY_WORDS.items():
        for match in words.finditer(ready.printed):
            name = " ".join(match["name"].split()).rstrip(" -")
            if NO_NAME.search(name):
                continue
            begin = match.start("name" if words in (LEADING, LISTED) else 0)
            span = ready.span(begin, match.end("name"))
            found.setdefault(match.start("name"), Agency(span.start, span.end, name, part))
    return sorted(found.values(), key=lambda each: each.start)


def english(name: str, known: Mapping[str, str]) -> str:
    """What earlier records call it, else its usual English name; empty where there is neither."""
    return known.get(name.casefold(), "") or _ENGLISH.get(name.casefold(), "")
