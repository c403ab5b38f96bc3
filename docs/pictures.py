"""Take the pictures of the README from the running app: `python docs/pictures.py`.

Starts a server of its own on the shipped records and closes it again. Needs a Chromium.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
MEETING = "?kiosk=1&agenda=overview&agenda=college_quotas&agenda=covid&at=2"
SHOTS = [
    ("overview", "/", 1440, "vi-VN", "light"),
    ("rural_roads", "/rural_roads", 1440, "vi-VN", "light"),
    ("energy_targets", "/energy_targets", 1440, "en-GB", "dark"),
    ("border_labor", "/border_labor", 1440, "en-GB", "light"),
    ("planner", "/border_labor?show=planner", 1440, "en-GB", "light"),
    ("border_trade", "/border_trade?day=2020-04-13", 1440, "vi-VN", "light"),
    ("covid", "/covid", 1440, "vi-VN", "light"),
    ("commune_staff", "/commune_staff?police=yes&farmers=no&present=24", 1440, "vi-VN", "light"),
    ("share", "/rural_roads", 1440, "vi-VN", "light"),
    ("meeting", f"/college_quotas{MEETING}", 1440, "vi-VN", "light"),
    ("outcomes", "/outcomes", 1440, "vi-VN", "light"),
    ("data", "/data", 1440, "en-GB", "light"),
    ("decisions_phone", "/decisions?doc=1270-ubnd-ktth-2020", 390, "vi-VN", "light"),
]
"""(file, address, width in pixels, language, theme)."""


def main() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as releases:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
            cwd=ROOT,
            env=os.environ | {"LSDASH_RELEASES": releases},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url)
            with sync_playwright() as playwright:
                path = shutil.which("chromium") or playwright.chromium.executable_path
                browser = playwright.chromium.launch(
                    executable_path=path, args=["--no-sandbox", "--disable-gpu"]
                )
                for shot in SHOTS:
                    _take(browser, url, shot)
        finally:
            server.terminate()
            server.wait()


def _take(browser: Browser, url: str, shot: tuple[str, str, int, str, str]) -> None:
    name, path, width, lang, theme = shot
    context = browser.new_context(
        viewport={"width": width, "height": 960},
        locale=lang,
        color_scheme=theme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url + path)
    app = page.locator(".stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    for chart in page.get_by_test_id("stPlotlyChart").all():
        expect(chart.locator(".main-svg").first).to_be_attached(timeout=60_000)
    if name == "share":
        page.locator(".st-key-share button").click()
        expect(page.get_by_role("dialog").locator("img").first).to_be_visible(timeout=60_000)
        page.wait_for_load_state("networkidle")
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60_000)
    page.screenshot(path=PICTURES / f"{name}.png")
    context.close()
    print(f"docs/pictures/{name}.png")


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    main()
