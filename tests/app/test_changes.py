"""What a reader of an older release is told, and the page that compares."""

import shutil
from pathlib import Path

import pytest

from lsdash import settings
from lsdash.settings import Settings
from lsdash.store import build, shelf
from tests.app import hypertext
from tests.app.conftest import FIXTURES, Opener
from tests.app.test_pages import said
from tests.conftest import MEMORY_MB, week_alone


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The shipped week, then the same with an invented week and a corrected figure: a folder of
    both releases and their names."""
    folder = tmp_path_factory.mktemp("two")
    place = Settings(
        records=week_alone(folder / "data"), releases=folder / "releases", memory_mb=MEMORY_MB
    )
    old = build.build(place)
    correct(place.records)
    return place.releases, old, build.build(place, invented=True)


@pytest.fixture
def two(opener: Opener, built: tuple[Path, str, str]) -> tuple[str, str]:
    """Both releases, the test's own to break."""
    folder, *names = built
    shutil.copytree(folder, settings.read().releases)
    return names[0], names[1]


def correct(records: Path) -> None:
    shutil.copy(FIXTURES / "2020-w11.yaml", records)
    file = records / "2020-w10.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("low: 430\n        high: 430", "low: 431\n        high: 431")
    file.write_text(
        text.replace(
            "printed: 430 chỉ tiêu\n",
            "printed: 431 chỉ tiêu\n        changes:\n"
            "          - kind: correction\n            made_on: 2020-03-20\n"
            "            reason: {vi: Đọc nhầm, en: Misread}\n"
            "            was: {printed: 430 chỉ tiêu, low: 430, high: 430}\n",
        ),
        encoding="utf-8",
    )


def words(app) -> str:
    return said(app).replace("\\", "")


def receipt(app) -> list[str]:
    """The lines of the box that an older release has below the strip."""
    lines = [each.value.replace("\\", "") for each in app.markdown]
    first = next((at for at, line in enumerate(lines) if line.startswith("Đang xem bản")), None)
    return [] if first is None else lines[first : first + 4]


def test_the_newest_release_has_no_receipt(opener: Opener, two: tuple[str, str]) -> None:
    assert receipt(opener("college_quotas", release=two[1])) == []


def test_an_older_release_names_exactly_the_figures_of_the_page_that_changed(
    opener: Opener, two: tuple[str, str]
) -> None:
    old, new = two
    app = opener("college_quotas", release=old)
    showing, newest, differs, facts = receipt(app)
    assert showing.startswith(f"Đang xem bản **{old}**: dựng")
    assert showing.endswith("tài liệu đến 08/03/2020.")
    assert newest.startswith(f"Bản mới nhất là **{new}**: dựng")
    assert differs == "Ở bản mới nhất, trang này khác: 2 số liệu thay đổi, 5 số liệu mới."
    assert facts.splitlines()[:2] == [
        "- Cao đẳng Y tế Lạng Sơn (380/QĐ-UBND): 430 chỉ tiêu → **431 chỉ tiêu**"
        " · Đính chính 20/03/2020: Đọc nhầm",
        "- Tổng các trường (380/QĐ-UBND): 1.340 chỉ tiêu → **1.341 chỉ tiêu**",
    ]
    assert facts.splitlines()[-1] == "- và 2 số liệu nữa"
    assert app.title[0].value.startswith("1\\.340 chỉ tiêu")


def test_a_page_that_did_not_change_says_so(opener: Opener, two: tuple[str, str]) -> None:
    app = opener("commune_staff", release=two[0])
    assert receipt(app)[2] == "Nội dung trang này không khác ở bản mới nhất."


def test_filters_narrow_the_receipt(opener: Opener, two: tuple[str, str]) -> None:
    app = opener("college_quotas", release=two[0], week="2020-w10")
    assert receipt(app)[2] == "Ở bản mới nhất, trang này khác: 2 số liệu thay đổi."
    health = opener("decisions", release=two[0], sector="health")
    assert receipt(health)[2] == "Nội dung trang này không khác ở bản mới nhất."


def test_an_open_document_is_compared_alone(opener: Opener, two: tuple[str, str]) -> None:
    changed = opener("decisions", release=two[0], doc="380-qd-ubnd-2020")
    assert receipt(changed)[2] == "Ở bản mới nhất, trang này khác: 2 số liệu thay đổi."
    same = opener("decisions", release=two[0], doc="381-qd-ubnd-2020")
    assert receipt(same)[2] == "Nội dung trang này không khác ở bản mới nhất."


