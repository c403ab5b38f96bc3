"""Border labour: the two plans, the planner, the gates."""

from lsdash import sentences
from lsdash.contents import gates, subject, tables, what_if
from lsdash.contents.blocks import Block, Contents, Said, Section, filled, line, section
from lsdash.contents.pages.silences_and_flags import nothing_page
from lsdash.contents.pages.subject import subject_page
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import DecisionRow
from lsdash.text import say


def border_labor_page(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return nothing_page(here)
    letter = about.newest
    sentence = sentences.of_options(here.ask(read.options, letter.slug), letter, here.lang)
    shown = here.view.input("show")
    if shown == "plans":
        compared = tables.compared(here, letter.slug)
        return subject_page(
            here,
            about,
            sentence,
            section("", tables.calendar(here, letter.slug)),
            section(say(here.lang, "subject.by_option"), tables.by_option(here, letter.slug)),
            section(say(here.lang, "subject.compare"), compared),
            own_facts=True,
        )
    parts = _planner(here, letter) if shown == "planner" else _gates(here, letter)
    lead = say(here.lang, "planner.lead" if shown == "planner" else "gates.lead")
    name = f"{say(here.lang, 'page.border_labor')} · {say(here.lang, f'choice.show_{shown}')}"
    return Contents(name, sentence, tables.paper(here, letter), lead, filled(parts))


def _planner(here: Reading, letter: DecisionRow) -> list[Section]:
    sources = what_if.known(here, letter)
    given = what_if.given(here, sources)
    found = what_if.outcomes(given)
    effects = what_if.effects(here, given, found)
    days = what_if.by_day(here, found)
    return [
        section("", *what_if.unsaid(here, found)),
        section(
            say(here.lang, "planner.queue"),
            *what_if.ends(here, found),
            *what_if.queue(here, given, found),
        ),
        section(say(here.lang, "planner.needs"), what_if.needs(here, found)),
        section(say(here.lang, "planner.effects"), *effects),
        section(say(here.lang, "planner.inputs"), what_if.inputs(here, sources)),
        section(say(here.lang, "planner.by_day"), *days, is_detail=True),
    ]


def _gates(here: Reading, letter: DecisionRow) -> list[Section]:
    lang = here.lang
    rows = gates.around(here, letter)
    none = Said(line(say(lang, "gates.none")), is_note=True)
    events = gates.events_around(here, letter)
    after = gates.afterwards(here, letter)
    long = gates.of_all_years(here)
    chart = gates.around_chart(here, letter) if rows else none
    table = gates.observations(here, rows) if rows else None
    timeline = gates.timeline(here, events) if events else None
    followed: list[Block] = [gates.no_reply(here, letter)]
    if after:
        followed.append(Said(line(say(lang, "gates.after_lead"))))
        followed.append(gates.timeline(here, after, name="after", of_one_kind=True))
    each = (gates.one_by_one(here, letter), gates.open_ones(here, letter))
    parts = [
        section(say(lang, "gates.title"), chart),
        section(say(lang, "gates.table"), table, is_detail=True),
        section(say(lang, "gates.events"), timeline, is_detail=True),
        section(say(lang, "gates.each"), *each, is_detail=True),
        section(say(lang, "gates.after"), *followed),
    ]
    if long:
        values = Said(line(say(lang, "gates.values")))
        parts.append(section(say(lang, "gates.long"), gates.long_chart(here, long), values))
        for measure in gates.VALUES:
            name = say(lang, f"measure.{measure}")
            parts.append(section(name, gates.values_chart(here, measure), is_detail=True))
            parts.append(section(name, gates.values_table(here, measure)))
    every = gates.everything(here)
    if every:
        parts.append(
            section(say(lang, "gates.everything"), gates.in_full(here, every), is_detail=True)
        )
    return parts
