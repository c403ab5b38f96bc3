"""Border labour: the two plans, and the planner."""

from lsdash import sentences
from lsdash.contents import subject, tables, what_if
from lsdash.contents.blocks import Contents, Section, filled, section
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
    if here.view.input("show") == "plans":
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
    lead = say(here.lang, "planner.lead")
    name = f"{say(here.lang, 'page.border_labor')} · {say(here.lang, 'choice.show_planner')}"
    return Contents(
        name, sentence, tables.paper(here, letter), lead, filled(_planner(here, letter))
    )


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
            *what_if.ends(here, given, found),
            *what_if.queue(here, given, found),
        ),
        section(say(here.lang, "planner.needs"), what_if.needs(here, found)),
        section(say(here.lang, "planner.effects"), *effects),
        section(say(here.lang, "planner.inputs"), what_if.inputs(here, sources)),
        section(say(here.lang, "planner.by_day"), *days, is_detail=True),
    ]
