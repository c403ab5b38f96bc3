"""Every page on the real week and on an invented second one, without a browser."""

import json
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from lxml.html import HtmlElement
from streamlit.testing.v1 import AppTest

from lsdash import sandbox, settings
from lsdash.contents.subject import MEASURES
from lsdash.contents.week import papers
from lsdash.store import build, read, shelf
from lsdash.view import PAGES
from lsdash.vocabulary import ReportedMeasure
from tests.app import hypertext
from tests.app.conftest import FIXTURES, Opener
from tests.conftest import BuildOnce

ANSWERS = {
    "overview": ("8 văn bản trong tuần", "8 documents in the week"),
    "border_trade": (
        "428 xe chờ ở các cửa khẩu ngày 03/03/2020; đóng: Nà Nưa, Na Hình, Pò Nhùng",
        "428 trucks waiting at the gates on 3 Mar 2020; shut: Na Nua, Na Hinh, Po Nhung",
    ),
    "rural_roads": ("10.000 triệu đồng trả nợ", "10,000 million đồng for arrears"),
    "college_quotas": (
        "1.340 chỉ tiêu (suy ra) cho 3 trường",
        "1,340 places (derived) for 3 colleges",
    ),
    "energy_targets": (
        "Phấn đấu đến 2025: giảm 5–7% tổng tiêu thụ năng lượng so với dự báo hiện nay",
        "The aim by 2025: cut all energy use by 5–7% against the present forecast",
    ),
    "border_labor": ("2 phương án chờ ý kiến", "2 options awaiting an answer"),
    "covid": ("Diễn tập chống dịch: Trưởng Ban", "Epidemic drill: Head of the Steering"),
    "commune_staff": ("Tối đa 19 đến 23 người", "At most 19 to 23 people"),
    "follow_up": (
        "1 đề nghị đã chờ trả lời 5 ngày (tính đến 08/03/2020)",
        "1 request waiting 5 days (as of 8 Mar 2020)",
    ),
    "outcomes": (
        "18 lời hứa: 1 đã có kết quả công bố, 1 có một phần",
        "18 promises: 1 reported, 1 partly reported",
    ),
    "changes": ("Chưa có gì để so", "Nothing to compare yet"),
    "decisions": ("8 văn bản trong bản dữ liệu", "8 documents in this release"),
    "data": ("8 văn bản, 26 số liệu, đến hết ngày", "8 documents, 26 facts, up to 8 Mar 2020"),
    "intake": ("Chưa mở phần nhập bản tin", "Entering bulletins is not open here"),
}


def said(app) -> str:
    """Everything that the page says in words."""
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.info]
    return "\n".join([*(str(part.value) for part in parts), hypertext.said(app)])


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_begins_with_its_answer_in_the_readers_language(
    opener: Opener, page: str, lang: str
) -> None:
    app = opener(page, lang=lang)
    assert not app.exception
    answer = ANSWERS[page][lang == "en"]
    assert app.title[0].value.replace("\\", "").startswith(answer)


def test_every_page_has_its_answer_here() -> None:
    assert set(ANSWERS) == set(PAGES)


@pytest.mark.parametrize("page", MEASURES)
def test_a_subject_page_shows_each_figure_with_its_source(opener: Opener, page: str) -> None:
    app = opener(page)
    table, leads = (
        next(each for each in hypertext.tables(app, of) if "Căn cứ" in each.columns)
        for of in (hypertext.text, hypertext.address)
    )
    assert all("/decisions?release=2020w10-" in source for source in leads["Nguồn"])
    assert all(basis.startswith(("nêu trong văn bản", "suy ra")) for basis in table["Căn cứ"])


def test_a_request_is_never_called_a_decision(opener: Opener) -> None:
    app = opener("border_labor")
    assert "Đây là đề nghị, chưa phải quyết định." in said(app)


