"""What a file of an older program is, by its content, and what LibreOffice makes of it."""

from enum import StrEnum


class Kind(StrEnum):
    """What a file is by its content; the value is its usual ending."""

    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    XLS = "xls"


TEXTS = (Kind.DOC, Kind.RTF, Kind.ODT)
FILTERS = {
    Kind.DOC: ("MS Word 97", "docx", "MS Word 2007 XML"),
    Kind.RTF: ("Rich Text Format", "docx", "MS Word 2007 XML"),
    Kind.ODT: ("writer8", "docx", "MS Word 2007 XML"),
    Kind.XLS: ("MS Excel 97", "xlsx", "Calc MS Excel 2007 XML"),
}
"""By which a kind is read, what becomes of it, and by which this is written.

Named, because the program would take a web page with the ending `.doc` for one, and go out for what
it links to.
"""
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of Office 97 to 2003 begins, whichever program it is of."""
OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_STREAMS = {"WordDocument": Kind.DOC, "Workbook": Kind.XLS, "Book": Kind.XLS}
"""The part of such a file that only one program writes."""


def kind(content: bytes) -> Kind | None:
    """What a file is that LibreOffice would have to read; None for all others."""
    if content.startswith(b"{\\rtf"):
        return Kind.RTF
    if content[30:].startswith(OPEN_TEXT) and content.startswith(b"PK"):
        return Kind.ODT
    if not content.startswith(COMPOUND):
        return None
    streams = (it for name, it in _STREAMS.items() if name.encode("utf-16-le") in content)
    return next(streams, None)
