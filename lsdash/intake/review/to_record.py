"""A review that has nothing left to do becomes the record of its week.

Where the week is on record already, what the page does not show stays as it is there.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from lsdash.errors import UnfinishedReviewError
from lsdash.intake.review import earlier_record as on_record
from lsdash.intake.review import further, gaps, papers, topics
from lsdash.intake.review.earlier_record import Beside, Former
from lsdash.intake.review.gaps import Gap
from lsdash.intake.review.review import Document, Figure, Review, Task
from lsdash.intake.review.words import Words
from lsdash.model import (
    Bulletin,
    Decision,
    Fact,
    FactChange,
    Locator,
    Period,
    Provision,
    Relation,
    Silence,
    Text,
    Was,
    Week,
    ascii_slug,
    document_slug,
    normalised,
)
from lsdash.vocabulary import ChangeKind, PeriodBasis, Source, Unit

SLUG_LENGTH = 40

FIGURE = ("printed", "kind", "low", "high", "unit", "bound")
"""What of a fact stays on record together, where the figure is the one that it was."""

SPENT: Mapping[str, object] = {"reason": Words(), "corrected_by": "", "corrected_on": None}
"""Why a figure was changed, once that is on record."""

UNSHOWN = ("edition", "dimensions", "options", "bodies", "changes", "paper")
"""Fields of a document that the page does not show, or shows only once they are taken over."""


def left(review: Review, former: Former | None = None) -> list[Gap]:
    """Everything that stands in the way of publishing over the record that there is."""
    review = review.as_published
    found = gaps.find(review)
    if former and review.on_record != former.digest:
        found.insert(0, Gap("record"))
    for at, document in review.kept:
        found += _against_record(on_record.beside(review, document, former), at)
    return found


def week(review: Review, *, sha256: str, on: date, former: Former | None = None) -> Week:
    """The record of a review, read from the text of this SHA-256.

    `former` is the week as it is on record: what the page does not show is kept, facts keep their
    names, and a figure that is another one now gets a correction made `on` that day. Raises
    UnfinishedReviewError while there is something left to do.
    """
    review = review.as_published
    problems = left(review, former)
    if problems or review.period_from is None or review.period_to is None:
        raise UnfinishedReviewError(left=len(problems))
    decisions = _decisions(review, former, on)
    if review.is_paper and former:
        return former.week.model_copy(update={"decisions": decisions})
    bulletin = dict(former.week.bulletin) if former else {}
    origin = {"publisher": review.publisher, "address": review.address.strip() or None}
    edited = {
        "slug": review.week,
        "province": review.province,
        "title": papers.week_title(review) if review.is_paper else review.title,
        "period_from": review.period_from,
        "period_to": review.period_to,
        "author": review.author.strip() or None,
        "headlines": _headlines(review, decisions, former),
        "headlines_complete": review.headlines_complete,
        "partly_at_hand": review.partly_at_hand,
        "topics": topics.of_record(review.told),
        "origin": origin | {"sha256": sha256},
        "papers_only": review.is_paper,
    }
    return Week(bulletin=Bulletin.model_validate(bulletin | edited), decisions=decisions)


def named(review: Review, former: Former | None, digest: str) -> Review:
    """The review after it was published as the record of this digest.

    Its figures are the facts that they became, and the reasons given for changing them are spent.
    """
    documents = []
    for document in review.documents:
        named_as = slugs(on_record.beside(review, document, former))
        figures = tuple(
            figure.model_copy(update={"fact": slug if figure.is_kept else None, **SPENT})
            for figure, slug in zip(document.figures, named_as, strict=True)
        )
        tasks = tuple(
            task.model_copy(update={"was": str(normalised(task.words.vi)) if task.kept else ""})
            for task in document.tasks
        )
        documents.append(document.model_copy(update={"figures": figures, "tasks": tasks}))
    told = {"documents": tuple(documents), "on_record": digest, "struck": ()}
    return review.model_copy(update=told)


def _against_record(own: Beside, at: int) -> Iterator[Gap]:
    """Reasons that changed figures want, and figures that the record cannot do without."""
    needed = own.needed
    for where, (figure, fact) in enumerate(own.pairs):
        if own.change(where):
            yield from (Gap("reason", at, where, lang) for lang in figure.reason.missing)
            if fact and _is_out_of_order(figure, fact):
                yield Gap("corrected_order", at, where)
        if fact and fact.slug in needed:
            needed.discard(fact.slug)
            yield Gap("needed", at, where)
    if needed:
        yield Gap("needed", at)


def _is_out_of_order(figure: Figure, fact: Fact) -> bool:
    """A correction of an earlier day than the last one on record."""
    last = fact.changes[-1].made_on if fact.changes else None
    return bool(last and figure.corrected_on and figure.corrected_on < last)


def _decisions(review: Review, former: Former | None, on: date) -> tuple[Decision, ...]:
    """The draft's documents, and those on record beside them that were not struck."""
    own = [on_record.beside(review, document, former) for _, document in review.kept]
    made = {decision.slug: decision for decision in (_decision(each, on) for each in own)}
    if former is None:
        return tuple(made.values())
    left = on_record.documents_left(review, former.week)
    known = {each.slug: each for each in left if each.slug not in review.struck} | made
    order = _in_order([decision.slug for decision in former.week.decisions], known, made)
    return tuple(known[slug] for slug in order)