def test_what_a_plan_leaves_out_is_said_in_words(opener: Opener) -> None:
    compared = hypertext.tables(opener("border_labor"))[0]
    protection = compared[compared.iloc[:, 0] == "Đồ bảo hộ"].iloc[0]
    assert "không nêu" in protection.iloc[2]
    assert (compared != "").all(axis=None)


MARKS = {
    "same": ("như nhau", "the same"),
    "differs": ("khác nhau", "different"),
    "some": ("có phương án không nêu", "not every option states it"),
    "neither": ("không phương án nào nêu", "no option states it"),
}
LOUD = {"differs", "some"}
LINES = {
    ("Ai lập đội bốc xếp", "Who forms the crew"): "same",
    ("Trước khi sang", "Before crossing"): "same",
    ("Nơi làm việc", "Place of work"): "same",
    ("Ở bên kia bao lâu", "How long across"): "differs",
    ("Nơi lưu trú", "Where they stay"): "differs",
    ("Đồ bảo hộ", "Protective gear"): "some",
    ("Theo dõi sức khỏe", "Health monitoring"): "some",
    ("Thôi làm và muốn về nước", "Stopping work and going home"): "some",
    ("Cách ly trong các trường hợp khác", "Isolation in all other cases"): "some",
    ("Số lao động", "Number of workers"): "neither",
    ("Cửa khẩu áp dụng", "Which border gates"): "neither",
    ("Ai chịu chi phí", "Who pays"): "neither",
}


def looks(cell: HtmlElement) -> str:
    """The look of a cell's words, and the words."""
    return f"{next(iter(cell.xpath('span/@class')), 'plain')}: {hypertext.text(cell)}"


@pytest.mark.parametrize(("lang", "at"), [("vi", 0), ("en", 1)])
def test_silence_of_an_option_is_neither_the_same_nor_different(
    opener: Opener, lang: str, at: int
) -> None:
    compared = hypertext.tables(opener("border_labor", lang=lang), looks)[0]
    assert compared.columns[-1] == ("Khác nhau", "Difference")[at]
    shown = dict(zip(compared.iloc[:, 0], compared.iloc[:, -1], strict=True))
    assert shown == {
        f"strong: {label[at]}": f"{'marked' if mark in LOUD else 'quiet'}: {MARKS[mark][at]}"
        for label, mark in LINES.items()
    }


def test_trucks_at_the_gates_have_their_sources_and_unsure_ones_can_go(opener: Opener) -> None:
    everything = opener("border_trade", trucks="waiting", unsure="yes")
    sure = opener("border_trade", trucks="waiting", unsure="no")

    def observed(app: AppTest) -> list[str]:
        assert not any("Ghi chú, mức chắc chắn" in each.columns for each in hypertext.tables(app))
        app.session_state["fold-gates-table-waiting"] = True
        app.run()
        leads = hypertext.tables(app, hypertext.address)
        return list(next(t for t in leads if "Ghi chú, mức chắc chắn" in t.columns)["Nguồn"])

    sources = observed(everything)
    assert all(source.startswith("http") for source in sources)
    assert len(observed(sure)) < len(sources)


def gates_on(app: AppTest) -> dict[str, list[str]]:
    """The table of the gates of the day: name and row."""
    app.session_state["fold-border-table_fold-all"] = True
    app.run()
    table = next(t for t in hypertext.tables(app) if "Phía Trung Quốc" in t.columns)
    return {row.iloc[0]: list(row) for _, row in table.iterrows()}


