"""The review page shows the whole text's account, and asks where a loose figure belongs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsdash.charts.style import Theme
from lsdash.intake.drafting import draft
from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.received import Received
from lsdash.intake.review import from_draft, saved
from lsdash.intake.review.from_draft import Brought
from lsdash.model import Text
from lsdash.store.release import Release
from lsdash.view import View
from lsdash.web.entrance.visit import Visit
from lsdash.web.intake import figure
from lsdash.web.intake.desk import Desk

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
    begun = from_draft.begin(draft.read(brought), own, name="0123abcd", now=now)
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


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("1.800.000 đồng/người/tháng", "1.800.000 đồng/người/tháng"),
        ("150 xe/ngày", "150 xe/ngày"),
        ("70 tỷ đồng", "70 tỷ đồng"),
    ],
)
def test_a_rate_says_by_what_it_is_counted_before_it_is_published(
    tmp_path: Path, release: Release, printed: str, shown: str
) -> None:
    found = draft.read(Received(TEXT.replace("70 tỷ đồng", printed)))
    source = Brought(name="", text=TEXT, publisher=Text(vi="a", en="b"), province="lang-son")
    held = from_draft.begin(found, source, name="0123abcd", now=datetime(2020, 3, 16, tzinfo=UTC))
    (part,) = [each for each in held.loose if each.figures]
    desk = Desk(Visit("vi", next(iter(Theme)), View(), release), tmp_path, held)
    assert figure.read_as(desk, part.figures[0]) == shown
