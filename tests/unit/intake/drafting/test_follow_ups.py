"""Who must do what by when, as texts say it."""

from datetime import date

import pytest

from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import DecisionDraft, FactDraft, TaskDraft
from lsdash.intake.files import received
from lsdash.intake.finding import agencies, deadlines, quantities
from lsdash.intake.finding.agencies import Part
from lsdash.intake.text import normalized

SIGNED = date(2020, 3, 5)


def due(text: str, since: date | None = SIGNED) -> list[tuple[str, date]]:
    ready = normalized.prepare(text)
    found = deadlines.find(ready, quantities.find(text), since)
    return [(text[each.start : each.end], each.day) for each in found]


@pytest.mark.parametrize(
    ("text", "said", "day"),
    [
        ("báo cáo trước ngày 20/3/2020.", "trước ngày 20/3/2020", date(2020, 3, 20)),
        ("xong trước ngày 20/3", "trước ngày 20/3", date(2020, 3, 20)),
        ("nộp chậm nhất là ngày 15 tháng 4 năm 2020", None, date(2020, 4, 15)),
        ("gửi trước 16 giờ ngày 20/3/2020", "trước 16 giờ ngày 20/3/2020", date(2020, 3, 20)),
        ("thời hạn: ngày 30/6/2020", "thời hạn: ngày 30/6/2020", date(2020, 6, 30)),
        ("hoàn thành trong tháng 3/2020", "trong tháng 3/2020", date(2020, 3, 31)),
        ("giải ngân đến hết quý II", "đến hết quý II", date(2020, 6, 30)),
        ("trong quý IV năm 2020", "trong quý IV năm 2020", date(2020, 12, 31)),
        ("đến năm 2025 đạt", "đến năm 2025", date(2025, 12, 31)),
        ("chậm nhất trong tháng 4/2022", "chậm nhất trong tháng 4/2022", date(2022, 4, 30)),
        ("gia hạn thời gian cấp điện đến 30/6/2024", None, date(2024, 6, 30)),
        ("trước ngày 10/01 nộp lên", "trước ngày 10/01", None),
    ],
)
def test_a_deadline_is_the_day_printed_or_the_last_of_its_stretch(
    text: str, said: str | None, day: date | None
) -> None:
    found = due(text)
    if day is None:
        assert found == []
        return
    ((printed, meant),) = found
    assert meant == day
    assert said in (None, printed)


@pytest.mark.parametrize(
    "text",
    [
        "nhà xây trước ngày 01/01/2015",
        "tạm dừng từ ngày 01/4 đến hết ngày 15/4/2020",
        "từ năm 2021 đến năm 2025",
        "năm học 2020 - 2021",
        "họp ngày 20/3/2020",
        "Cũng trong ngày 20/3/2020, UBND tỉnh ban hành kế hoạch phải hoàn thành",
    ],
)
def test_what_is_past_or_a_stretch_of_time_is_no_deadline(text: str) -> None:
    assert due(text) == []


def test_a_day_without_its_year_is_the_next_one() -> None:
    assert due("trước ngày 10/01", date(2020, 12, 28)) == [("trước ngày 10/01", date(2021, 1, 10))]
    assert due("trước ngày 10/01", None) == []


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính", "Sở Y tế", Part.LEADS),
        ("do Sở Công Thương chủ trì, phối hợp", "Sở Công Thương", Part.LEADS),
        ("1. Sở Nội vụ: hướng dẫn các xã", "Sở Nội vụ", Part.LEADS),
        (
            "Giao Sở Văn hóa, Thể thao và Du lịch tổ chức",
            "Sở Văn hóa, Thể thao và Du lịch",
            Part.LEADS,
        ),
        (
            "giao Sở Lao động - Thương binh và Xã hội, Sở Tư pháp hướng dẫn",
            "Sở Lao động - Thương binh và Xã hội, Sở Tư pháp",
            Part.LEADS,
        ),
        (
            "yêu cầu UBND các huyện, thành phố báo cáo",
            "UBND các huyện, thành phố",
            Part.ASKED,
        ),
        ("gửi Sở Xây dựng trước ngày 20/3", "Sở Xây dựng", Part.ASKED),
    ],
)
def test_an_agency_is_told_to_act(text: str, name: str, part: Part) -> None:
    (found,) = agencies.find(normalized.prepare(text))
    assert (found.name, found.part) == (name, part)
    assert text[found.start : found.end].endswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "theo đề nghị của Sở Y tế tại Tờ trình",
        "giao 560 chỉ tiêu cho các lớp",
        "giao Trường Cao đẳng Bịa 560 chỉ tiêu",
        "phối hợp với Sở Tài chính",
    ],
)
def test_an_agency_that_is_only_named_is_not(text: str) -> None:
    assert agencies.find(normalized.prepare(text)) == []


