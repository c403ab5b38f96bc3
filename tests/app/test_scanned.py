"""Beside a figure that was read from a picture stands its piece of the page, and how sure it is."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from lsdash.intake.drafting import draft
from lsdash.intake.files.received import Received
from lsdash.intake.files.scanned import page
from lsdash.intake.files.scanned.page import Page, Word
from lsdash.intake.files.scanned.reading import Strip
from lsdash.intake.review import from_draft, pictures, saved
from lsdash.intake.review.from_draft import Brought
from lsdash.model import Text
from lsdash.store.release import Release
from tests.app.test_intake import NAME, NOW

TEXT = """Chỉ đạo, điều hành nổi bật trong tuần (ngày 09/3 đến ngày 15/3/2020)

Ngày 10/3/2020, UBND tỉnh ban hành Quyết định số 71/QĐ-UBND về việc chi 5 triệu đồng."""


def sheet(folder: "Path", name: str, release: "Release") -> None:
    """The first figure of the draft, as the script that AppTest runs."""
    from lsdash.charts.style import Theme
    from lsdash.intake.review import saved
    from lsdash.view import View
    from lsdash.web.entrance.visit import Visit
    from lsdash.web.intake.desk import Desk
    from lsdash.web.intake.parts import pieces

    held = saved.open_review(folder, name)
    assert held is not None
    at = Desk(Visit("vi", next(iter(Theme)), View(), release), folder, held)
    pieces.show(at, held.documents[0].figures[0])


def test_the_piece_of_the_page_stands_beside_its_figure(tmp_path: Path, release: Release) -> None:
    words = [Word(each, 2_000, 1, 4_000, 2, 64, 0) for each in TEXT.split()]
    text = Received(TEXT, seen=tuple(page.placed(TEXT, [Page(3, tuple(words))])))
    own = Brought("a.pdf", TEXT, Text(vi="a", en="a"), "lang-son", scanned=(3,))
    saved.put(tmp_path, from_draft.begin(draft.read(text), own, name=NAME, now=NOW))
    pictures.put(tmp_path, NAME, text, {3: [Strip(b"\xff\xd8 a strip", 30.0)]})
    app = AppTest.from_function(sheet, args=(tmp_path, NAME, release)).run()
    assert not app.exception
    (shown,) = [each.proto.body for each in app.get("html")]
    assert 'src="data:image/jpeg;base64,/9ggYSBzdHJpcA=="' in shown
    assert 'alt="Mẩu ảnh trang 3: 5 triệu đồng"' in shown
    assert "--left: 0.2000; --right: 0.4000" in shown
    assert "máy chỉ chắc 64 %" in shown

    (tmp_path / f"{NAME}.scan").write_bytes(b"half")
    broken = AppTest.from_function(sheet, args=(tmp_path, NAME, release)).run()
    assert not broken.exception
    assert "Không đọc hoặc không lưu được bản nháp" in broken.caption[0].value
