"""Epidemic control: the drill, what ended, what the press reported."""

from lsdash.contents import epidemic, gates, tables
from lsdash.contents.blocks import Contents, Said, Section, filled, line, section
from lsdash.contents.outcomes import reported
from lsdash.contents.pages.cards import cards_table
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.text import say


def covid_page(here: Reading) -> Contents:
    lang = here.lang
    drill, letter = epidemic.drill(here), epidemic.letter(here)
    parts: list[Section] = []
    if drill:
        bodies = tables.bodies(here, drill.slug)
        silences = tables.silences(here, here.ask(read.silences, drill.slug))
        parts = [section("", bodies), section(say(lang, "subject.silences"), silences)]
    elif epidemic.is_silent(here):
        parts = [section("", tables.nothing(here))]
    parts.append(section("", epidemic.ended(here)))
    others = epidemic.others(here)
    parts.append(section(say(lang, "covid.others"), cards_table(here, others) if others else None))
    if letter:
        health = tables.compared(here, letter.slug, health_only=True)
        paper = Said(tables.paper(here, letter))
        parts.append(section(say(lang, "covid.health"), paper, health))
    press: Said | None = Said(line(say(lang, "covid.press")))
    for kind in epidemic.RULES:
        own = epidemic.so_far(here, epidemic.rules(here, kind))
        if own:
            table = gates.timeline(here, own, name=str(kind), of_one_kind=True)
            parts.append(section(say(lang, f"event.{kind}"), press, table))
            press = None  # it holds for all that follows
    measures = epidemic.measures(here)
    if so_far := epidemic.so_far(here, measures):
        table = gates.timeline(here, so_far, name="measures")
        parts.append(section(say(lang, "covid.measures"), table, is_detail=True))
    if later := epidemic.after(here, [*epidemic.rules(here), *measures]):
        table = gates.timeline(here, later, name="after")
        parts.append(section(say(lang, "covid.after"), table, is_detail=True))
    if drill:
        parts.append(reported.later(here, drill))
    return Contents(
        say(lang, "page.covid"),
        epidemic.sentence(here, drill),
        tables.paper(here, drill) if drill else (),
        say(lang, "lead.covid"),
        filled(parts),
    )
