"""The filters in force as one line, for files that leave the room."""

from lsdash import sentences
from lsdash.contents.reading import Reading
from lsdash.store import read
from lsdash.text import say
from lsdash.view import LISTS


def sentence(here: Reading) -> str:
    """`Lĩnh vực: Y tế; ký từ 02/03/2020`, or that nothing is left out.

    One document at its own link is not narrowed by anything.
    """
    if here.view.document:
        return say(here.lang, "filters.one_document", number=_number(here))
    parts = [
        f"{say(here.lang, f'filters.{key}')}: {words}" if key in LISTS else words
        for key, _, words in sentences.narrowed(here.view, here.ask(read.weeks), here.lang)
    ]
    return "; ".join(parts) or say(here.lang, "filters.none")


def _number(here: Reading) -> str:
    decision = here.ask(read.decision, here.view.document)
    return decision.number if decision else here.view.document
