"""What pages say of a document once later ones did something to it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lsdash.contents import epidemic, pages
from lsdash.contents.blocks import Contents, Listed, Said, Table, text_of
from lsdash.contents.reading import Alone
from lsdash.contents.week import papers
from lsdash.model import Filters
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.store.rows import FactRow
from lsdash.text import Lang
from lsdash.view import View
from tests.conftest import DATA, MEMORY_MB

FOLLOWING = ROOT / "tests" / "fixtures" / "following" / "2020-w12.yaml"
ASKED = "1310-ubnd-kgvx-2020"
LATER = ROOT / "tests" / "fixtures" / "weeks" / "2020-w14.yaml"


@pytest.fixture(scope="module")
def repealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The shipped week, and one whose first repeal is of the drill's decision."""
    record = LATER.read_text(encoding="utf-8").replace("number: 12/CT-UBND", "number: 371/QĐ-UBND")
    yield from built(tmp_path_factory.mktemp("repealed"), LATER.name, record)


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The shipped week, and one with requests and things to be done."""
    record = FOLLOWING.read_text(encoding="utf-8")
    yield from built(tmp_path_factory.mktemp("following"), FOLLOWING.name, record)


def built(folder: Path, name: str, record: str) -> Iterator[Release]:
    records = folder / "bulletins"
    records.mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", records)
    (records / name).write_text(record, encoding="utf-8")
    place = Settings(records, folder / "releases", MEMORY_MB)
    release = build.build(place, invented=True)
    opened = Release.open(place.releases / f"{release}.duckdb", memory_mb=MEMORY_MB)
    yield opened
    opened.close()


def page(release: Release, name: str, lang: Lang = "en", **filters: object) -> Contents:
    return pages.contents(release, View(name, release.name, Filters(**filters)), lang)  # type: ignore[arg-type]


def words(contents: Contents) -> list[str]:
    """Every sentence and line of a page, without its tables."""
    blocks = [block for section in contents.sections for block in section.blocks]
    said = [text_of(block.line) for block in blocks if isinstance(block, Said)]
    lists = [block.lines for block in blocks if isinstance(block, Listed)]
    return said + [text_of(line) for lines in lists for line in lines]


def tables(contents: Contents) -> set[str]:
    blocks = [block for section in contents.sections for block in section.blocks]
    return {block.name for block in blocks if isinstance(block, Table)}


def test_bodies_of_a_repealed_document_are_not_shown_as_standing(repealed: Release) -> None:
    now = page(repealed, "covid")
    assert "bodies" not in tables(now)
    assert any(each.startswith("371/QĐ-UBND") and "repealed by" in each for each in words(now))
    assert "No document on this subject passes the filters." not in words(now)
    then = page(repealed, "covid", weeks=("2020-w10",))
    assert "bodies" in tables(then)


def test_silence_is_told_only_where_no_health_document_is_left(repealed: Release) -> None:
    here = Alone("en", View("covid", repealed.name, Filters(weeks=("2020-w14",))), repealed)
    assert not epidemic.ended(here)
    assert epidemic.is_silent(here) is not bool(epidemic.others(here))


def document(release: Release, slug: str, lang: Lang = "en") -> Contents:
    return pages.contents(release, View("decisions", release.name, document=slug), lang)


def rows(contents: Contents, name: str) -> list[tuple[str, ...]]:
    blocks = [block for section in contents.sections for block in section.blocks]
    found = [block for block in blocks if isinstance(block, Table) and block.name == name]
    return [tuple(map(text_of, row)) for table in found for row in table.rows]


def test_a_request_is_asked_of_its_addressee_for_an_answer_by_a_day(following: Release) -> None:
    ((_, who, by, _),) = rows(document(following, ASKED), f"duties-{ASKED}")
    assert who == "sent to Ministry of Health"
    assert by == "answer asked for by 20 Mar 2020"


def test_the_file_of_a_document_has_the_figures_and_duties_of_its_page(following: Release) -> None:
    plan = document(following, "48-kh-ubnd-2020")
    titles = [section.title for section in plan.sections]
    assert {"Leading figures", "Who does what by when"} <= set(titles)
    whole = next(row for row in rows(plan, "duties-48-kh-ubnd-2020") if "first quarter" in row[0])
    assert whole[1] == "Department of Natural Resources"


def test_the_file_of_a_subjects_document_leaves_its_figures_to_the_subject(
    repealed: Release,
) -> None:
    titles = [section.title for section in document(repealed, "381-qd-ubnd-2020").sections]
    assert "Leading figures" not in titles


def test_a_figure_of_one_option_says_of_which(repealed: Release) -> None:
    slug = "1270-ubnd-ktth-2020"
    subjects = [row[1] for row in rows(document(repealed, slug), f"facts-{slug}")]
    assert any("Option 1" in each for each in subjects)


def test_between_weeks_a_repeal_is_told_of_both_documents(repealed: Release) -> None:
    inputs = (("compare", "weeks"), ("old_week", "2020-w10"), ("new_week", "2020-w14"))
    found = pages.contents(repealed, View("changes", repealed.name, inputs=inputs), "en")
    (old,) = (each for each in words(found) if each.startswith("371/QĐ-UBND"))
    assert "repealed by" in old
    (new,) = (each for each in words(found) if "Repeals: 371/QĐ-UBND" in each)
    assert not new.startswith("371/")


def test_a_number_of_options_names_them_where_its_subject_says_nothing_more(
    repealed: Release,
) -> None:
    here = Alone("vi", View("overview", repealed.name, Filters(weeks=("2020-w10",))), repealed)
    own = papers.of_week(here)
    (paper,) = (each for each in own if each.decision.slug == "1270-ubnd-ktth-2020")
    bare = tuple(
        replace(fact, subject_vi="Số phương án") if fact.slug == "labor-options" else fact
        for fact in paper.facts
    )

    def told(facts: tuple[FactRow, ...]) -> str:
        (card,) = papers.of_subjects(here, [replace(paper, facts=facts)])
        return card.what

    assert told(paper.facts).startswith("Số phương án xin ý kiến")
    labels = [option.label_vi for option in read.options(repealed, "1270-ubnd-ktth-2020")]
    assert all(label in told(bare) for label in labels)
    assert "Số phương án" not in told(bare)
