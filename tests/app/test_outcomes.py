"""Promises and outcomes as a reader sees them on the pages."""

import pytest
from streamlit.testing.v1 import AppTest

from lsdash.web.parts import cards
from tests.app import hypertext, test_pages
from tests.app.conftest import Opener


def said(app: AppTest) -> str:
    """Everything that the page says, without the marks that keep text from being read as markup."""
    return test_pages.said(app).replace("\\", "")


def test_a_promise_without_an_outcome_says_what_was_sought_and_what_would_answer(
    opener: Opener,
) -> None:
    told = said(opener("outcomes", lang="en"))
    assert "Nothing public was found of electricity losses in the province, up to 28 Nov" in told
    assert "What would answer: the loss rate of 2025 from Lạng Sơn Power Company" in told


def test_the_year_is_in_the_link_and_chooses_the_rows(opener: Opener) -> None:
    app = opener("outcomes", due="2030")
    assert app.query_params["due"] == "2030"
    (table,) = hypertext.tables(app)
    assert list(table["Hạn"]) == ["2030"]
    assert "1 lời hứa: 1 chưa đến hạn" in said(app)


def test_a_year_in_which_nothing_is_due_says_so(opener: Opener) -> None:
    app = opener("outcomes", due="2021")
    assert app.title[0].value == "Không có lời hứa nào khớp với bộ lọc"
    assert not hypertext.tables(app)


@pytest.mark.parametrize(
    "page",
    ["rural_roads", "college_quotas", "energy_targets", "commune_staff", "border_labor", "covid"],
)
def test_a_subject_page_ends_with_what_was_reported_later(opener: Opener, page: str) -> None:
    app = opener(page)
    assert not app.exception
    assert hypertext.heads(app)[-1] == "Về sau"
    assert "là bối cảnh, không phải số liệu của văn bản" in said(app)
    assert "Cần có:" in said(app)


def test_a_document_without_a_page_tells_it_on_its_own(opener: Opener) -> None:
    app = opener("decisions", doc="40-kh-ubnd-2020")
    assert "28,42%" in said(app)


def test_the_overview_shows_three_and_the_line_of_years(opener: Opener) -> None:
    app = opener("overview")
    (found,) = [
        each for each in hypertext.shown(app) if "Lời hứa và kết quả" in each.xpath("h2/text()")
    ]
    assert len(found.xpath(".//li")) == 3
    assert "DDCI" in found.text_content()
    assert "Lời hứa và kết quả" in said(app)


@pytest.mark.parametrize("page", ["outcomes", "follow_up", "data"])
def test_pages_lead_to_the_calendar_and_the_feed_with_their_filters(
    opener: Opener, page: str
) -> None:
    app = opener(page, sector="energy")
    (told,) = [each.value for each in app.caption if "/calendar.ics?" in each.value]
    assert "/feed.atom?" in told
    assert told.count("sector=energy") == 3


def test_a_meeting_sees_the_most_telling_promises_without_a_table(opener: Opener) -> None:
    app = opener("outcomes", kiosk="1")
    assert not app.exception
    assert not hypertext.tables(app)
    assert "DDCI" in said(app)


def test_a_long_table_shows_its_first_rows_and_the_others_where_they_are_asked_for(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = hypertext.tables(opener("outcomes"))
    monkeypatch.setattr(cards, "LONG", 3)
    monkeypatch.setattr(cards, "A_SHEET", 2)
    app = opener("outcomes")
    (first,) = hypertext.tables(app)
    assert first.equals(whole[:2])
    assert f"Các dòng còn lại ({len(whole) - 2})" in [each.label for each in app.expander]
    app.session_state["fold-table-all-promises"] = True
    others = hypertext.tables(app.run())[1]
    assert others.equals(whole[2:].reset_index(drop=True))
