"""A reader gone wrong is one clear error, whatever it does, and the server goes on."""

import json
import logging
import os
import time
from pathlib import Path
from threading import Thread

import pytest

from lsdash import sandbox
from lsdash.errors import BrokenReaderError, BusyReaderError, SlowReaderError
from lsdash.sandbox import Limits
from tests.unit import stand_ins


class ReaderLeftError(Exception):
    """The viewer went away."""


def leave() -> None:
    raise ReaderLeftError


def echoed() -> bool:
    return sandbox.run(stand_ins.echo, b"still here", given={}) == b"still here"


def test_a_reader_gets_the_content_and_what_is_given_and_its_answer_comes_back() -> None:
    content = bytes(range(256)) * 20_000
    answer = sandbox.run(stand_ins.echo, content, given={"before": "số 1\n"})
    assert answer == "số 1\n".encode() + content


def test_each_file_has_a_process_of_its_own_that_gives_way_to_the_pages() -> None:
    first, second = (json.loads(sandbox.run(stand_ins.place, b"", given={})) for _ in range(2))
    assert first[0] != second[0]
    assert first[1] == min(19, os.nice(0) + sandbox.NICER)
    assert first[2] == second[2] < 10  # no file is left open for the next


def test_a_reader_knows_none_of_the_servers_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSDASH_RELEASES", "/secret")
    known = json.loads(sandbox.run(stand_ins.environment, b"", given={}))
    assert not [name for name in known if name.startswith(("LSDASH", "STREAMLIT", "PYTEST"))]


def test_a_reader_that_works_too_long_is_stopped_by_the_system() -> None:
    with pytest.raises(SlowReaderError, match="more than 1 seconds"):
        sandbox.run(stand_ins.works, b"ab", given={}, limits=Limits(processor=1))
    assert echoed()


def test_a_reader_that_waits_too_long_is_stopped() -> None:
    with pytest.raises(SlowReaderError):
        sandbox.run(stand_ins.waits, b"", given={}, limits=Limits(seconds=0))
    assert echoed()


def test_a_program_that_a_reader_runs_ends_with_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"

    def leave_when_it_runs() -> None:
        if told.exists() and told.read_text(encoding="ascii"):
            leave()

    with pytest.raises(ReaderLeftError):
        sandbox.run(stand_ins.runs, b"", given={"told": str(told)}, meanwhile=leave_when_it_runs)
    end = time.monotonic() + 5
    while runs(int(told.read_text(encoding="ascii"))):
        assert time.monotonic() < end
        time.sleep(0.01)


def runs(process: int) -> bool:
    """Whether it is there and not merely waits to be buried."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False


def test_a_reader_that_takes_too_much_memory_gives_no_answer() -> None:
    assert sandbox.run(stand_ins.takes, b"", given={"megabytes": 50}) == b"\0"
    with pytest.raises(BrokenReaderError, match="more than 384 MB"):
        sandbox.run(stand_ins.takes, b"", given={"megabytes": 400})
    assert echoed()


def test_a_reader_that_answers_too_much_gives_no_answer() -> None:
    limits = Limits(answer=1_000)
    assert len(sandbox.run(stand_ins.answers, b"a", given={"size": 1_000}, limits=limits)) == 1_000
    with pytest.raises(BrokenReaderError):
        sandbox.run(stand_ins.answers, b"a", given={"size": 1_001}, limits=limits)
    assert echoed()


def test_a_reader_that_dies_gives_no_answer() -> None:
    with pytest.raises(BrokenReaderError):
        sandbox.run(stand_ins.aborts, b"", given={})
    assert echoed()


def test_the_log_says_where_a_reader_failed_and_no_word_of_the_file(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, "lsdash"), pytest.raises(BrokenReaderError):
        sandbox.run(stand_ins.fails, "họ và tên".encode(), given={})
    assert "ValueError at" in caplog.text
    assert "stand_ins.py" in caplog.text
    assert "họ và tên" not in caplog.text


def test_the_work_ends_when_the_viewer_has_left() -> None:
    began = time.monotonic()
    with pytest.raises(ReaderLeftError):
        sandbox.run(stand_ins.waits, b"", given={}, meanwhile=leave)
    assert echoed()
    assert time.monotonic() - began < 30


def test_one_file_is_read_at_a_time_and_a_second_waits_or_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended = []

    def first() -> None:
        try:
            sandbox.run(stand_ins.waits, b"", given={}, limits=Limits(seconds=3))
        except SlowReaderError:
            ended.append("first")

    working = Thread(target=first)
    working.start()
    while not sandbox._template._lock.locked():
        time.sleep(0.01)
    with monkeypatch.context() as impatient:
        impatient.setattr(sandbox, "WAIT", 0)
        with pytest.raises(BusyReaderError):
            sandbox.run(stand_ins.echo, b"", given={})
    with pytest.raises(ReaderLeftError):
        sandbox.run(stand_ins.echo, b"", given={}, meanwhile=leave)
    assert echoed()
    assert ended == ["first"]
    working.join()


def test_a_template_that_was_killed_is_made_again() -> None:
    assert echoed()
    process = sandbox._template._process
    assert process is not None
    process.kill()
    process.wait()
    assert echoed()
