"""What changed between two releases or weeks, and what a release holds."""

from lsdash.contents import data
from lsdash.contents.blocks import Contents, Listed, Said, filled, line, section
from lsdash.contents.comparison import changes
from lsdash.contents.pages.silences_and_flags import MOST_DOCUMENTS
from lsdash.contents.reading import Reading
from lsdash.text import say


def changes_page(here: Reading) -> Contents:
    lang, compared = here.lang, changes.found(here)
    name = say(lang, "page.changes")
    if compared is None:
        return Contents(name, say(lang, "changes.cannot"), (), "", ())
    of, found = compared
    note = changes.partly_at_hand(here, of)
    return Contents(
        name,
        changes.sentence(here, of, found),
        (),
        say(lang, "lead.changes"),
        filled(
            (
                section("", Said(note, is_note=True) if note else None),
                section(say(lang, "changes.bulletins"), changes.bulletins(here, of, found)),
                section(say(lang, "changes.press"), changes.press(here, of, found)),
                *(
                    section(changes.named(here, each), *changes.of_document(here, of, each))
                    for each in changes.shown(of, found)[:MOST_DOCUMENTS]
                ),
                *changes.around(here, of, found),
            )
        ),
    )


def data_page(here: Reading) -> Contents:
    lang = here.lang
    stamps = Listed(tuple(line(f"{of}: {when}") for of, when in data.stamps(here).items()))
    return Contents(
        say(lang, "page.data"),
        data.sentence(here),
        (),
        "",
        (
            section("", stamps),
            section(say(lang, "data.methods"), data.methods(here)),
        ),
    )
