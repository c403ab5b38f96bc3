"""The text of a Word file (.docx): what is typed, in order, tables row by row."""

import zipfile
from io import BytesIO
from typing import Final

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from lsdash.errors import DamagedFileError, TooLargeError, UnknownFormatError
from lsdash.intake.files import limits
from lsdash.intake.files.layout import Flow

BODY = "word/document.xml"
TEXT, TAB, BREAK, HYPHEN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")
PARAGRAPH, CELL, ROW = qn("w:p"), qn("w:tc"), qn("w:tr")
UNREAD: Final = {
    *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:sectPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
"""Deleted text, settings, codes of fields, and second copies for older programs."""


def read(content: bytes, name: str) -> tuple[str, str | None]:
    """Its text, and the title in its properties, if any."""
    _check_parts(content, name)
    try:
        document = docx.Document(BytesIO(content))
        if document.element.getroottree().docinfo.doctype:
            raise DamagedFileError(name=name, problem="it brings rules of its own for its text")
        title = document.core_properties.title.strip()
        return _text(document.element.body, name), title or None
    except (OpcError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        raise DamagedFileError(name=name, problem=" ".join(str(error).split())) from error
    except (KeyError, ValueError, AttributeError, EOFError, OSError) as error:
        raise DamagedFileError(name=name, problem="its parts do not fit together") from error


def _check_parts(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise DamagedFileError(name=name, problem="it breaks off or is not whole") from error
    if not any(part.filename.startswith("word/") for part in parts):
        raise UnknownFormatError(name=name, form="an archive or a file of another program")
    body = sum(part.file_size for part in parts if part.filename == BODY)
    for size, most in (
        (body, limits.MOST_BODY_MEGABYTES),
        (sum(part.file_size for part in parts), limits.MOST_UNPACKED_MEGABYTES),
    ):
        if size > most * limits.MEGABYTE:
            raise TooLargeError(name=name, most=most, unit="megabytes")


def _text(body: etree._Element, name: str) -> str:
    flow = Flow()
    walk = etree.iterwalk(body, events=("start", "end"))
    depth = 0
    for event, element in walk:
        if event == "start":
            if element.tag in UNREAD:
                walk.skip_subtree()
            depth += element.tag == CELL
            _open(flow, element)
            if flow.length > limits.MOST_CHARACTERS:
                most = limits.MOST_CHARACTERS
                raise TooLargeError(name=name, most=most, unit="characters")
        elif element.tag == PARAGRAPH:
            (flow.break_line if depth else flow.break_paragraph)()
        elif element.tag == ROW:
            flow.break_paragraph()
        depth -= event == "end" and element.tag == CELL
    return flow.text()


def _open(flow: Flow, element: etree._Element) -> None:
    match element.tag:
        case tag if tag == TEXT:
            flow.add(element.text or "")
        case tag if tag == TAB:
            flow.add(" ")
        case tag if tag == BREAK:
            flow.break_line()
        case tag if tag == HYPHEN:
            flow.add("-")
        case tag if tag == ROW:
            flow.start_row()
        case tag if tag == CELL and element.getprevious() is not None:
            flow.next_cell()
