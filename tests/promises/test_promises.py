"""What links promised, they keep: the same view, the same rows, on any server and in any year."""

import csv
from collections.abc import Iterator
from io import StringIO

import pytest

from lsdash.store.release import Release
from lsdash.view import INPUTS, KNOWN_KEYS, PAGES, RENAMED, Notice, from_query, to_path
from lsdash.vocabulary import Issuer, Kind, Sector, Status
from tests.promises import keep
from tests.promises.keep import Promise

PROMISES = keep.promises()


@pytest.fixture(scope="module")
def promised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """Rebuilt from the records, as on another server."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("LSDASH_RELEASES", "")
        release = keep.built(tmp_path_factory.mktemp("promised"))
        yield release
        release.close()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.link)
def test_a_promised_link_shows_the_same_view_and_rows(promise: Promise, promised: Release) -> None:
    view, notices = promise.read()
    assert {notice.notice for notice in notices} <= {Notice.RENAMED}
    assert to_path(view) == promise.now
    assert view.release == promised.name
    kept = rows(promise.answer.read_bytes())
    given = rows(keep.answer(view, promised))
    assert len(given) == len(kept) > 0
    for given_row, kept_row in zip(given, kept, strict=True):
        own = {"link"}  # the same rows may be promised by more than one link
        assert {name: given_row[name] for name in kept_row.keys() - own} == {
            name: kept_row[name] for name in kept_row.keys() - own
        }


def test_every_page_and_every_key_has_a_promise() -> None:
    views = [promise.read()[0] for promise in PROMISES]
    assert {view.page for view in views} == set(PAGES) - {"intake"}, "drafts are not shared"
    keys = {key for promise in PROMISES for key in from_link(promise)}
    of_planner = {each.key for each in INPUTS["border_labor"][3:]}
    assert KNOWN_KEYS - of_planner - {"lang", "draft"} <= keys


def from_link(promise: Promise) -> set[str]:
    query = promise.link.partition("?")[2]
    return {pair.partition("=")[0] for pair in query.split("&")}


@pytest.mark.parametrize("key", RENAMED)
def test_a_renamed_slug_leads_to_one_that_is_not_renamed_again(key: str) -> None:
    assert not set(RENAMED[key].values()) & set(RENAMED[key])


def test_every_alias_still_opens() -> None:
    for old, new in RENAMED["page"].items():
        assert from_query({}, old)[0].page == new
    for old, new in RENAMED["kind"].items():
        assert from_query({"kind": [old]}, "decisions")[0].filters.kinds == (new,)


PROMISED = {
    Sector: "transport health home_affairs education social economy energy border_trade "
    "agriculture finance land culture justice security governance other",
    Kind: "QD KH CV CT NQ ND TT TTLT TB TTr BC CDI CTr DA HD LUAT VBHN",
    Status: "decided planned proposed",
    Issuer: "ubnd-tinh ct-ubnd-tinh vp-ubnd-tinh hdnd-tinh",
}


@pytest.mark.parametrize("codes", PROMISED, ids=lambda codes: codes.__name__)
def test_no_code_that_links_carry_has_gone(codes: type[Sector]) -> None:
    assert set(PROMISED[codes].split()) <= set(codes)