def test_each_gate_of_a_day_has_its_place_its_opposite_its_state_and_sources(
    opener: Opener,
) -> None:
    app = opener("border_trade")
    rows = gates_on(app)
    assert [*rows] == [
        *("Nà Nưa", "Bình Nghi", "Na Hình", "Tân Thanh", "Cốc Nam", "Đồng Đăng (ga quốc tế)"),
        *("Hữu Nghị", "Pò Nhùng", "Chi Ma"),
    ]
    assert rows["Tân Thanh"][1:3] == ["Tân Thanh, Văn Lãng", "Pò Chài, Bằng Tường"]
    assert rows["Tân Thanh"][3].startswith("mở (27/02/2020)")  # not a closure of later years
    assert rows["Tân Thanh"][4].startswith("284 xe, 02/03/2020")
    assert "chưa tìm thấy" in rows["Pò Nhùng"][2] and "Bảo Lâm (?)" in rows["Pò Nhùng"][1]
    assert rows["Na Hình"][3].startswith("đóng (31/01/2020)")
    leads = next(t for t in hypertext.tables(app, hypertext.address) if "Phía Trung Quốc" in t)
    assert leads.iloc[:, [3, -1]].map(lambda to: to.startswith("http")).all(axis=None)


def test_the_row_of_days_moves_the_whole_page_and_the_link(opener: Opener) -> None:
    app = opener("border_trade")
    assert "day" not in app.query_params  # the day nearest to the week, as the release has it
    days = app.select_slider[0]
    assert (days.options[0], days.options[-1]) == ("31/01/2020", "13/05/2020")
    days.set_value("2020-04-13").run()
    assert not app.exception
    assert app.query_params["day"] == "2020-04-13"
    title = app.title[0].value.replace("\\", "")
    assert title.startswith("2.600 xe chờ ở các cửa khẩu ngày 13/04/2020; đóng: ")
    assert "Bình Nghi" in title
    rows = gates_on(app)
    assert rows["Cốc Nam"][3].startswith("hạn chế (07/04/2020)")


def test_a_link_holds_the_day_and_a_day_that_is_none_is_named(opener: Opener) -> None:
    app = opener("border_trade", day="2020-04-27", lang="en")
    assert app.title[0].value.startswith("1,070 trucks waiting at the gates on 27 Apr 2020")
    odd = opener("border_trade", day="2020-02-31")
    assert odd.title[0].value.startswith("428 xe chờ")
    assert "2020-02-31" in said(odd).replace("\\", "")


def test_the_trend_is_told_in_one_sentence_with_what_other_sources_say(opener: Opener) -> None:
    words = said(opener("border_trade")).replace("\\", "")
    assert (
        "Từ 03/03 đến 13/04, số xe chờ toàn tỉnh tăng từ 428 lên 2.600 xe "
        "(nguồn khác cùng ngày: 1.930); đến 27/04 là 1.070 xe." in words
    )
    told = said(opener("border_trade", day="2020-04-13", lang="en")).replace("\\", "")
    assert "From 13 Apr to 27 Apr the queue in the province fell from 2,600 (another" in told


def test_an_old_link_to_the_gates_leads_to_their_own_page(opener: Opener) -> None:
    app = opener("border_labor", show="gates", trucks="cleared", unsure="no")
    assert not app.exception
    assert app.title[0].value.startswith("428 xe chờ")
    assert (app.query_params["trucks"], app.query_params["unsure"]) == ("cleared", "no")


def test_what_is_ours_to_read_is_never_called_a_fact(opener: Opener) -> None:
    words = said(opener("border_trade")).replace("\\", "")
    assert "Theo báo chí và một số cơ quan; không phải số liệu của văn bản." in words
    assert "Căn cứ" not in words


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_row_of_the_press_is_shown_with_its_source(opener: Opener, lang: str) -> None:
    app = opener("border_trade", lang=lang)
    app.session_state["fold-gates-everything-all"] = True
    app.run()
    shown: list[str] = []
    pages = app.get("pagination")[0].proto.num_pages
    for sheet in range(1, pages + 1):
        app.session_state["gates-sheet"] = sheet
        app.run()
        assert not app.exception
        shown += list(hypertext.tables(app, hypertext.address)[-1].iloc[:, -1])
    place = settings.read()
    release = shelf.open_release(place, shelf.newest(place))
    held = read.observations(release, tuple(map(str, ReportedMeasure)))
    assert shown == [row.address for row in held]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("vi", "Chưa tìm thấy văn bản trả lời công văn"), ("en", "No reply to letter")],
)
def test_that_no_reply_was_found_is_said_where_what_followed_is_told(
    opener: Opener, lang: str, words: str
) -> None:
    assert words in said(opener("border_trade", lang=lang))


