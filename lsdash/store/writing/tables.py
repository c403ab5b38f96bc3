"""The records as rows of the release's tables, and the id that those rows have on every machine.

Rows come one by one and are never all in memory.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from lsdash import quantities
from lsdash.model import (
    Before,
    Bulletin,
    Change,
    Decision,
    Fact,
    FactChange,
    Flag,
    Locator,
    Period,
    Text,
    folded,
    search_words,
)
from lsdash.records import flags, references, standing
from lsdash.records.archive import Archive
from lsdash.records.context import Context, Event, Gate, GateStanding, Observation, Reported
from lsdash.records.flags import Found
from lsdash.records.load import terms
from lsdash.store.writing import roles, sorting
from lsdash.vocabulary import Basis, ChangeKind

LANGUAGES = ("vi", "en")

Row = dict[str, Any]
Told = tuple[str, Row]
"""A row with the name of its table."""

TAB = "\t"
"""Sorts before every letter of a table's name, and stands in none."""

NO_CONTEXT = Context()

FORM = b"layout 1\n"
"""Begins what the id is worked out from. It stays: rows said in the same way keep their id in every
later layout, so that old links go on meaning the same."""

INDEXED = {"words", "facets", "week_digests"}
"""Tables that a draft is indexed by (`store.index`): here `words` has a row for each document."""

FOLLOWING = INDEXED | {"effects"}
"""Tables that follow from the others, and are left out of what the id is worked out from."""

FOLLOWING_COLUMNS = {"decisions": ("id", "digest"), "facts": ("role",)}
"""The same of columns."""

TABLES = (
    "bulletins",
    "decisions",
    "words",
    "facts",
    "dimensions",
    "options",
    "answers",
    "steps",
    "provisions",
    "bodies",
    "silences",
    "flags",
    "relations",
    "changes",
    "effects",
    "observations",
    "events",
    "gates",
    "gate_states",
    "facets",
    "week_digests",
)


def rows(archive: Archive, series: flags.Series, context: Context = NO_CONTEXT) -> Iterator[Told]:
    """All rows of a release. Documents are numbered from 0 by date, then slug.

    A document comes before what hangs on it; `series` holds the numbers of all documents.
    """
    for bulletin in archive.bulletins:
        yield "bulletins", _bulletin(bulletin)
    changes = standing.changes(archive)
    for at, (slug, decision) in enumerate(archive.items()):
        bulletin = archive.bulletin_of(slug)
        own = _decision(decision, bulletin)
        belongings = list(
            _belongings(decision, flags.find(decision, bulletin, series, changes.get(slug, ())))
        )
        yield "decisions", {"id": at, "digest": digest(own, belongings)} | own
        for word, wide in words(own, belongings).items():
            yield "words", {"decision": at, "folded": folded(word), "word": word, "wide": wide}
        for name, row in belongings:
            yield name, {"decision": at} | row
    yield from (("effects", row) for row in _effects(archive))
    yield from (("observations", _observation(each)) for each in context.observations)
    yield from (("events", _event(each)) for each in context.events)
    yield from (("gates", _gate(each)) for each in context.gates)
    yield from (("gate_states", _gate_state(each)) for each in context.standings)


def release_id(week: str, told: Iterable[Told], folder: Path | None = None) -> str:
    """`2020w10-3f9a2c1d`: newest week, and SHA-256 over the rows in a fixed form and order.

    What follows from the rest is left out, and so are empty fields and tables: one that is added
    later does not change what was already said. Documents come before what hangs on them. What does
    not fit in memory is put in order in `folder`. Raises OSError.
    """
    hashed = hashlib.sha256(FORM)
    lines = sorting.in_order(_lines(told), folder)
    for name, of_table in groupby(lines, key=lambda line: line.partition(TAB)[0]):
        parting = f"{name}\n"
        for line in of_table:
            hashed.update(f"{parting}{line.partition(TAB)[2]}".encode())
            parting = "\n"
    return f"{week.replace('-', '')}-{hashed.hexdigest()[:8]}"


def _lines(told: Iterable[Told]) -> Iterator[str]:
    """Table and row in the form in which they are hashed: lines that sort by table first."""
    slugs: dict[int, str] = {}
    for name, row in told:
        if name == "decisions":
            slugs[row["id"]] = row["slug"]
        if name not in FOLLOWING:
            named = _said(name, row)
            if isinstance(row.get("decision"), int):
                named["decision"] = slugs[row["decision"]]
            yield f"{name}{TAB}{_canonical(named)}"


