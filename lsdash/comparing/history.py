"""What changed, in words: how much, field by field, and the entries of a document's history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from lsdash import sentences
from lsdash.comparing.differences import FIGURE, Difference, DocumentChange, FactChange, Pair, State
from lsdash.store.rows import (
    ChangeRow,
    DecisionRow,
    EventRow,
    FactRow,
    FlagRow,
    OutcomeRow,
    PartRow,
    WeekRow,
)
from lsdash.text import Lang, count, figures, phrases, pick, publishers, say

Compared = Literal["releases", "weeks"]

PLACE = ("item", "paragraph", "paper_place", "scan_page", "paper_scan_page")
SHOWN_AS: Mapping[str, str] = {
    **dict.fromkeys(FIGURE, "figure"),
    **dict.fromkeys(("period_from", "period_to", "period_basis", "deadline"), "when"),
    **dict.fromkeys(PLACE, "place"),
}
"""Fields that are told together, under one name."""

STATES = {State.CHANGED: "changed", State.ADDED: "added", State.REMOVED: "removed"}
FACTS = {
    State.CHANGED: "facts_changed",
    State.ADDED: "facts_added",
    State.REMOVED: "facts_removed",
}
DOCUMENTS = {
    State.CHANGED: "documents_changed",
    State.ADDED: "documents_added",
    State.REMOVED: "documents_removed",
}
"""Changed documents are counted apart from those whose figures changed."""

BULLETINS = {
    State.CHANGED: "bulletins_changed",
    State.ADDED: "bulletins_added",
    State.REMOVED: "bulletins_removed",
}

WORDS: Mapping[str, tuple[str, ...]] = {
    "status": ("status",),
    "kind": ("kind", "figure_kind"),
    "issuer": ("issuer",),
    "sector": ("sector",),
    "second_sectors": ("sector",),
    "direction": ("direction",),
    "role": ("role",),
    "basis": ("basis",),
    "measure": ("measured",),
    "unit_kinds": ("unit_kind",),
    "condition": ("condition",),
}
"""Field of codes → the phrases that say them."""


OTHER_LANGUAGE: Mapping[Lang, str] = {"vi": "_en", "en": "_vi"}


@dataclass(frozen=True)
class SideBySide:
    """One thing that changed: how it was and how it is; None where there is no such thing."""

    what: str
    old: str | None
    new: str | None


def counted(
    difference: Difference, lang: Lang, compared: Compared = "releases", *, narrowed: bool = False
) -> str:
    """`2 số liệu thay đổi, 4 văn bản mới`; that nothing differs where nothing does.

    `narrowed` says that filters left some documents out of the comparison.
    """
    told = counted_facts(difference.facts, lang, compared)
    for state, what in DOCUMENTS.items():
        alike = [each for each in difference.documents if each.state is state]
        if state is State.CHANGED:
            alike = [each for each in alike if not each.facts]
        told += _count(lang, compared, what, len(alike))
    bulletins = [week.state for week in difference.weeks]
    for state, what in BULLETINS.items():
        told += _count(lang, compared, what, bulletins.count(state))
    told += _count(lang, compared, "observations", len(difference.observations))
    told += _count(lang, compared, "events", len(difference.events))
    told += _count(lang, compared, "outcomes", len(difference.outcomes))
    sentence = ", ".join(told) or say(lang, _key(compared, "same"))
    if narrowed and not told:
        sentence = say(lang, "changes.narrowed", sentence=sentence)
    return sentence[:1].upper() + sentence[1:]


def counted_facts(
    facts: Iterable[FactChange], lang: Lang, compared: Compared = "releases"
) -> list[str]:
    """`2 số liệu thay đổi`, `3 số liệu mới`: those that there are."""
    states = [fact.state for fact in facts]
    told: list[str] = []
    for state, what in FACTS.items():
        told += _count(lang, compared, what, states.count(state))
    return told


def state(change: Pair[Any], lang: Lang, compared: Compared = "releases") -> str:
    """`Mới`, `Không còn`, `Thay đổi`: what became of a document."""
    return say(lang, _key(compared, STATES[change.state]))


def fields_told(change: Pair[Any], lang: Lang) -> list[SideBySide]:
    """What changed of a row, each thing under its name in words.

    A text in the other language is told where the reader's own stayed as it was, and the print of a
    figure where it says more than the figure.
    """
    changed = [each.field for each in change.fields]
    told: dict[str, SideBySide] = {}
    for field in changed:
        name = name_of(field)
        is_other = field.endswith(OTHER_LANGUAGE[lang])
        if is_other and f"{name}_{lang}" in changed:
            continue
        what = say(lang, f"changed.{name}")
        if is_other:
            what = say(lang, "changes.in_the_other_language", what=what)
        not_stated = say(lang, "fact.not_stated")
        old, new = (_value(row, field, lang) or not_stated for row in (change.old, change.new))
        told[name if name == "figure" else field] = SideBySide(what, old, new)
    figure, printed = told.get("figure"), told.get("printed")
    if figure and printed and (figure.old, figure.new) == (printed.old, printed.new):
        del told["printed"]
    return list({each.what: each for each in told.values()}.values())


def name_of(field: str) -> str:
    """The name under which a field is told, whichever its language."""
    bare = field.removesuffix("_vi").removesuffix("_en")
    return SHOWN_AS.get(bare, bare)


def fact_told(change: FactChange, lang: Lang) -> SideBySide:
    """A fact as a figure before and after, under its subject and its document's number."""
    row = change.row
    subject = sentences.row_text(row, "subject", lang)
    what = say(lang, "changes.fact", subject=subject, number=row.number)
    old, new = (sentences.moved(each, lang) if each else None for each in (change.old, change.new))
    if old == new:
        differing = fields_told(change, lang)
        said = ", ".join(f"{each.what}: {each.new}" for each in differing)
        return SideBySide(what, old, f"{new} · {said}")
    return SideBySide(what, old, new)