@pytest.mark.parametrize("unsure", ["yes", "no"])
@pytest.mark.parametrize("shown", ["waiting", "cleared"])
def test_every_drawing_of_the_gates_says_in_words_what_it_shows(
    opener: Opener, shown: str, unsure: str
) -> None:
    app = opener("border_trade", trucks=shown, unsure=unsure)
    drawings = [chart.proto for chart in app.get("plotly_chart")]
    assert len(drawings) == 8  # the strip twice, by day, all years, and four of turnover
    assert all(re.search(r"\d.*; ", drawing.alt) for drawing in drawings)
    assert not any(drawing.alt.startswith("trade_value") for drawing in drawings)
    for drawing in drawings:
        traces = json.loads(drawing.spec)["data"]
        marks = [mark for trace in traces for mark in trace.get("customdata", ())]
        assert marks and all(re.fullmatch(r"(OBS|EV)\d+", fact) for _, fact in marks)


@pytest.mark.parametrize(
    ("lang", "waiting", "queue", "odd"),
    [
        ("vi", "Chờ ý kiến: 1270/UBND-KTTH", "428 xe đang chờ (Toàn tỉnh, 03/03/2020", "10 điểm"),
        ("en", "Awaiting an answer: 1270/UBND-KTTH", "428 trucks waiting", "10 things"),
    ],
)
def test_the_overview_answers_in_a_glance(
    opener: Opener, lang: str, waiting: str, queue: str, odd: str
) -> None:
    words = said(opener("overview", lang=lang)).replace("\\", "")
    assert all(part in words for part in (waiting, queue, odd))


def test_cards_carry_small_pictures_with_words_and_checks_are_folded_by_kind(
    opener: Opener,
) -> None:
    shown = list(hypertext.shown(opener("overview")))
    pictures = {
        card.get("data-card"): card.xpath(".//img/@alt")
        for each in shown
        for card in each.xpath(".//section[@data-card]")
    }
    with_one = [page for page, told in pictures.items() if told]
    assert with_one == [*papers.CARDS, "commune_staff"]
    assert "10.000 triệu đồng" in pictures["rural_roads"][0]
    folds = [fold for each in shown for fold in each.iter("details")]
    assert "open" not in {key for fold in folds for key in fold.keys()}  # noqa: SIM118 - of lxml
    kinds = {fold.find("summary").text_content(): len(fold.findall(".//li")) for fold in folds}
    assert kinds["Ký ngày cuối tuần (2) 40/KH-UBND, 4/2020/QĐ-UBND"] == 2
    assert sum(kinds.values()) == 10


def test_the_planner_asks_for_what_the_letter_leaves_unsaid(opener: Opener) -> None:
    app = opener("border_labor", show="planner")
    assert not app.exception
    assert "Số ngày cách ly ở khu cửa khẩu" in app.info[0].value
    needs = next(t for t in hypertext.tables(app) if "Phương án 2" in t.columns)
    people = needs[needs.iloc[:, 0] == "Số người cần có"].iloc[0]
    assert "chưa biết" in people["Phương án 2"]
    given = opener("border_labor", show="planner", gate_isolation_days="2")
    assert not given.info
    assert "gate_isolation_days" in given.query_params


def test_every_input_of_the_planner_says_where_it_comes_from(opener: Opener) -> None:
    app = opener("border_labor", show="planner")
    labels = [widget.label for widget in [*app.number_input, *app.text_input]]
    marks = ("nêu trong công văn", "số bắt đầu, chưa ai chọn", "bạn phải nhập", "không bắt buộc")
    assert all(any(mark in label for mark in marks) for label in labels)
    stated = [label for label in labels if "nêu trong công văn" in label]
    assert [label.rpartition(": ")[2] for label in stated] == ["tối đa 1 tháng]", "14 ngày]"]


