"""Random bulletins, brought in four forms: the account closes, each amount is its own document's.

`LSDASH_TEST_EXAMPLES` says how many bulletins are tried; few by default, for a quick suite.
"""

import io
import os
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape

import docx
import pytest
import typst
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from lsdash.intake.drafting import draft
from lsdash.intake.files import received

EXAMPLES = int(os.environ.get("LSDASH_TEST_EXAMPLES", "8"))
TITLE = "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 09/3 đến ngày 15/3/2020)"
SUBJECTS = [
    "Sửa cầu thôn Nà Lầu", "Trồng cây ven đường tỉnh", "Mở lớp dạy nghề trồng nấm",
    "Dọn lòng suối Khau Ra", "Phát gạo cho học sinh", "Xây chợ xã Nhất Hòa",
]  # fmt: skip
PLACES = ["Bắc Quỳnh", "Vũ Lăng", "Tân Tri", "Nhất Hòa"]
MOST = 9_973
"""Amounts that there are, a prime: none comes twice unless it is meant to, whatever the step from
each to the next."""
KINDS = {"QĐ-UBND": "Quyết định", "KH-UBND": "Kế hoạch"}


@dataclass(frozen=True)
class Row:
    """Cells of a table; None joins a cell to the one before it."""

    cells: tuple[str | None, ...]

    @property
    def wide(self) -> list[tuple[str, int]]:
        """Each cell with the columns that it takes."""
        after = [*self.cells[1:], ""]
        pairs = zip(self.cells, after, strict=True)
        return [(cell, 2 if beside is None else 1) for cell, beside in pairs if cell is not None]


@dataclass(frozen=True)
class Told:
    """A document of the week; `blocks` are paragraphs, and tables as lists of rows."""

    number: str
    heading: str
    blocks: tuple[str | tuple[Row, ...], ...]
    amounts: Counter[int]
    """In triệu đồng."""


@st.composite
def bulletins(draw: st.DrawFn) -> list[Told]:
    first, step = draw(st.integers(0, MOST - 1)), draw(st.integers(1, MOST - 1))
    amounts = (11 + (first + at * step) % MOST for at in range(MOST))
    numbers = draw(st.lists(st.integers(100, 900), min_size=1, max_size=4, unique=True))
    subjects = draw(st.permutations(SUBJECTS))
    layout = draw(st.sampled_from(["numbered", "headed", "plain"]))
    found = []
    for at, number in enumerate(numbers):
        symbol = draw(st.sampled_from(sorted(KINDS)))
        reference, subject = f"{number}/{symbol}", subjects[at]
        heading = {"numbered": f"{at + 1}. {subject}", "headed": subject, "plain": ""}[layout]
        about = f"{subject[0].lower()}{subject[1:]}"
        opening = (
            f"Ngày {9 + at}/3/2020, UBND tỉnh ban hành {KINDS[symbol]} số {reference} về {about}."
        )
        told, own = [opening], Counter[int]()
        for make in draw(st.lists(st.sampled_from(MAKERS), max_size=3)):
            blocks, used = make(draw, amounts)
            told += blocks
            own += used
        found.append(Told(reference, heading, tuple(told), own))
    return found


Made = tuple[list[str | tuple[Row, ...]], Counter[int]]


def shown(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def sentence(draw: st.DrawFn, amounts: Iterator[int]) -> Made:
    amount, place = next(amounts), draw(st.sampled_from(PLACES))
    stop = draw(st.sampled_from([".", ""]))
    return [f"Kinh phí của xã {place} là {shown(amount)} triệu đồng{stop}"], Counter([amount])


def alike(draw: st.DrawFn, amounts: Iterator[int]) -> Made:
    """Lines that state one amount of several places."""
    places = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=3, unique=True))
    amount = next(amounts)
    told = [f"Kinh phí của xã {place} là {shown(amount)} triệu đồng" for place in places]
    return [*told], Counter([amount] * len(told))


def lines(draw: st.DrawFn, amounts: Iterator[int]) -> Made:
    """A list under a colon, its lines with or without a mark and a stop."""
    mark, stop = draw(st.sampled_from(["", "- ", "+ "])), draw(st.sampled_from(["", ";"]))
    colon = draw(st.sampled_from([":", " được"]))
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True))
    own = [next(amounts) for _ in places]
    told = [
        f"{mark}Xã {place}{colon} {shown(amount)} triệu đồng{stop}"
        for place, amount in zip(places, own, strict=True)
    ]
    return ["Cụ thể như sau:", *told], Counter(own)


