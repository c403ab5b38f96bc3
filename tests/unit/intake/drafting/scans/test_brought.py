"""Pages that are pictures are read one by one where Tesseract is, and refused where it is not."""

from pathlib import Path

import pytest
from PIL import Image

from lsdash import sandbox
from lsdash.errors import (
    BusyIntakeError,
    EmptyTextError,
    ScannedFileError,
    TooLargeError,
    UnknownFormatError,
)
from lsdash.intake.drafting.scans import brought
from lsdash.intake.files.scanned import tesseract
from lsdash.intake.files.scanned.tesseract import Program
from tests import scanned

BLANK = Image.new("L", (400, 560), 255)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "found", lambda: None)


@pytest.fixture
def with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that blank pages never call."""
    monkeypatch.setattr(tesseract, "found", lambda: Program("/none", "5"))


@pytest.mark.usefixtures("without")
def test_without_tesseract_scans_and_photos_are_refused_as_ever() -> None:
    with pytest.raises(ScannedFileError, match="page 1, 2"):
        brought.read(scanned.wrapped([BLANK] * 2), "a.pdf")
    with pytest.raises(UnknownFormatError, match="a picture"):
        brought.read(scanned.wrapped([BLANK], "JPEG"), "a.jpg")


@pytest.mark.usefixtures("with_one")
def test_the_clerk_hears_which_page_is_read_and_leaves_when_he_will() -> None:
    heard: list[tuple[int, int]] = []
    with pytest.raises(EmptyTextError):
        brought.read(
            scanned.wrapped([BLANK] * 2, "TIFF"), "a.tif", told=lambda *page: heard.append(page)
        )
    assert heard == [(1, 2), (2, 2)]

    class LeftError(Exception):
        pass

    def leave(*_: int) -> None:
        raise LeftError

    with pytest.raises(LeftError):
        brought.read(scanned.wrapped([BLANK]), "a.pdf", told=leave)
    with pytest.raises(EmptyTextError):  # and the next scan has its turn
        brought.read(scanned.wrapped([BLANK]), "a.pdf")


@pytest.mark.usefixtures("with_one")
def test_a_scan_of_too_many_pages_is_refused_before_the_first_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(TooLargeError, match="more than 40 scanned pages"):
        brought.read(scanned.wrapped([BLANK] * 41, "TIFF"), "a.tif", told=pytest.fail)
    with pytest.raises(TooLargeError, match="more than 100 pages"):
        brought.read(scanned.wrapped([BLANK] * 101), "a.pdf", told=pytest.fail)


@pytest.mark.usefixtures("with_one")
def test_one_scan_is_read_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "WAIT", 0)

    def while_it_is_read(*_: int) -> None:
        with pytest.raises(BusyIntakeError):
            brought.read(scanned.wrapped([BLANK]), "b.pdf")

    with pytest.raises(EmptyTextError):
        brought.read(scanned.wrapped([BLANK]), "a.pdf", told=while_it_is_read)


@scanned.needs_tesseract
def test_a_scan_with_a_page_number_and_a_photo_of_nothing_is_refused_by_its_page() -> None:
    """The page number is text, and the rest of the page is not."""
    numbered = (
        "#place(center + horizon, circle(radius: 5cm, fill: gray))\n#place(bottom + center)[1]"
    )
    with pytest.raises(ScannedFileError, match=r"page 1\)"):
        brought.read(scanned.wrapped(scanned.pages(numbered, dpi=100)), "a.pdf")


def test_no_file_is_made_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    text = "Ngày 10/3/2020, UBND tỉnh ban hành Quyết định số 71/QĐ-UBND về việc này."
    assert brought.read(text).strips == {}
    assert list(tmp_path.iterdir()) == []
