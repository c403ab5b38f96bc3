"""A decision whose annex is a picture goes from the scanner to the readers' page, looked at."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from PIL import Image

from lsdash import publishing, sentences
from lsdash.intake.drafting.scans import brought
from lsdash.intake.drafting.scans.brought import Brought
from lsdash.intake.review import (
    earlier_record,
    from_draft,
    gaps,
    papers,
    pictures,
    saved,
    to_record,
)
from lsdash.intake.review.editing import accepting
from lsdash.intake.review.review import Review
from lsdash.model import Text
from lsdash.quantities.doubts import Doubt
from lsdash.records import write
from lsdash.settings import ROOT, Settings
from lsdash.store import read
from lsdash.store.release import Release
from tests import scanned
from tests.unit.intake.review.test_papers import looked_at

PAPER = ROOT / "tests" / "fixtures" / "papers" / "421-qd-ubnd.txt"
RISE = "Tỷ lệ giải ngân đạt (6,00 ÷ 6,50) % kế hoạch."
NOW = datetime(2020, 3, 20, tzinfo=UTC)

pytestmark = scanned.needs_tesseract


@pytest.fixture(scope="module")
def scan() -> Brought:
    """Its first page is text, its second a picture; some five seconds, once for this module."""
    source = scanned.paper(PAPER).replace("Phụ lục I", "#pagebreak()\nPhụ lục I") + f"\n\n{RISE}"
    shown = scanned.wrapped(scanned.pages(source)[1:])
    return brought.read(scanned.mixed(scanned.printed(source), shown), "421.pdf")


@pytest.fixture(scope="module")
def review(scan: Brought) -> Review:
    made = from_draft.Brought(
        name="421.pdf",
        text=scan.text.text,
        publisher=Text(vi="Không có thật", en="Not real"),
        province="lang-son",
        scanned=(2,),
    )
    return papers.begun(from_draft.begin(scan.draft, made, name="0123abcd", now=NOW), scan.draft)


def test_only_the_page_that_is_a_picture_is_read_as_one(scan: Brought) -> None:
    assert {each.page for each in scan.text.seen} == {2}
    assert [*scan.strips] == [2]
    facts = {each.printed: each for each in scan.draft.decisions[0].facts}
    assert facts["6.500 triệu đồng"].doubts == ()
    assert facts["2.150"].low == 2_150_000_000
    assert facts["2.150"].row.startswith("Huyện Cao Lộc")
    assert Doubt.FROM_PICTURE in facts["2.150"].doubts
    rise = next(each for each in facts.values() if each.unit == "percent")
    assert (rise.printed, rise.low) == ("(6,00 + 6,50) %", None)


def test_a_page_pasted_into_a_word_file_is_read_as_one() -> None:
    source = scanned.paper(PAPER).replace("#align(center)[Phụ lục I]", "#pagebreak()\nPhụ lục I")
    _, page = scanned.pages(source, dpi=150)
    drawn = io.BytesIO()
    page.crop((0, 0, page.width, page.height // 2)).save(drawn, "PNG")
    document = docx.Document()
    for line in PAPER.read_text(encoding="utf-8").partition("Phụ lục I\n")[0].splitlines():
        document.add_paragraph(line)
    document.add_picture(drawn, width=Cm(16))
    document.add_picture(_photo(), width=Cm(8), height=Cm(5))
    content = io.BytesIO()
    document.save(content)
    found = brought.read(content.getvalue(), "421.docx")
    facts = {each.printed: each for each in found.draft.decisions[0].facts}
    assert (facts["2.150"].low, facts["2.150"].page) == (2_150_000_000, 1)
    assert facts["2.150"].place == "annex-1.row-2"
    assert facts["6.500 triệu đồng"].page is None
    assert [*found.strips] == [1, 2]
    assert [each.what for each in found.draft.left_out] == ["picture"]


def _photo() -> io.BytesIO:
    """Light and dark, and no letter."""
    drawn = io.BytesIO()
    Image.radial_gradient("L").resize((800, 500)).save(drawn, "JPEG")
    return drawn


def test_each_figure_has_its_piece_of_the_page_until_the_draft_is_dropped(
    scan: Brought, review: Review, tmp_path: Path
) -> None:
    saved.put(tmp_path, review)
    pictures.put(tmp_path, review.id, scan.text, scan.strips)
    figures = {each.printed: each for each in review.documents[0].figures}
    shown = figures["2.150"]
    (piece,) = pictures.pieces(tmp_path, review.id, shown.start, shown.end)
    assert piece.page == 2
    assert piece.picture.startswith(b"\xff\xd8")
    assert 0 < piece.left < piece.right < 1
    said = figures["6.500 triệu đồng"]
    assert pictures.pieces(tmp_path, review.id, said.start, said.end) == []
    saved.drop(tmp_path, review.id)
    assert [each.name for each in tmp_path.iterdir()] == [saved.LOCK]


def test_nothing_of_a_picture_is_accepted_with_the_rest(review: Review) -> None:
    named = looked_at(review).documents[0]
    opened = tuple(
        each.model_copy(update={"seen": old.seen})
        for each, old in zip(named.figures, review.documents[0].figures, strict=True)
    )
    document = named.model_copy(update={"figures": opened})
    sure = accepting.certain(earlier_record.beside(review, document, None))
    assert [document.figures[at].printed for at in sure] == ["6.500 triệu đồng"]


def test_it_is_published_once_the_range_is_mended(
    scan: Brought, review: Review, broken_settings: Settings, tmp_path: Path
) -> None:
    seen = looked_at(review)
    (own,) = seen.documents
    at = next(at for at, each in enumerate(own.figures) if each.unit == "percent")
    assert "bound" in [key for key, _ in gaps.of_figure(own.figures[at], own)]
    mended = own.figures[at].read_from("(6,00 ÷ 6,50) %")
    seen = seen.with_value(("documents", 0, "figures", at), mended)
    assert [each.key for each in gaps.find(seen)] == []
    week = to_record.week(seen, sha256="0" * 64, on=NOW.date())
    file = tmp_path / f"{week.bulletin.slug}.yaml"
    file.write_text(write.text(week), encoding="utf-8")
    done = publishing.publish(replace(broken_settings), file, note="scanned", reviewer="Lan")
    release = Release.open(broken_settings.releases / f"{done.release}.duckdb", memory_mb=128)
    try:
        slugs = [each.slug for each in read.decisions(release, limit=50)]
        facts = read.facts_in(release, read.numbers(release, slugs))
        told = {each.printed: (each.low, each.high) for each in facts}
    finally:
        release.close()
    assert told["(6,00 ÷ 6,50) %"] == (Decimal("6.00"), Decimal("6.50"))
    assert told["2.150"] == (2_150_000_000, 2_150_000_000)
    shown = next(each for each in facts if each.printed == "2.150")
    assert sentences.place_of(shown, "vi") == ("Phụ lục 1, dòng 2 của văn bản (bản quét, trang 2)")
    said = next(each for each in facts if each.printed == "6.500 triệu đồng")
    assert (said.scan_page, said.paper_scan_page) == (None, None)