def table(draw: st.DrawFn, amounts: Iterator[int]) -> Made:
    """Units in the head or in the cells; empty cells; a last row of joined cells."""
    in_head = draw(st.booleans())
    unit = "" if in_head else " triệu đồng"
    places = draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True))
    rows = [Row(("TT", "Địa phương", "Số tiền (triệu đồng)" if in_head else "Số tiền", "Ghi chú"))]
    own = [next(amounts) for _ in places]
    for at, (place, amount) in enumerate(zip(places, own, strict=True), start=1):
        order, note = draw(st.sampled_from([str(at), ""])), draw(st.sampled_from(["", "đợt đầu"]))
        rows.append(Row((order, f"Xã {place}", f"{shown(amount)}{unit}", note)))
    if draw(st.booleans()):
        own.append(next(amounts))
        rows.append(Row(("Tổng cộng", None, f"{shown(own[-1])}{unit}", "")))
    return [tuple(rows)], Counter(own)


MAKERS: list[Callable[[st.DrawFn, Iterator[int]], Made]] = [sentence, alike, lines, table]


def blocks(told: list[Told]) -> list[str | tuple[Row, ...]]:
    found: list[str | tuple[Row, ...]] = [TITLE]
    for each in told:
        found += [*([each.heading] if each.heading else []), *each.blocks]
    return found


def as_text(told: list[Told]) -> bytes:
    parts = [
        block
        if isinstance(block, str)
        else "\n".join(" | ".join(c or "" for c in row.cells) for row in block)
        for block in blocks(told)
    ]
    return "\n\n".join(parts).encode()


def as_page(told: list[Told]) -> bytes:
    parts = []
    for block in blocks(told):
        if isinstance(block, str):
            parts.append(f"<p>{escape(block)}</p>")
            continue
        rows = [
            "".join(f"<td colspan={columns}>{escape(cell)}</td>" for cell, columns in row.wide)
            for row in block
        ]
        parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    return f"<html><body><form>{''.join(parts)}</form></body></html>".encode()


@cache
def empty() -> dict[str, bytes]:
    """The parts of a Word file without a word in it."""
    content = io.BytesIO()
    docx.Document().save(content)
    with zipfile.ZipFile(content) as package:
        return {name: package.read(name) for name in package.namelist()}


def as_word(told: list[Told]) -> bytes:
    """Written by hand into an empty file: python-docx takes longer than reading it does."""
    parts = []
    for block in blocks(told):
        if isinstance(block, str):
            parts.append(paragraph(block))
            continue
        rows = [
            "".join(
                f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{paragraph(cell)}</w:tc>'
                for cell, columns in row.wide
            )
            for row in block
        ]
        parts.append(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    names = nsdecls("w")
    body = f"<w:document {names}><w:body>{''.join(parts)}</w:body></w:document>".encode()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, part in (empty() | {"word/document.xml": body}).items():
            package.writestr(name, part)
    return content.getvalue()


def paragraph(text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{run}</w:p>"


def as_pages(told: list[Told]) -> bytes:
    parts = ["#set page(margin: 2cm)\n"]
    for block in blocks(told):
        if isinstance(block, str):
            parts.append(f"#par[#{literal(block)}]\n\n")
            continue
        cells = [
            f"table.cell(colspan: {columns})[#{literal(cell)}]"
            for row in block
            for cell, columns in row.wide
        ]
        parts.append(f"#table(columns: {len(block[0].cells)}, {', '.join(cells)})\n\n")
    return bytes(typst.compile("".join(parts).encode()))


def literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


FORMS: dict[str, Callable[[list[Told]], bytes]] = {
    "txt": as_text,
    "html": as_page,
    "docx": as_word,
    "pdf": as_pages,
}


def letters(text: str) -> str:
    return "".join(text.replace("|", "").split())


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=EXAMPLES)
@given(told=bulletins())
def test_the_account_closes_and_each_amount_is_under_its_own_document(
    form: str, told: list[Told]
) -> None:
    brought = received.read(FORMS[form](told), f"tin.{form}")
    printed = "".join(
        block
        if isinstance(block, str)
        else "".join(cell or "" for row in block for cell in row.cells)
        for block in blocks(told)
    )
    assert letters(brought.text) == letters(printed)
    found = draft.read(brought)
    ends = [0, *(part.end for part in found.account)]
    assert [part.start for part in found.account] == ends[:-1]
    assert ends[-1] == len(brought.text)
    amounts = {
        each.number: Counter(int(fact.low or 0) // 10**6 for fact in each.facts)
        for each in found.decisions
    }
    assert amounts == {each.number: each.amounts for each in told}
    assert [fact.printed for each in found.loose for fact in each.facts] == []