def test_lengths_that_the_letter_states_come_from_its_facts_and_are_in_the_link(
    opener: Opener,
) -> None:
    app = opener("border_labor", show="planner")
    assert app.query_params["stay_days"] == "30"  # at most a month, drawn as thirty days
    assert app.query_params["early_quarantine_days"] == "14"
    other = opener("border_labor", show="planner", stay_days="20")
    assert other.query_params["stay_days"] == "20"
    own = next(each.label for each in other.number_input if "ở lại" in each.label)
    assert "giả định của bạn" in own


def test_a_length_that_a_later_letter_leaves_out_is_asked_for(
    opener: Opener, records: Path, build_once: BuildOnce
) -> None:
    shutil.copy(FIXTURES / "2020-w11.yaml", records)
    build_once(settings.read(), invented=True)
    app = opener("border_labor", show="planner")
    assert not app.exception
    assert app.query_params["stay_days"] == "7"
    assert "early_quarantine_days" not in app.query_params
    assert any("Số ngày cách ly khi về sớm" in told.value for told in app.info)


def test_a_number_is_read_and_written_with_the_comma_of_its_language(opener: Opener) -> None:
    app = opener("border_labor", show="planner", gate_hours="9.5")
    (hours,) = [each for each in app.text_input if "giờ bốc xếp" in each.label]
    assert hours.value == "9,5"
    hours.set_value("10,5").run()
    assert app.query_params["gate_hours"] == "10.5"
    (hours,) = [each for each in app.text_input if "giờ bốc xếp" in each.label]
    assert "giả định của bạn" in hours.label
    hours.set_value("25").run()
    assert app.query_params["gate_hours"] == "10.5"
    assert any("Cần một số từ 0 đến 24" in told.value for told in app.caption)


def test_a_queue_that_grows_is_told_what_it_would_take_to_fall(opener: Opener) -> None:
    app = opener("border_labor", show="planner", trucks_arriving="120")
    told = next(each for each in hypertext.said(app).split("\n") if "Hàng chỉ ngắn lại" in each)
    assert "từ 13 đội trở lên" in told
    assert "không quá 49 phút một xe" in told
    assert "từ 12,1 giờ" in told


def test_a_figure_of_the_press_is_marked_with_its_day(opener: Opener) -> None:
    app = opener("border_labor", show="planner", trucks_waiting="284")
    label = next(each.label for each in app.number_input if "Xe đang chờ" in each.label)
    assert "báo chí có dẫn nguồn, 02/03/2020" in label.replace("\\", "")


def test_the_planner_holds_at_its_extremes(opener: Opener) -> None:
    app = opener("border_labor", show="planner", crews="0", days="365", trucks_arriving="2000")
    assert not app.exception
    assert "dài thêm" in said(app)
    app.session_state["fold-planner-by_day-all"] = True
    app.run()
    days = [table for table in hypertext.tables(app) if "Xe còn chờ" in table.columns]
    assert [len(each) for each in days] == [53, 53]  # a line a week, and the last day


def test_the_letter_is_among_the_events_and_leads_to_its_document(opener: Opener) -> None:
    app = opener("covid")
    rules, leads = (hypertext.tables(app, of)[-1] for of in (hypertext.text, hypertext.address))
    own = leads[rules["Việc"].str.contains("1270")]
    assert "doc=1270-ubnd-ktth-2020" in own["Nguồn"].iloc[0]


def test_a_commune_ceiling_is_in_the_link_with_its_steps(opener: Opener) -> None:
    link = {"class": "3", "unit": "township", "police": "yes", "farmers": "no", "present": "20"}
    app = opener("commune_staff", **link)
    words = said(app).replace("\\", "")
    assert "Tối đa 17 người" in words
    assert "Hiện có nhiều hơn mức trần 3 người" in words
    assert dict.fromkeys(link) == {key: None for key in link if key in app.query_params}
    assert "trừ cả hai còn tối đa 17 người, chỉ trừ một còn tối đa 18 người" in app.info[0].value


