"""How documents on record stand to one another, told from either side."""

import shutil
from collections.abc import Iterator
from datetime import date

import pytest

from lsdash.contents import pages
from lsdash.contents.blocks import Contents, Line, Listed, Said, Table, text_of
from lsdash.contents.effects import relations
from lsdash.contents.reading import Alone
from lsdash.model import Filters
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View
from tests.conftest import DATA, MEMORY_MB, WeeksFolder

FIXTURES = ROOT / "tests" / "fixtures"
RECORDS = (FIXTURES / "amending" / "2020-w11.yaml", FIXTURES / "following" / "2020-w12.yaml")
ROADS, QUOTAS, NOTICE = "381-qd-ubnd-2020", "380-qd-ubnd-2020", "61-tb-ubnd-2020"


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The shipped week, one that corrects and amends, and one that answers and replaces."""
    folder = tmp_path_factory.mktemp("later")
    records = folder / "bulletins"
    records.mkdir()
    for record in (DATA / "bulletins" / "2020-w10.yaml", *RECORDS):
        shutil.copy(record, records)
    opened = opened_release(Settings(records, folder / "releases", MEMORY_MB))
    yield opened
    opened.close()


def opened_release(place: Settings) -> Release:
    name = build.build(place, invented=True)
    return Release.open(place.releases / f"{name}.duckdb", memory_mb=place.memory_mb)


def reading(release: Release, lang: Lang = "vi", **filters: object) -> Alone:
    return Alone(lang, View("decisions", release.name, Filters(**filters)), release)  # type: ignore[arg-type]


def said(lines: list[Line]) -> list[str]:
    return [text_of(line) for line in lines]


def lines_of(contents: Contents) -> Iterator[Line]:
    """Every sentence, item of a list and row of a table that a page holds."""
    for section in contents.sections:
        for block in section.blocks:
            if isinstance(block, Said):
                yield block.line
            if isinstance(block, Listed):
                yield from block.lines
            if isinstance(block, Table):
                yield from (tuple(words for cell in row for words in cell) for row in block.rows)


def leads_to(line: Line) -> list[tuple[str, str]]:
    return [(part.to.document, part.to.fact) for part in line if isinstance(part.to, View)]


def test_a_corrected_document_names_what_corrected_it_and_both_readings(later: Release) -> None:
    (line,) = relations.incoming(reading(later), ROADS)
    assert text_of(line) == (
        "Được đính chính tại 61/TB-UBND (11/03/2020): "
        "Góp mua xi măng cho công trình năm 2020: 8.300 → 8.030 triệu đồng"
    )
    assert leads_to(line) == [(NOTICE, ""), (ROADS, "road-cement")]


def test_the_document_that_corrects_leads_to_the_one_on_record(later: Release) -> None:
    (line,) = relations.outgoing(reading(later, "en"), NOTICE)
    assert text_of(line) == (
        "Corrects: 381/QĐ-UBND · Decision 381 (told in item 1, paragraph 1 of the bulletin): "
        "Cement for works of 2020: 8,300 → 8,030 million đồng"
    )
    assert leads_to(line) == [(ROADS, ""), (ROADS, "road-cement")]


def test_a_figure_that_amends_another_without_a_relation_is_told_on_both_sides(
    later: Release,
) -> None:
    became = "Cao đẳng Nghề Lạng Sơn: 510 → 560 chỉ tiêu (suy ra: 510 + 50)"
    assert said(relations.outgoing(reading(later), "455-qd-ubnd-2020")) == [
        f"Sửa đổi: 380/QĐ-UBND · Chỉ tiêu cao đẳng: {became}"
    ]
    assert said(relations.incoming(reading(later), QUOTAS)) == [
        f"Được sửa đổi tại 455/QĐ-UBND (12/03/2020): {became}"
    ]


def test_what_is_not_on_record_stays_a_name(later: Release) -> None:
    (line,) = relations.outgoing(reading(later), ROADS)
    assert leads_to(line) == []


def test_seen_on_an_earlier_day_what_came_later_says_so(later: Release) -> None:
    (line,) = relations.incoming(reading(later, signed_to=date(2020, 3, 10)), ROADS)
    assert "11/03/2020), sau ngày đang xem: " in text_of(line)


def test_a_list_marks_what_is_not_as_it_was(later: Release) -> None:
    slugs = [row.slug for row in read.decisions(later)]
    assert relations.marks(reading(later), slugs) == {
        ROADS: "đã được đính chính",
        QUOTAS: "đã được sửa đổi",
        "39-kh-ubnd-2020": "đã được thay thế",
        "1270-ubnd-ktth-2020": "đã được trả lời",
    }
    assert relations.marks(reading(later, weeks=("2020-w10",)), slugs) == {}


def test_the_news_of_a_week_names_the_older_documents(later: Release) -> None:
    told = relations.of_documents(reading(later, "en"), Filters(weeks=("2020-w11",)))
    assert said(told) == [
        "380/QĐ-UBND · College quotas: amended by 455/QĐ-UBND (12 Mar 2020): "
        "Lạng Sơn Vocational College: 510 → 560 places (derived: 510 + 50)",
        "381/QĐ-UBND · Rural roads: corrected by 61/TB-UBND (11 Mar 2020): "
        "Cement for works of 2020: 8,300 → 8,030 million đồng",
    ]
    assert relations.of_documents(reading(later), Filters(weeks=("2020-w10",))) == []


CORRECTED = """        changes:
          - kind: correction
            made_on: 2020-03-11
            by: 61/TB-UBND
            reason: {vi: Đính chính, en: Corrected}
            was: {printed: 8.300 triệu đồng, low: 8300000000, high: 8300000000}