def _headlines(review: Review, decisions: Sequence[Decision], former: Former | None) -> list[str]:
    """The numbers of the documents that the opening list names, in its order."""
    listed = [
        (each.headline, _number(each)) for _, each in review.kept if each.headline is not None
    ]
    numbers = [number for _, number in sorted(listed)]
    there = {decision.number for decision in decisions}
    before = [each for each in (former.week.bulletin.headlines if former else ()) if each in there]
    return _in_order(before, [*before, *numbers], numbers)


def _in_order(before: Sequence[str], known: Container[str], made: Iterable[str]) -> list[str]:
    """Names on record in their order, each new one after the one that it follows in the draft."""
    order = [name for name in before if name in known]
    previous: str | None = None
    for name in made:
        if name not in order:
            order.insert(0 if previous is None else order.index(previous) + 1, name)
        previous = name
    return order


def _decision(own: Beside, on: date) -> Decision:
    document, former = own.document, own.decision
    kept = {name: getattr(former, name) for name in UNSHOWN} if former else {}
    place = _place(document, document.paragraph, "")
    own_words = further.recorded(document.further, former, place) if document.further else {}
    flags = own_words.get("flags", [dict(flag) for flag in (former.flags if former else ())])
    return Decision.model_validate(
        {
            **kept,
            **own_words,
            "number": _number(document),
            "kind_called": (former and former.kind_called) or _text(document.kind_called),
            "signed_on": document.signed_on,
            "issuer": document.issuer,
            "sector": document.sector,
            "second_sectors": [
                sector for sector in document.second_sectors if sector is not document.sector
            ],
            "status": document.status,
            "title": document.title.text(),
            "short_title": document.short_title.text(),
            "summary": document.summary.text(),
            "addressed_to": _text(document.addressed_to),
            "lead": _text(document.lead),
            "deadline": document.deadline,
            "at": _told_at(document, former),
            "paper": document.paper or kept.get("paper"),
            "labels": _labels(document, former),
            "facts": _facts(own, on),
            "provisions": _provisions(document, former),
            "silences": _silences(document, former),
            "flags": [flag for flag in flags if flag["fact"] not in own.gone],
            "relations": _relations(document, former),
        }
    )


def _told_at(document: Document, former: Decision | None) -> Locator | None:
    """Where the bulletin tells of it; of a document itself what the record says, if anything."""
    if document.paper:
        return former.at if former else None
    return Locator(item=document.item, paragraph=document.paragraph)


def _place(document: Document, paragraph: int, in_paper: str) -> Locator:
    if document.paper:
        return Locator(paper=in_paper or "passage-1")
    return Locator(item=document.item, paragraph=paragraph)


