"""The subjects one by one: roads, colleges, energy targets, commune staff."""

from lsdash import sentences
from lsdash.contents import pictures, staffing, subject
from lsdash.contents.blocks import Block, Contents, Said, line, section, strong
from lsdash.contents.pages.silences_and_flags import nothing_page
from lsdash.contents.pages.subject import subject_page
from lsdash.contents.reading import Reading
from lsdash.contents.subject import Subject
from lsdash.text import say
from lsdash.vocabulary import Measure


def rural_roads_page(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return nothing_page(here)
    return subject_page(
        here,
        about,
        sentences.of_money(about.own, here.lang),
        section("", *pictures.roads(here, about)),
        section(say(here.lang, "subject.series"), *pictures.tranches(here, about)),
    )


def college_quotas_page(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return nothing_page(here)
    sentence = sentences.of_quotas(about.own, here.lang)
    return subject_page(here, about, sentence, section("", *pictures.colleges(here, about)))


def energy_targets_page(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return nothing_page(here)
    return subject_page(
        here,
        about,
        sentences.of_targets(pictures.aims(about.own), here.lang),
        *(section(each.heading, each.chart) for each in pictures.panels(here, about)),
        section("", *(Said(line(each)) for each in _tasks(here, about))),
    )


def _tasks(here: Reading, about: Subject) -> list[str]:
    return [
        say(here.lang, "subject.tasks", figure=sentences.figure(fact, here.lang))
        for fact in about.own
        if fact.measure == Measure.ENERGY_TASK
    ]


def commune_staff_page(here: Reading) -> Contents:
    about = subject.find(here)
    if about is None:
        return nothing_page(here)
    blocks: list[Block] = [Said(line(staffing.asked(here)))]
    found = staffing.ceiling(here, about.ladder)
    if about.elsewhere:
        blocks = [Said(staffing.elsewhere(here, about.elsewhere), is_note=True)]
    elif found is None:
        blocks.append(Said(line(say(here.lang, "staff.no_class")), is_note=True))
    else:
        blocks += [Said(strong(each)) for each in staffing.answer(here, found)]
        blocks.append(staffing.steps(here, found))
        blocks.append(Said(line(say(here.lang, "staff.sum_not_stated"))))
        if found.sum_matters:
            matters = staffing.either_way(here, about.own, found.commune)
            blocks.append(Said(line(matters), is_note=True))
    return subject_page(
        here,
        about,
        sentences.of_ceilings(about.own, here.lang, is_ladder=bool(about.ladder)),
        section(say(here.lang, "staff.steps"), *blocks),
        own_facts=True,
    )
