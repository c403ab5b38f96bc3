"""A file of an older program is told by its content, whatever it is called."""

import pytest

from lsdash.libreoffice import kinds
from lsdash.libreoffice.kinds import Kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"{\\rtf1\\ansi x}", Kind.RTF),
        (kinds.COMPOUND + bytes(600) + "WordDocument".encode("utf-16-le"), Kind.DOC),
        (kinds.COMPOUND + bytes(600) + "Workbook".encode("utf-16-le"), Kind.XLS),
        (kinds.COMPOUND + bytes(600) + "PowerPoint Document".encode("utf-16-le"), None),
        (b"PK\x03\x04" + bytes(26) + kinds.OPEN_TEXT, Kind.ODT),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", None),
        (b"<html></html>", None),
        (b"", None),
    ],
)
def test_a_kind_is_told_by_its_first_bytes_and_its_parts(content: bytes, kind: Kind | None) -> None:
    assert kinds.kind(content) is kind