def _provisions(document: Document, former: Decision | None) -> list[Provision]:
    """Those that the editor keeps, in place of what they were, and those that the page lacks."""
    shown = {task.was: task for task in document.tasks if task.was}
    held = former.provisions if former else ()
    kept: list[Provision] = []
    for provision in held:
        task = shown.pop(provision.text.vi, None)
        if task is None:
            kept.append(provision)
        elif task.kept:
            told = _of_task(task) | {"at": provision.at}
            kept.append(provision.model_copy(update=told))
    names = {provision.text.vi for provision in held}
    kept += [
        Provision(**_of_task(task), at=_place(document, task.paragraph, task.place))
        for task in document.tasks
        if task.kept and task.was not in names
    ]
    return kept


def _of_task(task: Task) -> dict[str, Any]:
    return {"text": task.words.text(), "lead": _text(task.lead), "deadline": task.deadline}


def _facts(own: Beside, on: date) -> list[Fact]:
    """The draft's figures, and the facts on record beside them that were not struck."""
    names = slugs(own)
    made = {
        names[at]: _fact(own, at, names, on)
        for at, figure in enumerate(own.document.figures)
        if figure.is_kept
    }
    staying = (fact for fact in own.held if fact.slug not in own.gone)
    known = {fact.slug: papers.with_total(fact, own.document) for fact in staying} | made
    order = _in_order([fact.slug for fact in own.held], known, made)
    return [known[slug] for slug in order]


def _fact(own: Beside, at: int, slugs: Sequence[str], on: date) -> Fact:
    figure, former = own.document.figures[at], own.facts[at]
    changed = own.change(at)
    told: dict[str, Any] = dict(former) if former else {}
    told |= {
        "slug": slugs[at],
        "measure": figure.measure,
        "subject": figure.subject.text(),
        "part_of": _part_of(figure, former, slugs),
        "period": _period(figure, former),
        "role": figure.role,
        "deadline": figure.deadline,
        "lead": _text(figure.lead),
        "amends": figure.amends or None,
        "before": figure.earlier,
        "direction": figure.direction,
        "mandatory": figure.mandatory,
        **papers.met(own.document, figure, former),
    }
    told |= _beside(figure)
    told["part_by"] = _part_by(own, figure, told["part_of"], former)
    if former is None or changed or _is_first_told(own.document, former):
        told |= {name: getattr(figure, name) for name in FIGURE}
        told["unit_printed"] = figure.unit_printed or None
    elif former.printed == figure.printed:  # as one published before the head's unit was kept
        told["unit_printed"] = former.unit_printed or figure.unit_printed or None
    told["unit_called"] = _text(figure.unit_called) if told["unit"] is Unit.ITEM else None
    if changed:
        told["changes"] = _history(figure, changed, on)
    return Fact.model_validate(told)


def _beside(figure: Figure) -> dict[str, Any]:
    """Fields that are left as they are on record until the draft has taken them over."""
    told: dict[str, Any] = {
        name: _text(words)
        for name in ("note", "baseline")
        if (words := getattr(figure, name)) is not None
    }
    for name in ("option", "unit_class"):
        if (value := getattr(figure, name)) is not None:
            told[name] = value or None
    return told


def _is_first_told(document: Document, former: Fact) -> bool:
    """A bulletin tells of what only the document itself said until now."""
    return document.paper is None and former.at is not None and former.at.source is Source.PAPER


def _part_by(own: Beside, figure: Figure, whole: str | None, former: Fact | None) -> str | None:
    """The table that splits a whole of which the record has parts already, in another way."""
    if former or whole is None or not (figure.place and figure.unit_printed):
        return former.part_by if former and whole else None
    table = papers.table_of(figure.place)
    others = [
        fact
        for fact in own.held
        if fact.part_of == whole
        and not fact.part_by
        and fact.slug not in own.gone
        and (fact.at is None or papers.table_of(fact.at.paper or "") != table)
    ]
    return table if others else None


def _history(figure: Figure, former: Fact, on: date) -> list[FactChange]:
    """The fact's history with this correction at its end, on the day of the document that makes it.

    Earlier entries leave out a unit and a bound that are the fact's own; where these change now,
    they are written out.
    """
    own = {
        name: getattr(former, name)
        for name in ("unit", "bound")
        if getattr(former, name) != getattr(figure, name)
    }
    was = Was(printed=str(former.printed), low=former.low, high=former.high, **own)
    reason = figure.reason.text()
    by = str(normalised(figure.corrected_by)) or None
    now = FactChange(
        kind=ChangeKind.CORRECTION,
        made_on=(by and figure.corrected_on) or on,
        reason=reason,
        by=by,
        was=was,
    )
    return [*(_written_out(change, own) for change in former.changes), now]


