"""Subject pages of weeks in which documents amend, correct and ask, without a browser."""

import shutil
from pathlib import Path

import pytest

from lsdash import settings
from lsdash.store import build
from tests.app import hypertext
from tests.app.conftest import FIXTURES, Opener
from tests.conftest import BuildOnce


def said(app) -> str:
    """All that the page says, without what guards it from being markup."""
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.info]
    return "\n".join(str(part.value) for part in parts).replace("\\", "") + hypertext.said(app)


@pytest.fixture
def amended(opener: Opener, records: Path) -> str:
    """The shipped week and one that corrects and amends it; gives the release before."""
    place = settings.read()
    before = build.build(place)
    shutil.copy(FIXTURES / "amending" / "2020-w11.yaml", records)
    build.build(place, invented=True)
    return before


@pytest.mark.parametrize(
    ("page", "answer", "effect"),
    [
        (
            "rural_roads",
            "8,030 million đồng for cement",
            "corrected by 61/TB-UBND (11 Mar 2020): 8,300 → 8,030 million đồng",
        ),
        (
            "college_quotas",
            "1,390 places (derived) for 3 colleges",
            "amended by 455/QĐ-UBND (12 Mar 2020): 510 → 560 places",
        ),
    ],
)
def test_a_page_says_what_is_in_force_and_what_it_was(
    opener: Opener, amended: str, page: str, answer: str, effect: str
) -> None:
    app = opener(page, lang="en")
    assert not app.exception
    assert answer in app.title[0].value.replace("\\", "")
    assert effect in said(app)
    assert "****" not in said(app)


def test_the_strip_of_an_older_release_says_what_was_corrected_since(
    opener: Opener, amended: str
) -> None:
    app = opener("rural_roads", lang="en", release=amended)
    assert "8,300 million đồng for cement" in app.title[0].value
    told = said(app)
    assert "corrected by 61/TB-UBND (11 Mar 2020): 8,300 → 8,030 million đồng" in told
    assert "is the same in the newest release" not in told
    document = said(opener("decisions", lang="en", release=amended, doc="381-qd-ubnd-2020"))
    assert "corrected by 61/TB-UBND" in document


@pytest.mark.parametrize(
    "page", ["rural_roads", "college_quotas", "energy_targets", "border_labor", "commune_staff"]
)
def test_every_subject_page_opens_on_weeks_of_every_kind(
    opener: Opener, records: Path, build_once: BuildOnce, page: str
) -> None:
    for file in (FIXTURES / "weeks").glob("*.yaml"):
        shutil.copy(file, records)
    build_once(settings.read(), invented=True)
    app = opener(page)
    assert not app.exception
    assert app.title[0].value
