"""What looks odd about a document itself is flagged with what proves it."""

from datetime import date

from lsdash.intake.drafting import draft
from lsdash.intake.files import received
from lsdash.records.flags import SeriesPoint
from lsdash.vocabulary import FlagRule
from tests.unit.intake.drafting.papers.conftest import PAPERS, read


def test_what_does_not_close_is_a_flag_with_its_place() -> None:
    flags = read("63-kh-ubnd.txt").decisions[0].flags
    (gap,) = [each for each in flags if each.rule is FlagRule.SUM_DOES_NOT_CLOSE]
    assert gap.evidence["place"] == "section-II.clause-1.row-4"
    assert gap.evidence["difference"] == "1"


def test_a_day_of_signing_that_does_not_fit_is_flagged() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    late = text.replace("ngày 10 tháng 3 năm 2020\n", "ngày 01 tháng 8 năm 2020\n", 1)
    known = [SeriesPoint("QĐ-UBND", 300, date(2020, 9, 1), "300/QĐ-UBND")]
    (decision,) = draft.read(received.pasted(late), known).decisions
    assert [each.rule for each in decision.flags] == [
        FlagRule.WEEKEND,
        FlagRule.DUE_BEFORE_SIGNED,
        FlagRule.DUE_BEFORE_SIGNED,
        FlagRule.OUT_OF_SERIES,
    ]
