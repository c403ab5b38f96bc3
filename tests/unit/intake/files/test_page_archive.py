"""A page saved as one file is read as the page in it."""

import pytest

from lsdash.errors import DamagedFileError
from lsdash.intake.files import received
from lsdash.intake.files.left_out import Left, LeftOut

HEAD = """From: <Saved by a browser>
Subject: Tin
MIME-Version: 1.0
Content-Type: multipart/related; boundary="----=_Part"

"""
PAGE = """------=_Part
Content-Type: text/html; charset="{charset}"
Content-Transfer-Encoding: quoted-printable

{page}
"""
PICTURE = """------=_Part
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------=_Part--
"""


def archive(page: str, charset: str) -> bytes:
    text = HEAD + PAGE.format(charset=charset, page=page) + PICTURE
    return text.replace("\n", "\r\n").encode("ascii")


def test_the_page_in_it_is_read_and_its_pictures_told() -> None:
    page = "<html><body><h1>Tin</h1><p>S=E1=BB=91 5/Q=C4=90-UBND c=E1=BB=A7a t=E1=BB=89nh</p>"
    found = received.read(archive(page, "utf-8"), "tin.mht")
    assert found.text == "Tin\n\nSố 5/QĐ-UBND của tỉnh"
    assert found.left_out == (LeftOut(Left.PICTURE, ""),)


def test_one_in_an_old_font_is_read_too() -> None:
    page = "<html><body style=3D\"font-family:'.VnTime'\"><p>S=E8 5 c=F1a t=D8nh</p></body></html>"
    found = received.read(archive(page, "windows-1252"), "tin.mht")
    assert found.text == "Số 5 của tỉnh"
    assert [each.stored for each in found.converted] == ["Sè 5 cña tØnh"]


def test_one_without_a_page_is_refused() -> None:
    with pytest.raises(DamagedFileError, match="without the page"):
        received.read((HEAD + PICTURE).encode("ascii"), "tin.mht")
