"""What a figure is called follows from the words beside it, without what only joins them."""

import pytest

from lsdash.intake.bulletin import figure_names


@pytest.mark.parametrize(
    ("before", "printed", "after", "name"),
    [
        # a list after a colon, parted by semicolons
        ("trong đó: mua cây giống ", "600 triệu đồng", "; tiền công", "Mua cây giống"),
        (
            "mua cây giống 600 triệu đồng; tiền công trồng ",
            "300 triệu đồng",
            ".",
            "Tiền công trồng",
        ),
        # the total keeps what it is a total of
        ("Theo đó, tổng kinh phí ", "15.000 triệu đồng", ", phân bổ", "Tổng kinh phí"),
        # a verb before the number says nothing: the words behind it do
        ("Theo đó, phân bổ ", "900 triệu đồng", " để trồng cây, trong đó", "Trồng cây"),
        # words that join a name to its number go
        ("Trường nghề của tỉnh được giao ", "511 chỉ tiêu", ".", "Trường nghề của tỉnh"),
        ("Trường Cao đẳng Nghề từ 510 lên ", "560 chỉ tiêu", ";", "Trường Cao đẳng Nghề"),
        ("Trường Y 380 chỉ tiêu, giảm ", "50 chỉ tiêu", ";", "Trường Y"),
        # a class, a year: numbers that belong to the name
        ("đối với xã loại 1 được bố trí ", "tối đa 23 người", ";", "Đối với xã loại 1"),
        ("đá 5 tỷ đồng và xi măng năm 2020 ", "8 tỷ đồng", ".", "Xi măng năm 2020"),
    ],
)
def test_a_name_is_proposed(before: str, printed: str, after: str, name: str) -> None:
    assert figure_names.propose(before, printed, after, is_counted=False) == name


def test_what_is_counted_is_the_name_where_only_a_verb_stands_before() -> None:
    told = figure_names.propose("đề nghị hỗ trợ ", "12.000 khẩu trang", ";", is_counted=True)
    assert told == "Khẩu trang"


@pytest.mark.parametrize(
    ("before", "printed", "name"),
    [
        ("Theo đó, tổng vốn ¤ cho ", "04 tuyến", "Tuyến"),
        ("mỗi xã lập ¤ với ", "10-15 người", "Người"),
        ("Theo đó, mở ", "04 lớp", "Lớp"),
    ],
)
def test_a_name_is_not_taken_from_the_words_of_another_figure(
    before: str, printed: str, name: str
) -> None:
    assert figure_names.propose(before, printed, ".", is_counted=True) == name


def test_whose_the_counted_things_are_belongs_to_the_name() -> None:
    after = " trung cấp của Trường Cao đẳng Y tế, từ 300 xuống"
    told = figure_names.propose("điều chỉnh giảm ", "40 chỉ tiêu", after, is_counted=True)
    assert told == "Chỉ tiêu trung cấp của Trường Cao đẳng Y tế"
    told = figure_names.propose("hỗ trợ ", "500 bộ quần áo", "; đề nghị", is_counted=True)
    assert told == "Bộ quần áo"


@pytest.mark.parametrize("before", ["", " ", "; ", ".", "-", "từ ", "và"])
def test_nothing_is_proposed_where_nothing_is_said(before: str) -> None:
    assert figure_names.propose(before, "5%", "", is_counted=False) == ""


def test_a_long_sentence_gives_no_long_name() -> None:
    before = "một hai ba bốn năm sáu bảy tám chín mười mười_một mười_hai mười_ba mười_bốn "
    told = figure_names.propose(before, "5%", "", is_counted=False)
    assert len(told.split()) == figure_names.MOST_WORDS


@pytest.mark.parametrize(
    ("before", "printed", "after", "name"),
    [
        # another figure, in digits or in words, is no part of a name
        ("Tổng vốn dự kiến ¤ và ", "25 triệu USD", ".", "Tổng vốn dự kiến"),
        # to whom it goes stands behind each of two
        ("bổ sung ", "2 tỷ đồng", " cho Sở Y tế và ¤ cho Sở Nội vụ.", "Sở Y tế"),
        ("bổ sung ¤ cho Sở Y tế và ", "2 tỷ đồng", " cho Sở Nội vụ.", "Sở Nội vụ"),
        # what it is held against is no name, a share is one of something
        ("tăng ", "12,4%", " so với cùng kỳ", ""),
        ("yêu cầu giảm ", "5%", " số vụ tai nạn", "Số vụ tai nạn"),
        # an agency's name is one
        ("cho đơn vị: Sở Giáo dục và Đào tạo ", "5 tỷ đồng", ";", "Sở Giáo dục và Đào tạo"),
        # a word is not cut in two
        ("hoàn thành ", "100%", " số nhà", "Số nhà"),
        ("vốn tự có chiếm ", "20%", ")", "Vốn tự có"),
        # who raises it says nothing of what it is
        ("Sở Công Thương nâng số xe thông quan lên ", "150 xe", ".", "Số xe thông quan"),
        ("đề nghị Bộ A xem xét giảm lãi suất ", "1%", ".", "Giảm lãi suất"),
        ("đến 31/12/2024 có ", "95%", " dân số", "Dân số"),
    ],
)
def test_what_stands_around_is_told_from_the_name(
    before: str, printed: str, after: str, name: str
) -> None:
    assert figure_names.propose(before, printed, after, is_counted=False) == name


def test_what_multiplies_a_number_is_no_part_of_what_it_counts() -> None:
    assert figure_names.propose("cấp ", "35 nghìn liều", ".", is_counted=True) == "Liều"
