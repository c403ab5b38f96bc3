"""The review page marks what an old font set, and shows what is stored beside it."""

from datetime import UTC, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from lsdash.intake.drafting import draft
from lsdash.intake.files import received
from lsdash.intake.review import from_draft, saved
from lsdash.intake.review.from_draft import Brought
from lsdash.model import Text
from lsdash.settings import ROOT
from lsdash.store.release import Release
from tests.app import hypertext

FILE = ROOT / "tests" / "fixtures" / "brought" / "tcvn3.txt"


def page(folder: "Path", name: str, release: "Release") -> None:
    """What the review page shows of it, as the script that AppTest runs."""
    from lsdash.charts.style import Theme
    from lsdash.intake.review import saved
    from lsdash.view import View
    from lsdash.web.entrance.visit import Visit
    from lsdash.web.intake import spans
    from lsdash.web.intake.desk import Desk
    from lsdash.web.intake.parts import old_font

    held = saved.open_review(folder, name)
    assert held is not None
    at = Desk(Visit("vi", next(iter(Theme)), View(), release), folder, held)
    old_font.notice(at)
    spans.text(at, held.documents[0], None)


def test_each_stretch_is_numbered_in_the_text_and_stands_beside_what_is_stored(
    tmp_path: Path, release: Release
) -> None:
    text = received.read(FILE.read_bytes(), FILE.name)
    own = Brought(name="", text=text.text, publisher=Text(vi="a", en="a"), province="lang-son")
    now = datetime(2020, 3, 16, 8, tzinfo=UTC)
    begun = from_draft.begin(draft.read(text), own, name="0123abcd", now=now)
    saved.put(tmp_path, begun)
    app = AppTest.from_function(page, args=(tmp_path, begun.id, release)).run()
    assert not app.exception
    assert "TCVN3 (.VnTime). 6 đoạn" in app.info[0].value.replace("\\", "")
    told = "\n".join(each.value for each in app.markdown).replace("\\", "")
    assert "⟨5⟩]] Theo đó, phân bổ :orange-background[**1**? 900 triệu đồng]" in told
    titles, items = hypertext.tables(app)
    assert str(titles.iat[0, 1]).startswith("ChØ ®¹o")
    beside = {stored: read for _, stored, read in items.itertuples(index=False)}
    assert beside["Hç trî trång c©y ven ®‹AD›êng tØnh"] == "Hỗ trợ trồng cây ven đường tỉnh"
