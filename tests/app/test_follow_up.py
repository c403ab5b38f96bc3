"""What is late and what has been corrected, as a leader sees it on the pages."""

import shutil
from pathlib import Path

import pytest

from lsdash import settings
from tests.app import hypertext
from tests.app.conftest import FIXTURES, Opener
from tests.app.test_pages import said
from tests.conftest import BuildOnce


@pytest.fixture(autouse=True)
def later(opener: Opener, records: Path, build_once: BuildOnce) -> None:
    """A week that corrects and amends, and one full of things to be done."""
    for record in ("amending/2020-w11.yaml", "following/2020-w12.yaml"):
        shutil.copy(FIXTURES / record, records)
    build_once(settings.read(), invented=True)


def words(app) -> str:
    return said(app).replace("\\", "")


def test_the_follow_up_page_begins_with_what_is_late(opener: Opener) -> None:
    app = opener("follow_up", lang="en")
    assert not app.exception
    assert app.title[0].value.startswith("2 things overdue, 1 thing due within 14 days")
    heads = hypertext.heads(app)
    assert heads[:3] == ["Overdue", "Due", "Waiting for an answer"]
    assert heads.index("Long-term targets") > heads.index("No date stated")
    assert "3 days overdue" in hypertext.badges(app)


def test_a_meeting_sees_the_drawing_alone(opener: Opener) -> None:
    app = opener("follow_up", kiosk="1")
    assert not hypertext.tables(app)
    assert app.title[0].value.startswith("2 việc quá hạn")


def test_the_overview_counts_what_is_due_and_lists_no_answered_request(opener: Opener) -> None:
    app = opener("overview", lang="en")
    told = words(app)
    assert "2 things overdue, 1 thing due within 14 days, 2 requests waiting" in told
    assert "Awaiting an answer: 1311/UBND-KT (Opinion)" in told
    assert "Awaiting an answer: 1270/UBND-KTTH" not in told
    assert "answered by 77/TB-UBND (19 Mar 2020)" in told


def test_a_corrected_document_says_so_on_its_page_and_in_the_list(opener: Opener) -> None:
    page = words(opener("decisions", lang="en", doc="381-qd-ubnd-2020"))
    assert "Corrected by 61/TB-UBND (11 Mar 2020)" in page
    assert "8,300 → 8,030 million đồng" in page
    (table,) = hypertext.tables(opener("decisions", lang="en"))
    marked = [cell for cell in table["Subject"] if "corrected since" in cell]
    assert len(marked) == 1


def test_two_weeks_are_shown_thing_by_thing(opener: Opener) -> None:
    app = opener("changes", lang="en", compare="weeks", old_week="2020-w10", new_week="2020-w11")
    assert not app.exception
    heads = [each.value for each in app.header]
    assert heads[:2] == ["The same thing, old week and new", "Sector by week"]
    tables = [each.to_string() for each in hypertext.tables(app)]
    assert any("+50 places (derived)" in table for table in tables)
    assert not any("not there" in table for table in tables)
