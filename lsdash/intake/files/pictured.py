"""The pages of a file that are pictures, whatever the file is, opened where they are read.

It loads Pillow and opens what strangers bring: only a reader's own process calls it.
"""

from typing import TYPE_CHECKING

from lsdash.intake.files import word

if TYPE_CHECKING:
    from PIL.Image import Image

FILES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
"""How a photo or a scan as a file of pictures begins: PNG, JPEG, TIFF."""
PACKAGE = b"PK\x03\x04"
"""How a Word file begins."""


def shown(content: bytes, number: int, name: str) -> "Image":
    """The page counted from 1: of a PDF or a file of pictures, or a picture of a Word file.

    Raises an IntakeError for one that cannot be opened.
    """
    from lsdash.intake.files.scanned import picture  # noqa: PLC0415 – see its docstring

    if content.startswith(FILES):
        return picture.of_file(content, number, name)
    if content.startswith(PACKAGE):
        return picture.of_file(word.picture(content, name, number), 1, name)
    return picture.of_pdf(content, number)


def pages(content: bytes, name: str) -> int:
    """How many pages a file of pictures has."""
    from lsdash.intake.files.scanned import picture  # noqa: PLC0415 – see its docstring

    return picture.pages(content, name)
