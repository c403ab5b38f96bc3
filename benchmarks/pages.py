"""From a filter click to the painted picture: every page against the floor, in one run.

`python benchmarks/pages.py` measures with eight decisions; `--decisions 1000000` adds a run with
that many. Both servers and the browser are its own. Clicks on the floor and on the page alternate,
so that whatever else the machine does falls on both. Milliseconds are measured inside the browser,
from the click event on:

- *answer*: the text that the click must change (the floor's number, a page's title or the list of
  filters in force) has changed and two frames have passed;
- *whole*: the last change of anything in the page, its charts and tables too, and two frames.

`--cold` measures links opened in a browser that has nothing of the server yet instead: from the
beginning of the navigation to the last change of the page.
"""

import argparse
import os
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import served
import synthetic  # first of ours: it makes the project importable
from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from lsdash.store import build
from lsdash.text import say
from lsdash.vocabulary import Status

ROOT = synthetic.ROOT
HERE = Path(__file__).resolve().parent
LANG = "vi"
WARM_UP = 4
ROUNDS = 16
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

WATCH = """
(watched) => {
    const main = document.querySelector('[data-testid="stMain"]');
    const all = () => [...main.querySelectorAll(watched)];
    const told = () => all().map(each => each.textContent).join('\\n');
    const before = told();
    const seen = {};
    const painted = then =>
        requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
    window.measured = new Promise(done => {
        document.addEventListener(
            'click', () => { seen.click = performance.now(); }, {capture: true, once: true});
        let quiet;
        const settled = () => {
            const state = document.querySelector('[data-testid="stApp"]').dataset.testScriptState;
            if (seen.answer === undefined || state !== 'notRunning') {
                quiet = setTimeout(settled, 50);
                return;
            }
            observer.disconnect();
            done({answer: seen.answer - seen.click, whole: seen.whole - seen.click});
        };
        const observer = new MutationObserver(() => {
            if (seen.click === undefined) return;
            if (!seen.changed && told() !== before) {
                seen.changed = true;
                painted(now => { seen.answer = now; });
            }
            painted(now => { seen.whole = now; });
            clearTimeout(quiet);
            quiet = setTimeout(settled, 250);
        });
        observer.observe(main,
            {subtree: true, childList: true, characterData: true, attributes: true});
    });
}
"""
"""Arms the stop watch; `measured` holds the two times once nothing has moved for 250 ms."""


OPENED = """
() => {
    window.moved = 0;
    new MutationObserver(() => { window.moved = performance.now(); }).observe(document,
        {subtree: true, childList: true, characterData: true, attributes: true});
}
"""
"""Notes when anything of a page that is being opened moved last, in ms since it was asked for."""

STILL = """
() => document.querySelector('[data-test-script-state="notRunning"] :is(%s, h1)')
    && performance.now() - window.moved > 400 && window.moved
"""


@dataclass(frozen=True)
class Took:
    """Milliseconds of one click."""

    answer: float
    whole: float


@dataclass(frozen=True)
class Clicks:
    """A page, what its clicks change, and where the click of each round goes."""

    name: str
    path: str
    watched: str
    """Selector of the text that every click changes."""
    target: Callable[[Page, int], Locator]
    """The thing to click in a round: even rounds narrow, odd ones clear again."""


