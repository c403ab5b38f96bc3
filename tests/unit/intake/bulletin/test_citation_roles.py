"""An item's own document told from those that it builds on."""

import pytest

from lsdash.intake.bulletin import citation_roles, days_covered
from lsdash.intake.bulletin.citation_roles import Mention, Role
from lsdash.intake.finding import citations
from lsdash.intake.text import paragraphs

WEEK = days_covered.find("(ngày 02/3 đến ngày 08/3/2020)")


def found(text: str) -> list[Mention]:
    return citation_roles.find(text, paragraphs.split(text), citations.find(text), WEEK)


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh vừa phê duyệt (số 12/QĐ-UBND ngày 05/3/2020) quy hoạch.",
        "UBND tỉnh chỉ đạo giữ rừng (Công văn số 12/UBND-KT, ngày 05/3/2020).",
        "UBND tỉnh ban hành Quyết định số 12/QĐ-UBND ngày 05/3/2020 về việc giao vốn.",
        "Tại Công văn số 12/UBND-KT về giữ rừng, UBND tỉnh giao các huyện trực.",
        "Kế hoạch ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2020.",
        "- Chỉ thị số 12/CT-UBND ngày 05/3/2020 về an toàn giao thông.",
        "Văn phòng UBND tỉnh truyền đạt ý kiến tại Công văn số 12/VP-KT ngày 05/3/2020.",
    ],
)
def test_it_is_the_items_own(text: str) -> None:
    (mention,) = found(text)
    assert mention.is_own
    assert mention.role is Role.OWN


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Giao các sở thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2020.", Role.IMPLEMENTS),
        ("sửa đổi, bổ sung một số điều của Quyết định số 12/2019/QĐ-UBND", Role.AMENDS),
        ("thay thế Kế hoạch số 12/KH-UBND ngày 05/3/2020", Role.REPLACES),
        ("sửa đổi, bổ sung khoản 2 Điều 3 Quyết định số 12/QĐ-UBND", Role.AMENDS),
        ("bãi bỏ điểm a khoản 2, khoản 3 Điều 5 của Quyết định số 12/QĐ-UBND", Role.REPEALS),
        ("bãi bỏ các Quyết định số 12/QĐ-UBND ngày 05/3/2020", Role.REPEALS),
        ("Nay Quyết định số 12/QĐ-UBND ngày 05/3/2020 hết hiệu lực.", Role.REPEALS),
        ("đính chính Quyết định số 12/QĐ-UBND ngày 01/3/2020", Role.CORRECTS),
        ("Đính chính số tiền tại Quyết định số 12/QĐ-UBND ngày 01/3/2020", Role.CORRECTS),
        ("trả lời Công văn số 12/BYT-DP ngày 05/3/2020", Role.ANSWERS),
        ("điều chỉnh chỉ tiêu đã giao tại Quyết định số 12/QĐ-UBND ngày 01/3/2020", Role.AMENDS),
        ("thay thế Quy chế kèm theo Quyết định số 12/2018/QĐ-UBND ngày 05/3/2018", Role.REPLACES),
        ("Căn cứ Nghị định số 34/2019/NĐ-CP ngày 24/4/2019", Role.CITES),
        ("cấp gạo (Quyết định số 12/QĐ-TTg ngày 05/3/2020 của Thủ tướng)", Role.OWN),
    ],
)
def test_it_is_one_that_the_item_builds_on(text: str, role: Role) -> None:
    (mention,) = found(text)
    assert not mention.is_own
    assert mention.role is role


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "UBND tỉnh vừa điều chỉnh (số 11/QĐ-UBND ngày 05/3/2020) một số nội dung tại Quyết"
            " định số 12/QĐ-UBND ngày 01/02/2020",
            [Role.OWN, Role.AMENDS],
        ),
        (
            "Quyết định số 11/QĐ-UBND ngày 05/3/2020 sửa đổi Quyết định số 12/QĐ-UBND ngày"
            " 01/02/2019 (đã được sửa đổi tại Quyết định số 13/QĐ-UBND ngày 01/6/2019)",
            [Role.OWN, Role.AMENDS, Role.CITES],
        ),
        (
            "Thông báo số 11/TB-UBND ngày 05/3/2020 đính chính Thông báo số 12/TB-UBND ngày"
            " 01/02/2020 (thông báo này đã đính chính Quyết định số 13/QĐ-UBND ngày 01/01/2020)",
            [Role.OWN, Role.CORRECTS, Role.CITES],
        ),
        (
            "Quyết định số 11/QĐ-UBND ngày 05/3/2020 bãi bỏ toàn bộ 02 quyết định: Quyết định số"
            " 12/QĐ-UBND ngày 01/02/2014; Quyết định số 13/QĐ-UBND ngày 01/6/2016",
            [Role.OWN, Role.REPEALS, Role.REPEALS],
        ),
        (
            "Thu hồi quyết định: Quyết định số 11/QĐ-UBND ngày 05/3/2020 thu hồi Quyết định số"
            " 12/QĐ-UBND ngày 01/02/2020",
            [Role.OWN, Role.REPEALS],
        ),
        (
            "Quyết định số 11/QĐ-UBND ngày 05/3/2020 sửa đổi Điều 3 và bãi bỏ Điều 7 của Quy định"
            " ban hành kèm theo Quyết định số 12/2019/QĐ-UBND ngày 01/02/2019",
            [Role.OWN, Role.AMENDS],
        ),
        (
            "Công văn số 11/UBND-KT ngày 05/3/2020 gia hạn thời gian thực hiện Kế hoạch số"
            " 12/KH-UBND ngày 01/02/2020",
            [Role.OWN, Role.AMENDS],
        ),
    ],
    ids=["within", "amended earlier", "corrected earlier", "a list", "headed", "partly", "longer"],
)
def test_what_a_document_does_is_told_from_what_was_done_before(
    text: str, roles: list[Role]
) -> None:
    assert [each.role for each in found(text)] == roles