def test_english_names_are_those_of_earlier_records_then_the_usual_ones() -> None:
    known = {"tổ bịa": "Invented group", "sở y tế": "Health department"}
    assert agencies.english("Tổ bịa", known) == "Invented group"
    assert agencies.english("Sở Y tế", known) == "Health department"
    assert agencies.english("Sở Y tế", {}) == "Department of Health"
    assert agencies.english("Phòng Bịa", {}) == ""


HEAD = "Điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)\n\n"
DECIDED = "UBND tỉnh vừa quyết định (số 452/QĐ-UBND ngày 11/3/2020) trồng cây ven đường.\n\n"
WRITTEN = "UBND tỉnh yêu cầu các huyện, thành phố giữ rừng (Công văn số 9/UBND-KT ngày 11/3/2020)."
ASKING = "UBND tỉnh vừa đề nghị (số 8/UBND-KT ngày 11/3/2020) Bộ Y tế cấp 300 bộ kit. "


def document(text: str) -> DecisionDraft:
    (found,) = draft.read(received.pasted(HEAD + text)).decisions
    return found


def of(each: FactDraft | TaskDraft | DecisionDraft) -> tuple[str | None, date | None]:
    return each.lead and each.lead.name, each.deadline and each.deadline.day


def test_the_only_task_is_the_documents() -> None:
    found = document(DECIDED + "Giao Sở Xây dựng chủ trì, báo cáo UBND tỉnh trước ngày 30/6/2020.")
    assert of(found) == ("Sở Xây dựng", date(2020, 6, 30))
    assert found.tasks == ()


@pytest.mark.parametrize("said", ["Sở Xây dựng báo cáo", "Giao Sở Xây dựng báo cáo kết quả"])
def test_to_report_is_a_task_and_not_all_that_the_document_asks(said: str) -> None:
    found = document(DECIDED + f"Trồng 900 cây. {said} trước ngày 30/6/2020.")
    assert of(found) == (None, None)
    (task,) = found.tasks
    assert (of(task), task.paragraph) == (("Sở Xây dựng", date(2020, 6, 30)), 2)


def test_who_sums_up_for_all_sees_to_all_of_it() -> None:
    found = document(DECIDED + "Trồng cây; Sở Xây dựng tổng hợp, báo cáo trước ngày 30/6/2020.")
    assert (of(found), found.tasks) == (("Sở Xây dựng", date(2020, 6, 30)), ())


def test_several_tasks_keep_their_own_agency_and_day() -> None:
    found = document(
        DECIDED + "Giao Sở Xây dựng hướng dẫn; giao Sở Tư pháp báo cáo chậm nhất ngày 15/5/2020."
    )
    assert of(found) == (None, None)
    assert [of(task) for task in found.tasks] == [
        ("Sở Xây dựng", None),
        ("Sở Tư pháp", date(2020, 5, 15)),
    ]


def test_a_deadline_beside_a_figure_is_the_figures() -> None:
    found = document(
        DECIDED + "Giao Sở Xây dựng trồng 900 cây xong trước ngày 30/4/2020; chăm 50 cây cũ."
    )
    assert [of(fact) for fact in found.facts] == [
        ("Sở Xây dựng", date(2020, 4, 30)),
        (None, None),
    ]
    assert (of(found), found.tasks) == ((None, None), ())


def test_a_year_that_opens_a_sentence_is_the_deadline_of_all_its_aims() -> None:
    found = document(DECIDED + "Phấn đấu đến năm 2025 đạt 45 MWp; tổn thất giảm còn dưới 6%.")
    assert [of(fact)[1] for fact in found.facts] == [date(2025, 12, 31)] * 2


def test_the_day_by_which_an_answer_is_asked_for_is_the_requests() -> None:
    found = document(ASKING + "Đề nghị Bộ Y tế trả lời trước ngày 20/3/2020.")
    assert found.addressed_to and found.addressed_to.name == "Bộ Y tế"
    assert of(found) == (None, date(2020, 3, 20))
    assert ([of(fact) for fact in found.facts], found.tasks) == ([(None, None)], ())


def test_a_letter_goes_to_those_whom_it_tells_to_act_and_a_decision_to_nobody() -> None:
    letter = document(WRITTEN)
    assert letter.addressed_to and letter.addressed_to.name == "các huyện, thành phố"
    assert document(DECIDED + "Yêu cầu các huyện giữ cây.").addressed_to is None


def test_one_of_several_agencies_does_not_see_to_all_of_it() -> None:
    found = document(
        DECIDED
        + "Giao Sở Kế hoạch và Đầu tư chủ trì lập hồ sơ cho 12 dự án; Sở Xây dựng hướng dẫn,"
        " xong trước ngày 20/3/2020."
    )
    assert of(found) == (None, None)
    assert [of(each) for each in found.tasks] == [("Sở Xây dựng", date(2020, 3, 20))]


def test_an_agency_at_the_head_of_a_sentence_is_not_of_the_one_before() -> None:
    found = document(DECIDED + "Hỗ trợ 30 hộ sửa chữa. Sở Xây dựng chủ trì thực hiện.")
    assert of(found) == ("Sở Xây dựng", None)
