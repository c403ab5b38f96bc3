"""The titles of targets: what is meant by each, and the most telling first."""

from collections.abc import Sequence

from lsdash.sentences.facts import figure, is_saving, told
from lsdash.sentences.listing import as_asked
from lsdash.sentences.words import capitalised, inner, row_text
from lsdash.store.rows import FactRow
from lsdash.store.writing import roles
from lsdash.text import Lang, count, figures, say
from lsdash.vocabulary import Bound, Direction, Role

A_TITLE_OF_AIMS = 2
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
        return as_asked(sentence, facts, lang)
    ends = [_until(fact, lang) for fact in chosen]
    said = [
        say(
            lang,
            "title.target_saving" if is_saving(fact) else f"title.target_{aim(fact)}",
            figure=figure(fact, lang),
            subject=inner(fact, lang),
            against=_against(fact, lang),
        )
        for fact in chosen
    ]
    if ends[0] and len(set(ends)) == 1:
        sentence = say(lang, "title.by", when=ends[0], sentence="; ".join(said))
        return as_asked(sentence, facts, lang)
    with_ends = [
        say(lang, "title.target_by", target=target, when=end) if end else target
        for target, end in zip(said, ends, strict=True)
    ]
    return as_asked(capitalised("; ".join(with_ends)), facts, lang)


def _against(fact: FactRow, lang: Lang) -> str:
    """What a target is measured against, where that is stated."""
    baseline = row_text(fact, "baseline", lang)
    return say(lang, "title.against", baseline=baseline) if baseline else ""


def _until(fact: FactRow, lang: Lang) -> str | None:
    end = fact.deadline or fact.period_to
    return figures.until(end, lang) if end else None
