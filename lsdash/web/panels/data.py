"""The data page: stamps, releases, downloads, questions, how to cite, methods, columns."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from math import ceil
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from lsdash import settings
from lsdash.contents import data as contents
from lsdash.export.tables import rows
from lsdash.intake.files.scanned import tesseract
from lsdash.libreoffice import program as libreoffice
from lsdash.store import shelf
from lsdash.store.release import Manifest
from lsdash.text import Lang, count, figures, say
from lsdash.view import to_query
from lsdash.web.entrance import address
from lsdash.web.entrance.base_path import under
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, hypertext
from lsdash.web.parts.escaping import plain
from lsdash.web.routes import openapi

TABLES: Mapping[str, Sequence[rows.Column[Any]]] = {
    "decisions": rows.DECISION_COLUMNS,
    "facts": rows.FACT_COLUMNS,
    "relations": rows.RELATION_COLUMNS,
    "follow_up": rows.FOLLOW_UP_COLUMNS,
    "reports": rows.OBSERVATION_COLUMNS,
    "gate_states": rows.GATE_STATE_COLUMNS,
    "outcomes": rows.OUTCOME_COLUMNS,
    "topics": rows.TOPIC_COLUMNS,
}

DOWNLOADS: Mapping[str, Sequence[str]] = {
    "decisions": ("decisions",),
    "facts": ("facts",),
    "relations": ("relations", "effects"),
    "topics": ("topics",),
    "reports": ("observations",),
    "gate_states": ("gate_states",),
}
"""Table → those of the release that hold its rows, together no fewer."""


def stamps(here: Visit) -> None:
    """How fresh: documents up to, release built, page loaded; three different things."""
    now = figures.moment(datetime.now(UTC), here.lang)
    told = contents.stamps(here) | {say(here.lang, "data.loaded"): now}
    for column, (of, moment) in zip(st.columns(3), told.items(), strict=True):
        with column.container(border=True, gap="xsmall"):
            st.caption(of)
            st.markdown(f"**{plain(moment)}**")


def releases(here: Visit) -> None:
    """Every release on this server, the current one first; each opens this page on its data."""
    lang = here.lang
    cards.section(here, "data.releases")
    st.caption(say(lang, "data.releases_what"))
    place = settings.read()
    current = shelf.current(place.releases)
    told = [
        _release(here, each, is_current=each.release == current) for each in shelf.manifests(place)
    ]
    for stone in shelf.tombstones(place.releases):
        words = {"release": stone.release, "reason": stone.said(lang)}
        told.append(plain(say(lang, "data.withdrawn", **words)))
    st.markdown("\n".join(f"- {line}" for line in told))


def downloads(here: Visit) -> None:
    """All rows of this release; a long table in sheets, each a file of its own."""
    lang = here.lang
    cards.section(here, "data.downloads")
    st.caption(say(lang, "data.downloads_what"))
    for table, stored in DOWNLOADS.items():
        held = sum(here.release.manifest.rows(name) for name in stored)
        sheets = range(1, 1 + max(1, ceil(held / openapi.MAX_SIZE)))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{say(lang, f'data.{table}')}**", width=120)
            for form in reversed(openapi.FORMS):
                links = [_file(here, table, form, sheet, of=len(sheets)) for sheet in sheets]
                st.markdown(" ".join(links), width="content")


def whole(here: Visit) -> None:
    """The release itself as a file, and a line each by which DuckDB, Python and R open it."""
    lang, name = here.lang, here.release.name
    cards.section(here, "data.whole")
    st.caption(say(lang, "data.whole_what", duckdb=contents.OLDEST_DUCKDB))
    address_of_file = under(openapi.ADDRESSES["release_file"].format(release=name))
    megabytes = figures.number(round(Decimal(here.release.file.stat().st_size) / 10**6, 1), lang)
    st.markdown(f"[lang-son-{name}.duckdb]({address_of_file}) · {megabytes} MB")
    for program, line in contents.openings(name).items():
        st.caption(program)
        st.code(line, language=None, wrap_lines=True)


def questions(here: Visit) -> None:
    """What programs can ask, where, and by which keys: the contract as a table."""
    lang = here.lang
    cards.section(here, "data.questions")
    st.caption(say(lang, "data.questions_what"))
    example = to_query(replace(here.view.on("decisions"), agenda=(), at=0))
    asked = f"/api/facts.json?{urlencode(example, doseq=True)}"
    st.code(address.whole(asked), language=None, wrap_lines=True)
    addresses = [
        [
            _code(under(where.format(form="|".join(openapi.FORMS), release="…"))),
            say(lang, f"openapi.{name}"),
        ]
        for name, where in openapi.ADDRESSES.items()
    ]
    _table(here, "addresses", ("address", "answer"), addresses)
    keys = [
        [_code(key.name), say(lang, f"openapi.key_{key.name}"), _values(key, lang)]
        for key in openapi.KEYS
    ]
    _table(here, "keys", ("key", "meaning", "values"), keys)
    st.markdown(f"[{plain(say(lang, 'data.contract'))}]({under(openapi.ADDRESSES['contract'])})")


def dictionary(here: Visit) -> None:
    """What every column of the tables means."""
    cards.section(here, "data.dictionary")
    for table, columns in TABLES.items():
        st.subheader(say(here.lang, f"data.{table}"), anchor=False)
        told = [
            [
                _code(column.name),
                column.says(here.lang),
                say(here.lang, f"holds.{column.holds}"),
            ]
            for column in columns
        ]
        _table(here, f"dictionary-{table}", ("column", "meaning", "holds"), told)


def methods(here: Visit) -> None:
    """How the data come about."""
    cards.section(here, "data.methods")
    cards.listed(contents.methods(here))


def programs(here: Visit) -> None:
    """Which programs beside this one are on the server, and what is read with them."""
    cards.section(here, "data.programs")
    office, scans = libreoffice.found(), tesseract.found()
    told = [
        ("data.libreoffice" if office else "data.no_libreoffice", office and office.version),
        ("data.tesseract" if scans else "data.no_tesseract", scans and scans.version),
    ]
    lines = [plain(say(here.lang, key, version=version or "")) for key, version in told]
    st.markdown("\n".join(f"- {line}" for line in lines))


def citing(here: Visit) -> None:
    """The words to put under a table or a chart that was made from this release."""
    cards.section(here, "data.citing")
    cited = contents.citation(here, address.link(here.view))
    st.code(cited, language=None, wrap_lines=True)
    st.caption(say(here.lang, "data.licence"))


def _file(here: Visit, table: str, form: str, sheet: int, *, of: int) -> str:
    """A link to one sheet of a table in a form: `CSV`, or `CSV 2` where there are several."""
    query: dict[str, object] = {"release": here.view.release, "size": openapi.MAX_SIZE}
    label = form.upper()
    if of > 1:
        query, label = query | {"sheet": sheet}, f"{label} {sheet}"
    return f"[{label}]({under(f'/api/{table}.{form}')}?{urlencode(query)})"


def _values(key: openapi.Key, lang: Lang) -> str:
    """What may be given: a closed list, or a kind of value."""
    if key.codes:
        return Markup(" ").join(map(_code, key.codes))
    return say(lang, f"holds.{key.holds}")


def _release(here: Visit, manifest: Manifest, *, is_current: bool) -> str:
    """A release in one line, which opens this page on it."""
    lang = here.lang
    link = address.path(replace(here.view, release=manifest.release))
    said = [
        say(lang, "data.up_to", day=figures.day(manifest.documents_to, lang)),
        count(lang, "data.documents_n", manifest.rows("decisions")),
        say(lang, "data.built_at", moment=figures.moment(manifest.built_at, lang)),
        manifest.note,
        manifest.reviewer,
    ]
    newest = f" ({plain(say(lang, 'strip.newest'))})" if is_current else ""
    told = " · ".join(plain(each) for each in said if each)
    return f"**[{plain(manifest.release)}]({link})**{newest} · {told}"


def _table(here: Visit, name: str, columns: Sequence[str], told: Sequence[Sequence[str]]) -> None:
    names = [say(here.lang, f"data.column_{column}") for column in columns]
    heads = ["", *names[1:]]
    hypertext.show(hypertext.table(names, told, heads=heads, name=name, alt=", ".join(names)))


def _code(text: str) -> Markup:
    return hypertext.element("code", text)
