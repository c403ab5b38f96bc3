"""The ceiling of one commune as the view asks for it, each step with the rule behind it."""

from collections.abc import Sequence

from lsdash import sentences
from lsdash.contents.blocks import Line, Table, Words, line, strong
from lsdash.contents.reading import Reading
from lsdash.staffing import ceilings
from lsdash.staffing.ceilings import Ceiling, Commune
from lsdash.store.rows import DecisionRow, FactRow
from lsdash.text import count, figures, pick, say
from lsdash.vocabulary import UnitKind


def ceiling(here: Reading, rules: Sequence[FactRow]) -> Ceiling | None:
    """The ceiling of the commune that the view describes; None where no rule names its class."""
    asked = {key: here.view.input(key) for key in ("class", "unit", "police", "farmers", "present")}
    commune = Commune(
        name="",
        unit_class=int(asked["class"] or 0),
        kind=UnitKind(asked["unit"] or UnitKind.COMMUNE),
        regular_police=asked["police"] == "yes",
        farmers=asked["farmers"] == "yes",
        present=None if asked["present"] is None else int(asked["present"]),
    )
    if not any(rule.unit_class == commune.unit_class for rule in rules):
        return None
    return ceilings.ceiling(commune, rules, add_up=here.view.input("sum") == "yes")


def elsewhere(here: Reading, decision: DecisionRow) -> Line:
    """That the ceilings by class are another document's, which it leads to."""
    day = figures.day(decision.signed_on, here.lang)
    told = say(here.lang, "staff.elsewhere", number=decision.number, day=day)
    return (Words(told, to=here.view.of_document(decision.slug)),)


def answer(here: Reading, found: Ceiling) -> list[str]:
    """The ceiling, and by how much the staff present differs from it where it is given."""
    lines = [count(here.lang, "staff.ceiling", found.persons)]
    return lines if found.over is None else [*lines, over(here, found.over)]


def asked(here: Reading) -> str:
    """The commune in words: its class, its kind, and what lowers its ceiling."""
    keys = ("class", "unit", "police", "farmers", "sum")
    parts = [
        f"{say(here.lang, f'input.{key}')}: "
        f"{say(here.lang, f'choice.{key}_{here.view.input(key)}')}"
        for key in keys
    ]
    present = here.view.input("present")
    written = figures.number(int(present), here.lang) if present else _not_given(here)
    return "; ".join([*parts, f"{say(here.lang, 'input.present')}: {written}"])


def steps(here: Reading, found: Ceiling) -> Table:
    """Every rule that bears on the commune, used or not, and why not."""
    rows: list[tuple[Line, ...]] = []
    for step in found.steps:
        why = ""
        if not step.used:
            key = "staff.out_of_scope" if step.out_of_scope else "staff.not_added"
            why = say(here.lang, key, kind=say(here.lang, f"choice.unit_{found.commune.kind}"))
        told = " · ".join(filter(None, (pick(here.lang, step.rule, "subject"), why)))
        to = here.view.of_document(step.rule.decision, step.rule.slug)
        rows.append(
            (
                strong(figures.number(step.change, here.lang).replace("-", "−")),
                line(told),
                line(f"“{step.rule.printed or ''}”"),
                (Words(sentences.source(step.rule, here.lang), to=to),),
            )
        )
    total = strong(f"= {figures.number(found.persons, here.lang)}")
    rows.append((total, line(say(here.lang, "staff.sum_ours")), line("—"), line("—")))
    columns = ("staff.change", "staff.rule", "table.printed", "table.source")
    heads = tuple(say(here.lang, key) for key in columns)
    return Table("steps", heads, tuple(rows), say(here.lang, "staff.steps_alt"))


def either_way(here: Reading, rules: Sequence[FactRow], commune: Commune) -> str:
    """The answer under either reading, where the decision does not say which is right."""
    both, one = (
        figures.number(ceilings.ceiling(commune, rules, add_up=add_up).persons, here.lang)
        for add_up in (True, False)
    )
    return say(here.lang, "staff.sum_matters", both=both, one=one)


def over(here: Reading, persons: int) -> str:
    """So many above the ceiling, or below it where negative."""
    if persons == 0:
        return say(here.lang, "staff.exact")
    return count(here.lang, "staff.over" if persons > 0 else "staff.under", abs(persons))


def _not_given(here: Reading) -> str:
    return say(here.lang, "input.not_given")