def test_the_overview_counts_documents_too(opener: Opener, two: tuple[str, str]) -> None:
    differs = receipt(opener("overview", release=two[0]))[2]
    assert differs == (
        "Ở bản mới nhất, trang này khác: 2 số liệu thay đổi, 4 văn bản mới, 1 bản tin mới."
    )


def test_a_newest_release_that_cannot_be_read_leaves_the_older_one_readable(
    opener: Opener, two: tuple[str, str]
) -> None:
    file = settings.read().releases / f"{two[1]}.duckdb"
    shelf._open.cache_clear()
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content[:5000])
    app = opener("college_quotas", release=two[0])
    assert "hiện không đọc được" in receipt(app)[1]
    assert app.title[0].value.startswith("1\\.340 chỉ tiêu")


def test_two_releases_side_by_side(opener: Opener, two: tuple[str, str]) -> None:
    app = opener("changes", release=two[0])
    assert app.title[0].value == "2 số liệu thay đổi, 4 văn bản mới, 1 bản tin mới"
    assert two[0] in app.query_params["old"]
    assert two[1] in app.query_params["new"]
    assert "badge[Mới]" in words(app)
    assert "badge[Thay đổi]" in words(app)
    table = next(t for t in hypertext.tables(app) if "430 chỉ tiêu" in t.to_string())
    assert list(table["Bản sau"]) == ["431 chỉ tiêu", "1.341 chỉ tiêu"]
    assert "Đính chính 20/03/2020" in words(app)


def test_the_same_release_on_both_sides_does_not_differ(
    opener: Opener, two: tuple[str, str]
) -> None:
    app = opener("changes", release=two[0], old=two[0], new=two[0])
    assert app.title[0].value == "Hai bản không khác nhau"
    narrowed = opener("changes", release=two[0], old=two[0], new=two[1], sector="health")
    assert narrowed.title[0].value.startswith("Hai bản không khác nhau trong các văn bản")


def test_one_release_of_two_weeks_opens_on_the_weeks_and_a_link_to_releases_offers_them(
    opener: Opener, records: Path
) -> None:
    shutil.copy(FIXTURES / "2020-w11.yaml", records)
    build.build(settings.read(), invented=True)
    app = opener("changes")
    assert "giữa hai tuần" in app.title[0].value
    assert app.query_params["compare"] == "weeks"
    asked = opener("changes", compare="releases")
    assert asked.title[0].value == "Chưa có gì để so"
    assert "So tuần mới nhất với tuần trước đó" in words(asked)
    assert asked.query_params["compare"] == "releases"


def test_two_weeks_of_a_release(opener: Opener, two: tuple[str, str]) -> None:
    app = opener("changes", release=two[1], compare="weeks")
    assert app.title[0].value.startswith("11 số liệu khác nhau giữa hai tuần")
    assert "2020-w10" in app.query_params["old_week"]
    missing = opener("changes", release=two[0], compare="weeks", old_week="2020-w11")
    assert missing.title[0].value == "Chưa so được"
    assert "không có tuần “2020-w11”" in missing.warning[0].value.replace("\\", "")


@pytest.mark.parametrize("why", ["unknown", "withdrawn"])
def test_a_side_that_cannot_be_opened_is_named(
    opener: Opener, two: tuple[str, str], why: str
) -> None:
    if why == "withdrawn":
        build_date = shelf.manifest(settings.read(), two[0]).documents_to
        shelf.withdraw(settings.read(), two[0], reason="Đọc nhầm", on=build_date)
    old = two[0] if why == "withdrawn" else "2031w01-00000000"
    app = opener("changes", release=two[1], old=old, new=two[1])
    assert app.title[0].value == "Chưa so được"
    told = app.warning[0].value.replace("\\", "")
    assert old in told
    assert ("Đọc nhầm" in told) is (why == "withdrawn")
    assert not app.exception


def test_a_corrected_figure_is_marked_and_its_document_has_a_history(
    opener: Opener, two: tuple[str, str]
) -> None:
    app = opener("decisions", release=two[1], doc="380-qd-ubnd-2020")
    facts = next(table for table in hypertext.tables(app) if "Căn cứ" in table.columns)
    marked = [cell for cell in facts["Nội dung"] if "đã đính chính" in cell]
    assert len(marked) == 1
    assert "430 chỉ tiêu" in marked[0]
    assert "Đính chính 20/03/2020 (Cao đẳng Y tế Lạng Sơn" in words(app)
    before = opener("decisions", release=two[0], doc="380-qd-ubnd-2020")
    assert "Đính chính" not in words(before).split("Đang xem bản")[0]
    assert [each.value for each in before.header if each.value == "Lịch sử của văn bản"] == []
