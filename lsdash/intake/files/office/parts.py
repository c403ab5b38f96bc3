"""The parts of a Word file as trees of XML: ordinary, strict, with macros, and templates alike.

Macros are never run: no part but those of text is opened.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import basename, dirname, join, normpath, split

from lxml import etree

from lsdash.errors import DamagedFileError, TooLargeError, UnknownFormatError
from lsdash.intake.files import limits

BODY = "word/document.xml"
OTHER_PROGRAMS = {"xl": "workbook", "ppt": "slides", "[Content_Types].xml": "other"}
"""Top folder → what a file is that has it and no folder of Word's."""
RELATIONS = "_rels/.rels"
READ = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Kinds of pictures that are read where they are pages."""
TITLE = "docProps/core.xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode("ascii"),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.encode("ascii"),
}
"""The names by which a strict file calls what others do by the older ones."""
_NAMED = re.compile(
    rb"(xmlns(?::[\w.-]+)?\s*=\s*[\"'])(" + b"|".join(map(re.escape, STRICT)) + rb")(?=[\"'])"
)


def w(name: str) -> str:
    """The whole name of an element or attribute of Word."""
    return f"{{{WORD}}}{name}"


def m(name: str) -> str:
    """The whole name of an element of a formula."""
    return f"{{{MATH}}}{name}"


@dataclass(frozen=True)
class Parts:
    """`name` is the file's, for what is said of it."""

    name: str
    package: zipfile.ZipFile
    body: etree._Element

    body_part: str

    @property
    def folder(self) -> str:
        """Where the parts beside the body are kept."""
        return dirname(self.body_part)

    @property
    def title(self) -> str | None:
        """The title in its properties, if any."""
        root = self._tree(TITLE)
        found = root.find("{*}title") if root is not None else None
        return (found.text or "").strip() or None if found is not None else None

    @property
    def theme(self) -> etree._Element | None:
        """The part that says which fonts the document's design has."""
        return self._tree(join(self.folder, "theme/theme1.xml"))

    def picture(self, reference: str) -> bytes | None:
        """What the body calls so, where it is a picture in the file that can be read."""
        folder, body = split(self.body_part)
        relations = self._tree(join(folder, "_rels", f"{body}.rels"))
        for each in relations if relations is not None else ():
            if each.get("Id") == reference and each.get("TargetMode") != "External":
                part = normpath(join("/", folder, each.get("Target", ""))).lstrip("/")
                if part in self.package.namelist() and part.lower().endswith(READ):
                    return self.package.read(part)
        return None

    def beside(self, pattern: str) -> Iterator[etree._Element]:
        """The parts beside the body whose file name is this, `footnotes.xml`, by name."""
        for each in sorted(self.package.namelist()):
            if dirname(each) == self.folder and re.fullmatch(pattern, basename(each)):
                root = self._tree(each)
                if root is not None:
                    yield root

    def _tree(self, part: str) -> etree._Element | None:
        if part not in self.package.namelist():
            return None
        return _parsed(self.package.read(part), self.name)


def open_(content: bytes, name: str) -> Parts:
    """The parts of a file that is a Word file. Raises an IntakeError for any other."""
    try:
        package = zipfile.ZipFile(BytesIO(content))
        _check(package, name)
        body = _body(package)
        root = _parsed(package.read(body), name)
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(name=name, problem=" ".join(str(error).split())) from error
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise DamagedFileError(name=name, problem="it breaks off or is not whole") from error
    except (KeyError, NotImplementedError, RuntimeError) as error:
        raise DamagedFileError(name=name, problem="its parts do not fit together") from error
    found = root.find(w("body"))
    if found is None:
        raise DamagedFileError(name=name, problem="its parts do not fit together")
    return Parts(name, package, found, body)


def _check(package: zipfile.ZipFile, name: str) -> None:
    parts = package.infolist()
    tops = {part.filename.partition("/")[0] for part in parts}
    if "word" not in tops:
        form = next((form for top, form in OTHER_PROGRAMS.items() if top in tops), "archive")
        raise UnknownFormatError(name=name, form=form)
    main = _body(package)
    body = sum(part.file_size for part in parts if part.filename == main)
    for size, most in (
        (body, limits.MOST_BODY_MEGABYTES),
        (sum(part.file_size for part in parts), limits.MOST_UNPACKED_MEGABYTES),
    ):
        if size > most * limits.MEGABYTE:
            raise TooLargeError(name=name, most=most, unit="megabytes")


def _body(package: zipfile.ZipFile) -> str:
    """The name of the part that holds the text."""
    if RELATIONS in package.namelist():
        for each in _parsed(package.read(RELATIONS), RELATIONS):
            if each.get("Type", "").endswith("/officeDocument"):
                return normpath(join("/", each.get("Target", BODY))).lstrip("/")
    return BODY


def _parsed(xml: bytes, name: str) -> etree._Element:
    """The tree of a part; one that brings rules of its own could hold what nobody sees."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(_NAMED.sub(lambda found: found[1] + STRICT[found[2]], xml), parser)
    if root.getroottree().docinfo.doctype:
        raise DamagedFileError(name=name, problem="it brings rules of its own for its text")
    return root
