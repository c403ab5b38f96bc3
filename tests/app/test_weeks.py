"""Every page is made of the week that is shown, and leads to the weeks beside it."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsdash import settings
from lsdash.view import to_path
from tests.app import hypertext
from tests.app.conftest import FIXTURES, Opener
from tests.app.test_pages import said
from tests.conftest import BuildOnce


@pytest.fixture(autouse=True)
def five_weeks(records: Path, opener: Opener, build_once: BuildOnce) -> None:
    del opener  # it points the settings at these records
    for week in sorted((FIXTURES / "weeks").glob("*.yaml")):
        shutil.copy(week, records)
    build_once(settings.read(), invented=True)


def words(app: AppTest) -> str:
    assert not app.exception
    return " ".join(said(app).replace("\\", "").split())


def ways(app: AppTest) -> list[str]:
    """The queries of the links in the strip that lead to other weeks."""
    found = hypertext.ways(app)
    return [to_path(found[each]) for each in ("Tuần trước", "Tuần sau") if each in found]


def test_the_overview_is_made_of_the_documents_of_the_week_shown(opener: Opener) -> None:
    told = words(opener(week="2020-w11"))
    figures = ("9.700 triệu đồng", "tối thiểu 45 MWp", "6.400 triệu đồng", "2 phương án")
    assert all(figure in told for figure in figures)
    assert "8.300 → 8.030 triệu đồng" in told
    assert "10.000 triệu đồng" not in told  # of the week before
    assert "Không có văn bản mới trong tuần; mới nhất:" in told
    assert "Hạn 20/03/2020: Sở Y tế" in told


def test_money_of_the_week_leaves_out_what_is_asked_for_and_what_was_decided_before(
    opener: Opener,
) -> None:
    told = words(opener(week="2020-w11"))
    assert "16.100 triệu đồng được quyết định trong tuần" in told
    assert "(−270 triệu đồng)" in told
    assert "12.500 triệu đồng (Đầy đủ), hay 6.800 triệu đồng (Tối thiểu)" in told


@pytest.mark.parametrize("page", ["overview", "rural_roads", "covid", "decisions", "data"])
def test_a_week_is_stepped_to_and_everything_else_in_the_link_stays(
    opener: Opener, page: str
) -> None:
    app = opener(page, week="2020-w12", status="decided")
    before, after = ways(app)
    assert "week=2020-w11" in before
    assert "week=2020-w13" in after
    assert all("status=decided" in query and "release=2020w14-" in query for query in ways(app))


def test_the_newest_week_has_none_after_it(opener: Opener) -> None:
    (before,) = ways(opener())
    assert "week=2020-w13" in before


def test_a_documents_slide_tells_its_figures_and_who_must_act(opener: Opener) -> None:
    app = opener("decisions", doc="460-qd-ubnd-2020", kiosk="1")
    told = words(app) + words(opener("decisions", doc="460-qd-ubnd-2020", kiosk="1", screen="2"))
    assert app.title[0].value.replace("\\", "") == "Tiền phòng dịch: 6.400 triệu đồng"
    assert "15 ngày làm việc" in told
    assert "UBND các huyện" in told
    alt = app.get("plotly_chart")[0].proto.alt
    assert "Huyện Cao Lộc: 1.500 triệu đồng" in alt


def test_a_corrections_slide_says_what_the_document_said_before_it_was_corrected_itself(
    opener: Opener,
) -> None:
    title = opener("decisions", doc="61-tb-ubnd-2020", kiosk="1").title[0].value
    assert title.replace("\\", "") == "Đính chính tiền xi măng: 8.300 → 8.030 triệu đồng"


def test_health_documents_of_the_week_stand_on_the_covid_page(opener: Opener) -> None:
    told = words(opener("covid", week="2020-w11"))
    assert "Văn bản y tế khác trong tuần" in told
    assert "6.400 triệu đồng" in told
    assert "Tuần bịa" not in told


def test_places_without_a_stated_total_are_told_together_and_not_by_one_college(
    opener: Opener,
) -> None:
    told = words(opener(week="2020-w13"))
    assert "1.550–1.580 chỉ tiêu" in told
    assert "suy ra: cộng 4 khoản" in told
