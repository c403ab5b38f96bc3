"""A document that the office brought shows on its own page and its subject's, with its source."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsdash.records import load, write
from tests.app import hypertext
from tests.app.conftest import Opener
from tests.unit.intake.review.test_papers import Former, brought, on_record, published


@pytest.fixture
def joined(records: Path) -> None:
    """The invented second week, with its road decision itself and one that no bulletin tells of."""
    former = on_record()
    for name in ("421-qd-ubnd.txt", "436-qd-ubnd.txt"):
        week = published(brought(name), former)
        former = Former(week, write.text(week))
    file = records / "2020-w11.yaml"
    told = former.week.bulletin.model_copy(update={"invented": False})
    week = former.week.model_copy(update={"bulletin": told})
    file.write_text(write.text(week), encoding="utf-8")
    load.load(file)


def read(app: AppTest) -> str:
    """What the page says, without the marks that keep text from being read as markup."""
    assert not app.exception
    told = [each.value for each in [*app.header, *app.markdown, *app.caption]]
    told += [hypertext.said(app), *(table.to_csv() for table in hypertext.tables(app))]
    return " ".join(told).replace("\\", "")


@pytest.mark.usefixtures("joined")
def test_the_road_page_shows_money_by_district_in_a_table_that_closes(opener: Opener) -> None:
    app = opener("rural_roads")
    shown = read(app)
    assert "theo bảng của 421/QĐ-UBND" in shown
    assert "Huyện Cao Lộc" in shown
    assert "Phụ lục 1, dòng 2 của văn bản" in shown
    assert "Cộng các dòng" in shown


@pytest.mark.usefixtures("joined")
def test_a_document_page_says_which_source_each_figure_is_from(opener: Opener) -> None:
    app = opener("decisions", doc="421-qd-ubnd-2020")
    shown = read(app)
    assert "Bản tin nêu, và cơ quan đã đưa chính văn bản vào." in shown
    assert "Ký: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Nguyễn Văn Bịa" in shown
    assert "mục 1, đoạn 2; Điều 1 của văn bản" in shown
    assert "Bản tin nêu 4.000 triệu đồng; Phụ lục 1, dòng 1 của văn bản nêu 4.100 triệu" in shown


@pytest.mark.usefixtures("joined")
def test_one_that_no_bulletin_tells_of_says_so(opener: Opener) -> None:
    app = opener("decisions", doc="436-qd-ubnd-2020-ct-ubnd-tinh")
    shown = read(app)
    assert "bản tin của tuần không nêu" in shown
    assert "Có hiệu lực từ 22/03/2020" in shown
