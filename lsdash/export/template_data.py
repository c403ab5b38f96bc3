"""A page's contents as plain data for a template: text, marks, addresses and drawings."""

from collections.abc import Callable, Mapping
from typing import Any

import segno

from lsdash import sentences
from lsdash.contents import filters_line
from lsdash.contents.blocks import Block, Chart, Contents, Line, Listed, Said, Table
from lsdash.contents.reading import Reading
from lsdash.contents.week import weeks
from lsdash.export.stamp import Stamp, made
from lsdash.text import figures, say
from lsdash.view import View, to_path

Data = dict[str, Any]
Draw = Callable[[Chart], list[str]]


def page(contents: Contents, stamp: Stamp, draw: Draw) -> Data:
    """The contents with whole addresses, each chart in as many drawings as `draw` gives."""
    return {
        "name": contents.name,
        "title": contents.title,
        "paper": _line(contents.paper, stamp.host),
        "lead": contents.lead,
        "is_half": contents.is_half,
        "sections": [
            {
                "title": section.title,
                "is_detail": section.is_detail,
                "blocks": [_block(block, stamp.host, draw) for block in section.blocks],
            }
            for section in contents.sections
        ],
    }


def frame(here: Reading, stamp: Stamp) -> Data:
    """What stands around the contents: whose they are, of which week and release, by which link."""
    lang, manifest = here.lang, here.release.manifest
    documents_to = figures.day(manifest.documents_to, lang)
    return {
        "lang": lang,
        "app": say(lang, "app.full_name"),
        "week": say(lang, "strip.week", week=sentences.week_span(weeks.shown(here), lang)),
        "release": say(lang, "strip.release", release=manifest.release),
        "documents_to": f"{say(lang, 'export.documents_to')} {documents_to}",
        "filters": f"{say(lang, 'export.filters')}: {filters_line.sentence(here)}",
        "made": f"{say(lang, 'export.made')} {made(here, stamp)}",
        "built": f"{say(lang, 'data.built')} {figures.moment(manifest.built_at, lang)}",
        "link": stamp.link,
        "link_name": say(lang, "export.link"),
        "short_link": stamp.short_link or stamp.link,
        "reading": say(lang, "export.how_to_read_page"),
        "rights": say(lang, "export.rights_words"),
        "qr": segno.make(stamp.short_link or stamp.link, micro=False).svg_inline(
            border=2, scale=4, light="#fff", title=say(lang, "export.qr")
        ),
    }


def _block(block: Block, host: str, draw: Draw) -> Data:
    match block:
        case Said():
            return {"kind": "said", "line": _line(block.line, host), "is_note": block.is_note}
        case Listed():
            return {"kind": "listed", "lines": [_line(each, host) for each in block.lines]}
        case Table():
            return {
                "kind": "table",
                "name": block.name,
                "columns": block.columns,
                "rows": [[_line(cell, host) for cell in row] for row in block.rows],
                "alt": block.alt,
                "heads": block.heads,
            }
        case Chart():
            return {
                "kind": "chart",
                "name": block.name,
                "alt": block.alt,
                "height": block.draw("light")["layout"]["height"],
                "svgs": draw(block),
            }


def _line(line: Line, host: str) -> list[Mapping[str, str]]:
    return [
        {
            "text": words.text,
            "look": words.look,
            "to": host + to_path(words.to) if isinstance(words.to, View) else words.to or "",
        }
        for words in line
    ]
