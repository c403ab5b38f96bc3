"""What a bulletin says of a document: its kind in words, its issuer, a request or a decision."""

import pytest

from lsdash.intake.bulletin import descriptions
from lsdash.intake.bulletin.descriptions import Act
from lsdash.intake.finding import citations
from lsdash.intake.text import paragraphs
from lsdash.vocabulary import Issuer, Kind, Status


def read(text: str) -> Act:
    paragraph, *_ = paragraphs.split(text)
    whole = " ".join(each.text for each in paragraphs.split(text))
    return descriptions.read(text, paragraph, citations.find(text)[0], whole)


LETTER = "số 9/UBND-KT ngày 03/3/2020"
DECISION = "số 9/QĐ-UBND ngày 03/3/2020"


@pytest.mark.parametrize(
    ("text", "addressed_to"),
    [
        (
            "UBND tỉnh vừa đề nghị (số 9/UBND-KT ngày 03/3/2020) Bộ Y tế xem xét cấp vắc xin.",
            "Bộ Y tế",
        ),
        (
            "UBND tỉnh kiến nghị (số 9/UBND-KT ngày 03/3/2020) Thủ tướng Chính phủ cho phép mở.",
            "Thủ tướng Chính phủ",
        ),
        (
            "UBND tỉnh có Công văn số 9/UBND-KT ngày 03/3/2020 gửi Bộ Công Thương.\n"
            "Theo đó, UBND tỉnh đề nghị Bộ Công Thương hỗ trợ xuất khẩu.",
            "Bộ Công Thương",
        ),
        ("UBND tỉnh trình Tờ trình số 9/TTr-UBND ngày 03/3/2020.", None),
        (
            "UBND tỉnh có Công văn số 9/UBND-KT ngày 03/3/2020 gửi Bộ Công Thương đề xuất"
            " 02 phương án mở cửa khẩu.",
            "Bộ Công Thương",
        ),
        (
            "Tờ trình số 9/TTr-UBND ngày 03/3/2020 trình Thủ tướng Chính phủ công nhận huyện A.",
            "Thủ tướng Chính phủ",
        ),
        (
            "Tờ trình số 9/TTr-UBND ngày 03/3/2020 đề nghị HĐND tỉnh thông qua mức học phí.",
            "HĐND tỉnh",
        ),
    ],
)
def test_a_request_names_whom_it_asks(text: str, addressed_to: str | None) -> None:
    act = read(text)
    assert (act.status, act.addressed_to) == (Status.PROPOSED, addressed_to)


@pytest.mark.parametrize(
    "text",
    [
        # To those below it a request is an order, and what others are told to ask is none of it.
        f"UBND tỉnh đề nghị ({LETTER}) UBND các huyện rà soát.",
        f"UBND tỉnh đề nghị ({LETTER}) Bộ Chỉ huy Quân sự tỉnh trực.",
        f"UBND tỉnh giao (Công văn {LETTER}) Sở Y tế tham mưu báo cáo Bộ Y tế xem xét.",
        f"UBND tỉnh cấp gạo ({DECISION}) theo đề nghị của Bộ Tài chính.",
        "UBND tỉnh báo cáo Bộ Y tế (Báo cáo số 9/BC-UBND ngày 03/3/2020) về dịch.",
        f"UBND tỉnh ban hành Quyết định {DECISION} giao kế hoạch vốn.",
    ],
)
def test_what_asks_nobody_above_the_province_is_decided(text: str) -> None:
    act = read(text)
    assert (act.status, act.addressed_to) == (Status.DECIDED, None)


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh ban hành Kế hoạch số 9/KH-UBND ngày 03/3/2020.",
        f"UBND tỉnh ban hành Kế hoạch ({DECISION}) giữ rừng.",  # a decision promulgates it
    ],
)
def test_a_plan_is_planned(text: str) -> None:
    assert read(text).status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("UBND tỉnh ban hành Quyết định số 9/QĐ-UBND ngày 03/3/2020.", Issuer.PEOPLES_COMMITTEE),
        ("Chủ tịch UBND tỉnh vừa ký Quyết định số 9/QĐ-UBND ngày 03/3/2020.", Issuer.CHAIRMAN),
        ("Phó Chủ tịch UBND tỉnh vừa ký Quyết định số 9/QĐ-UBND.", Issuer.PEOPLES_COMMITTEE),
        ("Quyết định số 9/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh.", Issuer.CHAIRMAN),
        ("Văn phòng truyền đạt tại Công văn số 9/VP-KGVX ngày 03/3/2020.", Issuer.OFFICE),
        ("HĐND tỉnh thông qua Nghị quyết số 9/NQ-HĐND ngày 03/3/2020.", Issuer.PEOPLES_COUNCIL),
        ("Sở có Tờ trình số 9/TTr-SXD ngày 03/3/2020.", None),
    ],
)
def test_the_issuer_is_told_by_symbol_and_words(text: str, issuer: Issuer | None) -> None:
    assert read(text).issuer is issuer


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("ban hành Kế hoạch (số 9/QĐ-UBND ngày 03/3/2020) giữ rừng", Kind.PLAN),
        ("ban hành (số 9/KH-UBND ngày 03/3/2020) Kế hoạch giữ rừng", Kind.PLAN),
        ("ban hành Nghị quyết số 9/QĐ-UBND ngày 03/3/2020", Kind.RESOLUTION),
        ("vừa giao vốn (số 9/QĐ-UBND ngày 03/3/2020) cho huyện", None),
        ("vừa phê duyệt (số 9/QĐ-UBND ngày 03/3/2020) Đề án giữ rừng", None),  # not what it is
    ],
)
def test_the_kind_that_the_words_name_is_kept_beside_the_symbols(
    text: str, called: Kind | None
) -> None:
    assert read(text).called is called