def week_told(change: Pair[WeekRow], lang: Lang) -> list[SideBySide]:
    """A bulletin: what changed of it, or its title where it is new or gone."""
    if change.state is State.CHANGED:
        return fields_told(change, lang)
    week = say(lang, "strip.week", week=sentences.week_span(change.row, lang))
    old, new = (each.title if each else None for each in (change.old, change.new))
    return [SideBySide(week, old, new)]


def event_told(change: Pair[EventRow], lang: Lang) -> SideBySide:
    """An event that the press reported: its day, and what is said of it before and after."""
    old, new = (
        sentences.row_text(each, "summary", lang) if each else None
        for each in (change.old, change.new)
    )
    if old == new:
        new = say(lang, "changes.details", what=new)
    return SideBySide(figures.day(change.row.date_from, lang), old, new)


def outcome_told(change: Pair[OutcomeRow], lang: Lang) -> SideBySide:
    """What was reported later of a document, before and after, and by whom."""
    old, new = (pick(lang, each, "what") if each else None for each in (change.old, change.new))
    if old == new:
        new = say(lang, "changes.details", what=new)
    return SideBySide(publishers.named(change.row.publisher, lang), old, new)


def entry(row: ChangeRow, lang: Lang, subject: str | None = None) -> str:
    """`Đính chính 20/03/2020 (Cát, đá; trước in là “7.916 triệu đồng”): đọc nhầm`."""
    about = [subject] if subject else []
    if row.was_printed:
        about.append(say(lang, "changes.was_printed", printed=row.was_printed))
    return _entry(row, lang, f" ({'; '.join(about)})" if about else "")


def reason(row: ChangeRow, lang: Lang) -> str:
    """`Đính chính 20/03/2020: đọc nhầm`."""
    return _entry(row, lang, "")


def correction(fact: FactRow, lang: Lang) -> str | None:
    """`đã đính chính 20/03/2020, trước in là “430 chỉ tiêu”`; None where it never was."""
    if fact.corrected_on is None:
        return None
    said = say(lang, "changes.corrected", day=figures.day(fact.corrected_on, lang))
    if fact.corrected_by:
        said += " " + say(lang, "changes.made_by", number=fact.corrected_by)
    if fact.was_printed:
        said += ", " + say(lang, "changes.was_printed", printed=fact.was_printed)
    return said


