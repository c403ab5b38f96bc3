"""What stands around a bulletin on its page and is none of its text: links, counters, captions.

Only whole paragraphs are judged, and only by what they say from end to end, so that no sentence
of the bulletin is lost. A slogan of the season is one only above the bulletin's title.
"""

import re
from enum import StrEnum


class Furniture(StrEnum):
    CHROME = "chrome"
    """Links, counters, times of posting: what the portal puts on every page."""
    SLOGAN = "slogan"
    CAPTION = "caption"
    """Under a picture, or the name of its file."""
    MOTTO = "motto"
    """Of the country, at the head of a document."""


LONGEST = 300
"""Characters: what is longer is text."""

LINKS = """
    skip to main content|skip to content|nhảy đến nội dung|chuyển đến nội dung|chuyển đến nội
    dung chính|trang chủ|home|menu|đăng nhập|đăng ký|tìm kiếm|liên hệ|sơ đồ trang|chia sẻ|chia
    sẻ bài viết|share|tweet|like|thích|zalo|facebook|twitter|email|print|in bài viết|in bài
    này|in trang|in trang này|gửi bài viết|gửi email|lưu bài viết|nghe đọc bài|nghe bài
    viết|quay lại|trở về|về đầu trang|lên đầu trang|xem thêm|đọc thêm|xem tiếp|tin liên
    quan|tin khác|các tin khác|tin mới|tin mới hơn|các tin mới hơn|tin cũ hơn|các tin cũ
    hơn|tin cùng chuyên mục|bài viết liên quan|bài viết khác|các bài viết khác|ý kiến bạn
    đọc|bình luận|gửi bình luận|phản hồi|cỡ chữ|tăng cỡ chữ|giảm cỡ chữ|tương phản
"""
CAPTIONS = "ảnh|ảnh minh họa|ảnh minh hoạ|hình minh họa|hình ảnh minh họa|ảnh tư liệu|ảnh internet"
MOTTOES = """
    cộng hòa xã hội chủ nghĩa việt nam|cộng hoà xã hội chủ nghĩa việt nam|độc lập - tự do -
    hạnh phúc
"""


def _phrases(listed: str) -> list[str]:
    return " ".join(listed.split()).split("|")


PHRASES = {
    **dict.fromkeys(_phrases(LINKS), Furniture.CHROME),
    **dict.fromkeys(_phrases(CAPTIONS), Furniture.CAPTION),
    **dict.fromkeys(_phrases(MOTTOES), Furniture.MOTTO),
}

_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
_CLOCK = r"\d{1,2}\s?[:hg]\s?\d{2}(?::\d{2})?(?:\s?[APSC][MAH])?(?:\s?\(?GMT\s?\+\s?7\)?)?"
_BETWEEN = r"[\s,|•·()–-]{0,9}"
_POSTED = r"(?:ngày|cập nhật|đăng|xuất bản|thời gian|lúc|tải)"
PATTERNS = [
    (re.compile(pattern, re.IGNORECASE), furniture)
    for pattern, furniture in (
        (r"(?:số )?(?:lượt|lần|đã) (?:xem|đọc|truy cập)\s?:?\s?[\d.,]+", Furniture.CHROME),
        (r"[\d.,]+ lượt (?:xem|đọc|truy cập)", Furniture.CHROME),
        (r"(?:bình luận|ý kiến)\s?\(\d+\)", Furniture.CHROME),
        (
            rf"(?:{_POSTED}(?: {_POSTED}){{0,3}})?:?{_BETWEEN}(?:(?:thứ \w+|chủ nhật){_BETWEEN})?"
            rf"(?:{_DAY}{_BETWEEN}(?:{_CLOCK})?|{_CLOCK}{_BETWEEN}{_DAY}){_BETWEEN}",
            Furniture.CHROME,
        ),
        (r"(?:trang chủ|home)\s?[>»/|›].*", Furniture.CHROME),
        (r"[\W_]+", Furniture.CHROME),
        (r"\(?(?:ảnh|nguồn ảnh|hình|ảnh minh h(?:ọa|oạ))(?: \d{1,2})?\s?[:-].*", Furniture.CAPTION),
        (r"\(?(?:ảnh|hình)(?: minh h(?:ọa|oạ))?\W{0,3}nguồn\b.*", Furniture.CAPTION),
        (r"file://.*|[a-z]:\\.*|\S+\.(?:jpe?g|png|gif|bmp|webp)", Furniture.CAPTION),
    )
]
SLOGAN_OPENS = re.compile(
    "quyết tâm|nhiệt liệt|chào mừng|toàn đảng|đảng bộ|thi đua|tích cực|đoàn kết|phấn đấu|tuổi trẻ|"
    "đẩy mạnh|học tập|mừng đảng|đảng cộng sản|cán bộ",
    re.IGNORECASE,
)
SLOGAN_HOLDS = re.compile(
    "đại hội|thắng lợi|hồ chí minh|quang vinh|muôn năm|thành lập|kỷ niệm|nhiệm kỳ|mừng xuân",
    re.IGNORECASE,
)


def read(paragraph: str, *, is_above_title: bool = False) -> Furniture | None:
    """What a paragraph (NFC, plain spaces) is, where it is none of the bulletin's text."""
    if len(paragraph) > LONGEST:
        return None
    if phrase := PHRASES.get(paragraph.lower().strip(" .:()[]…»>")):
        return phrase
    for pattern, furniture in PATTERNS:
        if pattern.fullmatch(paragraph):
            return furniture
    return Furniture.SLOGAN if is_above_title and _is_slogan(paragraph) else None


def _is_slogan(paragraph: str) -> bool:
    return (
        SLOGAN_OPENS.match(paragraph) is not None
        and SLOGAN_HOLDS.search(paragraph) is not None
        and not paragraph.endswith((".", ";", ":"))
    )