HEAD = "Đơn vị;Loại;Loại hình;Công an chính quy;Hội Nông dân;Hiện có\n"


def work_out(app: AppTest, pasted: str) -> AppTest:
    app.session_state["fold-staff-list-all"] = True
    app.run()
    app.text_area[0].set_value(pasted)
    work_out = next(button for button in app.button if button.label == "Tính cả danh sách")
    return work_out.click().run()


def communes(app: AppTest) -> pd.DataFrame:
    return next(table for table in hypertext.tables(app) if "Mức trần" in table.columns)


def test_a_list_is_worked_out_and_what_is_wrong_with_a_row_is_named(opener: Opener) -> None:
    rows = "A;4;xã;có;có;20\nB;2;xã;có;không;25\nC;1;phường;có;có;-3\nD;1;xã;không;có;\n"
    app = work_out(opener("commune_staff"), HEAD + rows)
    told = app.warning[0].value.replace("\\", "")
    assert "Dòng 2: “4” không phải loại 1, 2 hoặc 3" in told
    assert "Dòng 4: “-3” ở cột “Hiện có”" in told
    table = communes(app)
    assert list(table["Đơn vị"]) == ["B", "D"]  # the one above its ceiling first
    assert list(table["Mức trần"]) == ["19", "23"]
    assert "1 đơn vị không nêu số hiện có" in said(app)


def test_a_list_without_a_column_says_which_and_works_nothing_out(opener: Opener) -> None:
    app = work_out(opener("commune_staff"), "Đơn vị;Loại\nA;1\n")
    told = app.warning[0].value
    assert "chưa dòng nào tính được" in told
    assert "thiếu cột “Loại hình”" in told
    assert not any("Mức trần" in table.columns for table in hypertext.tables(app))


def test_ten_thousand_communes_are_shown_a_sheet_at_a_time(opener: Opener) -> None:
    app = work_out(opener("commune_staff"), HEAD + "A;1;xã;có;có;30\n" * 10_000)
    assert "10.000 đơn vị" in said(app).replace("\\", "")
    assert len(communes(app)) == 50


def test_a_list_that_cannot_be_read_in_time_is_told_in_one_sentence(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "WAIT", 0)
    with sandbox._template.turn(list):
        app = work_out(opener("commune_staff"), HEAD + "A;1;xã;có;có;31\n")
    assert [each.value for each in app.error] == [
        "Máy chủ đang đọc một tệp khác. Hãy thử lại sau một phút."
    ]
    assert not any("Mức trần" in table.columns for table in hypertext.tables(app))
    again = work_out(app, HEAD + "A;1;xã;có;có;31\n")
    assert [*again.error] == []
    assert len(communes(again)) == 1


def test_an_input_out_of_range_is_clamped_and_said(opener: Opener) -> None:
    app = opener("commune_staff", present="999999", unit="castle")
    told = app.info[0].value
    assert "999999" in told
    assert "castle" in told


def test_filters_that_nothing_passes_say_so(opener: Opener) -> None:
    app = opener("rural_roads", status="proposed")
    assert "Không có văn bản nào về chủ đề này" in said(app)
    assert not app.exception


def test_a_subject_page_keeps_filters_that_cannot_change_it(opener: Opener) -> None:
    app = opener("rural_roads", sector="health")
    assert app.title[0].value.startswith("10")
    assert "health" in app.query_params["sector"]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "slug",
    [
        "381-qd-ubnd-2020",
        "371-qd-ubnd-2020",
        "4-2020-qd-ubnd-2020",
        "380-qd-ubnd-2020",
        "39-kh-ubnd-2020",
        "40-kh-ubnd-2020",
        "389-qd-ubnd-2020",
        "1270-ubnd-ktth-2020",
    ],
)
def test_every_document_of_the_week_opens_whole(opener: Opener, slug: str, lang: str) -> None:
    app = opener("decisions", doc=slug, lang=lang)
    assert not app.exception
    assert slug.split("-", 1)[0] in app.title[0].value
    assert "a1c3f0f81cb3" in said(app).replace("\\", "")


