"""A full room: many viewers on one server, beside the floor, all in one run.

`python benchmarks/viewers.py` seats 1, 10, 50 and 100 viewers by turns at the floor as Streamlit
ships it, at the floor with Streamlit's forced garbage collection off, and at the dashboard.
Viewers speak Streamlit's own websocket protocol: each opens the overview, clicks a sector on and
off, goes to other pages, thinks 0.2 to 1 s in between, and leaves. As a browser does, they keep the
messages that the server lets them keep. No browser takes part and nothing is painted.

`--soak RUNS` lets viewers come and go for so many runs and prints the memory that is held on the
way. `--small` does everything once, with few viewers. Needs Linux's /proc.
"""

import argparse
import asyncio
import itertools
import os
import random
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import served
import synthetic  # first of ours: it makes the project importable
import websockets
from served import Server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

from lsdash.store import build

ROOT = synthetic.ROOT
FLOOR = Path(__file__).with_name("floor_app.py")
PAGES = ("energy_targets", "decisions", "border_labor", "rural_roads", "")
"""Where a viewer of the dashboard goes next; the floor has one page, so clicks stay on it."""
PATIENCE = 120
SEATS = 4
"""Viewers of the soak at a time."""
STAYS = 5
"""Runs of each before he leaves."""


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    rooms: Sequence[int] = (1, 10, 50, 100)
    clicks: int = 12
    """Of each viewer, after the first page."""
    thinks: tuple[float, float] = (0.2, 1.0)
    """Seconds, at least and at most, between what a viewer sees and his next click."""
    settled: int = 100
    """Runs of the soak after which memory is first looked at."""
    pause: float = 5
    """Seconds that a server is left alone before its memory is looked at."""


AT_ONCE = (0.0, 0.0)
SMALL = Size(rooms=(2,), clicks=3, thinks=AT_ONCE, settled=10, pause=0.2)


class PageError(Exception):
    """The server sent an error in place of a page."""


@dataclass
class Viewer:
    """One reader's end of the socket."""

    socket: ClientConnection
    at: str = ""
    query: str = ""
    sectors: ButtonGroup | None = None
    kept: set[str] = field(default_factory=set)
    """Hashes of the messages that a browser would keep."""

    async def open(self, page: str) -> float:
        """Milliseconds until the page was sent whole. Raises PageError."""
        self.at, self.sectors = page, None
        return await self._run(())

    async def choose(self, *sectors: str) -> float:
        """The same for the page that is open, with these sectors chosen, or with none."""
        return await self._run(sectors)

    async def _run(self, chosen: Sequence[str]) -> float:
        asked = BackMsg()
        asked.rerun_script.page_name = self.at
        asked.rerun_script.query_string = self.query
        asked.rerun_script.cached_message_hashes.extend(self.kept)
        if self.sectors is not None:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id = self.sectors.id
            state.string_array_value.data.extend(chosen)
        begun = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        while not self._takes(await asyncio.wait_for(self.socket.recv(), PATIENCE)):
            pass
        return (time.perf_counter() - begun) * 1000

    def _takes(self, received: bytes | str) -> bool:
        """Take in a message as a browser would; true for the last one of a run."""
        assert isinstance(received, bytes)
        message = ForwardMsg.FromString(received)
        if message.metadata.cacheable:
            self.kept.add(message.hash)
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "exception":
                raise PageError(element.exception.message)
            if element.WhichOneof("type") == "button_group" and "sector" in element.button_group.id:
                self.sectors = element.button_group
        return kind == "script_finished"