def digest(own: Row, belongings: Sequence[tuple[str, Row]]) -> int:
    """64 bits of SHA-256 over all that is told of a document, in whatever order it is told."""
    lines = [
        f"{name} {_canonical({key: said[key] for key in said.keys() - {'position'}})}"
        for name, row in [("decisions", own), *belongings]
        if name not in FOLLOWING and (said := _said(name, row))
    ]
    hashed = hashlib.sha256("\n".join(sorted(lines)).encode())
    return int.from_bytes(hashed.digest()[:8], signed=True)


def _said(name: str, row: Row) -> Row:
    """A row of this table without what follows from the rest."""
    return {key: row[key] for key in row if key not in FOLLOWING_COLUMNS.get(name, ())}


def _canonical(row: Row) -> str:
    """A row in the one form in which it is hashed, without its empty fields."""
    kept = {key: value for key, value in row.items() if not _is_empty(value)}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    """As text; a decimal is the same number with however many zeros a table gives it back."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _is_empty(value: object) -> bool:
    """Nothing said. 0 is something said."""
    return value is None or value is False or value in ("", [])


def digits(value: Decimal | None, scale_digits: int) -> int | None:
    """6.50 with two digits → 650."""
    return None if value is None else int(value.scaleb(scale_digits))


def _bulletin(it: Bulletin) -> Row:
    return {
        "slug": it.slug,
        "province": it.province,
        "title": it.title,
        "period_from": it.period_from,
        "period_to": it.period_to,
        "author": it.author,
        "headlines": list(it.headlines),
        "headlines_complete": it.headlines_complete,
        **_text("publisher", it.origin.publisher),
        "address": it.origin.address,
        "text_sha256": it.origin.sha256,
        "invented": it.invented,
    }


def _observation(it: Observation) -> Row:
    return {
        "id": it.observation_id,
        "period_from": it.period_start,
        "period_to": it.period_end,
        "direction": it.direction,
        "measure": it.measure,
        "value": it.value,
        "unit": it.unit,
        "cumulative_since": it.cumulative_since,
        "published_on": it.source_published_on,
        "note_vi": it.note_vi,
        "note_en": it.note_en,
        **_reported(it),
    }


def _event(it: Event) -> Row:
    return {
        "id": it.event_id,
        "date_from": it.date_start,
        "date_to": it.date_end,
        "kind": it.kind,
        **_text("summary", Text(vi=it.summary_vi, en=it.summary_en)),
        "decision": it.decision,
        **_reported(it),
    }


def _gate(it: Gate) -> Row:
    return {
        "slug": it.gate,
        "name_vi": it.name_vi,
        "name_en": it.name_en,
        "border_order": it.border_order,
        "km_from_north": it.km_from_north,
        "commune": it.commune_2020,
        "commune_read": it.commune_read,
        "district": it.district_2020,
        "category": it.category_2020,
        "transport": it.transport,
        "opposite_vi": it.opposite_vi,
        "opposite_en": it.opposite_en,
        "note_vi": it.note_vi,
        "note_en": it.note_en,
        "addresses": list(it.source_urls),
    }


def _gate_state(it: GateStanding) -> Row:
    return {
        "id": it.state_id,
        "gate": it.gate,
        "date_from": it.date_start,
        "state": it.state,
        "flags": list(it.flags),
        "evidence": list(it.evidence),
        "note_vi": it.note_vi,
        "note_en": it.note_en,
    }


def _reported(it: Reported) -> Row:
    return {
        "place": it.place,
        "place_kind": it.place_kind,
        "flags": list(it.flags),
        "publisher": it.source_publisher,
        "address": it.source_url,
        "source_read": it.source_read,
    }


def _decision(it: Decision, bulletin: Bulletin) -> Row:
    return {
        "slug": it.slug,
        "bulletin": bulletin.slug,
        "number": it.number,
        "series": it.key.series,
        "series_number": it.key.number,
        "kind": it.kind,
        **_text("kind_called", it.kind_called),
        "signed_on": it.signed_on,
        "issuer": it.issuer,
        "sector": it.sector,
        "second_sectors": list(it.second_sectors),
        "status": it.status,
        **_text("title", it.title),
        **_text("short_title", it.short_title),
        **_text("summary", it.summary),
        **_text("addressed_to", it.addressed_to),
        **_text("edition", it.edition.label if it.edition else None),
        **_text("lead", it.lead),
        "deadline": it.deadline,
        **_at(it.at),
    }


def _belongings(it: Decision, found: Sequence[Found]) -> Iterator[tuple[str, Row]]:
    """Every row that hangs on a document, with the table it goes to."""
    facts = [_fact(fact, it) for fact in it.facts]
    for position, (fact, role) in enumerate(zip(facts, roles.of_document(facts), strict=True)):
        yield "facts", {"position": position} | fact | {"role": role}
    for position, dimension in enumerate(it.dimensions):
        row = {"position": position, "slug": dimension.slug, "health": dimension.health}
        yield "dimensions", row | _text("label", dimension.label)
    yield from _options(it)
    for position, provision in enumerate(it.provisions):
        row = {
            "position": position,
            **_text("text", provision.text),
            **_text("lead", provision.lead),
            "deadline": provision.deadline,
            **_at(provision.at),
        }
        yield "provisions", row
    for position, body in enumerate(it.bodies):
        yield (
            "bodies",
            {
                "position": position,
                **_text("name", body.name),
                "printed": body.printed,
                **_text("role", body.role),
                **_text("post", body.post),
                "head": body.head,
                **_at(body.at),
            },
        )
    for position, silence in enumerate(it.silences):
        yield "silences", {"position": position, **_text("text", silence.text)}
    raised: tuple[Found | Flag, ...] = (*found, *it.flags)
    for position, flag in enumerate(raised):
        yield "flags", {"position": position, **_flag(flag)}
    for position, relation in enumerate(it.relations):
        yield (
            "relations",
            {
                "position": position,
                "kind": relation.kind,
                **_text("target", relation.target),
                "number": relation.number,
                "document": relation.document,
                **_text("period", relation.period),
                **_at(relation.at),
            },
        )
    for position, (about, change) in enumerate(_history(it)):
        yield "changes", {"position": position, **_change(change, about)}


def _options(it: Decision) -> Iterator[tuple[str, Row]]:
    """The options of a document, what each answers, and how a worker's time runs under it."""
    for option in it.options:
        yield "options", {"number": option.number, **_text("label", option.label)}
        for slug, answer in option.answers.items():
            yield (
                "answers",
                {
                    "option": option.number,
                    "dimension": slug,
                    "stated": answer.stated,
                    **_text("text", answer.text),
                    **_text("unsaid", answer.unsaid),
                },
            )
        for number, course in enumerate(option.courses):
            for position, step in enumerate(course.steps):
                yield (
                    "steps",
                    {
                        "option": option.number,
                        "course": number,
                        **_text("course", course.label),
                        "position": position,
                        "place": step.place,
                        **_text("label", step.label),
                        "length": step.length,
                        "daily": step.daily,
                    },
                )


