"""What readers see when there is nothing to show: what is wrong, where, and what to do."""

from datetime import date
from pathlib import Path

import pytest

from lsdash import settings
from lsdash.store import build, release, shelf
from tests.app import hypertext
from tests.app.conftest import Opener


def test_a_broken_record_is_shown_with_file_line_and_field(opener: Opener, records: Path) -> None:
    file = records / "2020-w10.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("7917000000", "7918000000"), encoding="utf-8")
    app = opener()
    assert "Hồ sơ có lỗi" in app.title[0].value
    line = text[: text.index("low: 7917000000")].count("\n") + 1
    assert f"2020-w10.yaml:{line}" in app.code[0].value
    assert "facts.2.low" in app.code[0].value
    assert not app.exception


def test_half_a_release_file_is_named_and_other_releases_still_open(
    opener: Opener, records: Path
) -> None:
    whole = build.build(settings.read())
    (records / "2020-w10.yaml").write_text(
        (records / "2020-w10.yaml").read_text(encoding="utf-8").replace("510", "511"),
        encoding="utf-8",
    )
    cut = build.build(settings.read())
    file = settings.read().releases / f"{cut}.duckdb"
    content = file.read_bytes()
    shelf._open.cache_clear()
    file.unlink()
    file.write_bytes(content[: len(content) // 2])
    app = opener("rural_roads", release=cut)
    assert f"{cut}.duckdb" in app.code[0].value
    assert "python -m lsdash build" in app.code[0].value
    assert "10.000" not in app.title[0].value
    assert opener("rural_roads", release=whole).title[0].value.startswith("10")


def test_releases_that_cannot_be_written_are_named(opener: Opener, tmp_path: Path) -> None:
    (tmp_path / "releases").write_text("a file where a folder should be")
    app = opener()
    assert str(tmp_path / "releases") in app.code[0].value
    assert "LSDASH_RELEASES" in app.code[0].value


def test_missing_releases_are_built_at_the_first_visit(opener: Opener) -> None:
    place = settings.read()
    assert shelf.names(place.releases) == []
    assert opener().title[0].value.startswith("8")
    assert len(shelf.names(place.releases)) == 1


def test_a_withdrawn_release_shows_its_reason_and_no_figure(opener: Opener) -> None:
    place = settings.read()
    gone = build.build(place)
    shelf.withdraw(place, gone, reason="Đọc *nhầm*", by="Văn phòng", on=date(2020, 3, 20))
    app = opener("rural_roads", release=gone)
    assert app.title[0].value == "Bản dữ liệu này đã được thu hồi"
    assert "Ngày thu hồi: 20/03/2020" in app.markdown[0].value
    assert "Đọc \\*nhầm\\*" in app.warning[0].value
    assert gone in app.query_params["release"]
    assert not hypertext.tables(app)
    assert not app.exception


def test_an_unknown_release_keeps_the_link_and_shows_no_figure(opener: Opener) -> None:
    app = opener("rural_roads", release="2031w01-00000000")
    assert app.title[0].value == "Không có bản dữ liệu này ở đây"
    assert "2031w01-00000000" in app.query_params["release"]
    assert not hypertext.tables(app)


def test_a_question_that_takes_too_long_ends_the_page_and_says_what_to_do(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = "SELECT sum(a.range % 7 * b.range) FROM range(9999999) a, range(9999999) b WHERE "
    endless += f"a.range {release.AMONG} OR b.range >= 0"
    opener()
    shelf._open.cache_clear()  # opened anew, it has no rows in memory
    sql = release.sql
    monkeypatch.setattr(release, "PATIENCE_SECONDS", 2)
    monkeypatch.setattr(release, "sql", lambda name: endless if name == "facts" else sql(name))
    app = opener("rural_roads")
    assert not app.exception
    assert "Hãy lọc hẹp hơn" in app.warning[0].value
    assert "release" in app.query_params
    assert "Tổng quan" in hypertext.ways(app)
