"""What is known after the letter on crews across the border: after it, not because of it."""

from datetime import timedelta

from lsdash.contents import gates, subject
from lsdash.contents.blocks import Block, Said, line, strong
from lsdash.contents.effects import follow_up
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.store.rows import DecisionRow, EventRow
from lsdash.text import say
from lsdash.view import View
from lsdash.vocabulary import EventKind


def letter(here: Reading) -> DecisionRow | None:
    """The newest letter on crews across the border, of whatever week."""
    found = subject.find(here.at(View("border_labor", here.view.release)))
    return found.newest if found else None


def events(here: Reading, of: DecisionRow) -> list[EventRow]:
    """What was reported of loaders and drivers after it."""
    return here.ask(read.events, (str(EventKind.LABOUR_RULE),), of.signed_on + timedelta(1))


def told(here: Reading) -> list[Block]:
    """That no reply was found, where none was, and what was reported since."""
    of = letter(here)
    if of is None:
        return []
    blocks: list[Block] = []
    if not follow_up.answered(here, [of.slug]):
        blocks.append(Said(strong(say(here.lang, "gates.no_reply", number=of.number))))
    since = events(here, of)
    if since:
        blocks.append(Said(line(say(here.lang, "gates.after_lead"))))
        blocks.append(gates.timeline(here, since, name="after", of_one_kind=True))
    return blocks
