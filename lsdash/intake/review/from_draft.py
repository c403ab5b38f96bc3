"""A fresh review of a draft: what was read, and what is proposed from what was published before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lsdash.intake.bulletin import citation_roles, headlines
from lsdash.intake.drafting.model import (
    CitationDraft,
    DecisionDraft,
    Draft,
    FactDraft,
    LooseDraft,
    Named,
    Placed,
    TaskDraft,
)
from lsdash.intake.finding import agencies
from lsdash.intake.review import amended_documents, topics
from lsdash.intake.review.amended_documents import Known, KnownFact, OnRecord, Printed
from lsdash.intake.review.review import (
    Cited,
    Document,
    Figure,
    Loose,
    Question,
    Review,
    Task,
    named_by,
)
from lsdash.intake.review.words import Words
from lsdash.model import Text
from lsdash.text import LANGS, say
from lsdash.vocabulary import (
    Issuer,
    Kind,
    Measure,
    RelationKind,
    Sector,
)


@dataclass(frozen=True)
class Precedent:
    """A document published before: one that is called alike is about the same."""

    title: str
    short_title: Words
    measures: Mapping[str, Measure]
    """What its figures measure, by their unit, where all of a unit measure the same."""
    slug: str = ""


@dataclass(frozen=True)
class Brought:
    """A bulletin as an editor brought it, who published it where, and what came before it."""

    name: str
    text: str
    publisher: Text
    province: str
    precedents: Sequence[Precedent] = ()
    on_record: OnRecord = field(default_factory=OnRecord)
    scanned: tuple[int, ...] = ()
    """Pages that were read from pictures."""


def begin(draft: Draft, brought: Brought, *, name: str, now: datetime) -> Review:
    """The review of a fresh draft, under the id `name`; nothing in it was looked at."""
    return Review(
        id=name,
        name=brought.name,
        text=brought.text,
        begun_at=now,
        saved_at=now,
        title=draft.title or "",
        period_from=draft.period_from,
        period_to=draft.period_to,
        author=draft.author or "",
        publisher=brought.publisher,
        province=brought.province,
        headlines_complete=draft.headlines_complete,
        topics=tuple(topics.proposed(draft)),
        documents=tuple(_document(each, brought) for each in draft.decisions),
        account=draft.account,
        loose=tuple(_loose(each, brought) for each in draft.loose),
        left_out=draft.left_out,
        scanned=brought.scanned,
        converted=draft.converted,
    )


def _loose(found: LooseDraft, brought: Brought) -> Loose:
    english = brought.on_record.english
    figures = tuple(_figure(each, None, english) for each in found.facts)
    return Loose(start=found.start, end=found.end, figures=figures, unread=found.unread)


def _document(found: DecisionDraft, brought: Brought) -> Document:
    alike = _alike(found.heading, brought.precedents)
    english = brought.on_record.english
    told = (found.addressed_to, found.lead, found.deadline)
    cited = tuple(_cited(found))
    amends = amended_documents.targets(
        [(each.kind, each.number) for each in cited], found.signed_on, brought.on_record.documents
    )
    return Document(
        start=found.start,
        end=found.end,
        number=found.number,
        signed_on=found.signed_on,
        issuer=found.issuer or Issuer.PEOPLES_COMMITTEE,
        kind_called=_called(found.kind_called),
        status=found.status,
        sector=_sector(found, amends),
        sector_words=found.sector_words,
        second_sectors=found.second_sectors,
        title=Words(vi=found.heading),
        short_title=alike.short_title if alike else Words(),
        addressed_to=_agency(found.addressed_to, english),
        lead=_agency(found.lead, english),
        deadline=found.deadline and found.deadline.day,
        told_at=_places(*told),
        tasks=tuple(_task(each, english) for each in found.tasks),
        item=found.item,
        paragraph=found.paragraph,
        headline=found.headline,
        figures=tuple(_figures(found, amends, alike, brought)),
        cited=cited,
        questions=tuple(
            Question(words=Words(**{lang: say(lang, f"silence.{code}") for lang in LANGS}))
            for code in found.silences
        ),
        labels=tuple(dict.fromkeys(each.printed for each in found.labels)),
        unread=found.unread,
    )


def _sector(found: DecisionDraft, amends: Sequence[Known]) -> Sector:
    """Where no word of the text tells it, that of the document that it amends or corrects."""
    return amends[0].sector if found.sector is Sector.OTHER and amends else found.sector


def _alike(heading: str, precedents: Sequence[Precedent]) -> Precedent | None:
    """The precedent that is called most like this, if it is called much like it."""
    likeness = [(headlines.similarity(heading, each.title), each) for each in precedents]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= headlines.SAME else None


def _figures(
    found: DecisionDraft, amends: Sequence[Known], alike: Precedent | None, brought: Brought
) -> Iterator[Figure]:
    """Its figures, those with the words of an earlier one whose place they plainly take."""
    known = brought.on_record
    printed = [_printed(each, brought.text) for each in found.facts]
    before = next((each for each in known.documents if alike and each.slug == alike.slug), None)
    proposed = amended_documents.propose(printed, amends)
    for fact, own, earlier in zip(found.facts, printed, proposed, strict=True):
        figure = _figure(fact, alike, known.english)
        named = amended_documents.called_alike(own, before) if before else None
        if earlier:
            figure = _called_as(figure, earlier[1])
            name = f"{earlier[0].slug}/{earlier[1].slug}"
            figure = figure.model_copy(update={"amends": name})
        yield _called_as(figure, named) if named and not earlier else figure


def _figure(found: FactDraft, alike: Precedent | None, english: Mapping[str, str]) -> Figure:
    shared = Figure.model_fields.keys() & FactDraft.model_fields.keys()
    measure = alike.measures.get(found.unit) if alike else None
    own = {name: getattr(found, name) for name in shared - {"before", "lead", "deadline", "option"}}
    return Figure(
        **own,
        measure=measure or Measure.OTHER,
        subject=_named_in_english(found.row or found.called, english),
        unit_called=Words(vi=found.noun, en=english.get(found.noun.casefold(), "")),
        before=found.before.printed if found.before else "",
        lead=_agency(found.lead, english),
        deadline=found.deadline and found.deadline.day,
        told_at=_places(found.lead, found.deadline),
    )


def _named_in_english(vi: str, english: Mapping[str, str]) -> Words:
    return Words(vi=vi, en=english.get(vi.casefold(), ""))


def _called_as(figure: Figure, fact: KnownFact) -> Figure:
    """The figure under the name of an earlier one."""
    words = Words(vi=fact.subject_vi, en=fact.subject_en)
    return figure.model_copy(update={"measure": fact.measure, "subject": words})


def _printed(found: FactDraft, text: str) -> Printed:
    before = (found.before.low, found.before.high) if found.before else None
    clause = found.row or text[found.sentence.start : found.start].rpartition(";")[2]
    return Printed(found.unit, found.noun, before, clause)


def _task(found: TaskDraft, english: Mapping[str, str]) -> Task:
    return Task(
        start=found.start,
        end=found.end,
        lead=_agency(found.lead, english),
        deadline=found.deadline and found.deadline.day,
        paragraph=found.paragraph,
    )


def _agency(named: Named | None, english: Mapping[str, str]) -> Words:
    return Words(vi=named.name, en=agencies.english(named.name, english)) if named else Words()


def _places(*told: Placed | None) -> tuple[Placed, ...]:
    """Where something is said, once each, in the order of the text."""
    spans = {(each.start, each.end) for each in told if each and each.end > each.start}
    return tuple(Placed(start=start, end=end) for start, end in sorted(spans))


def _cited(found: DecisionDraft) -> Iterator[Cited]:
    """The documents that it builds on, each once, and what is issued together with it."""
    roles: dict[str, tuple[citation_roles.Role, CitationDraft]] = {}
    for each in found.citations:
        if each.role is citation_roles.Role.OWN or each.number == found.number:
            continue
        known = roles.get(each.number)
        if known is None or known[0] is citation_roles.Role.CITES:
            roles[each.number] = (each.role, known[1] if known else each)
    for role, each in roles.values():
        yield Cited(
            number=each.number,
            printed=each.printed,
            kind=RelationKind(role.value),
            target=named_by(each.number, each.kind),
            paragraph=each.paragraph,
        )
    if found.promulgates:
        yield Cited(
            number="",
            printed=found.promulgates.name,
            kind=RelationKind.PROMULGATES,
            target=Words(vi=found.promulgates.name),
            paragraph=found.paragraph,
        )


def _called(name: str | None) -> Words:
    """The kind as the text calls it, in both languages, where it is one that we know."""
    for kind in Kind:
        words = Words(**{lang: say(lang, f"kind.{kind}") for lang in LANGS})
        if name and name.casefold() == words.vi.casefold():
            return words
    return Words()
