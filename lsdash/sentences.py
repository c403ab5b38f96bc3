"""What rows say in words, in the reader's language: figures, sources, formulas, page titles.

Sentences are composed from the facts, so they stay true when the facts change.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from lsdash.store.read import DecisionRow, FactRow, FlagRow, OptionRow, WeekRow
from lsdash.text import Lang, count, figures, phrases, pick, say
from lsdash.view import APPLIED, DATES, LISTS, OF_A_SUBJECT, Noticed, View
from lsdash.vocabulary import Bound, Direction, Measure, PeriodBasis, Status

TERM = re.compile(r"\s*([+−])\s*")
"""What stands between the terms of a formula."""


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


def moved(fact: FactRow, lang: Lang) -> str:
    """The figure with its direction where it is a cut: `giảm 5–7%`."""
    written = figure(fact, lang)
    if fact.direction == Direction.DECREASE:
        return say(lang, "fact.decrease", figure=written)
    return written


def bare(fact: FactRow, lang: Lang) -> str:
    """The number alone, in the source's unit: `10.000`."""
    return figures.amount(fact.value, fact.shown_scale, lang)


def formula(fact: FactRow, facts: Sequence[FactRow], lang: Lang) -> str:
    """A derived figure's sum with its numbers: `10.000 + 8.300`, `510 + 50`.

    A term is the slug of a fact of the same document, or a value in base units as `#510`.
    """
    by_slug = {each.slug: each for each in facts if each.decision == fact.decision}
    written = []
    for part in TERM.split(fact.formula or ""):
        if part in by_slug:
            written.append(bare(by_slug[part], lang))
        elif part.startswith("#"):
            written.append(figures.amount(Decimal(part[1:]), fact.shown_scale, lang))
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


def of_money(facts: Sequence[FactRow], lang: Lang) -> str:
    """`10.000 triệu đồng trả nợ …; 8.300 triệu đồng góp mua …`."""
    wholes = [fact for fact in facts if not fact.is_derived and not fact.part_of]
    return _sentence(
        "; ".join(
            say(lang, "title.amount", figure=figure(fact, lang), subject=_inner(fact, lang))
            for fact in wholes
        )
    )


def of_quotas(facts: Sequence[FactRow], lang: Lang) -> str:
    """`1.340 chỉ tiêu (suy ra) cho 3 trường cao đẳng, …; nhiều nhất: …`."""
    colleges = [fact for fact in facts if not fact.is_derived]
    total = next((fact for fact in facts if fact.is_derived), None)
    most = max(colleges, key=lambda fact: fact.value)
    return count(
        lang,
        "title.quotas" if total else "title.quotas_apart",
        len(colleges),
        total=figure(total, lang) if total else "",
        most=pick(lang, most, "subject"),
        places=bare(most, lang),
        edition=edition(most, lang),
    )


def of_targets(facts: Sequence[FactRow], lang: Lang) -> str:
    """`Phấn đấu đến 2025: giảm 5–7% tổng tiêu thụ … so với …; tổn thất … còn 6,00–6,50%`.

    The first cut and the first level; where they fall due in different years, each says its own.
    """
    firsts = (
        next((fact for fact in facts if fact.direction == direction), None)
        for direction in (Direction.DECREASE, Direction.LEVEL)
    )
    chosen = [fact for fact in firsts if fact]
    if not chosen:
        return count(lang, "title.targets", len(facts))
    ends = [_until(fact, lang) for fact in chosen]
    said = [
        say(
            lang,
            f"title.target_{fact.direction}",
            figure=figure(fact, lang),
            subject=_inner(fact, lang),
            against=_against(fact, lang),
        )
        for fact in chosen
    ]
    if ends[0] and len(set(ends)) == 1:
        return say(lang, "title.by", when=ends[0], sentence="; ".join(said))
    with_ends = [
        say(lang, "title.target_by", target=target, when=end) if end else target
        for target, end in zip(said, ends, strict=True)
    ]
    return _sentence("; ".join(with_ends))


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
    joined = say(lang, "title.or").join(
        [", ".join(labels[:-1]), labels[-1]] if labels[1:] else labels
    )
    key = "title.options_proposed" if decision.status == "proposed" else "title.options"
    return count(lang, key, len(options), labels=joined)


def of_ceilings(facts: Sequence[FactRow], lang: Lang) -> str:
    """`Tối đa 19 đến 23 người mỗi đơn vị cấp xã, tùy loại`."""
    ceilings = [fact.value for fact in facts if fact.measure == Measure.STAFF_CEILING]
    return say(
        lang,
        "staff.title",
        low=figures.number(min(ceilings), lang),
        high=figures.number(max(ceilings), lang),
    )


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
    evidence = {key: _evident(key, found, lang) for key in found}
    if "called_vi" in evidence:
        evidence["called"] = evidence[f"called_{lang}"]
        evidence["kind"] = _lower(say(lang, f"kind.{found['kind']}"))
    return say(lang, f"flag.{rule}", **{"number": number, **evidence})


def share(part: FactRow, whole: Decimal, lang: Lang) -> str:
    """A part's share of its whole, derived: `79,2%`."""
    return figures.percent(float(part.value / whole), lang)


def closes(whole: FactRow, parts: Sequence[FactRow]) -> bool:
    return sum((part.value for part in parts), Decimal(0)) == whole.value


AMOUNTS = ("stated", "sum")
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


def _inner(fact: FactRow, lang: Lang) -> str:
    """The subject inside a sentence."""
    return _lower(pick(lang, fact, "subject"))


def _lower(text: str) -> str:
    """First letter small, unless the first word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def row_text(row: Any, field: str, lang: Lang) -> str | None:
    """The text of an optional field in this language, or None where it is not stated."""
    value = getattr(row, f"{field}_{lang}")
    return str(value) if value is not None else None
