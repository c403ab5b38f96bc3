"""The figures of a document one by one in a sentence; what is only asked for says so."""

from collections.abc import Sequence
from decimal import Decimal

from lsdash.sentences.facts import changed, figure, valued
from lsdash.sentences.words import capitalised, inner
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.text import Lang, count, say
from lsdash.vocabulary import Role, Status

A_TITLE_NAMES = 4
"""Sums that a title names one by one."""


def listed(facts: Sequence[FactRow], lang: Lang, among: Sequence[FactRow]) -> str:
    """The figures of a document one by one, each with its unit and what it is for."""
    found = wholes.total(facts)
    stated = found.fact if found and not found.fact.is_derived else None
    sums = [fact for fact in wholes.tops(facts) if not is_our_total(fact)]
    others = [fact for fact in sums if fact is not stated]
    if found and found.closes:
        others = others or list(found.members)
    if stated is None or not others:
        return capitalised(_each(sums, among, lang) or _changes(facts, lang))
    return capitalised(
        say(
            lang,
            "title.total",
            figure=figure(stated, lang),
            basis=total_basis(stated, found.members if found else others, among, lang),
            sums=_each(others, among, lang),
        )
    )


def is_our_total(fact: FactRow) -> bool:
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
        key = "title.amount_before" if wholes.is_older(fact, parts) else "title.amount_open"
        told = say(lang, key, amount=told, sum=together)
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


def total_basis(
    total: FactRow, members: Sequence[FactRow], among: Sequence[FactRow], lang: Lang
) -> str:
    """`nêu`, `suy ra`, or that the members add up to something else."""
    if total.is_derived:
        return say(lang, "basis.derived")
    if not wholes.disagree(total, members, among):
        return say(lang, "title.stated")
    together = sum((fact.value for fact in members), Decimal(0))
    key = "title.stated_before" if wholes.is_older(total, members) else "title.stated_open"
    return say(lang, key, sum=valued(total, together, lang))


def as_asked(sentence: str, facts: Sequence[FactRow], lang: Lang) -> str:
    """What is only asked for says so."""
    if facts and all(fact.status == Status.PROPOSED for fact in facts):
        return say(lang, "title.asked", sentence=sentence)
    return sentence