def _written_out(change: FactChange, own: Mapping[str, Any]) -> FactChange:
    if change.was is None:
        return change
    told = {name: getattr(change.was, name) or value for name, value in own.items()}
    return change.model_copy(update={"was": change.was.model_copy(update=told)})


def _part_of(figure: Figure, former: Fact | None, slugs: Sequence[str]) -> str | None:
    """What the page says; a whole that it does not show stays on record."""
    if figure.part_of is not None:
        return slugs[figure.part_of]
    hidden = former and former.part_of not in slugs
    return former.part_of if former and hidden else None


def _period(figure: Figure, former: Fact | None) -> Period | None:
    if figure.period_from is None or figure.period_to is None:
        return None
    held = former.period if former else None
    if held and (held.from_, held.to) == (figure.period_from, figure.period_to):
        return held
    return Period.model_validate(
        {"from": figure.period_from, "to": figure.period_to, "basis": PeriodBasis.STATED}
    )


def _labels(document: Document, former: Decision | None) -> list[str]:
    """Numbers that are no figures: those that name something, and the figures that were struck."""
    struck = [figure.printed for figure in document.figures if not figure.is_kept]
    stated = {normalised(figure.printed) for figure in document.figures if figure.is_kept}
    known = former.labels if former else document.labels
    told = dict.fromkeys(str(normalised(each)) for each in (*known, *struck))
    return [label for label in told if label not in stated]


def _silences(document: Document, former: Decision | None) -> list[Silence]:
    """Those that the editor keeps, and those on record that the page does not show."""
    shown = {question.words for question in document.questions}
    kept = [question.words.text() for question in document.questions if question.kept]
    held = [silence.text for silence in (former.silences if former else ())]
    beside = [text for text in held if Words.of(text) not in shown]
    return [Silence(text=text) for text in (*kept, *beside)]


def _relations(document: Document, former: Decision | None) -> list[Relation]:
    """Those on record as the editor has them now, then what else the document cites."""
    cited = {each.number: each for each in document.cited}
    found: list[Relation] = []
    for relation in former.relations if former else ():
        shown = cited.pop(relation.number, None) if relation.number else None
        if shown is None:
            found.append(relation)
        elif shown.kept:
            told = {
                "kind": shown.kind,
                "target": shown.target.text(),
                "document": shown.document or None,
            }
            found.append(relation.model_copy(update=told))
    found += [
        Relation(
            kind=each.kind,
            target=each.target.text(),
            number=str(normalised(each.number)) or None,
            document=each.document or None,
            at=_place(document, each.paragraph, each.place),
        )
        for each in cited.values()
        if each.kept
    ]
    return found


def slugs(own: Beside) -> list[str]:
    """A name for each figure, no two alike: the fact's, the editor's, or made from its subject."""
    taken = {fact.slug for fact in own.held}
    found: list[str] = []
    for figure, fact in own.pairs:
        found.append(fact.slug if fact else _fresh(figure, {*taken, *found}))
    return found


def _fresh(figure: Figure, taken: set[str]) -> str:
    base = slug_of(figure)
    ways = (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3)))
    return next(way for way in ways if way not in taken)


def slug_of(figure: Figure) -> str:
    """The name that is made for a new figure: the editor's, else of its English or its subject."""
    made = ascii_slug(figure.slug) or figure.subject.slug
    return made[:SLUG_LENGTH].strip("-") or str(figure.kind)


def slug_of_document(document: Document) -> str:
    """The name that links have for it. Raises ValueError where number or day are not right."""
    if document.key is None or document.signed_on is None:
        raise ValueError(f"{document.number!r} of {document.signed_on} is no document yet")
    return document_slug(document.key, document.signed_on, document.issuer)


def _number(document: Document) -> str:
    return str(normalised(document.number))


def _text(words: Words) -> Text | None:
    return words.text() if words.vi.strip() else None
