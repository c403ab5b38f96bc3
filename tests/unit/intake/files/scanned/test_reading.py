"""A page's picture is read whichever way up it lies; a blank one is told from one without words."""

import io

import pytest
from PIL import Image, ImageDraw, ImageFilter

from lsdash.errors import DamagedFileError, ScannedFileError, TooLargeError
from lsdash.intake.files import limits, pictured
from lsdash.intake.files.scanned import picture, reading, tesseract
from tests import scanned

TABLE = """Chi tiền sửa đường cho các huyện như sau:
#table(columns: 3, [TT], [Huyện], [Triệu đồng], [1], [Cao Lộc], [2.150], [2], [Lộc Bình], [1.840])
"""


def file(shown: Image.Image, form: str = "PNG") -> bytes:
    return scanned.wrapped([shown], form)


@scanned.needs_tesseract
def test_a_page_that_lies_on_its_side_is_read_with_its_cells() -> None:
    """Some four seconds: the page is read twice, first as it lies."""
    program = tesseract.found()
    assert program
    (upright,) = scanned.pages(TABLE, dpi=150)
    lying = upright.rotate(270, expand=True)
    page, strips = reading.read(file(lying), name="a.png", number=1, program=program.path)
    rows: dict[int, str] = {}
    for word in page.words:
        rows[word.line] = f"{rows.get(word.line, '')}{'|' if word.begins_cell else ' '}{word.text}"
    assert [*rows.values()][2:] == [" 1|Cao Lộc|2.150", " 2|Lộc Bình|1.840"]
    assert len(strips) == len(rows)
    with Image.open(io.BytesIO(strips[2].picture)) as strip:
        assert strip.width / strip.height == pytest.approx(strips[2].ratio)
    assert all(0 <= word.left < word.right <= 10_000 for word in page.words)


def test_a_blank_page_has_no_word_also_with_a_shadow_at_its_edge() -> None:
    paper = Image.new("L", (600, 850), 225)
    ImageDraw.Draw(paper).rectangle((0, 0, 15, 850), fill=60)
    page, strips = reading.read(file(paper), name="a.png", number=1, program="/none")
    assert (page.words, strips) == ((), [])


@scanned.needs_tesseract
def test_a_page_on_which_something_stands_and_no_word_can_be_read_is_named() -> None:
    program = tesseract.found()
    assert program
    drawn = Image.new("L", (600, 850), 255)
    ImageDraw.Draw(drawn).ellipse((100, 200, 500, 600), fill=90)
    with pytest.raises(ScannedFileError, match=r"page 1\)"):
        reading.read(file(drawn, "PDF"), name="a.pdf", number=1, program=program.path)


def test_shadows_become_white_and_thin_rules_go_but_no_letters() -> None:
    (shown,) = scanned.pages(TABLE, dpi=150)
    shaded = Image.blend(shown, Image.linear_gradient("L").resize(shown.size), 0.4)
    grey = picture.whitened(shaded.filter(ImageFilter.GaussianBlur(0.5)))
    assert (grey > 230).mean() > 0.95
    standing, lying = picture.rules(grey, 150)
    clear = picture.without(grey, standing | lying)
    assert not any(rule.any() for rule in picture.rules(clear, 150))
    assert (clear < picture.DARK).sum() > 0.4 * (grey < picture.DARK).sum()


def test_a_photo_is_turned_as_its_camera_says_and_made_no_larger_than_is_read() -> None:
    photo = Image.new("RGB", (5000, 4000), "white")
    made = io.BytesIO()
    told = Image.Exif()
    told[0x0112] = 6  # the camera was held upright
    photo.save(made, "JPEG", exif=told)
    shown = picture.of_file(made.getvalue(), 1, "a.jpg")
    assert shown.width < shown.height
    assert shown.width * shown.height <= limits.MOST_PIXELS * 1.01


def test_pages_of_a_tiff_are_counted_and_what_is_no_picture_is_refused() -> None:
    small = [Image.new("L", (40, 60), 255)] * 3
    assert pictured.pages(scanned.wrapped(small, "TIFF"), "a.tif") == 3
    with pytest.raises(DamagedFileError):
        pictured.pages(b"\x89PNG\r\n\x1a\nnothing", "a.png")


def test_a_picture_of_too_many_pixels_is_refused_by_its_head() -> None:
    huge = file(Image.new("1", (9000, 9000)))
    with pytest.raises(TooLargeError, match="50 megapixels"):
        picture.of_file(huge, 1, "a.png")