@dataclass
class Seen:
    """What a room of viewers saw: milliseconds until pages were sent whole, and what went wrong."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def runs(self) -> int:
        return len(self.first) + len(self.later)


@dataclass(frozen=True)
class Measured:
    """A room of viewers in numbers."""

    runs_a_second: float
    first: float
    """Median milliseconds of the first page."""
    middle: float
    """Median milliseconds of every later click."""
    slow: float
    """The 95th of 100 later clicks, in milliseconds."""
    worked: float
    """Processor milliseconds of the server a run."""
    during: float
    """Megabytes of the server at the end, with all viewers still seated."""
    after: float
    """The same when they have left and the server has been left alone."""
    wrong: list[str]


async def visit(
    server: Server, seen: Seen, clicks: int, begin: int, thinks: tuple[float, float]
) -> None:
    """Open, filter, change page, over and over, and leave."""
    chance = random.Random(begin)
    try:
        async with websockets.connect(
            f"ws://{server.host}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            origin=websockets.Origin(server.url),
            additional_headers={"Accept-Language": "vi"},
            max_size=2**26,
            open_timeout=PATIENCE,
        ) as socket:
            viewer = Viewer(socket)
            seen.first.append(await viewer.open(""))
            for click in itertools.islice(wanted(viewer, chance), clicks):
                await asyncio.sleep(chance.uniform(*thinks))
                seen.later.append(await click())
    except (PageError, OSError, TimeoutError, websockets.WebSocketException) as error:
        seen.wrong.append(f"{type(error).__name__}: {error}")


def wanted(viewer: Viewer, chance: random.Random) -> Iterator[Callable[[], Awaitable[float]]]:
    """What a viewer does next, for ever: a sector on and off where there are any, another page."""
    pages = itertools.cycle(PAGES)
    for _ in range(chance.randrange(len(PAGES))):
        next(pages)
    while True:
        if viewer.sectors is not None:
            sector = chance.choice(viewer.sectors.options).content
            yield partial(viewer.choose, sector)
            yield viewer.choose
        if "release" in viewer.query:  # the floor has one page
            yield partial(viewer.open, next(pages))


async def room(server: Server, viewers: int, size: Size) -> Measured:
    """All viewers come within a second; each goes when he has clicked so often."""
    seen, worked, begun = Seen(), server.worked, time.perf_counter()

    async def come(number: int) -> None:
        await asyncio.sleep(number / viewers)
        await visit(server, seen, size.clicks, number, size.thinks)

    await asyncio.gather(*map(come, range(viewers)))
    took, worked, during = time.perf_counter() - begun, server.worked - worked, server.memory
    await asyncio.sleep(size.pause)
    return Measured(
        runs_a_second=seen.runs / took,
        first=statistics.median(seen.first),
        middle=statistics.median(seen.later),
        slow=statistics.quantiles(seen.later, n=20)[-1],
        worked=worked * 1000 / seen.runs,
        during=during,
        after=server.memory,
        wrong=seen.wrong,
    )


async def soak(server: Server, runs: int, size: Size) -> AsyncIterator[tuple[int, float]]:
    """Runs so far and megabytes then, while viewers come, click without thinking, and go."""
    seen, visitors = Seen(), itertools.count()

    async def seat(until: int) -> None:
        while seen.runs < until and not seen.wrong:
            await visit(server, seen, STAYS - 1, next(visitors), AT_ONCE)

    for mark in (size.settled, *(runs * fifth // 5 for fifth in range(1, 6))):
        if seen.runs >= mark:
            continue
        await asyncio.gather(*(seat(mark) for _ in range(SEATS)))
        await asyncio.sleep(size.pause)
        yield seen.runs, server.memory
    if seen.wrong:
        raise PageError("; ".join(sorted(set(seen.wrong))))


HEAD = (
    f"{'':34}{'viewers':>8}{'runs/s':>8}{'first':>8}{'p50':>8}{'p95':>8}{'cpu ms':>8}"
    f"{'MB':>7}{'after':>7}{'wrong':>7}"
)


def told(name: str, viewers: int, it: Measured) -> str:
    return (
        f"{name:34}{viewers:8}{it.runs_a_second:8.1f}{it.first:8.0f}{it.middle:8.0f}"
        f"{it.slow:8.0f}{it.worked:8.1f}{it.during:7.0f}{it.after:7.0f}{len(it.wrong):7}"
    )


def compared(name: str, viewers: int, ours: Measured, floor: Measured) -> str:
    """The same columns as ratios: ours by the floor's."""
    return (
        f"{name:34}{viewers:8}{ours.runs_a_second / floor.runs_a_second:8.2f}"
        f"{ours.first / floor.first:8.2f}{ours.middle / floor.middle:8.2f}"
        f"{ours.slow / floor.slow:8.2f}{ours.worked / floor.worked:8.2f}"
        f"{ours.during / floor.during:7.2f}{ours.after / floor.after:7.2f}"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rooms", type=int, nargs="+", default=Size.rooms, help="viewers, by turns")
    asked.add_argument("--clicks", type=int, default=Size.clicks, help="of each viewer")
    asked.add_argument("--soak", type=int, metavar="RUNS", help="only memory, over so many runs")
    asked.add_argument("--decisions", type=int, help="with so many invented ones as well")
    asked.add_argument("--small", action="store_true", help="everything once, with few viewers")
    given = asked.parse_args()
    size = SMALL if given.small else Size(rooms=given.rooms, clicks=given.clicks)
    soaked = 6 * SMALL.settled if given.small else given.soak
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start", flush=True)
    with tempfile.TemporaryDirectory(prefix="lsdash-8-") as eight:
        folder = releases = Path(eight)
        if given.decisions:
            releases = synthetic.ready(given.decisions)
        else:
            build.build(synthetic.place(releases))
        if given.small or not given.soak:
            seat(folder, releases, size)
        if soaked:
            with served.running(ROOT / "app.py", folder, releases) as server:
                asyncio.run(tell(soak(server, soaked, size)))


async def tell(held: AsyncIterator[tuple[int, float]]) -> None:
    """A line for each look at the memory, with its ratio to the first."""
    first = None
    async for runs, memory in held:
        first = first or memory
        print(f"soak: {runs:7} runs{memory:7.0f} MB{memory / first:7.2f}", flush=True)


def seat(folder: Path, releases: Path, size: Size) -> None:
    """Every room at each server, one server at a time; prints a line for each, and the ratios."""
    off = ["--runner.postScriptGC=false"]
    starts = {
        "floor": partial(served.running, FLOOR, folder),
        "floor, collection off": partial(served.running, FLOOR, folder, options=off),
        "dashboard": partial(served.running, ROOT / "app.py", folder, releases),
    }
    print(HEAD)
    found: dict[str, list[Measured]] = {}
    for name, start in starts.items():
        with start() as server:
            found[name] = [asyncio.run(room(server, viewers, size)) for viewers in size.rooms]
        for viewers, it in zip(size.rooms, found[name], strict=True):
            print(told(name, viewers, it), *sorted(set(it.wrong))[:2], flush=True)
    ours = found.pop("dashboard")
    for name, floor in found.items():
        for viewers, one, other in zip(size.rooms, ours, floor, strict=True):
            print(compared(f"dashboard / {name}", viewers, one, other))


if __name__ == "__main__":
    main()
