"""One thread that breaks off whatever takes too long. A timer for each question would start one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread
from time import monotonic

LOOKS_EVERY_SECONDS = 5.0
"""How long the thread sleeps where nothing falls due before."""


class Watchdog:
    def __init__(self) -> None:
        self._changed = Condition()
        self._watched: dict[object, tuple[float, Callable[[], object]]] = {}
        """By when each must be done, by the monotonic clock, and what breaks it off."""
        self._wakes_at = 0.0
        self._thread: Thread | None = None

    @contextmanager
    def over(self, seconds: float, break_off: Callable[[], object]) -> Iterator[None]:
        """Calls `break_off` from another thread if the block takes longer; never when it is done.

        It must return at once: others wait for it.
        """
        key, due = object(), monotonic() + seconds
        with self._changed:
            self._watched[key] = due, break_off
            if self._thread is None or not self._thread.is_alive():  # the first, or after a fork
                self._thread = Thread(target=self._watch, name="lsdash-watchdog", daemon=True)
                self._thread.start()
            elif due < self._wakes_at:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._watched.pop(key, None)

    def _watch(self) -> None:
        with self._changed:
            while True:
                now = monotonic()
                late = [key for key, (due, _) in self._watched.items() if due <= now]
                for key in late:
                    _, break_off = self._watched.pop(key)
                    break_off()
                dues = (due for due, _ in self._watched.values())
                self._wakes_at = min(dues, default=now + LOOKS_EVERY_SECONDS)
                self._wakes_at = min(self._wakes_at, now + LOOKS_EVERY_SECONDS)
                self._changed.wait(self._wakes_at - now)
