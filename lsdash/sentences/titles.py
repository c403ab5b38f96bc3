"""Titles of pages: the answer in one sentence."""

from collections.abc import Sequence

from lsdash.sentences.facts import bare, edition, figure
from lsdash.sentences.listing import as_asked, is_our_total, listed, total_basis
from lsdash.sentences.words import lowered
from lsdash.store.rows import DecisionRow, FactRow, OptionRow
from lsdash.sums import colleges as college
from lsdash.sums import wholes
from lsdash.text import Lang, count, figures, pick, say
from lsdash.vocabulary import Measure, Role


def of_money(facts: Sequence[FactRow], lang: Lang, among: Sequence[FactRow] = ()) -> str:
    """`10.000 triệu đồng trả nợ …; 8.300 triệu đồng góp mua …`, under a stated total if any.

    A total of ours is left to the picture; many sums are counted and the largest is named.
    `among` are the figures of the document in every unit, where `facts` are those of one.
    """
    return as_asked(listed(facts, lang, among or facts), facts, lang)


def of_quotas(facts: Sequence[FactRow], lang: Lang) -> str:
    """`1.340 chỉ tiêu (nêu) cho 3 trường cao đẳng, …; nhiều nhất: …`.

    A total is never a college, and none is made up. What is not one figure a college is listed.
    """
    facts = [fact for fact in facts if college.is_one(fact)]
    found = wholes.total(facts)
    total = found.fact if found else None
    colleges = found.members if found else tuple(wholes.tops(facts))
    nested = any(wholes.parts(fact, facts) for fact in colleges)
    others = [fact for fact in wholes.tops(facts) if fact is not total and fact not in colleges]
    plain = len({(wholes.unit(fact), fact.option) for fact in colleges}) == 1
    exact = all(map(wholes.is_exact, colleges))
    is_list = not (plain and exact) or (nested and not found) or len(colleges) + bool(found) < 2
    if is_list or [fact for fact in others if not is_our_total(fact)]:
        sentence = listed(facts, lang, facts)
        if facts and facts[0].edition_vi:
            named = edition(facts[0], lang)
            sentence = say(lang, "title.of_edition", edition=named, sentence=sentence)
        return as_asked(sentence, facts, lang)
    most = max(colleges, key=lambda fact: fact.value)
    sentence = count(
        lang,
        "title.quotas" if total else "title.quotas_apart",
        len(colleges),
        total=figure(total, lang) if total else "",
        basis=total_basis(total, colleges, facts, lang) if total else "",
        most=pick(lang, most, "subject"),
        places=bare(most, lang),
        edition=edition(most, lang),
    )
    return as_asked(sentence, facts, lang)


def of_options(options: Sequence[OptionRow], decision: DecisionRow, lang: Lang) -> str:
    """`2 phương án chờ ý kiến: ở lại …, hay đi về trong ngày`."""
    labels = [lowered(pick(lang, option, "label")) for option in options]
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
        return as_asked(listed(facts, lang, facts), facts, lang)
    low, high = (figures.number(end, lang) for end in (min(ceilings), max(ceilings)))
    if low == high:
        return as_asked(say(lang, "staff.title_one", high=high), facts, lang)
    return as_asked(say(lang, "staff.title", low=low, high=high), facts, lang)
