"""The weeks of data/ in a browser's stead: one whole, three of which only the head is at hand."""

import shutil
from pathlib import Path

import pytest

from lsdash.view import to_path
from tests.app import hypertext
from tests.app.conftest import ROOT, Opener


@pytest.fixture
def four_weeks(records: Path) -> None:
    for week in (ROOT / "data" / "bulletins").glob("*.yaml"):
        shutil.copy(week, records)


def test_a_week_in_part_says_so_above_its_topics_and_is_marked_in_the_strip(
    four_weeks: None, opener: Opener
) -> None:
    app = opener(week="2026-w03")
    assert not app.exception
    told = hypertext.said(app)
    assert "Mới có phần đầu của bản tin tuần này" in told
    assert "Bữa trưa cho học sinh ở xã biên giới" in told
    assert "không có trong bản tin" not in told  # of a day without documents
    assert "Đường nông thôn: 381/QĐ-UBND" not in told  # the week does tell of rural roads
    labels = [each.proto.popover.label for each in app.get("popover")]
    assert [each for each in labels if each.endswith("12/01–18/01/2026 · một phần")]
    assert "week=2023-w35" in to_path(hypertext.ways(app)["Tuần trước"])


def test_the_first_page_shows_the_whole_week_and_leads_to_the_newer_ones(
    four_weeks: None, opener: Opener
) -> None:
    app = opener()
    assert app.title[0].value.startswith("8 văn bản trong tuần 02/03–08/03/2020")
    assert "3 tuần mới hơn chỉ có một phần bản tin:" in hypertext.said(app)
    assert "week=2026-w03" in to_path(hypertext.ways(app)["12/01–18/01/2026"])


def test_a_search_finds_topics_apart_from_documents(four_weeks: None, opener: Opener) -> None:
    app = opener("decisions", q="768/QĐ-UBND")
    assert app.title[0].value.startswith("0 văn bản")
    told = hypertext.said(app)
    assert "1 việc được nhắc, chưa thấy văn bản" in told
    assert "Bãi bỏ Quyết định số 768/QĐ-UBND" in told
