"""What stands around a bulletin is told from its text."""

import pytest

from lsdash.intake.bulletin import boilerplate
from lsdash.intake.bulletin.boilerplate import Furniture


@pytest.mark.parametrize(
    ("paragraph", "what"),
    [
        ("Skip to main content", Furniture.CHROME),
        ("Nhảy đến nội dung", Furniture.CHROME),
        ("Trang chủ » Chỉ đạo điều hành » Tin tuần", Furniture.CHROME),
        ("Thứ hai, 09/03/2020 - 08:15", Furniture.CHROME),
        ("Cập nhật lúc: 08:15 | 09/03/2020", Furniture.CHROME),
        ("Ngày đăng: 9/3/2020 08:15:30 (GMT+7)", Furniture.CHROME),
        ("Lượt xem: 1.024", Furniture.CHROME),
        ("Bình luận (3)", Furniture.CHROME),
        ("Các tin khác:", Furniture.CHROME),
        ("* * *", Furniture.CHROME),
        ("Ảnh minh họa", Furniture.CAPTION),
        ("(Ảnh minh hoạ)", Furniture.CAPTION),
        ("(Ảnh minh họa. Nguồn Internet)", Furniture.CAPTION),
        ("Ảnh minh họa. Nguồn: baotinh.vn", Furniture.CAPTION),
        ("Ảnh: Đoàn công tác kiểm tra 12 bến bãi", Furniture.CAPTION),
        ("file:///C:/Users/vp/anh%201.jpg", Furniture.CAPTION),
        ("C:\\Users\\vp\\anh 1.jpg", Furniture.CAPTION),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Furniture.MOTTO),
        # what only looks like it
        ("Ngày 09/3/2020, UBND tỉnh họp", None),
        ("Ảnh hưởng của dịch bệnh đến xuất khẩu", None),
        ("Trang chủ của Cổng thông tin có 12 mục mới", None),
        ("Liên hệ giữa các huyện", None),
        ("10.000 triệu đồng", None),
        ("Đẩy mạnh học tập và làm theo tư tưởng Hồ Chí Minh", None),
    ],
)
def test_furniture_is_known_by_the_whole_paragraph(paragraph: str, what: Furniture | None) -> None:
    assert boilerplate.read(paragraph) == what


def test_a_slogan_is_one_only_above_the_title() -> None:
    slogan = "Nhiệt liệt chào mừng Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2040 - 2045"
    assert boilerplate.read(slogan, is_above_title=True) is Furniture.SLOGAN
    assert boilerplate.read(slogan) is None
    assert boilerplate.read("Họp bàn phân bổ 12 tỷ đồng", is_above_title=True) is None
