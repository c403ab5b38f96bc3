"""Links that people have shared: a promise. Entries are added here, never changed or removed."""

from datetime import date
from urllib.parse import parse_qs

import pytest

from lsdash.model import Filters
from lsdash.view import View, from_query
from lsdash.vocabulary import Issuer, Kind, Sector, Status

PINNED = "2020w10-8e17fc32"

SHARED = [
    ("overview", "", View()),
    ("overview", "release=latest", View(release="latest")),
    ("rural_roads", f"release={PINNED}", View("rural_roads", PINNED)),
    ("college_quotas", f"release={PINNED}", View("college_quotas", PINNED)),
    (
        "energy_targets",
        f"release={PINNED}&sector=energy",
        View("energy_targets", PINNED, Filters(sectors=("energy",))),
    ),
    (
        "border_labor",
        f"release={PINNED}&status=proposed&week=2020-w10",
        View("border_labor", PINNED, Filters(statuses=("proposed",), weeks=("2020-w10",))),
    ),
    (
        "decisions",
        f"release={PINNED}&kind=QD&from=2020-03-02&to=2020-03-08&q=%C4%91%C6%B0%E1%BB%9Dng&sheet=2",
        View(
            "decisions",
            PINNED,
            Filters(
                kinds=("QD",),
                signed_from=date(2020, 3, 2),
                signed_to=date(2020, 3, 8),
                search="đường",
            ),
            sheet=2,
        ),
    ),
    (
        "decisions",
        f"release={PINNED}&doc=381-qd-ubnd-2020&fact=road-total",
        View("decisions", PINNED, document="381-qd-ubnd-2020", fact="road-total"),
    ),
    (
        "intake",
        f"release={PINNED}&draft=0123abcd&sheet=3",
        View("intake", PINNED, draft="0123abcd", sheet=3),
    ),
]


@pytest.mark.parametrize(("page", "link", "view"), SHARED, ids=lambda value: str(value)[:60])
def test_a_shared_link_still_means_what_it_meant(page: str, link: str, view: View) -> None:
    assert from_query(parse_qs(link), page) == (view, [])


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
