"""What rows say in words, in the reader's language: figures, sources, formulas, page titles.

Sentences are composed from the facts, so they stay true when the facts change.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from lsdash.store.read import (
    DecisionRow,
    EffectRow,
    FactRow,
    FlagRow,
    OptionRow,
    WeekRow,
)
from lsdash.store.writing import roles
from lsdash.sums import wholes
from lsdash.text import Lang, count, figures, phrases, pick, say
from lsdash.view import APPLIED, DATES, LISTS, OF_A_SUBJECT, Noticed, View
from lsdash.vocabulary import Bound, Direction, Measure, PeriodBasis, RelationKind, Role, Status

TERM = re.compile(r"\s*([+−])\s*")
"""What stands between the terms of a formula."""

A_TITLE_NAMES = 4
"""Sums that a title names one by one."""

A_TITLE_OF_AIMS = 2

CHANGING = frozenset(
    {RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.CORRECTS}
)
"""Relations that a request can only ask for; an answer, say, is given whatever else it asks."""


def figure(fact: FactRow, lang: Lang) -> str:
    """`10.000 triệu đồng`, `5–7%`, `tối đa 23 người`."""
    return figures.figure(
        fact.low,
        fact.high,
        unit=fact.unit,
        bound=fact.bound,
        scale=fact.shown_scale,
        called=row_text(fact, "unit_called", lang),
        lang=lang,
    )


def told(fact: FactRow, lang: Lang) -> str:
    """What a figure is of, and the figure; a change says that it is one."""
    is_change = fact.role == Role.CHANGE and fact.measure != Measure.ENERGY_TARGET
    written = changed(fact, lang) if is_change else figure(fact, lang)
    return f"{pick(lang, fact, 'subject')}: {written}"


def moved(fact: FactRow, lang: Lang) -> str:
    """The figure with its direction where it is a cut or a rise: `giảm 5–7%`.

    An aim to do so much more is no rise: `15–20%` of old equipment replaced.
    """
    written = figure(fact, lang)
    if fact.direction == Direction.DECREASE:
        return say(lang, "fact.decrease", figure=written)
    is_aim = fact.measure == Measure.ENERGY_TARGET or fact.role != Role.CHANGE
    if fact.direction == Direction.INCREASE and not is_aim:
        return say(lang, "fact.rise", figure=written)
    return written


def changed(fact: FactRow, lang: Lang) -> str:
    """A change as such: `tăng 50 chỉ tiêu`, and from which to which where that is said."""
    key = {Direction.INCREASE: "fact.rise", Direction.DECREASE: "fact.decrease"}.get(
        Direction(fact.direction) if fact.direction else Direction.LEVEL, "fact.change"
    )
    written = say(lang, key, figure=figure(fact, lang))
    ends = from_to(fact)
    if not ends:
        return written
    return say(lang, "fact.from_to", change=written, **_both(fact, ends, lang))


def from_to(fact: FactRow) -> tuple[Decimal, Decimal] | None:
    """The exact figure before a change and after it; None where the document says no earlier one.

    What comes after is worked out: the earlier figure and the change.
    """
    exact = fact.bound == Bound.EXACT and fact.before_low == fact.before_high
    if not exact or fact.before_low is None:
        return None
    if fact.role != Role.CHANGE:
        return fact.before_low, fact.value
    if fact.direction == Direction.INCREASE:
        return fact.before_low, fact.before_low + fact.value
    if fact.direction == Direction.DECREASE:
        return fact.before_low, fact.before_low - fact.value
    return None


def _both(fact: FactRow, ends: tuple[Decimal, Decimal], lang: Lang) -> dict[str, str]:
    old, new = (valued(fact, end, lang) for end in ends)
    return {"old": old, "new": new}


def before(fact: FactRow, lang: Lang) -> str | None:
    """The figure that this one takes the place of, as its own document says it: `trước là 510`."""
    if fact.role == Role.CHANGE or not fact.before_printed:
        return None
    return say(lang, "fact.before", printed=fact.before_printed)


def valued(like: FactRow, value: Decimal, lang: Lang) -> str:
    """An exact value in the unit and multiplier of a fact: `18.300 triệu đồng`."""
    return figures.figure(
        value,
        value,
        unit=like.unit,
        bound=Bound.EXACT,
        scale=like.shown_scale,
        called=row_text(like, "unit_called", lang),
        lang=lang,
    )


def bare(fact: FactRow, lang: Lang) -> str:
    """The number alone, in the source's unit: `10.000`."""
    return figures.amount(fact.value, _scale(fact, lang), lang)


