"""LibreOffice makes a Word file of an older one, or says that it cannot, and goes nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lsdash.errors import BrokenReaderError, BusyReaderError
from lsdash.intake.files import received
from lsdash.libreoffice import kinds, program
from lsdash.libreoffice.kinds import Kind

RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 .VnTime;}}\pard\f0
S\'e8 5 c\'f1a UBND t\'d8nh, l\'adu \'fd {\field{\*\fldinst INCLUDETEXT "FILE"}{\fldrslt }}\par}"""
needs_it = pytest.mark.skipif(not program.reads(Kind.RTF), reason="LibreOffice is not installed")


@pytest.fixture
def without_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose path leads to no program."""
    monkeypatch.setenv("PATH", "")
    program.found.cache_clear()
    yield
    program.found.cache_clear()


@needs_it
def test_an_older_file_becomes_one_of_today_without_what_it_points_to(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("of somebody else", encoding="utf-8")
    content = RTF.replace("FILE", str(other)).encode("ascii")
    made = program.convert(content, Kind.RTF)
    assert received.read(made, "tin.rtf").text == "Số 5 của UBND tỉnh, lưu ý"


@needs_it
def test_a_file_that_it_cannot_open_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(BrokenReaderError):
        program.convert(kinds.COMPOUND + "WordDocument".encode("utf-16-le"), Kind.DOC)
    assert "made nothing" in caplog.text


@needs_it
def test_who_leaves_ends_the_work_and_the_next_has_its_turn() -> None:
    class LeftError(Exception):
        pass

    def leave() -> None:
        raise LeftError

    with pytest.raises(LeftError):
        program.convert(RTF.encode("ascii"), Kind.RTF, meanwhile=leave)
    assert program._one_at_a_time.acquire(timeout=1)
    program._one_at_a_time.release()


@needs_it
def test_a_file_waits_for_another_one_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "WAIT", 0)
    with program._turn(list), pytest.raises(BusyReaderError):
        program.convert(RTF.encode("ascii"), Kind.RTF)


@pytest.mark.usefixtures("without_it")
def test_without_it_nothing_is_read_and_the_server_knows() -> None:
    assert program.found() is None
    assert not program.reads(Kind.RTF)
    with pytest.raises(BrokenReaderError):
        program.convert(RTF.encode("ascii"), Kind.RTF)
