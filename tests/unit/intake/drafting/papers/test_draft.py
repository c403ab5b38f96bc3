"""A document itself becomes a draft of one document in the week of its date."""

from datetime import date

from lsdash.vocabulary import Issuer, Sector, Status
from tests.unit.intake.drafting.papers.conftest import read


def test_it_stands_in_the_week_of_its_date() -> None:
    found = read("421-qd-ubnd.txt")
    assert (found.period_from, found.period_to) == (date(2020, 3, 9), date(2020, 3, 15))
    (decision,) = found.decisions
    assert (decision.number, decision.signed_on) == ("421/QĐ-UBND", date(2020, 3, 10))
    assert (decision.issuer, decision.status, decision.sector) == (
        Issuer.PEOPLES_COMMITTEE,
        Status.DECIDED,
        Sector.TRANSPORT,
    )