def beside(fact: FactRow, like: FactRow, lang: Lang) -> str:
    """The number alone where it reads as that of `like` does, else the figure with its unit."""
    is_alike = fact.bound == Bound.EXACT and _scale(fact, lang) == _scale(like, lang)
    return bare(fact, lang) if is_alike else figure(fact, lang)


def unit_name(fact: FactRow, lang: Lang) -> str:
    """The unit alone, for an axis: `triệu đồng`, `khẩu trang`."""
    called = row_text(fact, "unit_called", lang)
    return called or figures.unit_name(fact.unit, fact.shown_scale, lang)


def _scale(fact: FactRow, lang: Lang) -> int:
    return figures.shown_scale(fact.unit, fact.shown_scale, lang)


def formula(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """A derived figure's sum with its numbers: `10.000 + 8.300`, `510 + 50`.

    A term is the slug of a fact of the same document, both slugs of another's, or a value in base
    units as `#510`. All are written with the sum's own multiplier.
    """
    by_name = {f"{each.decision}/{each.slug}": each for each in facts}
    by_name |= {each.slug: each for each in facts if each.decision == fact.decision}
    scale = _scale(fact, lang)
    written = []
    for part in TERM.split(fact.formula or ""):
        if part in by_name:
            written.append(figures.amount(by_name[part].value, scale, lang))
        elif part.startswith("#"):
            written.append(figures.amount(Decimal(part[1:]), scale, lang))
        elif part in "+−":
            written.append(part)
    return " ".join(written).strip("+− ")


def notice(told: Noticed, lang: Lang) -> str:
    """What a reader should know about the link that was opened."""
    words = phrases(lang)
    filter_name = words.get(f"filters.{told.key}", told.key)
    return say(
        lang,
        f"notice.{told.notice}",
        key=words.get(f"input.{told.key}", told.key),
        value=told.value,
        name=f"“{filter_name}”",
    )


def narrowed(view: View, weeks: Sequence[WeekRow], lang: Lang) -> list[tuple[str, str, str]]:
    """The filters that narrow the view's page, as (query key, code, words)."""
    applies = APPLIED.get(view.page, OF_A_SUBJECT)
    said = [
        (key, value, filter_value(key, value, weeks, lang))
        for key, (name, _) in LISTS.items()
        if name in applies
        for value in getattr(view.filters, name)
    ]
    for key, name in DATES.items():
        on: date | None = getattr(view.filters, name)
        if on and name in applies:
            phrase = "filters.since" if key == "from" else "filters.up_to"
            day = figures.day(on, lang)
            said.append((key, on.isoformat(), say(lang, phrase, from_=day, to=day)))
    if view.filters.search and "search" in applies:
        phrase = "filters.searched_everywhere" if view.filters.everywhere else "filters.searched"
        said.append(("q", "", say(lang, phrase, search=view.filters.search)))
    for key, value in view.unread:
        unread = say(lang, "filters.unread", key=say(lang, f"filters.{key}"), value=value)
        said.append((key, value, unread))
    return said


def filter_value(key: str, value: str, weeks: Sequence[WeekRow], lang: Lang) -> str:
    """A filter's code in the reader's words; an unknown one stands as it was written."""
    if key == "week":
        week = next((week for week in weeks if week.slug == value), None)
        return week_span(week, lang) if week else value
    return phrases(lang).get(f"{key}.{value}", value)


def place(item: int | None, paragraph: int | None, lang: Lang) -> str:
    """`mục 1, đoạn 2`; paragraph 0 is the heading."""
    key = "source.place" if paragraph else "source.heading"
    return say(lang, key, item=item, paragraph=paragraph)


def source(fact: FactRow, lang: Lang) -> str:
    """`381/QĐ-UBND · 05/03/2020 · mục 1, đoạn 2`; a derived figure has its document alone."""
    parts = [fact.number, figures.day(fact.signed_on, lang)]
    if fact.item is not None:
        parts.append(place(fact.item, fact.paragraph, lang))
    return " · ".join(parts)


def basis(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """`nêu trong văn bản`, or `suy ra: 10.000 + 8.300`."""
    if fact.is_derived:
        return say(lang, "basis.derived_from", formula=formula(fact, facts, lang))
    return say(lang, "basis.stated")


def effect(
    done: EffectRow,
    lang: Lang,
    *,
    on: date,
    was: FactRow | None = None,
    now: FactRow | None = None,
) -> str:
    """`được đính chính tại 61/TB-UBND (11/03/2020): 8.300 → 8.030 triệu đồng`.

    What another document does, said of the one that it is done to. `on` is the day of the view:
    what was signed after it, or is only asked for, is told as such. `was` and `now` are the figure
    before and after, where it is done to one.
    """
    by = say(lang, "effect.by", number=done.number, day=figures.day(done.signed_on, lang))
    said = say(lang, "effect.changed_again" if done.is_again else f"effect.{done.kind}", by=by)
    if done.status == Status.PROPOSED and done.kind in CHANGING:
        said = say(lang, "effect.asked", effect=said)
    elif done.signed_on > on:
        said = say(lang, "effect.later", effect=said)
    return f"{said}: {became(was, now, lang, by=done.number)}" if was and now else said


def became(was: FactRow, now: FactRow, lang: Lang, *, by: str = "") -> str:
    """`8.300 → 8.030 triệu đồng`, `510 → 560 chỉ tiêu (suy ra: 510 + 50)`.

    `by` is the number of the document that is told of: where the figure stands in yet another one,
    that changed it again, this one is named too.
    """
    alike = ("unit", "unit_called_vi", "shown_scale", "bound")
    is_alike = all(getattr(was, name) == getattr(now, name) for name in alike)
    old = bare(was, lang) if is_alike and now.bound == Bound.EXACT else figure(was, lang)
    said = say(lang, "effect.became", old=old, new=figure(now, lang))
    if by and now.number not in (by, was.number):
        day = figures.day(now.signed_on, lang)
        said = say(lang, "effect.again", became=said, number=now.number, day=day)
    if not now.is_derived:
        return said
    in_values = all(term.startswith("#") for term in TERM.split(now.formula or "")[::2])
    return f"{said} ({basis(now, (), lang) if in_values else say(lang, 'basis.derived')})"


def when(fact: FactRow, lang: Lang) -> str | None:
    """The period or deadline of a fact; None where none is stated."""
    if fact.deadline:
        return say(lang, "fact.by", when=figures.until(fact.deadline, lang))
    if fact.period_from and fact.period_to:
        span = figures.span(fact.period_from, fact.period_to, lang)
        inherited = fact.period_basis == PeriodBasis.INHERITED
        return say(lang, "fact.inherited", when=span) if inherited else span
    return None


def hover(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """Everything that a mark says when pointed at, line by line."""
    lines = [pick(lang, fact, "subject"), figure(fact, lang), basis(fact, facts, lang)]
    if fact.printed:
        lines.append(say(lang, "fact.printed_as", printed=fact.printed))
    return "\n".join([*lines, source(fact, lang)])


def edition(row: FactRow | DecisionRow, lang: Lang) -> str:
    """Which one of its kind: `đợt 1 năm 2020`; without one, the day it was signed."""
    named = row.edition_vi if lang == "vi" else row.edition_en
    return named or figures.day(row.signed_on, lang)


def of_money(facts: Sequence[FactRow], lang: Lang, among: Sequence[FactRow] = ()) -> str:
    """`10.000 triệu đồng trả nợ …; 8.300 triệu đồng góp mua …`, under a stated total if any.

    A total of ours is left to the picture; many sums are counted and the largest is named.
    `among` are the figures of the document in every unit, where `facts` are those of one.
    """
    return _asked(_listed(facts, lang, among or facts), facts, lang)


def _listed(facts: Sequence[FactRow], lang: Lang, among: Sequence[FactRow]) -> str:
    """The figures of a document one by one, each with its unit and what it is for."""
    found = wholes.total(facts)
    stated = found.fact if found and not found.fact.is_derived else None
    sums = [fact for fact in wholes.tops(facts) if not _is_our_total(fact)]
    others = [fact for fact in sums if fact is not stated]
    if stated is None or not others:
        return _sentence(_each(sums, among, lang) or _changes(facts, lang))
    return _sentence(
        say(
            lang,
            "title.total",
            figure=figure(stated, lang),
            basis=_total_basis(stated, found.members if found else others, among, lang),
            sums=_each(others, among, lang),
        )
    )


def _is_our_total(fact: FactRow) -> bool:
    return fact.role == Role.WHOLE and fact.is_derived


def _each(shown: Sequence[FactRow], facts: Sequence[FactRow], lang: Lang) -> str:
    """Each figure with its subject; of many like ones how many there are and the largest."""
    alike = len({(wholes.unit(fact), fact.option) for fact in shown}) == 1
    if len(shown) > A_TITLE_NAMES and alike and all(map(wholes.is_exact, shown)):
        most = max(shown, key=lambda fact: fact.value)
        told = say(lang, "title.amount", figure=figure(most, lang), subject=inner(most, lang))
        return count(lang, "title.many", len(shown), most=told)
    return "; ".join(_amount(fact, facts, lang) for fact in shown)


def _amount(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """A figure and what it is for; that its parts add up to something else is said."""
    told = say(lang, "title.amount", figure=figure(fact, lang), subject=inner(fact, lang))
    parts = wholes.parts(fact, facts)
    if wholes.disagree(fact, parts, facts):
        together = valued(fact, sum((part.value for part in parts), Decimal(0)), lang)
        told = say(lang, "title.amount_open", amount=told, sum=together)
    if fact.option is None:
        return told
    return say(lang, "title.of_option", number=fact.option, amount=told)


def _changes(facts: Sequence[FactRow], lang: Lang) -> str:
    """What goes up or down, of a document that says nothing else."""
    told = [
        say(lang, "title.change", subject=inner(fact, lang), change=changed(fact, lang))
        for fact in wholes.changes(facts)
    ]
    return "; ".join(told) or say(lang, "title.no_figures")


def _total_basis(
    total: FactRow, members: Sequence[FactRow], among: Sequence[FactRow], lang: Lang
) -> str:
    """`nêu`, `suy ra`, or that the members add up to something else."""
    if total.is_derived:
        return say(lang, "basis.derived")
    if not wholes.disagree(total, members, among):
        return say(lang, "title.stated")
    together = sum((fact.value for fact in members), Decimal(0))
    return say(lang, "title.stated_open", sum=valued(total, together, lang))


def _asked(sentence: str, facts: Sequence[FactRow], lang: Lang) -> str:
    """What is only asked for says so."""
    if facts and all(fact.status == Status.PROPOSED for fact in facts):
        return say(lang, "title.asked", sentence=sentence)
    return sentence


def of_quotas(facts: Sequence[FactRow], lang: Lang) -> str:
    """`1.340 chỉ tiêu (nêu) cho 3 trường cao đẳng, …; nhiều nhất: …`.

    A total is never a college, and none is made up. What is not one figure a college is listed.
    """
    found = wholes.total(facts)
    total = found.fact if found else None
    colleges = found.members if found else tuple(wholes.tops(facts))
    nested = any(wholes.parts(fact, facts) for fact in colleges)
    others = [fact for fact in wholes.tops(facts) if fact is not total and fact not in colleges]
    plain = len({(wholes.unit(fact), fact.option) for fact in colleges}) == 1
    exact = all(map(wholes.is_exact, colleges))
    is_list = not (plain and exact) or (nested and not found) or len(colleges) + bool(found) < 2
    if is_list or [fact for fact in others if not _is_our_total(fact)]:
        sentence = _listed(facts, lang, facts)
        if facts and facts[0].edition_vi:
            named = edition(facts[0], lang)
            sentence = say(lang, "title.of_edition", edition=named, sentence=sentence)
        return _asked(sentence, facts, lang)
    most = max(colleges, key=lambda fact: fact.value)
    sentence = count(
        lang,
        "title.quotas" if total else "title.quotas_apart",
        len(colleges),
        total=figure(total, lang) if total else "",
        basis=_total_basis(total, colleges, facts, lang) if total else "",
        most=pick(lang, most, "subject"),
        places=bare(most, lang),
        edition=edition(most, lang),
    )
    return _asked(sentence, facts, lang)


AIMS = (Role.REACH, Role.COME_DOWN, Role.LEVEL, Role.CEILING, Role.FLOOR)

IN_TITLE = ("decrease", "come_down", "reach", "level", "ceiling", "floor", "obligation")
"""Aims that a title may name, the most telling first."""


def aim(fact: FactRow) -> str:
    """What is meant by a target: decrease, increase, change, reach, come_down, level, … or none.

    Targets of one aim and unit can stand on one axis; a cut and a level to come down to cannot.
    """
    role = Role(fact.role)
    if role in AIMS:
        return str(role)
    match fact.direction:
        case Direction.LEVEL:
            return str(roles.LEVELS.get(Bound(fact.bound), Role.COME_DOWN))
        case None:
            return str(role) if role in (Role.CHANGE, Role.OBLIGATION) else "none"
        case _:
            return str(fact.direction)


def of_targets(facts: Sequence[FactRow], lang: Lang) -> str:
    """`Phấn đấu đến 2025: giảm 5–7% tổng tiêu thụ … so với …; tổn thất … còn 6,00–6,50%`.

    The first of the two most telling aims; due in different years, each says its own.
    """
    firsts = (next((fact for fact in facts if aim(fact) == each), None) for each in IN_TITLE)
    chosen = [fact for fact in firsts if fact][:A_TITLE_OF_AIMS]
    if not chosen:
        counted = count(lang, "title.targets", len(facts))
        some = "; ".join(told(fact, lang) for fact in facts[:A_TITLE_OF_AIMS])
        sentence = say(lang, "title.targets_told", counted=counted, told=some) if some else counted
        return _asked(sentence, facts, lang)
    ends = [_until(fact, lang) for fact in chosen]
    said = [
        say(
            lang,
            f"title.target_{aim(fact)}",
            figure=figure(fact, lang),
            subject=inner(fact, lang),
            against=_against(fact, lang),
        )
        for fact in chosen
    ]
    if ends[0] and len(set(ends)) == 1:
        sentence = say(lang, "title.by", when=ends[0], sentence="; ".join(said))
        return _asked(sentence, facts, lang)
    with_ends = [
        say(lang, "title.target_by", target=target, when=end) if end else target
        for target, end in zip(said, ends, strict=True)
    ]
    return _asked(_sentence("; ".join(with_ends)), facts, lang)


def _against(fact: FactRow, lang: Lang) -> str:
    """What a target is measured against, where that is stated."""
    baseline = row_text(fact, "baseline", lang)
    return say(lang, "title.against", baseline=baseline) if baseline else ""


def _until(fact: FactRow, lang: Lang) -> str | None:
    end = fact.deadline or fact.period_to
    return figures.until(end, lang) if end else None


def of_options(options: Sequence[OptionRow], decision: DecisionRow, lang: Lang) -> str:
    """`2 phương án chờ ý kiến: ở lại …, hay đi về trong ngày`."""
    labels = [_lower(pick(lang, option, "label")) for option in options]
    if not labels:
        return say(lang, "title.no_options", title=pick(lang, decision, "title"))
    joined = say(lang, "title.or").join(
        [", ".join(labels[:-1]), labels[-1]] if labels[1:] else labels
    )
    key = "title.options_proposed" if decision.status == "proposed" else "title.options"
    return count(lang, key, len(options), labels=joined)


def of_ceilings(facts: Sequence[FactRow], lang: Lang, *, is_ladder: bool = True) -> str:
    """`Tối đa 19 đến 23 người mỗi đơn vị cấp xã, tùy loại`; without ceilings what else is said.

    Ceilings that are no ladder are of other workers, and each is told with its subject.
    """
    ceilings = [
        fact.high
        for fact in facts
        if (fact.measure, fact.role) == (Measure.STAFF_CEILING, Role.CEILING)
        and fact.high is not None
    ]
    if not ceilings or not is_ladder:
        return _asked(_listed(facts, lang, facts), facts, lang)
    low, high = (figures.number(end, lang) for end in (min(ceilings), max(ceilings)))
    if low == high:
        return _asked(say(lang, "staff.title_one", high=high), facts, lang)
    return _asked(say(lang, "staff.title", low=low, high=high), facts, lang)


def of_week(statuses: Mapping[str, int], weeks: Sequence[WeekRow], lang: Lang) -> str:
    """`8 văn bản trong tuần 02/03–08/03/2020: 4 đã quyết định, 3 kế hoạch, 1 đề nghị …`.

    `statuses` says how many documents have each status.
    """
    sentence = count(lang, "title.documents", sum(statuses.values()))
    if len(weeks) == 1:
        sentence += " " + say(lang, "title.in_week", week=week_span(weeks[0], lang))
    parts = [
        count(lang, f"title.status_{status}", statuses[status])
        for status in Status
        if statuses.get(status)
    ]
    return ": ".join(filter(None, (sentence, ", ".join(parts))))


def week_span(week: WeekRow, lang: Lang) -> str:
    return figures.span(week.period_from, week.period_to, lang)


def flag(row: FlagRow, lang: Lang) -> str:
    """A flag in words: a reviewer's own, or the rule's with its evidence."""
    written = row.text_vi if lang == "vi" else row.text_en
    return written or oddity(row.rule, row.number, json.loads(row.evidence), lang)


def oddity(rule: str, number: str, found: Mapping[str, str], lang: Lang) -> str:
    """What a rule found odd about the document `number`, with its evidence."""
    evidence = {name: _evident(name, found, lang) for name in found}
    key = f"flag.{rule}"
    if "called_vi" in evidence:
        evidence["called"] = evidence[f"called_{lang}"]
        evidence["kind"] = _lower(say(lang, f"kind.{found['kind']}"))
    if "document" in found:  # of a bulletin at hand, and not of the public list of numbers
        key = "flag.out_of_series_by_document"
    return say(lang, key, **{"number": number, **evidence})


def share(part: FactRow, whole: Decimal, lang: Lang) -> str:
    """A part's share of its whole, derived: `79,2%`."""
    return figures.percent(float(part.value / whole), lang)


AMOUNTS = ("stated", "sum", "before", "stands", "moved")
DAYS = ("on", "other_on")


def _evident(key: str, found: Mapping[str, str], lang: Lang) -> str:
    """Evidence for the reader: days and amounts written out, the rest as it stands."""
    if key in DAYS:
        return figures.day(date.fromisoformat(found[key]), lang)
    if key in AMOUNTS:
        value, scale = Decimal(found[key]), int(found["scale"])
        return figures.figure(
            value, value, unit=found["unit"], bound=Bound.EXACT, scale=scale, lang=lang
        )
    return found[key]


def inner(fact: FactRow, lang: Lang) -> str:
    """The subject inside a sentence: `cát, đá`, `Kỳ Cùng`."""
    return _lower(pick(lang, fact, "subject"))


PLACES = ("Huyện", "Xã", "Phường", "Tỉnh")
"""Words before the name of a place, which are no part of it."""


def _lower(text: str) -> str:
    """First letter small, unless the words begin with a name or an abbreviation."""
    first, _, rest = text.partition(" ")
    is_name = (first.isupper() and len(first) > 1) or rest[:1].isupper()
    is_name = is_name and first not in PLACES
    return text if is_name else text[:1].lower() + text[1:]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def row_text(row: Any, field: str, lang: Lang) -> str | None:
    """The text of an optional field in this language, or None where it is not stated."""
    value = getattr(row, f"{field}_{lang}")
    return str(value) if value is not None else None
