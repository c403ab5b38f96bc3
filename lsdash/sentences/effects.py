"""What another document does to one, or to a figure of it."""

from datetime import date

from lsdash.sentences.facts import bare, figure
from lsdash.sentences.sources import TERM, basis
from lsdash.store.rows import EffectRow, FactRow
from lsdash.text import Lang, figures, say
from lsdash.vocabulary import Bound, RelationKind, Status

CHANGING = frozenset(
    {RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.CORRECTS}
)
"""Relations that a request can only ask for; an answer, say, is given whatever else it asks."""


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
