"""All that was found in a document itself, before it is put together."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lsdash.intake.decision.paper import Paper
from lsdash.intake.drafting.papers import figures
from lsdash.intake.drafting.papers.figures import Figures
from lsdash.intake.files.received import Received
from lsdash.intake.finding import citations, quantities
from lsdash.intake.finding.citations import Citation
from lsdash.intake.finding.quantities import Name
from lsdash.intake.text import normalized, paragraphs
from lsdash.intake.text.normalized import Prepared
from lsdash.intake.text.paragraphs import Paragraph, plain

SENTENCE_END = re.compile(r"(?<![A-ZĐ])[.!?…;](?=\s)|[\n\r]")
"""What a document sets out one by one ends in semicolons, each like a sentence of its own."""


@dataclass(frozen=True)
class Findings:
    """The text of a document with its parts, and what stands in them, in its order."""

    text: str
    paper: Paper
    paragraphs: Sequence[Paragraph]
    """From its head on."""
    cited: Sequence[Citation]
    names: Sequence[Name]
    figures: Figures

    @cached_property
    def ready(self) -> Prepared:
        return normalized.prepare(self.text)

    @cached_property
    def said(self) -> str:
        """What the document itself says, without head, grounds, signature and annexes."""
        start, end = self.paper.body
        return plain(self.text[start:end])

    def is_in_body(self, start: int) -> bool:
        begins, ends = self.paper.body
        return begins <= start < ends

    def paragraph_at(self, start: int) -> int:
        """The position of the paragraph that holds this place; 0 above all of them."""
        return max(0, bisect_right(self.paragraphs, start, key=lambda each: each.start) - 1)


def find_all(received: Received, paper: Paper) -> Findings:
    text = received.text
    cited = citations.find(text)
    return Findings(
        text=text,
        paper=paper,
        paragraphs=[each for each in paragraphs.split(text) if each.start >= paper.head.start],
        cited=cited,
        names=quantities.names(text, cited),
        figures=figures.find(received, paper, cited),
    )
