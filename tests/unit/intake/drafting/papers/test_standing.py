"""Who issued a document, and whether it decides or asks."""

from lsdash.vocabulary import Issuer, Kind, Status
from tests.unit.intake.drafting.papers.conftest import read


def test_its_chairman_is_another_issuer_than_the_committee() -> None:
    assert read("436-qd-ubnd.txt").decisions[0].issuer is Issuer.CHAIRMAN


def test_a_request_to_a_ministry_is_proposed_to_it() -> None:
    (letter,) = read("1402-ubnd-ktth.txt").decisions
    assert (letter.kind, letter.status) == (Kind.OFFICIAL_LETTER, Status.PROPOSED)
    assert letter.addressed_to is not None
    assert letter.addressed_to.name == "Bộ Tài chính"