def pill(page: Page, at: int) -> Locator:
    """A sector: each pair of rounds puts another one on and off, so that little is remembered."""
    pills = page.locator("[class*='st-key-filter-sector'] button, .st-key-sector button")
    pills.first.wait_for()
    return pills.nth(at // 2 % pills.count())


def option(key: str, words: str = "") -> Callable[[Page, int], Locator]:
    """The option of a filter behind the button, or the cross that takes it off, in sight.

    Without `words` it is the first one.
    """

    def shown(page: Page, at: int) -> Locator:
        field = page.locator(f"[class*='st-key-filter-{key}'] input")
        if not field.is_visible():
            page.locator(".st-key-more button").click()
            field.wait_for()
        if at % 2:
            return page.locator(f"[class*='st-key-filter-{key}'] [data-tag] button:visible")
        wanted = page.get_by_role("option", name=words or None).first
        if not wanted.is_visible():
            field.click()
        return wanted

    return shown


FLOOR = Clicks("floor", "", '[data-testid="stMetricValue"]', pill)
NEWEST = {
    "rural_roads": Status.DECIDED,
    "college_quotas": Status.DECIDED,
    "energy_targets": Status.PLANNED,
    "border_labor": Status.PROPOSED,
    "covid": Status.DECIDED,
    "commune_staff": Status.DECIDED,
}
"""Subject pages, and the status of the newest document of each."""


def every_page() -> list[Clicks]:
    """Pages of all by sector, the gates by week; subject pages by their status, and by another.

    The first keeps the newest document (the list of filters in force changes, and earlier documents
    may go); the second takes it away (with eight decisions the page then says that nothing answers,
    and clearing draws it whole again).
    """
    told = [
        Clicks("overview, sector", "", "h1", pill),
        Clicks("decisions, sector", "decisions", "h1", pill),
        Clicks("follow_up, sector", "follow_up", ".narrowed", pill),
        Clicks("outcomes, sector", "outcomes", ".narrowed", pill),
        Clicks("border_trade, week", "border_trade", ".narrowed", option("week")),
    ]
    for page, own in NEWEST.items():
        other = Status.PLANNED if own is Status.DECIDED else Status.DECIDED
        for value, kind in ((own, "its status"), (other, "another status")):
            click = option("status", say(LANG, f"status.{value}"))
            told.append(Clicks(f"{page}, {kind}", page, ".narrowed", click))
    return told


def measure(
    browser: Browser, floor: str, ours: str, clicks: Clicks, rounds: int
) -> list[list[Took]]:
    """The floor's clicks and the page's, by turns; those that warm up are left out."""
    with ExitStack() as opened:
        both = []
        for url, each in ((floor, FLOOR), (f"{ours}/{clicks.path}", clicks)):
            context = opened.enter_context(
                closing(
                    browser.new_context(locale="vi-VN", viewport={"width": 1440, "height": 900})
                )
            )
            page = context.new_page()
            page.goto(url)
            settled = f'[data-test-script-state="notRunning"] :is({FLOOR.watched}, h1)'
            page.locator(settled).first.wait_for()
            both.append((page, each, []))
        for at in range(WARM_UP + rounds):
            for page, each, took in both:
                page.bring_to_front()
                target = each.target(page, at)
                target.hover()
                page.evaluate(WATCH, each.watched)
                target.click()
                took.append(Took(**page.evaluate("measured")))
        return [took[WARM_UP:] for _, _, took in both]


def opened(browser: Browser, url: str) -> float:
    """Milliseconds until a page that a new browser opens moves no more."""
    viewport = ViewportSize(width=1440, height=900)
    with closing(browser.new_context(locale="vi-VN", viewport=viewport)) as context:
        page = context.new_page()
        page.add_init_script(f"({OPENED})()")
        page.goto(url)
        return float(page.wait_for_function(STILL % FLOOR.watched).json_value())


def report_cold(
    decisions: int, browser: Browser, floor: str, ours: str, rounds: int, only: str
) -> None:
    """Open the floor and each page by turns, and print a line for each page."""
    print(
        f"\n{decisions:,} decisions\n{'page, opened':34}{'whole: ms':>11}{'floor':>7}{'ratio':>7}"
    )
    ratios = []
    for path in dict.fromkeys(clicks.path for clicks in every_page() if only in clicks.name):
        took = [(opened(browser, floor), opened(browser, f"{ours}/{path}")) for _ in range(rounds)]
        base, page = (statistics.median(each) for each in zip(*took, strict=True))
        ratios.append(page / base)
        print(f"{path or 'overview':34}{page:11.0f}{base:7.0f}{ratios[-1]:7.2f}", flush=True)
    print(f"{'median of the ratios':52}{statistics.median(ratios):7.2f}")


def report(decisions: int, browser: Browser, floor: str, ours: str, rounds: int, only: str) -> None:
    """Measure page by page, print a line for each, then all together."""
    print(
        f"\n{decisions:,} decisions\n{'page, filter':34}"
        f"{'answer: ms':>11}{'floor':>7}{'ratio':>7}{'whole: ms':>12}{'floor':>7}{'ratio':>7}"
        f"{'narrow':>9}{'clear':>8}"
    )
    ratios = []
    for clicks in every_page():
        if only not in clicks.name:
            continue
        base, page = measure(browser, floor, ours, clicks, rounds)
        answer, whole = (
            [statistics.median(getattr(each, name) for each in took) for took in (page, base)]
            for name in ("answer", "whole")
        )
        narrow, clear = (statistics.median(each.whole for each in page[at::2]) for at in (0, 1))
        ratios.append((answer[0] / answer[1], whole[0] / whole[1]))
        print(
            f"{clicks.name:34}{answer[0]:11.0f}{answer[1]:7.0f}{ratios[-1][0]:7.2f}"
            f"{whole[0]:12.0f}{whole[1]:7.0f}{ratios[-1][1]:7.2f}{narrow:9.0f}{clear:8.0f}",
            flush=True,
        )
    medians = [statistics.median(column) for column in zip(*ratios, strict=True)]
    worst = [max(column) for column in zip(*ratios, strict=True)]
    print(f"{'median of the ratios':34}{medians[0]:25.2f}{medians[1]:26.2f}")
    print(f"{'worst':34}{worst[0]:25.2f}{worst[1]:26.2f}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium: the one named in LSDASH_CHROMIUM, of the system, or Playwright's."""
    found = os.environ.get("LSDASH_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        found = found or playwright.chromium.executable_path
        with closing(playwright.chromium.launch(executable_path=found, args=FLAGS)) as browser:
            yield browser


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--decisions", type=int, help="measure with so many invented ones as well")
    asked.add_argument("--rounds", type=int, default=ROUNDS, help=f"clicks on each ({ROUNDS})")
    asked.add_argument("--only", default="", help="pages whose name holds this")
    asked.add_argument("--same-config", action="store_true", help="the floor takes our config too")
    asked.add_argument(
        "--collection-off", action="store_true", help="the floor does not collect garbage by force"
    )
    asked.add_argument("--cold", action="store_true", help="links opened in a new browser instead")
    asked.add_argument("--small", action="store_true", help="two clicks on one page")
    given = asked.parse_args()
    rounds, only = (2, "decisions") if given.small else (given.rounds, given.only)
    runs = []
    with tempfile.TemporaryDirectory(prefix="lsdash-8-") as eight:
        build.build(synthetic.place(Path(eight)))
        runs.append((8, Path(eight)))
        if given.decisions:
            runs.append((given.decisions, synthetic.ready(given.decisions)))
        load = os.getloadavg()[0]
        print(f"{os.cpu_count()} cores, load {load:.1f} at the start")
        print(f"{rounds} clicks on each")
        folder = ROOT if given.same_config else Path(eight)
        options = ["--runner.postScriptGC=false"] if given.collection_off else []
        floor_at = served.running(HERE / "floor_app.py", folder, options=options)
        with floor_at as floor, chromium() as browser:
            for decisions, releases in runs:
                with served.running(ROOT / "app.py", Path(eight), releases) as ours:
                    if not given.cold:
                        report(decisions, browser, floor.url, ours.url, rounds, only)
                    if given.cold or given.small:
                        report_cold(decisions, browser, floor.url, ours.url, rounds, only)


if __name__ == "__main__":
    main()
