"""Searches as people type them: (search, what documents it names)."""

from datetime import date

import pytest

from lsdash.model import Cited, cited
from lsdash.vocabulary import Kind

D = date(2020, 3, 5)
ROADS = "381/QĐ-UBND", D
PLAN = "39/KH-UBND", date(2020, 3, 6)
LETTER = "1270/UBND-KTTH", D
ACT = "4/2020/QĐ-UBND", D
DOCUMENTS = [ROADS, PLAN, LETTER, ACT]
OTHERS = [("381/KH-UBND", D), ("39/QĐ-UBND", D), ("1381/QĐ-UBND", D), ("4/QĐ-UBND", D)]
OTHERS += [("381/QĐ-UBND", date(2021, 3, 5)), ("5/2020/QĐ-UBND", D), ("381a/QĐ-UBND", D)]


def fitting(search: str, documents: list[tuple[str, date]]) -> list[tuple[str, date]]:
    named = cited(search)
    return [each for each in documents if any(one.fits(*each) for one in named)]


@pytest.mark.parametrize(
    ("search", "document"),
    [
        ("Quyết định số 381/QĐ-UBND", ROADS),
        ("Quyết định số 381/QĐ-UBND ngày 05/3/2020", ROADS),
        ("Quyết định số 381/QĐ-UBND, ngày 05 tháng 3 năm 2020 của UBND tỉnh Lạng Sơn", ROADS),
        (
            "Quyết định số 381/QĐ-UBND của Chủ tịch UBND tỉnh ngày 5-3-2020 về phân bổ kinh phí",
            ROADS,
        ),
        ("quyet dinh so 381/qd-ubnd ngay 5.3.2020", ROADS),
        ("Decision No. 381/QD-UBND of 5 March 2020", ROADS),
        ("Decision 381 dated March 5, 2020", ROADS),
        ("QUYẾT ĐỊNH SỐ: 381/QĐ-UBND.", ROADS),
        ("“381/QĐ-UBND”", ROADS),
        ("381 QD UBND", ROADS),
        ("381 qđ-ubnd", ROADS),
        ("381/QĐUBND", ROADS),
        ("381-QĐ/UBND", ROADS),
        ("381/QĐ", ROADS),
        ("QĐ 381", ROADS),
        ("QĐ381", ROADS),
        ("qd-ubnd 381", ROADS),
        ("QĐ số 381/2020", ROADS),
        ("0381/QĐ-UBND năm 2020", ROADS),
        ("Số: 381/QĐ-UBND", ROADS),
        ("381/QĐ–UBND", ROADS),
        ("KH 39", PLAN),
        ("kế hoạch 39", PLAN),
        ("Kế hoạch số 039/KH-UBND ngày 06/3/2020", PLAN),
        ("Plan 39", PLAN),
        ("Công văn số 1270/UBND-KTTH", LETTER),
        ("cv 1270", LETTER),
        ("1270/UBND", LETTER),
        ("1270 UBND-KTTH", LETTER),
        ("04/2020/QĐ-UBND", ACT),
        ("4/2020/QĐ-UBND", ACT),
        ("4/2020", ACT),
    ],
)
def test_a_citation_names_its_document(search: str, document: tuple[str, date]) -> None:
    assert fitting(search, DOCUMENTS) == [document]


@pytest.mark.parametrize(
    ("search", "documents"),
    [
        ("Quyết định số 381/QĐ-UBND ngày 05/3/2020", []),
        ("381/QĐ-UBND năm 2021", [("381/QĐ-UBND", date(2021, 3, 5))]),
        ("381a/QĐ-UBND", [("381a/QĐ-UBND", D)]),
        ("4/QĐ-UBND", [("4/QĐ-UBND", D)]),
        ("Kế hoạch 381", [("381/KH-UBND", D)]),
        ("381/QĐ-UBND ngày 31/02/2020", []),
    ],
)
def test_it_names_no_other_one(search: str, documents: list[tuple[str, date]]) -> None:
    assert fitting(search, OTHERS) == documents


def test_several_are_named_in_one_search() -> None:
    assert fitting("381/QĐ-UBND và 39/KH-UBND; KH 39", DOCUMENTS) == [ROADS, PLAN]


@pytest.mark.parametrize(
    "search",
    [
        *("", "!!!", "381", "đường nông thôn", "8.300", "39 xã", "quyết định", "ngày 05/3/2020"),
        *("báo cáo 6 tháng", "381/", "covid-19", "QĐ-UBND", "381 đường", "quyết định 381 xã"),
    ],
)
def test_other_searches_are_for_words(search: str) -> None:
    assert cited(search) == ()


def test_what_words_say_of_the_kind_gives_way_to_the_symbol() -> None:
    assert cited("Kế hoạch số 381/QĐ-UBND") == (Cited(381, symbol=("qd", "ubnd")),)
    assert cited("Quyết định 381") == (Cited(381, kind=Kind.DECISION),)


@pytest.mark.parametrize("piece", ["1/", "qd ", "a-", "381/QĐ-UBND, ", "ngày 1", " ", "của a "])
def test_long_searches_are_read_to_their_end(piece: str) -> None:
    assert isinstance(cited((piece * 200)[:200]), tuple)
