"""The opening list split into subjects, and matched to what the bulletin tells."""

import pytest

from lsdash.intake.bulletin import headlines

END = " là những nội dung chính trong chỉ đạo điều hành nổi bật tuần qua của UBND tỉnh."


@pytest.mark.parametrize(
    ("listed", "subjects", "is_complete"),
    [
        ("Giao vốn; Phân bổ gạo;", ["Giao vốn", "Phân bổ gạo"], True),
        ("Giao vốn; Phân bổ gạo...", ["Giao vốn", "Phân bổ gạo"], False),
        ("Giao vốn; Phân bổ gạo;…", ["Giao vốn", "Phân bổ gạo"], False),
        # Commas where semicolons should stand; a capital where nothing does.
        ("Chỉ thị về thi, Ban hành Quy chế", ["Chỉ thị về thi", "Ban hành Quy chế"], True),
        (
            "giữ rừng trong mùa khô Chỉ đạo giữ rừng",
            ["giữ rừng trong mùa khô", "Chỉ đạo giữ rừng"],
            True,
        ),
        # A capital inside a subject does not cut it.
        ("Kế hoạch Triển khai tiêm phòng", ["Kế hoạch Triển khai tiêm phòng"], True),
        ("Thành lập Ban Chỉ đạo", ["Thành lập Ban Chỉ đạo"], True),
    ],
)
def test_the_list_is_split(listed: str, subjects: list[str], is_complete: bool) -> None:
    assert headlines.closes(listed + END)
    found = headlines.split(listed + END)
    assert (list(found.subjects), found.is_complete) == (subjects, is_complete)


def test_a_subject_that_is_a_heading_is_not_cut() -> None:
    heading = "Phân bổ vốn, Quyết định giá đất"
    assert headlines.split(heading + END).subjects == ("Phân bổ vốn", "Quyết định giá đất")
    assert headlines.split(heading + END, [heading]).subjects == (heading,)


@pytest.mark.parametrize(
    "text", ["UBND tỉnh vừa ban hành Kế hoạch.", "là những người đứng đầu", ""]
)
def test_a_paragraph_of_the_body_ends_no_list(text: str) -> None:
    assert not headlines.closes(text)


def test_subjects_are_matched_one_to_one_whatever_their_order_dashes_and_case() -> None:
    subjects = ["Giao vốn giai đoạn 2021 - 2025", "Phân bổ gạo cứu đói", "Họp thường kỳ"]
    told = ["PHÂN BỔ GẠO CỨU ĐÓI", "Giao vốn giai đoạn 2021 – 2025", "Công nhận trường chuẩn"]
    assert headlines.match(subjects, told) == [1, 0, None]
