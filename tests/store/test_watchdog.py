"""What takes too long is broken off, and nothing else."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, active_count

import pytest

from lsdash.store.watchdog import Watchdog

LONG = 30.0


def test_what_takes_too_long_is_broken_off() -> None:
    broken_off = Event()
    with Watchdog().over(0.05, broken_off.set):
        assert broken_off.wait(LONG)


def test_what_is_done_in_time_is_left_alone() -> None:
    watchdog, first, later = Watchdog(), Event(), Event()
    with watchdog.over(0.05, first.set):
        pass
    with watchdog.over(0.1, later.set):
        assert later.wait(LONG)
    assert not first.is_set()


def test_a_shorter_patience_is_heard_while_the_watchdog_sleeps_for_a_longer_one() -> None:
    watchdog, patient, impatient = Watchdog(), Event(), Event()
    begun = time.monotonic()
    with watchdog.over(LONG, patient.set), watchdog.over(0.05, impatient.set):
        assert impatient.wait(LONG)
    assert not patient.is_set()
    assert time.monotonic() - begun < LONG / 2


def test_a_mistake_inside_ends_the_watch_as_well() -> None:
    watchdog, forgotten, later = Watchdog(), Event(), Event()
    with pytest.raises(LookupError), watchdog.over(0.05, forgotten.set):
        raise LookupError
    with watchdog.over(0.1, later.set):
        assert later.wait(LONG)
    assert not forgotten.is_set()


def test_many_at_a_time_share_one_thread() -> None:
    watchdog, before = Watchdog(), active_count()

    def ask() -> int:
        with watchdog.over(LONG, bool):
            return active_count()

    with ThreadPoolExecutor(8) as threads:
        most = max(threads.map(lambda _: ask(), range(200)))
    assert most <= before + 8 + 1