"""


@pytest.mark.parametrize("published", [False, True], ids=["record alone", "notice on record"])
def test_a_correction_made_in_the_record_names_its_document_and_both_readings(
    weeks_folder: WeeksFolder, broken_settings: Settings, *, published: bool
) -> None:
    weeks_folder.change(
        "low: 8300000000\n        high: 8300000000", "low: 8030000000\n        high: 8030000000"
    )
    old = "printed: 8.300 triệu đồng\n"
    weeks_folder.change(old, f"printed: 8.030 triệu đồng\n{CORRECTED}")
    if published:
        shutil.copy(FIXTURES / "amending" / "2020-w11.yaml", weeks_folder.path)
    release = opened_release(broken_settings)
    (line,) = relations.incoming(reading(release), ROADS)
    assert text_of(line) == (
        "Được đính chính tại 61/TB-UBND (11/03/2020): "
        "Góp mua xi măng cho công trình năm 2020: 8.300 → 8.030 triệu đồng"
    )
    assert leads_to(line) == [(NOTICE, "")] * published + [(ROADS, "road-cement")]
    release.close()


def test_relations_are_asked_for_by_the_document_that_makes_them(later: Release) -> None:
    rows = read.related(later, Filters(weeks=("2020-w11",)))
    assert [(row.by, row.kind, row.decision, row.fact) for row in rows] == [
        ("455-qd-ubnd-2020", "amends", QUOTAS, "quota-vocational"),
        (NOTICE, "corrects", ROADS, None),
        (NOTICE, "corrects", ROADS, "road-cement"),
    ]
    assert (rows[2].was_printed, rows[2].printed) == ("8.300 triệu đồng", "8.030 triệu đồng")


def test_relations_of_one_document_are_those_of_both_sides(later: Release) -> None:
    rows = read.related(later, document=ROADS)
    assert [(row.by, row.decision) for row in rows] == [
        (NOTICE, ROADS),
        (NOTICE, ROADS),
        (ROADS, None),
    ]
    assert read.related(later, document="nothing-2020") == []


def test_relations_come_in_sheets(later: Release) -> None:
    every = read.related(later)
    sheets = [read.related(later, limit=2, offset=at) for at in range(0, len(every), 2)]
    assert [row for sheet in sheets for row in sheet] == every


AGAIN = """\
  - number: 70/TB-UBND
    signed_on: 2020-03-13
    sector: transport
    status: decided
    title: {vi: Đính chính lần hai (bịa), en: Second correction (invented)}
    short_title: {vi: Đính chính lần hai, en: Second correction}
    summary: {vi: Bịa., en: Invented.}
    at: {item: 3, paragraph: 1}
    facts:
      - slug: cement
        measure: road_funding
        subject: {vi: Xi măng, en: Cement}
        kind: money
        low: 8050000000
        high: 8050000000
        unit: vnd
        bound: exact
        printed: 8.050 triệu đồng
        amends: 381-qd-ubnd-2020/road-cement
        at: {item: 3, paragraph: 1}
    relations:
      - kind: corrects
        target: {vi: Quyết định 381, en: Decision 381}
        number: 381/QĐ-UBND
        at: {item: 3, paragraph: 1}