def _flag(it: Found | Flag) -> Row:
    evidence = it.evidence if isinstance(it, Found) else {}
    return {
        "rule": it.rule,
        "fact": it.fact,
        **_text("text", None if isinstance(it, Found) else it.text),
        "evidence": json.dumps(evidence, ensure_ascii=False),
    }


def _history(it: Decision) -> list[tuple[Fact | None, Change]]:
    """Every entry of a document and of its facts, oldest first."""
    own: list[tuple[Fact | None, Change]] = [(None, change) for change in it.changes]
    own += [(fact, change) for fact in it.facts for change in fact.changes]
    return sorted(own, key=lambda entry: entry[1].made_on)


def _change(it: Change, about: Fact | None) -> Row:
    was = it.was if isinstance(it, FactChange) else None
    return {
        "fact": about and about.slug,
        "kind": it.kind,
        "made_on": it.made_on,
        **_text("reason", it.reason),
        "made_by": it.by,
        **_was(about.as_it_was(was) if about and was else None),
    }


def _was(before: Fact | None) -> Row:
    """The figure before. A table takes its columns from its first row, so none is left out."""
    fields = ("low", "high", "scale_digits", "shown_scale", "unit", "bound", "printed")
    if before is None:
        return {f"was_{field}": None for field in fields}
    kept = _figure(before.low, before.high, before.printed)
    kept |= {"unit": before.unit, "bound": before.bound, "printed": before.printed}
    return {f"was_{field}": kept[field] for field in fields}