def pieces_told(change: DocumentChange, lang: Lang) -> list[SideBySide]:
    """Pieces that are gone and that are new, kind by kind: silences, bodies, answers …"""
    told = []
    for part in change.parts:
        what = say(lang, f"piece.{part.part}")
        sides = (("old", part.old, change.old), ("new", part.new, change.new))
        for side, pieces, document in sides:
            for piece in pieces:
                said = _piece(piece, document or change.row, lang)
                told.append(
                    SideBySide(what, said, None) if side == "old" else SideBySide(what, None, said)
                )
    return _side_by_side(told)


def _side_by_side(told: Sequence[SideBySide]) -> list[SideBySide]:
    """One that is gone and one that is new of the same kind stand in one row."""
    rows: list[SideBySide] = []
    for what in dict.fromkeys(each.what for each in told):
        gone = [each.old for each in told if each.what == what and each.old is not None]
        come = [each.new for each in told if each.what == what and each.new is not None]
        most = max(len(gone), len(come))
        padded = (side + [None] * (most - len(side)) for side in (gone, come))
        rows += [SideBySide(what, old, new) for old, new in zip(*padded, strict=True)]
    return rows


def _entry(row: ChangeRow, lang: Lang, inside: str) -> str:
    kind = say(lang, f"change_kind.{row.kind}")
    why = sentences.row_text(row, "reason", lang)
    ending = f": {why}" if why else ""
    by = f" {say(lang, 'changes.made_by', number=row.made_by)}" if row.made_by else ""
    return f"{kind} {figures.day(row.made_on, lang)}{by}{inside}{ending}"


def _count(lang: Lang, compared: Compared, what: str, number: int) -> list[str]:
    return [count(lang, _key(compared, what), number)] if number else []


def _key(compared: Compared, what: str) -> str:
    return f"changes.{compared}_{what}"


def _value(row: Any, field: str, lang: Lang) -> str | None:
    """One field of a row in words; None where it is not stated."""
    match SHOWN_AS.get(field):
        case "figure":
            return sentences.moved(row, lang)
        case "when" if isinstance(row, WeekRow):
            return sentences.week_span(row, lang)
        case "when":
            return sentences.when(row, lang)
        case "place":
            if isinstance(row, FactRow):
                return sentences.place_of(row, lang) or None
            return sentences.place(row.item, row.paragraph, lang) if row.item else None
    value = getattr(row, field)
    if value is None or value == []:
        return None
    if isinstance(value, bool):
        return say(lang, "changes.yes" if value else "changes.no")
    if isinstance(value, date):
        return figures.day(value, lang)
    if isinstance(value, list):
        return "; ".join(_code(field, str(each), lang) for each in value)
    return _code(field, str(value), lang)


def _code(field: str, value: str, lang: Lang) -> str:
    known = phrases(lang)
    ways = (known.get(f"{section}.{value}") for section in WORDS.get(field, ()))
    return next((words for words in ways if words), value)


def _piece(piece: PartRow, document: DecisionRow, lang: Lang) -> str:
    """A piece of a document in words, with its place."""
    if piece.part == "flags":
        return _flag(piece, document, lang)
    text = sentences.row_text(piece, "text", lang)
    if text is None and piece.part == "answers":
        text = say(lang, "fact.not_stated")
    name = sentences.row_text(piece, "name", lang)
    if piece.part == "relations":
        name = f"{say(lang, f'relation.{piece.code}')} {name}"
    elif piece.part in ("answers", "unsaid", "steps"):
        name = f"{say(lang, 'subject.plan', number=piece.code.split()[0])} · {name}"
    said = ": ".join(filter(None, (name, text)))
    if piece.item is None:
        return said
    return f"{said} ({sentences.place(piece.item, piece.paragraph, lang)})"


def _flag(piece: PartRow, document: DecisionRow, lang: Lang) -> str:
    return sentences.flag(
        FlagRow(
            decision=document.slug,
            number=document.number,
            signed_on=document.signed_on,
            status=document.status,
            short_title_vi=document.short_title_vi,
            short_title_en=document.short_title_en,
            rule=piece.code,
            fact=piece.name_vi,
            text_vi=piece.text_vi,
            text_en=piece.text_en,
            evidence=piece.evidence or "{}",
        ),
        lang,
    )
