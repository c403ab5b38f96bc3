"""What is put in: each input with what it stands at and where that comes from."""

from collections.abc import Mapping
from decimal import Decimal

from lsdash import planner
from lsdash.contents.blocks import Table, line, quiet, strong
from lsdash.contents.reading import Reading
from lsdash.contents.what_if.sources import Known, known, provenance, source_in_words
from lsdash.contents.what_if.words import input_value
from lsdash.planner import ALLOWED, Inputs
from lsdash.store.rows import DecisionRow
from lsdash.text import say

GROUPS: Mapping[str, tuple[str, ...]] = {
    "trucks": ("days", "trucks_waiting", "trucks_arriving", "gate_hours", "minutes_per_truck"),
    "loaders": ("crew_size", "crews", "roster", "symptom_chance", "symptom_isolation_days"),
    "stay": ("stay_days", "early_leave_share", "early_quarantine_days", "full_stay_isolation_days"),
    "day": ("gate_isolation_days",),
    "beds": ("beds_across", "beds_gate", "beds_quarantine"),
    "prices": tuple(planner.PRICED),
}
"""The planner's inputs as a reader meets them."""


def values(here: Reading, sources: Known) -> dict[str, str | None]:
    """What each input stands at: as the view has it, else as the letter states it."""
    begun = sources.begun()
    names = [name for group in GROUPS.values() for name in group]
    return {name: here.view.input(name) or begun.get(name) for name in names}


def given(here: Reading, sources: Known) -> Inputs:
    told = values(here, sources)
    return Inputs.clamped({name: _typed(name, value) for name, value in told.items()})[0]


def entered(here: Reading, letter: DecisionRow) -> list[tuple[str, str | None, str | None]]:
    """Every input as (name, value as the link writes it, where the value comes from)."""
    sources = known(here, letter)
    told = values(here, sources)
    return [(name, now, provenance(name, now, sources)) for name, now in told.items()]


def inputs(here: Reading, sources: Known) -> Table:
    """Every input with its value and where that comes from."""
    lang = here.lang
    cells = [
        (
            line(say(lang, f"input.{name}")),
            strong(input_value(here, name, Decimal(now))) if now else quiet("—"),
            line(source_in_words(here, name, now, sources)),
        )
        for name, now in values(here, sources).items()
    ]
    heads = ("planner.input", "table.figure", "table.source")
    columns = tuple(say(lang, key) for key in heads)
    return Table("inputs", columns, tuple(cells), say(lang, "planner.inputs"))


def _typed(name: str, written: str | None) -> int | float | None:
    if written is None:
        return None
    return int(written) if ALLOWED[name].whole else float(written)
