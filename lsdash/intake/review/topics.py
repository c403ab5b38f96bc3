"""What an opening list tells of without a document: of a bulletin that is only partly at hand."""

from collections.abc import Iterator, Sequence

from lsdash.intake.drafting.model import Draft
from lsdash.intake.review.words import Words
from lsdash.model import Frozen, Reference, Text, Topic
from lsdash.model.words import DOCUMENT_NUMBER
from lsdash.vocabulary import RelationKind, Sector


class ToldTopic(Frozen):
    """One line of the list, to be said in the editor's own words."""

    words: Words = Words()
    sector: Sector | None = None
    relations: tuple[Reference, ...] = ()
    kept: bool = True


def proposed(draft: Draft) -> Iterator[ToldTopic]:
    """The subjects of the list that no document of the draft is under, as the list has them."""
    told = {each.headline for each in draft.decisions}
    for at, subject in enumerate(draft.headlines):
        if at not in told:
            yield ToldTopic(words=Words(vi=subject), relations=tuple(_cited(subject)))


def recalled(topics: Sequence[Topic]) -> tuple[ToldTopic, ...]:
    """The topics of a record, to be gone on with."""
    return tuple(
        ToldTopic(words=Words.of(each.title), sector=each.sector, relations=each.relations)
        for each in topics
    )


def of_record(topics: Sequence[ToldTopic]) -> tuple[Topic, ...]:
    """As they are published. Raises ValueError for one without words."""
    return tuple(
        Topic(title=each.words.text(), sector=each.sector, relations=each.relations)
        for each in topics
        if each.kept
    )


def _cited(subject: str) -> Iterator[Reference]:
    """The documents whose numbers stand in the line; what is done to them the record may say."""
    for found in DOCUMENT_NUMBER.finditer(subject):
        number = found[0]
        yield Reference(kind=RelationKind.CITES, target=Text(vi=number, en=number), number=number)
