"""What a document does to those that it names."""

from datetime import date

import pytest

from tests.unit.intake.drafting.papers.conftest import PAPERS, pasted, read


def test_grounds_are_cited_and_what_an_article_replaces_is_replaced() -> None:
    cited = {each.number: str(each.role) for each in read("421-qd-ubnd.txt").decisions[0].citations}
    assert cited == {
        "421/QĐ-UBND": "own",
        "12/2016/NQ-HĐND": "cites",
        "77/TTr-STC": "cites",
        "215/QĐ-UBND": "replaces",
    }


def test_a_document_however_written_is_cited_once_with_its_day() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    again = "\nPHỤ LỤC\n(Kèm theo Quyết định số 421/qđ-ubnd ngày 10/3/2020)\n"
    decision = pasted(text + again)
    assert [each.number for each in decision.citations].count("421/QĐ-UBND") == 1
    assert all(each.number.casefold() != "421/qđ-ubnd" for each in decision.citations[1:])


TOP = (
    "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 402/QĐ-UBND\n"
    "Lạng Sơn, ngày 05 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc thu phí\n"
    "Căn cứ Luật Ngân sách nhà nước ngày 25/6/2015;\nQUYẾT ĐỊNH:\nĐiều 1. "
)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("Bãi bỏ nội dung đã công bố tại Quyết định số 8/QĐ-UBND ngày 02/01/2019.", ["amends"]),
        ("Hủy bỏ 15 dự án ban hành kèm theo Nghị quyết số 8/NQ-HĐND.", ["amends"]),
        ("Thay thế “Mẫu đơn” tại Phụ lục I kèm theo Quyết định số 8/QĐ-UBND.", ["amends"]),
        ("Hủy bỏ toàn bộ nội dung Quyết định số 8/QĐ-UBND.", ["repeals"]),
        ("Bãi bỏ Quy chế ban hành kèm theo Quyết định số 8/QĐ-UBND.", ["repeals"]),
        ("Kéo dài thời gian thực hiện Nghị quyết số 8/NQ-HĐND.", ["amends"]),
        ("Đình chỉ thi hành Quyết định số 8/QĐ-UBND.", ["amends"]),
        ("Bổ sung 04 thủ tục vào Bộ thủ tục kèm theo Quyết định số 8/QĐ-UBND.", ["amends"]),
        (
            "Hủy bỏ Quyết định số 8/QĐ-UBND ngày 02/01/2019 của UBND tỉnh về thu hồi Quyết định "
            "số 5/QĐ-UBND ngày 04/02/2018.",
            ["repeals", "cites"],
        ),
        (
            "Quyết định số 8/QĐ-UBND ngày 02/01/2019 và Quyết định số 9/QĐ-UBND ngày 03/01/2019 "
            "hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
            ["repeals", "repeals"],
        ),
        (
            "Các thủ tục đã công bố tại Quyết định số 8/QĐ-UBND ngày 02/01/2019; Quyết định số "
            "9/QĐ-UBND ngày 03/01/2019 hết hiệu lực thi hành.",
            ["amends", "amends"],
        ),
    ],
)
def test_what_it_does_to_others_is_told_from_what_they_are_about(
    said: str, roles: list[str]
) -> None:
    decision = pasted(f"{TOP}{said}\n")
    assert [each.role for each in decision.citations[1:]] == roles


def test_of_documents_in_its_subject_those_that_it_is_not_about_are_only_cited() -> None:
    text = f"{TOP}Sửa một lỗi.\n".replace(
        "Về việc thu phí",
        "Về việc đính chính Quyết định số 8/QĐ-UBND ngày 02/01/2020 sửa đổi, bổ sung một số điều "
        "của Quyết định số 5/QĐ-UBND ngày 04/02/2018",
    )
    decision = pasted(text)
    assert [each.role for each in decision.citations[1:]] == ["corrects", "cites"]


def test_the_same_number_of_another_day_is_another_document() -> None:
    said = (
        "Theo Quyết định số 8/QĐ-UBND ngày 02/01/2019 và Quyết định số 8/QĐ-UBND ngày 03/01/2020."
    )
    days = [each.signed_on for each in pasted(f"{TOP}{said}\n").citations[1:]]
    assert days == [date(2019, 1, 2), date(2020, 1, 3)]
