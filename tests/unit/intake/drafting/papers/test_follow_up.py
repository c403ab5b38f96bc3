"""The articles of a document say who is to do what by when."""

from datetime import date

from lsdash.intake.drafting import draft
from lsdash.intake.files import received
from tests.unit.intake.drafting.papers.conftest import PAPERS


def test_its_articles_have_deadlines_and_levels_that_take_the_place_of_others() -> None:
    text = (PAPERS / "436-qd-ubnd.txt").read_text(encoding="utf-8")
    article = (
        "Điều 3. Sở Tài chính báo cáo trước ngày 30/6/2020.\n"
        "Điều 4. Nâng mức hỗ trợ từ 10 triệu đồng lên 12 triệu đồng.\nĐiều 5. Chánh"
    )
    changed = text.replace("Điều 3. Chánh", article).encode()
    (decision,) = draft.read(received.read(changed, "436.txt")).decisions
    (task,) = decision.tasks
    assert task.lead and task.lead.name == "Sở Tài chính"
    assert task.deadline and task.deadline.day == date(2020, 6, 30)
    assert decision.deadline is None
    (level,) = [each for each in decision.facts if each.before]
    assert (level.low, level.before and level.before.low) == (12_000_000, 10_000_000)
    assert decision.unread == ()
