"""A page's picture made ready to be read: grey, upright, on white, without the rules of tables.

It loads Pillow and NumPy and opens what strangers bring: only a reader's own process imports it.
"""

import io
from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from lsdash.errors import DamagedFileError, TooLargeError
from lsdash.intake.files import limits

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

DPI = 300
"""Of a page of a PDF; figures are read no better above it, and worse below 200."""
A4_WIDTH = 8.27
"""Inches: how wide the page of a photo is taken to be."""
SMALL, LARGEST = 1.25, 2.5
"""A picture of a page that would have to be so many times larger for DPI is made larger, so far."""
PAPER = 8
"""The picture is made so many times smaller to see where paper is light and where in shadow."""
AROUND = 9
"""Pixels of that small picture, wider than strokes of letters and narrower than a shadow."""
DARK = 160
"""Ink on paper made white is darker."""
COARSE = 2
"""Rules are looked for in a picture so many times smaller."""
LONG, THIN = 0.35, 0.05
"""Inches: a rule is at least so long and at most so thick."""
EDGE, BLANK, INK = 0.05, 0.85, 0.001
"""A blank page has less than INK of it darker than BLANK of its paper, EDGE of each side apart."""
STRIP_DPI = 150
MARGIN = 0.25
"""Shown above and below a line, in its heights."""
QUALITY = 60


def of_pdf(content: bytes, number: int) -> Image.Image:
    """A page, in the resolution that reads best, or less for a large sheet; counted from 1."""
    with pdfium.PdfDocument(content) as document:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(DPI / 72, (limits.MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        shown: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
        return shown.convert("L")


def of_file(content: bytes, number: int, name: str) -> Image.Image:
    """A photo or a page of a TIFF file, turned as its camera says, at most of MOST_PIXELS."""
    try:
        picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF"))
        picture.seek(number - 1)
        if picture.width * picture.height > limits.MOST_MEGAPIXELS * 10**6:
            raise TooLargeError(name=name, most=limits.MOST_MEGAPIXELS, unit="megapixels")
        least = (limits.MOST_PIXELS / (picture.width * picture.height)) ** 0.5
        size = round(picture.width * least), round(picture.height * least)
        if least < 1:
            picture.draft("L", size)
        grey = ImageOps.exif_transpose(_on_white(picture)).convert("L")
    except (OSError, EOFError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        problem = "its picture cannot be opened"
        raise DamagedFileError(name=name, problem=problem) from error
    if least < 1:
        grey.thumbnail((max(size), max(size)))
    larger = min(LARGEST, A4_WIDTH * DPI / min(grey.size))
    if larger > SMALL:
        grey = grey.resize((round(grey.width * larger), round(grey.height * larger)))
    return grey


def pages(content: bytes, name: str) -> int:
    """How many pages a file of pictures has: a TIFF file may have several."""
    try:
        picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF"))
        return int(getattr(picture, "n_frames", 1))
    except (OSError, EOFError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        problem = "its picture cannot be opened"
        raise DamagedFileError(name=name, problem=problem) from error


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent is paper."""
    if picture.mode not in ("LA", "PA", "RGBA") and "transparency" not in picture.info:
        return picture
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper


def whitened(picture: Image.Image) -> Grey:
    """The picture with shadows and grey paper taken out: each part beside the paper around it."""
    small = picture.reduce(PAPER).filter(ImageFilter.MaxFilter(AROUND))
    paper = small.filter(ImageFilter.BoxBlur(AROUND)).resize(
        picture.size, Image.Resampling.BILINEAR
    )
    light = np.maximum(np.asarray(paper, dtype=np.uint16), 64)
    clear = np.asarray(picture, dtype=np.uint16) * 250 // light
    return np.minimum(clear, 255).astype(np.uint8)


def is_blank(picture: Image.Image) -> bool:
    """Nothing stands on it but what a scanner leaves at its edges."""
    across, down = round(picture.width * EDGE), round(picture.height * EDGE)
    inside = picture.crop((across, down, picture.width - across, picture.height - down))
    shades = np.asarray(inside.reduce(PAPER))
    paper = np.percentile(shades, 95)
    return bool((shades < BLANK * paper).mean() < INK)


def rules(grey: Grey, dpi: int) -> tuple[Mask, Mask]:
    """Where rules stand, upright and lying, in a picture COARSE times smaller."""
    height, width = (side - side % COARSE for side in grey.shape)
    parts = grey[:height, :width].reshape(height // COARSE, COARSE, width // COARSE, COARSE)
    dark: Mask = parts.min(axis=(1, 3)) < DARK
    long, thin = (max(2, round(inches * dpi / COARSE)) for inches in (LONG, THIN))
    upright, lying = _runs(dark, long), _runs(dark.T, long).T
    return upright & ~_runs(upright.T, thin).T, lying & ~_runs(lying, thin)


def is_ruled(upright: Mask, after: int, box: tuple[int, int, int, int]) -> bool:
    """Whether a rule stands between what ends at the pixel `after` and the word in this box."""
    left, top, _, bottom = (side // COARSE for side in box)
    between = upright[top : max(top + 1, bottom), max(0, after // COARSE - 2) : left + 2]
    return bool(between.size and between.any(axis=1).mean() > 0.5)


def _runs(dark: Mask, least: int) -> Mask:
    """What stands in a run down a column of at least so many pixels."""
    if dark.shape[0] < least:
        return np.zeros_like(dark)
    begins = _sums(dark, least) == least
    held = np.pad(begins, ((least - 1, least - 1), (0, 0)))
    return _sums(held, least) > 0


def _sums(held: Mask, many: int) -> NDArray[np.int16]:
    """Down each column, of so many pixels from each on."""
    summed = np.cumsum(np.pad(held, ((1, 0), (0, 0))), axis=0, dtype=np.int16)
    return summed[many:] - summed[:-many]


def without(grey: Grey, rule: Mask) -> Grey:
    """The picture with white in the place of rules, and a pixel around them."""
    wide = np.asarray(Image.fromarray(rule).convert("L").filter(ImageFilter.MaxFilter(3))) > 0
    clear = grey.copy()
    whole = wide.repeat(COARSE, axis=0).repeat(COARSE, axis=1)
    clear[: whole.shape[0], : whole.shape[1]][whole] = 255
    return clear


def png(grey: Grey) -> bytes:
    made = io.BytesIO()
    Image.fromarray(grey).save(made, "PNG", compress_level=1)
    return made.getvalue()


def strips(picture: Image.Image, lines: Sequence[tuple[int, int]]) -> list[tuple[bytes, float]]:
    """A piece across the page for each of `lines`, from top to bottom, as JPEG with its width in
    its heights."""
    smaller = min(1.0, A4_WIDTH * STRIP_DPI / picture.width)
    made = []
    for top, bottom in lines:
        margin = round((bottom - top) * MARGIN)
        piece = picture.crop((0, max(0, top - margin), picture.width, bottom + margin))
        size = max(1, round(piece.width * smaller)), max(1, round(piece.height * smaller))
        kept = io.BytesIO()
        piece.resize(size).save(kept, "JPEG", quality=QUALITY)
        made.append((kept.getvalue(), size[0] / size[1]))
    return made
