"""The intake page: a week is seen as readers will see it, and is listed once published."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from lsdash import settings
from lsdash.intake.drafting import draft
from lsdash.intake.files import received
from lsdash.intake.review import from_draft, saved, to_record
from lsdash.intake.review.editing import accepting
from lsdash.intake.review.from_draft import Brought
from lsdash.intake.review.review import Review, Seen
from lsdash.model import Text
from lsdash.store import build
from tests.app import hypertext
from tests.app.conftest import FIXTURES, Opener
from tests.unit.intake.review.test_papers import brought as papers_brought
from tests.unit.intake.review.test_papers import told
from tests.unit.intake.review.test_topics import begun

NOW = datetime(2020, 3, 23, 8, tzinfo=UTC)
NAME = "0123abcd"


@pytest.fixture
def held(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> Iterator[Review]:
    """The invented week of a clerk with everything looked at, on the desk."""
    opener()
    monkeypatch.setenv("LSDASH_INTAKE", "here")
    monkeypatch.setattr(
        ContextProxy, "headers", {"host": "localhost", "origin": "http://localhost"}
    )
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    text = received.pasted((FIXTURES / "clerk" / "bulletin.txt").read_text(encoding="utf-8"))
    brought = Brought("", text.text, Text(vi="UBND tỉnh", en="The committee"), "lang-son")
    made = from_draft.begin(draft.read(text), brought, name=NAME, now=NOW)
    made = made.with_value(("english_later",), True)
    for number, document in enumerate(made.documents):
        made = accepting.accepted(made, number, range(len(document.figures)))
        for name in ("short_title", "summary"):
            made = made.with_value(("documents", number, name, "vi"), f"Bịa {number}")
    saved.put(settings.read().drafts, made)
    yield made
    config.set_option("server.address", before)


def shown(app: AppTest) -> str:
    assert not app.exception, app.exception
    told = (str(each.value) for each in (*app.title, *app.header, *app.markdown))
    return "\n".join([*told, hypertext.said(app)])


def test_only_a_part_at_hand_is_published_by_the_topics_of_its_list(
    held: Review, opener: Opener
) -> None:
    name = "0123abce"
    head = begun().model_copy(update={"id": name, "english_later": held.english_later})
    saved.put(settings.read().drafts, head)
    app = opener("intake", draft=name)
    assert "chưa có văn bản nào được đưa vào" in shown(opener("intake", draft=name, sheet="2"))
    app.checkbox(key=f"intake-{name}-partly_at_hand").check()
    app.run()
    app.checkbox(key=f"intake-{name}-topics-2-kept").uncheck()
    app.run()
    assert not app.exception
    told = shown(opener("intake", draft=name, sheet="2")).replace("\\", "")
    assert "Tuần 06/04–12/04/2020, chỉ có một phần bản tin: 2 việc được nhắc" in told


def test_every_page_of_the_preview_is_shown(held: Review, opener: Opener) -> None:
    app = opener("intake", draft=NAME, sheet=str(len(held.documents) + 2))
    assert "6 văn bản trong tuần 16/03–22/03/2020" in shown(app)
    pages = app.segmented_control(key=f"intake-{NAME}-preview-page")
    assert len(pages.options) == 7
    for number, document in enumerate(held.documents):
        pages = app.segmented_control(key=f"intake-{NAME}-preview-page")
        pages.set_value(f"decisions/{to_record.slug_of_document(document)}")
        app.run()
        assert f"Bịa {number}" in shown(app), document.number


def test_nothing_is_published_before_every_title_is_ticked(held: Review, opener: Opener) -> None:
    app = opener("intake", draft=NAME, sheet=str(len(held.documents) + 2))
    assert not [each for each in app.text_input if each.label == "Người duyệt"]
    place = settings.read().drafts
    for box in [each.key for each in app.checkbox if "seen" in str(each.key)]:
        app.checkbox(key=box).check()
        app.run()
    assert [each for each in app.text_input if each.label == "Người duyệt"]
    number = "documents", 0, "title", "vi"
    saved.change(place, NAME, lambda each: each.with_value(number, "Tên khác"), now=NOW)
    saved.change(
        place,
        NAME,
        lambda each: each.with_value(("documents", 0, "short_title", "vi"), "Khác"),
        now=NOW,
    )
    app.run()
    assert not [each for each in app.text_input if each.label == "Người duyệt"]


def test_a_figure_is_given_to_another_document_and_taken_back(held: Review, opener: Opener) -> None:
    app = opener("intake", draft=NAME, sheet="3")
    figure = f"intake-{NAME}-documents-1-figures-3"
    app.session_state[f"{figure}-more"] = True
    app.run()
    app.selectbox(key=f"{figure}-document").set_value(0)
    app.run()
    found = saved.open_review(settings.read().drafts, NAME)
    assert found is not None
    assert [len(each.figures) for each in found.documents[:2]] == [7, 4]
    undo = next(each for each in app.button if each.label == "Hoàn tác")
    undo.click()
    app.run()
    assert saved.open_review(settings.read().drafts, NAME) == held


def test_published_weeks_are_listed_with_what_was_done_to_them(
    held: Review, opener: Opener, tmp_path: Path
) -> None:
    app = opener("intake")
    assert "02/03–08/03/2020" in shown(app)
    name = settings.read().releases / "CURRENT"
    release = name.read_text(encoding="ascii").strip()
    assert release in shown(app).replace("\\", "")
    fields = {each.label: each for each in app.text_input}
    fields["Lý do thu hồi, tiếng Việt"].set_value("Đọc nhầm")
    fields["Lý do thu hồi, tiếng Anh"].set_value("Misread")
    fields["Người duyệt"].set_value("Lan")
    next(each for each in app.button if each.label == "Thu hồi").click()
    app.run()
    stone = (settings.read().releases / f"{release}.withdrawn.json").read_text(encoding="utf-8")
    assert "Misread" in stone


@pytest.mark.usefixtures("held")
def test_a_release_that_brought_several_weeks_is_listed_at_each(
    opener: Opener, records: Path
) -> None:
    for file in (settings.ROOT / "data" / "bulletins").iterdir():
        shutil.copy(file, records)
    release = build.build(settings.read())
    brought = len(list(records.iterdir())) - 1
    listed = shown(opener("intake")).replace("\\", "").count(f"- {release} ·")
    assert listed == brought > 1


@pytest.mark.usefixtures("held")
def test_an_annex_of_a_document_itself_is_accepted_by_the_table(opener: Opener) -> None:
    paper = papers_brought("421-qd-ubnd.txt").model_copy(update={"id": "4567cdef"})
    saved.put(settings.read().drafts, paper)
    app = opener("intake", draft=paper.id)
    assert any("421/QĐ-UBND" in each.value.replace("\\", "") for each in app.info)
    saved.put(settings.read().drafts, told())
    app = opener("intake", draft=paper.id)
    assert "Một bản nháp bản tin chưa xuất bản cũng nêu văn bản này." in shown(app)
    assert not app.info
    app = opener("intake", draft=paper.id, sheet="2")
    assert not app.exception
    said = " ".join(each.value for each in app.caption).replace("\\", "")
    assert "Ký: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Nguyễn Văn Bịa" in said
    assert "2 số tổng khác trong bảng lặp lại các dòng và khớp" in said
    next(each for each in app.button if each.label == "Nhận cả bảng").click()
    app.run()
    assert not app.exception
    found = saved.open_review(settings.read().drafts, paper.id)
    assert found is not None
    (document,) = found.documents
    seen = {each.place: each.seen for each in document.figures if each.seen is Seen.ACCEPTED}
    assert seen
    assert all(place.startswith("annex-1.") for place in seen)