def _fact(it: Fact, decision: Decision) -> Row:
    source = it if it.printed else next(f for f in decision.facts if f.slug == terms(it)[0])
    corrections = [each for each in it.changes if each.kind is ChangeKind.CORRECTION]
    last = corrections[-1] if corrections else None
    return {
        "slug": it.slug,
        "measure": it.measure,
        **_text("subject", it.subject),
        "kind": it.kind,
        **_figure(*ends(it, decision), source.printed),
        "unit": it.unit,
        **_text("unit_called", it.unit_called),
        "bound": it.bound,
        "printed": it.printed,
        "role_stated": it.role,
        "basis": it.basis,
        "formula": it.formula,
        "part_of": it.part_of,
        "option": it.option,
        **_period(it.period),
        "deadline": it.deadline,
        **_text("lead", it.lead),
        "amends": it.amends,
        **_before(it.before),
        **_text("baseline", it.baseline),
        "direction": it.direction,
        "unit_class": it.unit_class,
        "unit_kinds": list(it.unit_kinds),
        "condition": it.condition,
        "mandatory": it.mandatory,
        **_text("note", it.note),
        **_at(it.at),
        "corrected_on": last and last.made_on,
        "corrected_by": last and last.by,
        "was_printed": last and last.was and last.was.printed,
    }


def _before(it: Before | None) -> Row:
    """The earlier figure as the fact's own document prints it."""
    fields = ("low", "high", "scale_digits", "shown_scale", "printed")
    if it is None:
        return {f"before_{field}": None for field in fields}
    told = _figure(it.low, it.high, it.printed) | {"printed": it.printed}
    return {f"before_{field}": told[field] for field in fields}


def _effects(archive: Archive) -> Iterator[Row]:
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


def _figure(low: Decimal | None, high: Decimal | None, printed: str | None) -> Row:
    """Both ends as integers with one count of decimals, and the multiplier that is printed."""
    decimals = [-int(value.as_tuple().exponent) for value in (low, high) if value is not None]
    scale_digits = max(0, *decimals, 0)
    quantity = quantities.read(printed or "")
    return {
        "low": digits(low, scale_digits),
        "high": digits(high, scale_digits),
        "scale_digits": scale_digits,
        "shown_scale": quantity.scale if quantity else 1,
    }


def ends(it: Fact, decision: Decision) -> tuple[Decimal | None, Decimal | None]:
    """Low and high of a fact; a derived one adds up the facts that its formula names."""
    if it.basis is Basis.STATED:
        return it.low, it.high
    operands = [fact for fact in decision.facts if fact.slug in terms(it)]
    low = sum((fact.low for fact in operands if fact.low is not None), Decimal(0))
    high = sum((fact.high for fact in operands if fact.high is not None), Decimal(0))
    return low, high


SEARCHED: Mapping[str, Sequence[str]] = {
    "decisions": (
        "number",
        "edition_vi",
        *(f"{name}_{lang}" for name in ("title", "short_title", "summary") for lang in LANGUAGES),
    ),
    "facts": ("printed", "subject_vi", "subject_en", "lead_vi", "lead_en"),
    "bodies": ("name_vi", "name_en", "printed", "head", "post_vi", "post_en"),
    "provisions": ("lead_vi", "lead_en"),
}
"""Table → the columns whose words a search finds the document by."""


def words(own: Row, belongings: Iterable[tuple[str, Row]]) -> dict[str, bool]:
    """The words that a document is found by, and of each whether only a wide search looks there.

    Titles and summaries are always looked through; figures, people and bodies in a wide search.
    """
    wide = {
        word: True
        for name, row in belongings
        for column in SEARCHED.get(name, ())
        for word in search_words(row[column] or "")
    }
    return wide | {
        word: False for column in SEARCHED["decisions"] for word in search_words(own[column] or "")
    }


def _text(field: str, text: Text | None) -> Row:
    return {f"{field}_vi": text and text.vi, f"{field}_en": text and text.en}


def _at(at: Locator | None) -> Row:
    return {"item": at and at.item, "paragraph": at and at.paragraph}


def _period(period: Period | None) -> Row:
    return {
        "period_from": period and period.from_,
        "period_to": period and period.to,
        "period_basis": period and period.basis,
    }
