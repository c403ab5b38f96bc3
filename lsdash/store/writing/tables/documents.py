"""A document as a row, and every row that hangs on it."""

import json
from collections.abc import Iterator, Sequence

from lsdash.model import Bulletin, Decision, Flag, Paper
from lsdash.records import references
from lsdash.records.archive import Archive
from lsdash.records.flags import Found
from lsdash.store.writing import roles
from lsdash.store.writing.tables.columns import at_columns, text_columns
from lsdash.store.writing.tables.facts import change_row, fact_row, history_of
from lsdash.store.writing.tables.names import Row


def decision_row(it: Decision, bulletin: Bulletin) -> Row:
    return {
        "slug": it.slug,
        "bulletin": bulletin.slug,
        "number": it.number,
        "series": it.key.series,
        "series_number": it.key.number,
        "kind": it.kind,
        **text_columns("kind_called", it.kind_called),
        "signed_on": it.signed_on,
        "issuer": it.issuer,
        "sector": it.sector,
        "second_sectors": list(it.second_sectors),
        "status": it.status,
        **text_columns("title", it.title),
        **text_columns("short_title", it.short_title),
        **text_columns("summary", it.summary),
        **text_columns("addressed_to", it.addressed_to),
        **text_columns("edition", it.edition.label if it.edition else None),
        **text_columns("lead", it.lead),
        "deadline": it.deadline,
        "item": it.at and it.at.item,
        "paragraph": it.at and it.at.paragraph,
        **_paper(it.paper),
    }


def _paper(it: Paper | None) -> Row:
    """What the document itself says of how it was signed and from when it holds."""
    return {
        "paper_sha256": it and it.sha256,
        "paper_name": it and it.name,
        "signed_at": it and it.place,
        "capacity": it and it.capacity,
        "signed_as": it and it.signed_as,
        "signer": it and it.signer,
        "recipients": list(it.recipients) if it else [],
        "effective_on": it and it.effective_on,
    }


def belongings_of(it: Decision, found: Sequence[Found]) -> Iterator[tuple[str, Row]]:
    """Every row that hangs on a document, with the table it goes to."""
    facts = [fact_row(fact, it) for fact in it.facts]
    for position, (fact, role) in enumerate(zip(facts, roles.of_document(facts), strict=True)):
        yield "facts", {"position": position} | fact | {"role": role}
    for position, dimension in enumerate(it.dimensions):
        row = {"position": position, "slug": dimension.slug, "health": dimension.health}
        yield "dimensions", row | text_columns("label", dimension.label)
    yield from _options(it)
    for position, provision in enumerate(it.provisions):
        row = {
            "position": position,
            **text_columns("text", provision.text),
            **text_columns("lead", provision.lead),
            "deadline": provision.deadline,
            **at_columns(provision.at),
        }
        yield "provisions", row
    for position, body in enumerate(it.bodies):
        yield (
            "bodies",
            {
                "position": position,
                **text_columns("name", body.name),
                "printed": body.printed,
                **text_columns("role", body.role),
                **text_columns("post", body.post),
                "head": body.head,
                **at_columns(body.at),
            },
        )
    for position, silence in enumerate(it.silences):
        yield "silences", {"position": position, **text_columns("text", silence.text)}
    raised: tuple[Found | Flag, ...] = (*found, *it.flags)
    for position, flag in enumerate(raised):
        yield "flags", {"position": position, **_flag(flag)}
    for position, relation in enumerate(it.relations):
        yield (
            "relations",
            {
                "position": position,
                "kind": relation.kind,
                **text_columns("target", relation.target),
                "number": relation.number,
                "document": relation.document,
                **text_columns("period", relation.period),
                **at_columns(relation.at),
            },
        )
    for position, (about, change) in enumerate(history_of(it)):
        yield "changes", {"position": position, **change_row(change, about)}


def _options(it: Decision) -> Iterator[tuple[str, Row]]:
    """The options of a document, what each answers, and how a worker's time runs under it."""
    for option in it.options:
        yield "options", {"number": option.number, **text_columns("label", option.label)}
        for slug, answer in option.answers.items():
            yield (
                "answers",
                {
                    "option": option.number,
                    "dimension": slug,
                    "stated": answer.stated,
                    **text_columns("text", answer.text),
                    **text_columns("unsaid", answer.unsaid),
                },
            )
        for number, course in enumerate(option.courses):
            for position, step in enumerate(course.steps):
                yield (
                    "steps",
                    {
                        "option": option.number,
                        "course": number,
                        **text_columns("course", course.label),
                        "position": position,
                        "place": step.place,
                        **text_columns("label", step.label),
                        "length": step.length,
                        "daily": step.daily,
                    },
                )


def _flag(it: Found | Flag) -> Row:
    evidence = it.evidence if isinstance(it, Found) else {}
    return {
        "rule": it.rule,
        "fact": it.fact,
        **text_columns("text", None if isinstance(it, Found) else it.text),
        "evidence": json.dumps(evidence, ensure_ascii=False),
    }


def effect_rows(archive: Archive) -> Iterator[Row]:
    """What documents do to others on record."""
    numbers = {slug: at for at, slug in enumerate(archive)}
    for each in references.find(archive):
        yield {
            "decision": numbers[each.to],
            "fact": each.to_fact,
            "kind": each.kind,
            "by_decision": numbers[each.by],
            "by_fact": each.by_fact,
        }
