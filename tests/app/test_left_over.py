"""The review page shows the whole text's account, and asks where a loose figure belongs."""

from datetime import UTC, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from lsdash.intake.drafting import draft
from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.received import Received
from lsdash.intake.review import review, saved
from lsdash.intake.review.review import Brought
from lsdash.model import Text
from lsdash.store.release import Release

TEXT = """Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)

Trong tuần tỉnh đã thu 70 tỷ đồng.

1. Làm đường

Ngày 10/3/2020, UBND tỉnh ban hành Quyết định số 71/QĐ-UBND về làm đường thôn Khau Ra.

Lượt xem: 99
"""


def page(folder: "Path", name: str, release: "Release") -> None:
    """The sheet of the review page, as the script that AppTest runs."""
    from lsdash.charts.style import Theme
    from lsdash.intake.review import saved
    from lsdash.view import View
    from lsdash.web.entrance.visit import Visit
    from lsdash.web.intake import left_over
    from lsdash.web.intake.desk import Desk

    held = saved.open_review(folder, name)
    assert held is not None
    left_over.show(Desk(Visit("vi", next(iter(Theme)), View(), release), folder, held))


def test_a_loose_figure_is_placed_in_a_document_and_what_was_left_out_is_told(
    tmp_path: Path, release: Release
) -> None:
    brought = Received(TEXT, left_out=(LeftOut(Left.STRUCK, "30 tỷ đồng"),))
    own = Brought(name="", text=TEXT, publisher=Text(vi="a", en="a"), province="lang-son")
    now = datetime(2020, 3, 16, 8, tzinfo=UTC)
    begun = review.begin(draft.read(brought), own, name="0123abcd", now=now)
    saved.put(tmp_path, begun)
    app = AppTest.from_function(page, args=(tmp_path, begun.id, release)).run()
    assert not app.exception
    told = "\n".join(each.value for each in app.markdown).replace("\\", "")
    assert f"{len(TEXT)} ký tự" in told
    assert "70 tỷ đồng" in told
    assert "Chữ gạch bỏ: “30 tỷ đồng”" in told
    assert "khung trang: Lượt xem: 99" in told
    app.selectbox[0].select(0).run()
    assert not app.exception
    held = saved.open_review(tmp_path, begun.id)
    assert held is not None
    assert [figure.printed for figure in held.documents[0].figures] == ["70 tỷ đồng"]
    assert "Đã đưa vào 71/QĐ-UBND" in [each.value.replace("\\", "") for each in app.caption]
