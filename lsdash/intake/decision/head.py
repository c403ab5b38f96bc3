"""The head of a document: who issued it, its number, place and day, kind, and what it is about.

`Số: 381/QĐ-UBND` beside `Lạng Sơn, ngày 05 tháng 3 năm 2020`, `QUYẾT ĐỊNH` above `Về việc …`; an
official letter has `V/v …` below its number instead; a gazette prints all of it as one sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lsdash.intake.decision import segments
from lsdash.intake.decision.segments import Segment
from lsdash.intake.text.paragraphs import plain
from lsdash.model import DocumentNumber
from lsdash.model.kind_names import VIETNAMESE
from lsdash.vocabulary import SYMBOLS, Kind

REACH = 3_000
"""Characters from the beginning within which a head stands."""

STATE = re.compile(
    r"cộng h(?:òa|oà) xã hội(?: chủ nghĩa|$)|^(?:chủ nghĩa )?việt nam$", re.IGNORECASE
)
"""The state's name, also where a narrow column parts it."""
MOTTO = re.compile(r"độc lập\s?[-–]", re.IGNORECASE)
_NUMBER = r"\d{1,6}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d)?\s?/\s?[A-ZĐ][\w&.Đ-]*(?:/[\w-]+)?"
NUMBER = re.compile(
    rf"^(?:(?:nghị quyết|quyết định|chỉ thị|kế hoạch|thông báo)\s+(?=s[ốỐ]\s?:.{{0,60}}$))?"
    rf"s[ốỐ]\s?:?\s*(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
DAY = r"ngày\s+(?P<day>\d{1,2})\s+tháng\s*(?P<month>\d{1,2})\s+năm\s+(?P<year>(?:19|20)\d\d)"
PLACE_AND_DAY = re.compile(rf"^(?P<place>[^\W\d_][^,;:\d]{{1,60}}),\s*{DAY}", re.IGNORECASE)
BROKEN = re.compile(
    rf"s[ốỐ]\s?:?\s*{_NUMBER}|cộng h(?:òa|oà) xã hội chủ nghĩa việt nam"
    rf"|[^\W\d_][^,;:\d]{{1,60}},\s*{DAY}",
    re.IGNORECASE,
)
"""What a narrow column breaks over two or three lines."""
MOST_LINES = 3
HALF_A_PLACE = re.compile(r"[A-ZĐ][a-zà-ỹ]+(?: [A-ZĐ][a-zà-ỹ]+)?")
"""`Bình` above `Định, ngày 07 tháng 9 năm 2022`."""
TITLE = re.compile(
    r"^(?:nghị quyết|quyết định|chỉ thị|kế hoạch)\s(?:số\s)?\d[^\s]*\s(?:năm \d{4}\s)?"
    r"(?P<subject>\w.{15,})$",
    re.IGNORECASE,
)
"""`Nghị quyết 23/2025/NQ-HĐND quy định …`, as a page of laws heads it."""
ABOUT = re.compile(r"^(?:v/v|về việc)\s*:?\s*(?P<subject>.+)$", re.IGNORECASE)
ADDRESSED = re.compile(r"^kính gửi\s*:?\s*(?P<to>.*)$", re.IGNORECASE)
GROUNDS = re.compile(r"^(?:căn cứ|xét|theo đề nghị|thực hiện)\s", re.IGNORECASE)
SESSION = re.compile(r"^kh(?:óa|oá) [IVX]+", re.IGNORECASE)
"""`KHÓA IX, KỲ HỌP THỨ NHẤT`"""
MOST_UNNAMED = 6
"""Lines at most between such a head and its grounds."""
TELEGRAPHS = re.compile(r"\bđiện\s*:$", re.IGNORECASE)
"""`CHỦ TỊCH … TỈNH LẠNG SƠN điện:` over those whom a telegram is sent to."""
BEGINS = re.compile(
    r"^(?:căn cứ|xét|theo đề nghị|thực hiện|để |nhằm |điều\s+\d|phần\s|chương\s|[IVX]+\.|\d+\.)",
    re.IGNORECASE,
)
"""What follows the head: grounds, or the first part of what the document says."""

GAZETTE = re.compile(
    r"^(?P<kind>quyết định|nghị quyết|chỉ thị|nghị định|thông tư)\s+của\s+"
    rf"(?P<issuer>[^\d]{{4,80}}?)\s+số\s+(?P<number>{_NUMBER})\s+{DAY}"
    r"\s+(?P<subject>về việc .+?)(?=\s+(?P=issuer)\s+căn cứ)",
    re.IGNORECASE,
)
OF = re.compile(r"\s+của\s.*$", re.IGNORECASE)
AUTHORITY = re.compile(
    r"^(?:chủ tịch |bộ trưởng |giám đốc |thủ trưởng |hội đồng |ủy ban |uỷ ban |thủ tướng )",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Head:
    """Offsets into the text as received; `end` is where the head ends and grounds may follow."""

    start: int
    end: int
    issuer: str
    """Who issued it, with the body that it belongs to where this is printed above it."""
    number: str
    number_start: int
    place: str
    signed_on: date | None
    kind: Kind
    kind_called: str
    """The kind as it stands in large letters; empty for an official letter."""
    subject: str
    """What it is about (trích yếu)."""
    is_annex: bool
    """Only an annex was brought, which names the document that it belongs to."""
    authority: str
    """Who speaks in it, as above the grounds: the committee, or its chairman."""
    addressed_to: str


def find(text: str) -> Head | None:
    """The head of the document; None where the text does not begin with one."""
    return _laid_out(text) or _in_a_sentence(text) or _of_an_annex(text)


def _laid_out(text: str) -> Head | None:
    pieces = list(_whole(segments.split(text, 0, REACH)))
    at = next((at for at, each in enumerate(pieces) if NUMBER.match(each.text)), None)
    if at is None:
        return None
    key = _key(pieces[at].text)
    dated = next(((n, PLACE_AND_DAY.match(each.text)) for n, each in enumerate(pieces)
                  if PLACE_AND_DAY.match(each.text)), None)  # fmt: skip
    is_headed = any(STATE.search(each.text) for each in pieces[: at + 4])
    if key is None or not (dated or is_headed) or (dated and dated[0] > at + 12):
        return None
    match = dated[1] if dated else None
    issuer = _issuer(pieces[: max(at, dated[0] if dated else at)])
    below = max(at, dated[0] if dated else at) + 1
    called, about, end = _below(pieces, at + 1, below)
    kind = VIETNAMESE.get(called.lower()) if called else None
    if not called and not about.addressed_to and (plainly := _unnamed(pieces, at, below)):
        plainly[0].subject = about.subject or plainly[0].subject
        about, end = plainly
    if not called and not about.subject and not about.addressed_to:
        return None
    return Head(
        start=pieces[0].start,
        end=end,
        issuer=issuer,
        number=key[0],
        number_start=pieces[at].start,
        place=match["place"].strip() if match else "",
        signed_on=_day(match) if match else None,
        kind=kind or _by_symbol(key[1]),
        kind_called=called,
        subject=about.subject,
        authority=about.authority,
        addressed_to=about.addressed_to,
        is_annex=False,
    )


def _whole(pieces: Sequence[Segment]) -> Iterator[Segment]:
    """The segments, with what a narrow column breaks put together again."""
    at = 0
    while at < len(pieces):
        longest = min(MOST_LINES, len(pieces) - at)
        count = next((n for n in range(longest, 1, -1) if _is_broken(pieces[at : at + n])), 1)
        yield _joined(pieces[at : at + count])
        at += count


def _joined(parts: Sequence[Segment]) -> Segment:
    said = " ".join(each.text for each in parts)
    return Segment(parts[0].start, parts[-1].end, said, parts[0].line)


def _is_broken(parts: Sequence[Segment]) -> bool:
    if len(parts) == 2 and HALF_A_PLACE.fullmatch(parts[0].text):
        return PLACE_AND_DAY.match(parts[1].text) is not None
    if any(BROKEN.match(each.text) for each in parts):
        return False
    return BROKEN.fullmatch(_joined(parts).text) is not None


@dataclass
class _About:
    subject: str = ""
    authority: str = ""
    addressed_to: str = ""


def _unnamed(pieces: Sequence[Segment], at: int, below: int) -> tuple[_About, int] | None:
    """A head without the name of its kind, right over the grounds: as pages of laws print it."""
    about = _About()
    first = next((n for n, each in enumerate(pieces) if n >= below and GROUNDS.match(each.text)), 0)
    if not first or first - below > MOST_UNNAMED:
        return None
    told = [each.text for each in pieces[below:first] if not AUTHORITY.match(each.text)]
    about.authority = " ".join(
        each.text for each in pieces[below:first] if AUTHORITY.match(each.text)
    )
    titles = (TITLE.match(each.text) for each in pieces[:at])
    title = next((match["subject"] for match in titles if match), "")
    printed = " ".join(each for each in told if not SESSION.match(each))
    number = NUMBER.match(pieces[at].text)
    about.subject = (title or printed or (number["number"] if number else "")).strip(" .")
    return about, pieces[first].start


def _below(pieces: Sequence[Segment], first: int, below: int) -> tuple[str, _About, int]:
    """The kind in large letters, what stands below it, and where that ends."""
    about = _About()
    letter = [each for each in pieces[first:] if ABOUT.match(each.text)]
    kind_at = next(
        (n for n in range(max(first, below - 1), len(pieces)) if _kind_of(pieces[n])), None
    )
    if kind_at is None:
        if letter:
            about.subject = _sentence(pieces, pieces.index(letter[0]))
        addressed = next((each for each in pieces[first:] if ADDRESSED.match(each.text)), None)
        if addressed:
            at = pieces.index(addressed)
            about.addressed_to = _addressed(pieces, at)
            return "", about, addressed.end
        return "", about, letter[0].end if letter else pieces[first - 1].end
    told: list[str] = []
    end = pieces[kind_at].end
    for at, each in enumerate(pieces[kind_at + 1 :], start=kind_at + 1):
        if ADDRESSED.match(each.text):
            about.addressed_to = _addressed(pieces, at)
            break
        if BEGINS.match(each.text) or each.text.endswith(":"):
            if TELEGRAPHS.search(each.text):
                about.addressed_to = _addressed(pieces, at)
            break
        if told and AUTHORITY.match(each.text) and (each.is_capital or each.text[0].islower()):
            about.authority = f"{about.authority} {each.text}".strip()
        elif about.authority:
            about.authority = f"{about.authority} {each.text}" if each.is_capital else ""
        else:
            told.append(each.text)
        end = each.end
        if len(told) > 8:
            break
    said = " ".join(told)
    found = ABOUT.match(said)
    about.subject = (found["subject"] if found else said).strip(" .")
    return OF.sub("", pieces[kind_at].text).strip(), about, end


def _kind_of(piece: Segment) -> Kind | None:
    """The kind that a line names by itself: QUYẾT ĐỊNH, or QUYẾT ĐỊNH CỦA BỘ TRƯỞNG …"""
    return VIETNAMESE.get(OF.sub("", piece.text.lower()).strip())


def _sentence(pieces: Sequence[Segment], at: int) -> str:
    """`V/v …`, which may take a few lines of its column."""
    match = ABOUT.match(pieces[at].text)
    told = [match["subject"] if match else pieces[at].text]
    for each in pieces[at + 1 : at + 5]:
        if ADDRESSED.match(each.text) or STATE.search(each.text) or MOTTO.match(each.text):
            break
        if GROUNDS.match(each.text):
            break
        if PLACE_AND_DAY.match(each.text) or each.text[0].isupper():
            continue
        told.append(each.text)
    return " ".join(told).strip(" .")


def _addressed(pieces: Sequence[Segment], at: int) -> str:
    match = ADDRESSED.match(pieces[at].text)
    own = match["to"].strip() if match else ""
    if own:
        return own.strip(" .;-")
    listed: list[str] = []
    for each in pieces[at + 1 :]:
        if not each.text.startswith(("-", "–", "+")):
            break
        listed.append(each.text.strip("-–+ .;"))
    return "; ".join(listed)


def _issuer(above: Sequence[Segment]) -> str:
    """Lines in capitals that are neither the state's name nor its motto, one after the other."""
    lines = [
        each.text.strip(" *")
        for each in above
        if not (STATE.search(each.text) or MOTTO.match(each.text) or NUMBER.match(each.text))
        and not PLACE_AND_DAY.match(each.text)
        and (each.is_capital or AUTHORITY.match(each.text))
        and not any(sign.isdigit() for sign in each.text)
    ]
    return " ".join(lines[:4])


def _key(text: str) -> tuple[str, DocumentNumber] | None:
    match = NUMBER.match(text)
    if not match:
        return None
    printed = re.sub(r"\s", "", match["number"]).rstrip(".-/")
    try:
        return printed, DocumentNumber.read(printed)
    except ValueError:
        return None


def _by_symbol(key: DocumentNumber) -> Kind:
    """The kind of the symbol, also of the older form QĐ/BTC."""
    return SYMBOLS.get(re.split("[-/]", key.symbol)[0], key.kind)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _in_a_sentence(text: str) -> Head | None:
    """As a gazette prints it: `Quyết định của … số … ngày … về việc …`, then who speaks."""
    said = plain(text[:REACH])
    match = GAZETTE.match(said)
    if not match:
        return None
    printed = re.sub(r"\s", "", match["number"])
    try:
        key = DocumentNumber.read(printed)
    except ValueError:
        return None
    grounds = re.search(r"(?m)^\W*căn cứ", text, re.IGNORECASE)
    end = grounds.start() if grounds else 0
    subject = re.sub(r"^về việc ", "", match["subject"], flags=re.IGNORECASE)
    return Head(
        start=0,
        end=end,
        issuer=match["issuer"],
        number=printed,
        number_start=max(0, text.find(match["number"])),
        place="",
        signed_on=_day(match),
        kind=VIETNAMESE.get(match["kind"].lower()) or key.kind,
        kind_called=match["kind"],
        subject=subject.strip(),
        authority=match["issuer"],
        addressed_to="",
        is_annex=False,
    )


ANNEX = re.compile(r"^(?:phụ lục|phụ biểu|biểu)\b", re.IGNORECASE)
ISSUED_WITH = re.compile(
    rf"^(?P<title>.{{0,600}}?)\(\s?(?:ban hành )?kèm theo (?P<kind>[^\d()]{{4,30}}?) số\s?:?\s?"
    rf"(?P<number>{_NUMBER})[\s,]+{DAY}\s*(?:của (?P<issuer>[^()]{{3,80}}))?\)",
    re.IGNORECASE,
)


def _of_an_annex(text: str) -> Head | None:
    """`Phụ lục I … (Kèm theo Nghị định số 30/2020/NĐ-CP ngày … của Chính phủ)` brought alone."""
    said = plain(text[:REACH])
    match = ISSUED_WITH.match(said) if ANNEX.match(said) else None
    if not match:
        return None
    printed = re.sub(r"\s", "", match["number"])
    try:
        key = DocumentNumber.read(printed)
    except ValueError:
        return None
    title = re.sub(
        r"^(?:phụ lục|phụ biểu|biểu)(?: số)?\s*[IVX\d]*\W*", "", match["title"], flags=re.I
    )
    return Head(
        start=0,
        end=0,
        issuer=match["issuer"] or "",
        number=printed,
        number_start=max(0, text.find(match["number"])),
        place="",
        signed_on=_day(match),
        kind=VIETNAMESE.get(match["kind"].strip().lower()) or key.kind,
        kind_called=match["kind"].strip(),
        subject=title.strip(),
        authority=match["issuer"] or "",
        addressed_to="",
        is_annex=True,
    )
