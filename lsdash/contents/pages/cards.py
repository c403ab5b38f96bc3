"""Documents at a glance, each leading to its page."""

from collections.abc import Sequence

from lsdash.contents import tables
from lsdash.contents.blocks import Line, Table, Words, line, strong
from lsdash.contents.reading import Reading
from lsdash.contents.week.papers import Card
from lsdash.text import figures, pick, say


def cards_table(here: Reading, told: Sequence[Card]) -> Table | None:
    """The week's documents at a glance, each leading to its page."""
    lang = here.lang
    rows = tuple(
        (
            _about(here, card),
            strong(card.figure),
            line(card.what),
            line(*tables.status(here, card.decision), f" {card.due}"),
            (
                Words(
                    f"{card.decision.number} · {figures.day(card.decision.signed_on, lang)}",
                    to=here.view.of_document(card.decision.slug, card.fact),
                ),
            ),
        )
        for card in told
    )
    keys = ("overview.subject", "table.figure", "table.subject", "table.status", "table.source")
    heads = tuple(say(lang, key) for key in keys)
    return Table("cards", heads, rows, say(lang, "overview.cards_alt")) if rows else None


def _about(here: Reading, card: Card) -> Line:
    """The subject that a card tells of, by its page; a document without one by its short title."""
    if card.page:
        return (Words(say(here.lang, f"page.{card.page}"), "strong", here.view.on(card.page)),)
    to = here.view.of_document(card.decision.slug)
    return (Words(pick(here.lang, card.decision, "short_title"), "strong", to),)
