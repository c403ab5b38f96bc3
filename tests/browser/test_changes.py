"""A link copied before a newer release keeps its page, and says what has changed since."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lsdash.settings import Settings
from lsdash.store import build
from tests.app.test_changes import correct
from tests.browser.conftest import Server, Visitor
from tests.browser.test_links import comes_to, heading, opened, settled
from tests.conftest import week_alone

pytestmark = pytest.mark.browser


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return week_alone(tmp_path / "data")


def publish(server: Server, records: Path) -> str:
    """A release with an invented later week and one corrected figure, made current."""
    correct(records)
    place = Settings(records=records, releases=server.releases, memory_mb=128)
    return build.build(place, invented=True)


def shown(page: Page) -> tuple[str, list[str]]:
    """The page's answer, and every figure in its table."""
    settled(page)
    rows = page.get_by_role("table").first.get_by_role("row").all_inner_texts()
    return heading(page).first.inner_text(), rows


def test_a_link_copied_before_a_newer_release_shows_the_same_and_names_what_changed(
    start: Callable[..., Server], visitor: Visitor, records: Path
) -> None:
    server = start(records)
    page = visitor()
    opened(page, f"{server.url}/college_quotas")
    link, before = page.evaluate("location.href"), shown(page)
    expect(page.locator(".st-key-receipt")).to_have_count(0)
    newest = publish(server, records)

    later = visitor()
    later.goto(link)
    assert shown(later) == before
    receipt = later.locator(".st-key-receipt")
    expect(receipt).to_contain_text(f"Bản mới nhất là {newest}")
    expect(receipt).to_contain_text("2 số liệu thay đổi, 5 số liệu mới")
    lines = receipt.get_by_role("listitem").all_inner_texts()
    assert [line for line in lines if "→" in line] == [
        "Cao đẳng Y tế Lạng Sơn (380/QĐ-UBND): 430 chỉ tiêu → 431 chỉ tiêu"
        " · Đính chính 20/03/2020: Đọc nhầm",
        "Tổng các trường (380/QĐ-UBND): 1.340 chỉ tiêu → 1.341 chỉ tiêu",
    ]

    receipt.get_by_role("link", name="So hai bản").click()
    expect(heading(later).first).to_have_text("2 số liệu thay đổi, 4 văn bản mới, 1 bản tin mới")
    settled(later)
    old = link.split("release=")[1]
    comes_to(later, compare=["releases"], old=[old], new=[newest])
    expect(later.get_by_role("table").filter(has_text="431 chỉ tiêu")).to_contain_text("430")

    later.goto(link)
    later.get_by_role("link", name="Xem bản mới nhất").click()
    expect(heading(later).first).to_have_text(re.compile("1.550 chỉ tiêu"))
    expect(later).to_have_url(re.compile(newest))
    expect(later.locator(".st-key-receipt")).to_have_count(0)


def test_what_is_compared_is_chosen_in_boxes_and_stands_in_the_link(
    start: Callable[..., Server], visitor: Visitor, records: Path
) -> None:
    server = start(records)
    publish(server, records)
    page = visitor(lang="en")
    opened(page, f"{server.url}/changes")
    expect(heading(page).first).to_have_text(re.compile("^2 figures changed"))
    page.get_by_role("radio", name="Two weeks").click()
    expect(heading(page).first).to_have_text(
        re.compile("^11 figures that differ between the weeks")
    )
    expect(page).to_have_url(re.compile("compare=weeks.*old_week=2020-w10&new_week=2020-w11"))
    page.get_by_role("combobox", name="Week before").click()
    page.get_by_role("option", name="9–15 Mar 2020").click()
    expect(heading(page).first).to_have_text("The two weeks do not differ")
    expect(page).to_have_url(re.compile("old_week=2020-w11"))
    page.go_back()
    expect(heading(page).first).to_have_text(re.compile("^11 figures"))
