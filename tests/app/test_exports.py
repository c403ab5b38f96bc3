"""Files that leave the room hold what the page shows: the same words and numbers."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from lsdash import settings
from lsdash.contents import pages
from lsdash.export import files
from lsdash.export.stamp import Stamp
from lsdash.store import shelf
from lsdash.text import Lang
from lsdash.view import from_query, to_path
from tests.app import hypertext
from tests.app.conftest import Opener
from tests.unit.export.test_offline import Read

SHOWN = [
    ("overview", ""),
    ("rural_roads", ""),
    ("college_quotas", ""),
    ("energy_targets", ""),
    ("border_labor", ""),
    ("border_trade", "trucks=cleared"),
    ("border_labor", "show=planner&trucks_waiting=600&gate_isolation_days=14"),
    ("covid", ""),
    ("commune_staff", "class=2&police=yes&present=24"),
    ("decisions", "sector=education&sector=transport"),
    ("decisions", "doc=381-qd-ubnd-2020"),
    ("follow_up", ""),
    ("outcomes", ""),
    ("outcomes", "due=2025"),
]

FOLDS = ("gates-table-waiting", "gates-everything-all", "border-table_fold-all")
"""What stands closed until a reader opens it; a file has no folds."""


def shown(app: AppTest) -> list[str]:
    """The title and every cell of every table of a page, without Markdown."""
    cells = [str(cell) for table in hypertext.tables(app) for row in table.values for cell in row]
    return [unmarked(app.title[0].value), *(" ".join(cell.split()) for cell in cells)]


def unmarked(text: str) -> str:
    text = re.sub(r"(?<!\\)\]\(<?[^)]*\)", "", text)
    text = re.sub(r":[a-z-]+\[", "", text)
    text = re.sub(r"(?<!\\)\*\*|(?<!\\)[\[\]]", "", text)
    return " ".join(re.sub(r"\\(.)", r"\1", text).split())


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("page", "query"), SHOWN, ids="?".join)
def test_an_offline_page_holds_every_number_and_word_of_the_tables_shown(
    opener: Opener, page: str, query: str, lang: Lang
) -> None:
    app = opener(page, lang=lang, **parse_qs(query))
    for fold in FOLDS:
        app.session_state[f"fold-{fold}"] = True
    app.run()
    place = settings.read()
    release = shelf.open_release(place, shelf.newest(place))
    view = replace(from_query(parse_qs(query), page)[0], release=release.name)
    stamp = Stamp(f"https://dashboard.example{to_path(view)}", datetime(2020, 3, 9, tzinfo=UTC))
    html = files.make("html", release, view, lang, stamp).content.decode()
    text = Read(html).text
    told = shown(app)
    assert len(told) > 1 or page == "overview"
    assert [each for each in told if each not in text] == []


def test_what_pages_show_and_files_hold_is_listed_for_the_same_pages() -> None:
    assert {page for page, _ in SHOWN} <= set(pages.PAGES)
