"""The end of a document: who signs in what capacity, and who receives it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsdash.intake.decision import segments
from lsdash.intake.decision.segments import Segment
from lsdash.vocabulary import Capacity

RECIPIENTS = re.compile(r"^nơi nhận\s*:?", re.IGNORECASE)
CAPACITY = re.compile(
    r"^(?P<capacity>TM|KT|TUQ|TL|Q)\s?[.:,/]\s?(?P<whom>[^\W\d_].*)$", re.IGNORECASE
)
MISREAD_STOP = re.compile(r"(?<=^[KT][TML])\s?[:,]\s?", re.IGNORECASE)
"""Of `KT. CHỦ TỊCH`, read from a picture as `KT: CHỦ TỊCH`."""
POST = re.compile(
    r"^(?:(?:phó )?chủ tịch|(?:phó )?thủ tướng|(?:thứ|bộ) trưởng|(?:phó )?giám đốc|(?:phó )?chánh"
    r" (?:văn phòng|thanh tra)|(?:phó )?cục trưởng|(?:phó )?chi cục trưởng|(?:phó )?trưởng ban"
    r"|(?:phó )?viện trưởng|(?:phó )?hiệu trưởng)\b",
    re.IGNORECASE,
)
SIGNED = re.compile(r"^\W*(?:đã ký|đã kí|ký tên|chữ ký)\b", re.IGNORECASE)
NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]*(?: [A-ZĐÀ-Ỹ][a-zđà-ỹ]*){1,5}")
ENTRY = re.compile(r"^[-–+•*]\s?")


@dataclass(frozen=True)
class Signature:
    """Offsets into the text as received."""

    start: int
    end: int
    capacity: Capacity | None
    signed_as: str
    """Capacity and post as printed: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH."""
    signer: str
    recipients: tuple[str, ...]


def find(text: str, start: int) -> Signature | None:
    """The signature after `start`; None where there is none to be told."""
    pieces = segments.split(text, start)
    first = _first(pieces)
    if first is None:
        return None
    block = _block(pieces[first:])
    capacity, lines, signer = _signed(block)
    recipients = tuple(_recipients(block))
    if not (lines or recipients):
        return None
    return Signature(
        start=block[0].start,
        end=block[-1].end,
        capacity=capacity,
        signed_as=", ".join(lines),
        signer=signer,
        recipients=recipients,
    )


def _first(pieces: Sequence[Segment]) -> int | None:
    """Where the block begins: at the recipients, a capacity, or a post in capitals."""
    for at, each in enumerate(pieces):
        if RECIPIENTS.match(each.text):
            return at
        if each.is_capital and (CAPACITY.match(each.text) or POST.match(each.text)):
            return at
        if CAPACITY.match(each.text) and len(each.text) < 60 and each.text[:2].isupper():
            return at
    return None


MOST_LINES = 45


def _block(pieces: Sequence[Segment]) -> list[Segment]:
    """The block up to its last line: a name, a recipient, or what stands beside them."""
    last = 0
    for at, each in enumerate(pieces[:MOST_LINES]):
        if at and _opens_an_annex(each):
            break
        is_of_it = (
            RECIPIENTS.match(each.text)
            or ENTRY.match(each.text)
            or CAPACITY.match(each.text)
            or POST.match(each.text)
            or SIGNED.match(each.text)
            or NAME.fullmatch(each.text)
        )
        if is_of_it:
            last = at
        elif at - last > 4:
            break
    return list(pieces[: last + 1])


def _opens_an_annex(piece: Segment) -> bool:
    return bool(re.match(r"(?:phụ lục|biểu|phụ biểu|danh mục|danh sách|bảng)\b", piece.text, re.I))


def _signed(block: Sequence[Segment]) -> tuple[Capacity | None, list[str], str]:
    """Capacity, the lines that say it with the post, and who signs.

    Of TM. ỦY BAN NHÂN DÂN above KT. CHỦ TỊCH the capacity nearest to the name tells.
    """
    capacity: Capacity | None = None
    lines: list[str] = []
    signer = ""
    for each in block:
        if ENTRY.match(each.text) or signer:
            continue
        if match := CAPACITY.match(each.text):
            capacity = Capacity(match["capacity"].lower())
            lines.append(MISREAD_STOP.sub(". ", each.text))
        elif POST.match(each.text) and len(each.text) < 60:
            lines.append(each.text)
        elif lines and _is_name(each):
            signer = each.text
    return capacity, lines, signer


def _is_name(piece: Segment) -> bool:
    return NAME.fullmatch(piece.text) is not None and not SIGNED.match(piece.text)


def _recipients(block: Sequence[Segment]) -> list[str]:
    """Entries of the list, each with the lines that go on with it."""
    begun = False
    found: list[str] = []
    for each in block:
        if RECIPIENTS.match(each.text):
            begun = True
            rest = RECIPIENTS.sub("", each.text).strip()
            if ENTRY.match(rest):
                found.append(ENTRY.sub("", rest))
        elif begun and ENTRY.match(each.text):
            found.append(ENTRY.sub("", each.text))
        elif begun and found and _goes_on(found[-1], each):
            found[-1] = f"{found[-1]} {each.text}"
    return [each.strip(" .;") for each in found if each.strip(" .;")]


def _goes_on(entry: str, piece: Segment) -> bool:
    """A further line of an entry, or what stands behind the gap after `Lưu:`."""
    if piece.is_capital or SIGNED.match(piece.text) or _is_name(piece):
        return False
    is_open = entry.endswith(":") or not entry.endswith((";", "."))
    closes = piece.text.startswith("(") or piece.text.endswith((";", ".", ")"))
    return piece.text[0].islower() or (is_open and (closes or entry.endswith(":")))