def test_a_fact_that_is_not_there_is_named(opener: Opener) -> None:
    app = opener("decisions", doc="381-qd-ubnd-2020", fact="gold")
    assert "gold" in app.info[0].value


def test_a_sheet_beyond_the_last_is_the_last_and_said(opener: Opener) -> None:
    app = opener("decisions", sheet="9")
    assert "9" in app.info[0].value
    assert "sheet" not in app.query_params


class TestASecondWeek:
    """No page is wired to one document: an invented week shows rightly without a change of code."""

    @pytest.fixture(autouse=True)
    def second_week(self, records: Path, opener: Opener) -> None:
        del opener  # it points the settings at these records
        shutil.copy(FIXTURES / "2020-w11.yaml", records)
        build.build(settings.read(), invented=True)

    def test_another_tranche_of_road_money(self, opener: Opener) -> None:
        app = opener("rural_roads")
        assert app.title[0].value.startswith("6")
        figures = set(hypertext.tables(app)[0].iloc[:, 0])
        assert {"6.500 triệu đồng", "10.000 triệu đồng"} <= figures

    def test_a_sum_that_does_not_close_is_a_flag(self, opener: Opener) -> None:
        words = said(opener("rural_roads")).replace("\\", "")
        assert "6.400 triệu đồng, văn bản nêu 6.500 triệu đồng" in words

    def test_next_years_quotas_with_a_fourth_college(self, opener: Opener) -> None:
        title = opener("college_quotas").title[0].value.replace("\\", "")
        assert title.startswith("1.550 chỉ tiêu (suy ra) cho 4 trường cao đẳng, năm 2021")
        assert title.endswith("nhiều nhất: Cao đẳng Nghề Lạng Sơn (600)")

    def test_a_revised_target_says_its_own_year(self, opener: Opener) -> None:
        title = opener("energy_targets").title[0].value.replace("\\", "")
        assert "8–10%" in title
        assert "đến 2025" in title
        assert "tối đa 5,80% đến 2027" in title

    def test_a_letter_with_three_options(self, opener: Opener) -> None:
        app = opener("border_labor")
        assert app.title[0].value.startswith("3 phương án")
        assert sum("Phương án" in column for column in hypertext.tables(app)[0].columns) == 3

    def test_the_overview_shows_the_newest_week_and_all_requests(self, opener: Opener) -> None:
        app = opener()
        assert "09/03–15/03/2020" in app.title[0].value.replace("\\", "")
        words = said(app)
        assert "Ba phương án bịa" in words
        assert "hai cách đưa đội bốc xếp" in words

    def test_a_link_to_the_release_before_shows_it_and_that_a_newer_one_is_here(
        self, opener: Opener, records: Path
    ) -> None:
        newest = shelf.newest(settings.read())
        (records / "2020-w11.yaml").unlink()
        before = build.build(settings.read())
        shelf.set_current(settings.read().releases, newest)
        app = opener("rural_roads", release=before)
        assert app.title[0].value.startswith("10")
        assert f"Bản mới nhất là **{newest}**" in said(app).replace("\\", "")
        assert before in app.query_params["release"]

    def test_the_week_before_is_one_filter_away(self, opener: Opener) -> None:
        app = opener(week="2020-w10")
        assert app.title[0].value.startswith("8 văn bản")


@pytest.mark.parametrize("place", ["nowhere", "po-nhung"])
def test_a_place_that_cannot_be_shown_large_is_told(opener: Opener, place: str) -> None:
    app = opener("border_trade", place=place)
    assert not app.exception
    told = f"“{place}” không dùng được cho Nơi vẽ lớn; đang dùng giá trị gần nhất hoặc mặc định."
    assert any(told in each.value.replace("\\", "") for each in app.info)
    assert app.query_params["place"] == place
