"""Documents themselves, brought as text."""

from lsdash.intake.decision import paper
from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import DecisionDraft, Draft
from lsdash.intake.drafting.papers.findings import Findings, find_all
from lsdash.intake.files import received
from lsdash.settings import ROOT

PAPERS = ROOT / "tests" / "fixtures" / "papers"


def read(name: str) -> Draft:
    return draft.read(received.read((PAPERS / name).read_bytes(), name))


def pasted(text: str) -> DecisionDraft:
    """The one document of a text."""
    (decision,) = draft.read(received.pasted(text)).decisions
    return decision


def found(name: str) -> Findings:
    """What is found in a document, before it is put together."""
    brought = received.read((PAPERS / name).read_bytes(), name)
    itself = paper.read(brought.text)
    assert itself is not None
    return find_all(brought, itself)
