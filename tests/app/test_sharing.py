"""Sharing, meetings and the data page, without a browser."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsdash import settings, short_links
from lsdash.export.tables import rows
from lsdash.model import Filters
from lsdash.store import build, shelf
from lsdash.text import figures
from lsdash.view import PAGES, View, agenda_views
from lsdash.web.routes import openapi
from tests.app import hypertext
from tests.app.conftest import Opener
from tests.app.hypertext import badges, ways
from tests.app.test_pages import said

AGENDA = ["overview", "rural_roads?status=decided", "covid"]


def shared(app: AppTest) -> AppTest:
    """The page with its share panel open."""
    return app.button(key="share").click().run()


class TestShare:
    def test_the_panel_holds_the_pinned_and_the_floating_link(self, opener: Opener) -> None:
        app = shared(opener("decisions", sector="health"))
        assert not app.exception
        name = shelf.newest(settings.read())
        pinned, floating = (each.value for each in app.code)
        assert pinned.endswith(f"/decisions?release={name}&sector=health")
        assert floating.endswith("/decisions?release=latest&sector=health")

    def test_the_code_on_the_screen_opens_this_view(self, opener: Opener) -> None:
        app = shared(opener("decisions", sector="health"))
        place = settings.read()
        view = View("decisions", shelf.newest(place), Filters(sectors=("health",)))
        code = short_links.spoken(short_links.shorten(place, view))
        assert f"**{code}**" in [each.value for each in app.markdown]
        assert short_links.resolve(place, code) == view

    def test_where_no_code_can_be_kept_the_whole_link_still_serves(self, opener: Opener) -> None:
        opener()
        (settings.read().releases / short_links.FILE).mkdir()
        app = shared(opener("rural_roads"))
        assert not app.exception
        assert "Chưa tạo được mã ngắn" in said(app)
        assert "/rural_roads?release=" in app.code[0].value

    @pytest.mark.parametrize("page", [page for page in PAGES if page != "intake"])
    def test_every_page_can_be_shared_in_either_language(self, opener: Opener, page: str) -> None:
        app = shared(opener(page, lang="en"))
        assert not app.exception
        assert "Show the whole week" in ways(app)


class TestMeeting:
    def test_one_subject_a_screen_without_menu_filters_or_tables(self, opener: Opener) -> None:
        app = opener("rural_roads", kiosk="1", status="decided")
        assert not app.exception
        assert not hypertext.tables(app)
        assert not app.button
        assert not app.multiselect
        assert "Tổng quan" not in ways(app)
        assert app.title[0].value.startswith("10")
        for told in ("Tuần 02/03–08/03/2020", "Đã quyết định", shelf.newest(settings.read())):
            assert told in badges(app)

    def test_the_bar_says_the_place_and_leads_back_on_and_out(self, opener: Opener) -> None:
        app = opener("rural_roads", status="decided", kiosk="1", agenda=AGENDA, at="2")
        assert "2/3" in said(app)
        before, at, after = agenda_views(
            View(release=shelf.newest(settings.read()), kiosk=True, agenda=tuple(AGENDA))
        )
        assert replace(ways(app)["Trước"], screen=1) == before
        assert ways(app)["Trước"].screen > 1  # the last screen of the item before
        assert ways(app)["Sau"] == after
        assert ways(app)["Thoát"].kiosk is False
        assert ways(app)["Thoát"].agenda == at.agenda

    def test_the_first_item_has_none_before_it_and_the_last_none_behind(
        self, opener: Opener
    ) -> None:
        first = ways(opener("overview", kiosk="1", agenda=AGENDA, at="1"))
        last = ways(opener("covid", kiosk="1", screen="99", agenda=AGENDA, at="3"))
        assert ("Trước" in first, "Sau" in first) == (False, True)
        assert ("Trước" in last, "Sau" in last) == (True, False)

    def test_a_screen_beside_the_agenda_has_no_place_and_leads_into_it(
        self, opener: Opener
    ) -> None:
        app = opener("energy_targets", kiosk="1", agenda=AGENDA)
        assert "/3" not in hypertext.said(app).replace("/03", "")
        assert "Trước" not in ways(app)
        assert ways(app)["Sau"].at == 1

    def test_a_note_goes_into_the_link_and_one_without_room_says_so(self, opener: Opener) -> None:
        app = opener("rural_roads", agenda=AGENDA, at="2")
        (field,) = [each for each in app.text_input if "mục 2" in each.label]
        field.set_value("Hỏi về nợ").run()
        assert app.session_state["view"].note == "Hỏi về nợ"
        assert not app.warning
        long = [f"decisions?q={'ă' * 150}&note={'ô' * 150}"] * 2
        app = opener("rural_roads", agenda=["rural_roads", *long], at="1")
        (field,) = [each for each in app.text_input if "mục 1" in each.label]
        field.set_value("ộ" * 200).run()
        assert app.session_state["view"].note == ""
        assert "không còn chỗ" in app.warning[0].value

    def test_without_an_agenda_there_is_only_the_way_out(self, opener: Opener) -> None:
        assert {"Trước", "Sau", "Thoát"} & set(ways(opener("rural_roads", kiosk="1"))) == {"Thoát"}

    def test_what_does_not_fit_is_the_next_step_and_the_link_says_which(
        self, opener: Opener
    ) -> None:
        first = opener("border_labor", kiosk="1")
        assert len(first.get("plotly_chart")) == 1
        onwards = ways(first)["Sau"]
        assert (onwards.page, onwards.screen) == ("border_labor", 2)
        second = opener("border_labor", kiosk="1", screen="2")
        assert "So từng điểm" in hypertext.said(second)
        assert not second.get("plotly_chart")
        assert ways(second)["Trước"].screen == 1
        assert ways(second)["Thoát"].screen == 1

    def test_a_whole_week_is_one_click(self, opener: Opener) -> None:
        start = ways(shared(opener("decisions", week="2020-w10")))["Trình chiếu cả tuần"]
        assert (start.page, start.kiosk, start.at) == ("overview", True, 1)
        pages = [each.page for each in agenda_views(start)]
        subjects = [page for page in PAGES[: PAGES.index("follow_up")] if page != "border_trade"]
        assert pages == [*subjects, "decisions", "decisions"]  # no document is of trade alone
        told = [each.document for each in agenda_views(start) if each.document]
        assert sorted(told) == ["39-kh-ubnd-2020", "40-kh-ubnd-2020"]
        assert {each.filters.weeks for each in agenda_views(start)} == {("2020-w10",)}

    def test_an_agenda_is_put_together_page_by_page(self, opener: Opener) -> None:
        one = ways(shared(opener("covid")))["Thêm trang này vào chương trình họp"]
        assert one.agenda == ("covid",)
        app = opener("decisions", sector="health", agenda="covid")
        assert "Chương trình họp: 1 mục" in badges(app)
        two = ways(app)["Thêm trang này vào chương trình họp"]
        assert two.agenda == ("covid", "decisions?sector=health")
        assert ways(app)["1. Phòng chống dịch"].at == 1
        assert (ways(app)["Trình chiếu"].page, ways(app)["Trình chiếu"].kiosk) == ("covid", True)
        assert ways(app)["Bỏ chương trình"].agenda == ()

    def test_a_full_agenda_says_so_and_takes_no_more(self, opener: Opener) -> None:
        app = opener("covid", agenda=["covid"] * 20)
        assert "Thêm trang này vào chương trình họp" not in ways(app)
        assert "Chương trình họp đã đầy" in said(app)

    def test_an_item_that_cannot_be_read_is_named(self, opener: Opener) -> None:
        app = opener("covid", agenda=["covid", "nowhere?x=1"])
        assert "nowhere?x=1" in app.info[0].value.replace("\\", "")

    @pytest.mark.parametrize("page", PAGES)
    def test_every_page_can_be_presented(self, opener: Opener, page: str) -> None:
        app = opener(page, kiosk="1")
        assert not app.exception
        assert app.title


class TestDataPage:
    def test_three_moments_stand_apart(self, opener: Opener) -> None:
        app = opener("data")
        place = settings.read()
        manifest = shelf.open_release(place, shelf.newest(place)).manifest
        stamps = [each.value.replace("\\", "") for each in app.markdown]
        at = stamps.index("**08/03/2020**")
        assert stamps[at + 1] == f"**{figures.moment(manifest.built_at, 'vi')}**"
        assert stamps[at + 2].endswith("(giờ Việt Nam)**")

    def test_a_moment_is_that_of_the_province(self, opener: Opener) -> None:
        opener("data")
        place = settings.read()
        built = shelf.open_release(place, shelf.newest(place)).manifest.built_at
        local = built + timedelta(hours=7)
        assert figures.moment(built, "vi").startswith(f"{local:%H:%M} ngày {local:%d/%m/%Y}")

    def test_every_release_is_listed_and_opens(self, opener: Opener, records: Path) -> None:
        opener()
        first = shelf.newest(settings.read())
        file = records / "2020-w10.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("510", "511"), encoding="utf-8")
        second = build.build(settings.read(), note="Số liệu đã soát lại")
        words = said(opener("data")).replace("\\", "")
        for name in (first, second):
            assert f"[{name}](/data?release={name})" in words
        assert words.index(f"[{second}]") < words.index(f"[{first}]")
        assert f"[{second}](/data?release={second})** (mới nhất)" in words
        assert "Số liệu đã soát lại" in words

    def test_the_downloads_are_of_the_release_shown_and_whole(self, opener: Opener) -> None:
        words = said(opener("data"))
        name = shelf.newest(settings.read())
        for table in ("decisions", "facts"):
            for form in openapi.FORMS:
                link = f"/api/{table}.{form}?release={name}&size={openapi.MAX_SIZE}"
                assert f"[{form.upper()}]({link})" in words

    def test_a_table_longer_than_a_sheet_is_offered_in_sheets(
        self, opener: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(openapi, "MAX_SIZE", 10)
        words = said(opener("data"))
        offered = re.findall(r"\[CSV (\d)\]\(/api/facts\.csv\?[^)]*sheet=(\d)\)", words)
        assert offered == [("1", "1"), ("2", "2"), ("3", "3")]

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_addresses_keys_and_columns_are_all_explained(self, opener: Opener, lang: str) -> None:
        tables = hypertext.tables(opener("data", lang=lang))
        addresses, keys, *dictionaries = (list(table.iloc[:, 0]) for table in tables)
        assert len(addresses) == len(openapi.ADDRESSES)
        assert keys == [key.name for key in openapi.KEYS]
        assert dictionaries == [
            [column.name for column in columns]
            for columns in (
                rows.DECISION_COLUMNS,
                rows.FACT_COLUMNS,
                rows.RELATION_COLUMNS,
                rows.FOLLOW_UP_COLUMNS,
                rows.OBSERVATION_COLUMNS,
                rows.GATE_STATE_COLUMNS,
                rows.OUTCOME_COLUMNS,
                rows.TOPIC_COLUMNS,
            )
        ]
        assert all((table != "").all(axis=None) for table in tables)

    def test_a_citation_names_week_release_and_link(self, opener: Opener) -> None:
        cited = opener("data").code[-1].value
        name = shelf.newest(settings.read())
        for part in ("02/03–08/03/2020", name, f"/data?release={name}"):
            assert part in cited
