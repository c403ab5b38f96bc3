"""Whatever a week brings, no page says of its figures what no document says.

LSDASH_TRUTH_RUNS tells how many runs of weeks are tried, eight weeks each.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from lsdash.contents import pages
from lsdash.contents.blocks import Chart, Contents, Listed, Said, Table, text_of
from lsdash.contents.reading import Alone
from lsdash.contents.week import papers
from lsdash.model import Filters, Week
from lsdash.records import flags, load
from lsdash.records.archive import Archive
from lsdash.settings import ROOT
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.store.writing import tables
from lsdash.text import LANGS, Lang, figures
from lsdash.view import PAGES, View
from lsdash.vocabulary import Role, Unit
from tests.property.invented import Inventor

RUNS = int(os.environ.get("LSDASH_TRUTH_RUNS", "6"))
WEEKS = 8
OF_FIGURES = tuple(page for page in PAGES if page not in ("intake", "changes", "data"))
SLIPS = re.compile(r"\{|\}|\bNone\b|\bnan\b|\*\*")
SHARE = re.compile(
    r"(?<=\()\d[\d.,]*(?=\s?%\))"  # 5.000 triệu đồng cho xi măng (27,3%)
    r"|\d[\d.,]*(?=\s?% (?:của tổng|of the whole|of the total))"
)
_, REAL = load.load(ROOT / "data" / "bulletins" / "2020-w10.yaml")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


def frozen(weeks: list[Week], folder: Path) -> Release:
    """The real week and these, as a build freezes them."""
    every = [REAL, *weeks]
    with closing(Archive(every, folder)) as archive:
        rows = [*tables.rows(archive, flags.Series(map(flags.point, archive.values())))]
        name = tables.release_id(archive.newest.slug, rows)
        file = folder / f"{name}.duckdb"
        file.unlink(missing_ok=True)
        manifest = build.manifest(archive, release=name, built_at=datetime(2020, 3, 8, tzinfo=UTC))
        build.write(file, rows, manifest)
    return Release.open(file, memory_mb=128)


def texts(contents: Contents) -> Iterator[str]:
    """All that a page says, line by line, with the words of its charts."""
    yield contents.title
    yield text_of(contents.paper)
    for section in contents.sections:
        yield section.title
        for block in section.blocks:
            match block:
                case Said():
                    yield text_of(block.line)
                case Listed():
                    yield from map(text_of, block.lines)
                case Table():
                    yield from (text_of(cell) for row in block.rows for cell in row)
                case Chart():
                    yield block.alt
                    yield from words_drawn(block.draw("light"))


def words_drawn(figure: dict[str, Any]) -> Iterator[str]:
    for trace in figure["data"]:
        for name in ("text", "hovertext"):
            yield from (re.sub("<[^>]*>", " ", str(each)) for each in trace.get(name) or ())
    for note in figure["layout"].get("annotations", ()):
        yield re.sub("<[^>]*>", " ", note["text"])


def charts(contents: Contents) -> Iterator[Chart]:
    for section in contents.sections:
        yield from (block for block in section.blocks if isinstance(block, Chart))


def shown(contents: Contents) -> str:
    return "\n".join(texts(contents))


def number_of(fact: FactRow, lang: Lang) -> str:
    """The figure's number as a page writes it; no other fact of the run has it."""
    return figures.amount(fact.value, fact.shown_scale, lang)


def stands_in(number: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text))


@pytest.mark.parametrize("seed", range(RUNS))
def test_every_page_of_random_weeks_says_the_truth(folder: Path, seed: int) -> None:
    lang = LANGS[seed % 2]
    release = frozen(Inventor(Random(seed)).weeks(WEEKS), folder)  # noqa: S311
    remember_answers(release)
    try:
        facts = {(fact.decision, fact.slug): fact for fact in read.facts(release)}
        for week in [None, *(row.slug for row in read.weeks(release))]:
            filters = Filters(weeks=(week,) if week else ())
            for page in OF_FIGURES:
                told = pages.contents(release, View(page, release.name, filters), lang)
                check_words(told)
                check_charts(told, facts)
                check_title(told, facts, lang)
            if week and week != REAL.bulletin.slug:
                check_week(Alone(lang, View("overview", release.name, filters), release), facts)
    finally:
        release.close()


def remember_answers(release: Release) -> None:
    """A release never changes: what was asked before is not asked again."""
    ask, answers = release.ask, {}

    def remembered(question: str, parameters: Mapping[str, Any]) -> Any:
        asked = question, repr(parameters)
        if asked not in answers:
            answers[asked] = list(ask(question, parameters))
        return answers[asked]

    release.ask = remembered  # type: ignore[method-assign]


def check_week(here: Alone, facts: dict[tuple[str, str], FactRow]) -> None:
    """All figures of the week's documents are on a page that a leader sees, and no others unmarked.

    A figure of another week stands beside the number of its document, or turns into another one.
    """
    week = here.view.filters.weeks[0]
    overview = pages.contents(here.release, here.view, here.lang)
    views = papers.pages(here, papers.of_week(here))
    seen = shown(overview) + "".join(
        shown(pages.contents(here.release, view, here.lang)) for view in views
    )
    numbers = Counter(number_of(each, here.lang) for each in facts.values())
    for fact in facts.values():
        number = number_of(fact, here.lang)
        if fact.bulletin == week and not fact.is_derived:  # a sum of ours follows what stands
            assert stands_in(number, seen), (fact.number, fact.subject_vi, number)
        elif fact.bulletin not in (week, REAL.bulletin.slug) and numbers[number] == 1:
            for text in texts(overview):
                if stands_in(number, text):
                    assert fact.number in text or "→" in text, text


def check_words(told: Contents) -> None:
    for text in texts(told):
        assert not SLIPS.search(text), text
        for share in SHARE.findall(text):
            value = float(share.replace(".", "").replace(",", ".") if "," in share else share)
            assert value <= 100, text


def check_charts(told: Contents, facts: dict[tuple[str, str], FactRow]) -> None:
    """Each axis has one unit, and a change stands by no level."""
    for chart in charts(told):
        if chart.name in {"calendar", "years"}:  # its axis is time
            continue
        figure = chart.draw("light")
        marked = [tuple(each) for trace in figure["data"] for each in trace.get("customdata") or ()]
        drawn = [facts[name] for name in marked if name in facts]
        assert len({(fact.unit, fact.unit_called_vi) for fact in drawn}) <= 1, chart.name
        roles = {fact.role for fact in drawn} - {Role.OBLIGATION}
        assert Role.CHANGE not in roles or len(roles) == 1, chart.name


def check_title(told: Contents, facts: dict[tuple[str, str], FactRow], lang: Lang) -> None:
    """A number in a title has its unit, in the same breath or in the same sentence in brackets."""
    numbers = Counter(number_of(each, lang) for each in facts.values())
    for fact in facts.values():
        number = number_of(fact, lang)
        is_real = fact.bulletin == REAL.bulletin.slug  # its numbers are small and said of much else
        if is_real or fact.unit == Unit.PERCENT or numbers[number] > 1:
            continue
        unit = fact.unit_called_vi if lang == "vi" else fact.unit_called_en
        unit = unit or figures.unit_name(fact.unit, fact.shown_scale, lang)
        for found in stands_in(number, told.title):
            after = told.title[found.end() :]
            is_bracketed = after.startswith(")") and unit in told.title
            assert re.match(rf"(?: [→–]? ?[\d.,]+)* {re.escape(unit)}", after) or is_bracketed, (
                told.title
            )
