"""The page of border trade whole, for files: the same parts that the page shows."""

from lsdash.contents import gates
from lsdash.contents.blocks import Block, Contents, Said, Section, filled, line, section
from lsdash.contents.border import after, days, districts, flow, state, strip, trend, turnover
from lsdash.contents.reading import Reading
from lsdash.text import figures, say


def contents(here: Reading) -> Contents:
    lang = here.lang
    every = gates.everything(here)
    if not every:
        title = say(lang, "page.border_trade")
        nothing = section("", Said(line(say(lang, "gates.none")), is_note=True))
        return Contents(title, title, (), "", (nothing,))
    course = trend.sentence(here)
    drawn = strip.chart(here)
    told = days.events(here)
    on = figures.day(days.shown(here), lang)
    parts = [
        section("", state.reported(here), Said(course) if course else None),
        section(say(lang, "border.strip", on=on), drawn.upright if drawn else None, *_leads(here)),
        section(say(lang, "border.table", on=on), state.table(here)),
        section(say(lang, "border.by_day"), *_by_day(here)),
        section(
            say(lang, "gates.table"), gates.observations(here, flow.rows(here)), is_detail=True
        ),
        section(
            say(lang, "gates.events"), gates.timeline(here, told) if told else None, is_detail=True
        ),
        section(say(lang, "gates.after"), *after.told(here)),
        *_years(here),
        section(say(lang, "gates.everything"), gates.in_full(here, every), is_detail=True),
    ]
    return Contents(
        say(lang, "page.border_trade"),
        state.sentence(here),
        (),
        say(lang, "lead.border_trade"),
        filled(parts),
    )


def _by_day(here: Reading) -> list[Block]:
    drawn = flow.chart(here)
    if drawn is None:
        return [Said(line(say(here.lang, "gates.none")))]
    return [Said(line(flow.lead(here))), drawn]


def _leads(here: Reading) -> list[Said]:
    ended = districts.since(here)
    return [Said(each) for each in (line(say(here.lang, "border.strip_lead")), ended) if each]


def _years(here: Reading) -> list[Section]:
    lang = here.lang
    parts = [section(say(lang, "gates.long"), flow.long_chart(here))]
    said: Block | None = Said(line(say(lang, "gates.values")))
    for measure in turnover.MEASURES:
        if turnover.values(here, measure):
            own = turnover.told(here, measure)
            parts.append(section(say(lang, f"measure.{measure}"), said, *own))
            parts.append(section("", turnover.table(here, measure), is_detail=True))
            said = None
    return parts