"""
SECOND = "70-tb-ubnd-2020"


@pytest.fixture
def twice(weeks_folder: WeeksFolder, broken_settings: Settings) -> Iterator[Release]:
    """The shipped week, then two notices that each correct the same sum of it."""
    record = (FIXTURES / "amending" / "2020-w11.yaml").read_text(encoding="utf-8")
    (weeks_folder.path / "2020-w11.yaml").write_text(record + AGAIN, encoding="utf-8")
    opened = opened_release(broken_settings)
    yield opened
    opened.close()


def test_a_correction_of_what_is_corrected_again_later_says_so(twice: Release) -> None:
    (line,) = relations.incoming(reading(twice), NOTICE)
    assert (
        text_of(line)
        == "Được sửa tiếp tại 70/TB-UBND (13/03/2020): Xi măng: 8.030 → 8.050 triệu đồng"
    )
    assert leads_to(line) == [(SECOND, ""), (NOTICE, "cement")]
    assert relations.incoming(reading(twice), SECOND) == []
    marks = relations.marks(reading(twice), [ROADS, NOTICE, SECOND])
    assert marks == {ROADS: "đã được đính chính", NOTICE: "đã được sửa tiếp"}
    before = reading(twice, signed_to=date(2020, 3, 12))
    assert relations.marks(before, [ROADS, NOTICE]) == {ROADS: "đã được đính chính"}


def test_the_sum_that_two_documents_corrected_is_told_step_by_step(twice: Release) -> None:
    assert said(relations.incoming(reading(twice, "en"), ROADS)) == [
        "Corrected by 61/TB-UBND (11 Mar 2020): "
        "Cement for works of 2020: 8,300 → 8,030 million đồng",
        "Corrected by 70/TB-UBND (13 Mar 2020): "
        "Cement for works of 2020: 8,030 → 8,050 million đồng",
    ]
    news = said(relations.of_documents(reading(twice, "en"), Filters(weeks=("2020-w11",))))
    assert not any("again" in each for each in news)


def test_a_row_says_that_a_figure_was_changed_again(twice: Release) -> None:
    rows = [row for row in read.related(twice, document=NOTICE) if row.by == SECOND]
    assert [(row.decision, row.fact, row.is_again) for row in rows] == [(NOTICE, "cement", True)]
    assert (rows[0].was_printed, rows[0].printed) == ("8.030 triệu đồng", "8.050 triệu đồng")


def test_pages_and_files_mark_the_older_correction(twice: Release) -> None:
    view = View("decisions", twice.name, Filters(), document=NOTICE)
    page = said([*lines_of(pages.contents(twice, view, "vi"))])
    assert any(
        "8.030 triệu đồng" in each and "được sửa tiếp tại 70/TB-UBND" in each for each in page
    )
    roads = said([*lines_of(pages.contents(twice, View("rural_roads", twice.name), "vi"))])
    assert any("61/TB-UBND" in each and "đã được sửa tiếp" in each for each in roads)
