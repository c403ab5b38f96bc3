"""Which old font a name tells: `.VnTimeH`, `VNI-Times`, and what a PDF makes of them."""

import re
from functools import lru_cache

from lsdash.intake.files.old_fonts.letters import OldFont

_PART_OF_A_FONT = re.compile(r"^[A-Z]{6}\+")
"""Before the name of a font of which a PDF holds only some letters."""
_CUT = re.compile(r"[ ,-]*(?:bold|italic|oblique|regular|normal|roman|mt)+$", re.IGNORECASE)
_WITHOUT_A_STOP = re.compile(r"Vn[A-Z0-9]")
"""A PDF leaves the stop out, and `Vnpt` is no font of ABC."""
_VNI = re.compile(r"vni(?:[ _-]|[A-Z])", re.IGNORECASE)


@lru_cache(maxsize=500)
def told(name: str) -> OldFont | None:
    """The old font of this name; None for any other, whose places are Unicode's."""
    called = _PART_OF_A_FONT.sub("", name.strip().strip("\"'")).partition(";")[0]
    if _VNI.match(called):
        return OldFont.VNI
    if not called.lower().startswith(".vn") and not _WITHOUT_A_STOP.match(called):
        return None
    shape = _CUT.sub("", called).rstrip()
    return OldFont.TCVN3_CAPITALS if shape[-1:] in "Hh" else OldFont.TCVN3
