"""Every number of a document itself is a figure, a name or furniture, or is told as unread."""

import pytest

from lsdash.intake.drafting.model import Belongs
from lsdash.intake.drafting.papers import account
from lsdash.intake.files import received
from tests.unit.intake.drafting.papers.conftest import PAPERS, found, pasted, read


@pytest.mark.parametrize("name", [each.name for each in sorted(PAPERS.glob("*.txt"))])
def test_every_number_is_accounted_for_and_every_span_leads_back(name: str) -> None:
    text = received.read((PAPERS / name).read_bytes(), name).text
    drafted = read(name)
    assert drafted.unread == ()
    for fact in drafted.decisions[0].facts:
        assert text[fact.start : fact.end] == fact.printed
        assert fact.sentence.start <= fact.start < fact.end <= fact.sentence.end


def test_a_number_that_nothing_reads_is_told_and_one_that_counts_its_clauses_is_not() -> None:
    text = (PAPERS / "421-qd-ubnd.txt").read_text(encoding="utf-8")
    clause = "3. Các đơn vị liên hệ số 4455 để được hướng dẫn.\n\nĐiều 3. "
    assert [each.printed for each in pasted(text.replace("Điều 3. ", clause)).unread] == ["4455"]


def test_its_account_leaves_nothing_out_and_tells_rows_of_tables_apart() -> None:
    findings = found("421-qd-ubnd.txt")
    told = account.parts(findings)
    assert "".join(findings.text[each.start : each.end] for each in told) == findings.text
    rows = [each for each in told if each.belongs is Belongs.ROW]
    assert findings.text[rows[-1].start :].startswith("4 | Thành phố Lạng Sơn")