def test_an_answer_in_brackets_is_the_items_own_or_that_of_whoever_answers() -> None:
    (own,) = found("UBND tỉnh vừa trả lời Bộ Y tế (số 12/UBND-KGVX ngày 05/3/2020).")
    assert own.is_own
    (other,) = found("Bộ Y tế trả lời (Công văn số 12/BYT-DP ngày 05/3/2020) đề nghị của tỉnh.")
    assert (other.is_own, other.otherwise) == (False, Role.ANSWERS)


def test_documents_of_one_list_share_what_is_said_of_the_first() -> None:
    first, second = "Quyết định số 1/QĐ-UBND ngày 03/3/2020", "Quyết định số 2/QĐ-UBND"
    mentioned = found(f"Nay thay thế {first} và {second}.")
    assert [each.role for each in mentioned] == [Role.REPLACES, Role.REPLACES]


def test_a_document_signed_long_before_the_week_is_not_sure_to_be_its_own() -> None:
    (mention,) = found("UBND tỉnh giao vốn (Quyết định số 12/QĐ-UBND ngày 05/3/2018).")
    assert not mention.is_own
    assert mention.may_be_own


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh chia lại chỉ tiêu đã giao tại Quyết định số 12/QĐ-UBND ngày 26/02/2020.",
        "Số vốn đã được phân bổ cho các huyện theo Quyết định số 12/QĐ-UBND được giữ nguyên.",
    ],
)
def test_a_document_that_gave_something_earlier_is_only_cited(text: str) -> None:
    (mention,) = found(text)
    assert not mention.is_own
    assert not mention.may_be_own


def test_what_the_office_has_given_in_the_week_is_its_news() -> None:
    (mention,) = found("UBND tỉnh đã phân bổ vốn tại Quyết định số 12/QĐ-UBND ngày 05/3/2020.")
    assert mention.is_own


def test_behind_the_sentence_that_heads_it_a_document_of_the_week_is_the_items_own() -> None:
    told = "Phụ cấp cấp xã. Theo Quyết định số 12/QĐ-UBND ngày {}, mức phụ cấp bằng 1,2 lần."
    (of_the_week,), (older,) = found(told.format("05/3/2020")), found(told.format("05/3/2019"))
    assert (of_the_week.is_own, older.is_own) == (True, False)


def test_what_it_amends_is_not_its_own_though_it_was_issued_with_it_and_has_no_day() -> None:
    own, base = found(
        "Quyết định số 41/2020/QĐ-UBND ngày 06/3/2020: sửa đổi khoản 3 Điều 7 Quy định ban hành"
        " kèm theo Quyết định số 20/2017/QĐ-UBND."
    )
    assert (own.role, base.role) == (Role.OWN, Role.AMENDS)
    assert not base.is_own
