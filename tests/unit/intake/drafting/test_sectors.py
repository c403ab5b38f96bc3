"""The sector of a document from its words."""

import pytest

from lsdash.intake.drafting import sectors
from lsdash.vocabulary import Sector


@pytest.mark.parametrize(
    ("heading", "sector", "word"),
    [
        ("Phân bổ kinh phí phát triển giao thông nông thôn", Sector.TRANSPORT, "giao thông"),
        ("Thành lập Tổ công tác phòng, chống dịch Covid-19", Sector.HEALTH, "phòng chống dịch"),
        ("Giao biên chế công chức năm 2021", Sector.HOME_AFFAIRS, "công chức"),
        ("Kế hoạch thi tốt nghiệp trung học phổ thông", Sector.EDUCATION, "thi tốt nghiệp"),
        ("Tháo gỡ khó khăn cho xuất nhập khẩu qua cửa khẩu", Sector.BORDER_TRADE, "cửa khẩu"),
        ("Tăng cường phòng cháy, chữa cháy rừng", Sector.AGRICULTURE, "rừng"),
        ("Phê duyệt quy hoạch chung xây dựng đô thị", Sector.LAND, "quy hoạch chung"),
        ("Công bố danh mục thủ tục hành chính", Sector.JUSTICE, "thủ tục hành chính"),
        ("Họp UBND tỉnh thường kỳ", Sector.GOVERNANCE, "họp ubnd"),
        ("Chuyển đổi số và du lịch", Sector.CULTURE, "chuyển đổi số"),
    ],
)
def test_the_heading_tells_the_sector_and_the_word_that_led_to_it_is_kept(
    heading: str, sector: Sector, word: str
) -> None:
    proposed = sectors.propose(heading, "")
    assert proposed.sector is sector
    assert any(word in each or each in word for each in proposed.words)


def test_both_spellings_of_a_word_and_a_longer_word_around_it_are_minded() -> None:
    assert sectors.propose("Xuất khẩu hàng hoá", "").sector is Sector.BORDER_TRADE
    assert sectors.propose("Bình ổn thị trường", "").sector is Sector.ENERGY  # not `trường`


def test_the_heading_outweighs_the_text_and_the_text_gives_second_sectors() -> None:
    text = "Bố trí trạm y tế tại khu cách ly; nhân viên y tế kiểm tra lái xe ở cửa khẩu."
    proposed = sectors.propose("Quản lý bến xe và vận tải tại cửa khẩu", text)
    assert proposed.sector is Sector.TRANSPORT
    assert Sector.BORDER_TRADE in proposed.second


def test_without_a_word_that_tells_the_sector_is_other() -> None:
    assert sectors.propose("Abc", "xyz") == sectors.Proposal(Sector.OTHER, (), ())


def test_no_word_stands_in_two_sectors() -> None:
    words = [word for phrases in sectors.WORDS.values() for word in phrases]
    assert len(words) == len(set(words))
    assert set(words) >= sectors.GENERAL
