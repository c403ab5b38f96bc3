"""Citations of documents in any text: `Quyết định số 381/QĐ-UBND ngày 05/3/2020`.

Names of kinds, numbers with their symbols, and dates are found one by one, and joined where what
stands between them allows it. Lists share what they print once: `2165, 2166/QĐ-UBND, ngày
31/10/2018` is two citations with one symbol and one date.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lsdash.intake import dates, names, symbols
from lsdash.intake.dates import PrintedDate
from lsdash.intake.folded import fold
from lsdash.intake.names import NAMED_AT_LENGTH, PrintedName
from lsdash.intake.symbols import PrintedNumber
from lsdash.vocabulary import SYMBOLS, Kind

CALLED_BY_NUMBER = {
    Kind.DECISION,
    Kind.RESOLUTION,
    Kind.DECREE,
    Kind.CIRCULAR,
    Kind.JOINT_CIRCULAR,
    Kind.DIRECTIVE,
    Kind.OFFICIAL_LETTER,
    Kind.TELEGRAM,
    Kind.CONCLUSION,
    Kind.ORDINANCE,
}
"""Kinds that people call by a bare number: Nghị quyết 36a, Chỉ thị 16."""
CALLED_BY_WORD_AND_NUMBER = CALLED_BY_NUMBER | {
    Kind.NOTICE,
    Kind.SUBMISSION,
    Kind.REPORT,
    Kind.PLAN,
    Kind.GUIDANCE,
    Kind.REGULATION,
    Kind.LAW,
    Kind.CONSOLIDATED,
    Kind.INVITATION,
    None,
}
"""Kinds with a number but no symbol where `số` is printed: Kế hoạch số 39, not Phương án số 1."""
COMPATIBLE = (
    {Kind.REGULATION, Kind.DECISION},
    {Kind.CIRCULAR, Kind.JOINT_CIRCULAR},
    {Kind.CONCLUSION, Kind.NOTICE},
)
"""A name and a symbol that may differ: the Party numbers its regulations 102-QĐ/TW."""
REACH = 220
"""Characters over which a name or a date can belong to a number."""
HEAD_REACH = 400
"""Characters between a document's number and the place and day of its head."""


@dataclass(frozen=True)
class Citation:
    """One document named in a text. `text[start:end] == printed`.

    `year` is that inside the number; `signed_on` is None where day, month or year is not printed.
    """

    number: int
    suffix: str | None
    year: int | None
    type_symbol: str | None
    """In its official spelling; None for letters, for laws, and where only words say the kind."""
    authority_symbol: str | None
    kind: Kind
    """By the symbol; by the words where the symbol says none."""
    called: Kind | None
    """The kind that the words beside the number name; None where they name none."""
    signed_on: date | None
    reference: str
    """The number as printed, with the symbol that a list prints once: 381/QĐ-UBND."""
    start: int
    end: int
    printed: str

    @property
    def is_doubtful(self) -> bool:
        """Words and symbol name different kinds: `Nghị quyết 42/NĐ-CP`. Neither is mended."""
        differ = self.called is not None and self.called is not self.kind
        return differ and {self.called, self.kind} not in COMPATIBLE


def find(text: str) -> list[Citation]:
    """All citations in `text`, in order, without overlaps. Any text will do."""
    folded = fold(text)
    found: list[Citation] = []
    for citation in _Reading(folded.text).citations():
        span = folded.span(citation.start, citation.end)
        printed = text[span.start : span.end]
        found.append(replace(citation, start=span.start, end=span.end, printed=printed))
    return found


_WORDS = r"[^\W\d_]+(?:,?\ (?:-\ )?[^\W\d_]+){0,15}?"
_BY = rf"(?:của|do|by|of)\ (?P<issuer>{_WORDS})"
_QUALIFIER = (
    r"liên\ (?:tịch|ngành|sở|bộ)|hành\ động|kết\ luận|khẩn|h[oỏ][aả]\ tốc|mật|cá\ biệt|chung|QPPL|"
    r"phối\ hợp|hợp\ nhất|tóm\ tắt|bổ\ sung|(?:nêu|nói)\ trên"
)
_NAME_GAP = re.compile(
    rf"(?:\ (?:{_QUALIFIER})){{0,3}} (?:\ {_BY})? \ ?(?P<mark>[(:,])? \ ?", re.VERBOSE | re.I
)
_LONG_NAME = re.compile(r"\ [^;:()\[\]\n|]+")
_AMENDING = re.compile(r"\ (?:sửa đổi|bổ sung)[^;:()\[\]\n|]+\ (?:của|và)(?:\ các)?\ ", re.I)
_WORD = re.compile(r"(?<!\w)(?:số|nos?|n[°º]|№|number)\ ?[:.]?\ ?$", re.I)
_STEP = r"(?:\ ?(?:[,;&]\ ?(?:và\ |and\ )?)|\ (?:và|and)\ )(?:các\ )?(?:số\ ?:?\ ?|no\.?\ ?)?"
_BETWEEN = re.compile(_STEP, re.I)
_SHARER = re.compile(
    rf"""
    (?<![\w/.,]) (?P<digits> (?P<number>[0-9]{{1,6}}) (?P<suffix>[a-zđ])? )
    (?P<tail> / (?P<year>(?:19|20)[0-9]{{2}}) )? {_STEP}
    """,
    re.VERBOSE | re.I,
)
_DATE_GAP = re.compile(
    rf"""
    (?:\ (?:tỉnh|thành\ phố|huyện|TP)\.?)? (?:\ {_BY})?
    \ ?[,;:]? \ ?(?P<open>\()? \ ?(?P<dash>-\ )?
    (?: (?:đã\ |được\ )? (?:ký|ban\ hành|phát\ hành|đề|lập|cùng|đều) (?:\ ban\ hành)? \ ? )?
    """,
    re.VERBOSE | re.I,
)
_CLOSE_GAP = re.compile(r"\ ?,?\ ?\(?\ ?")
_BEFORE_WORD = re.compile(rf"(?:\ {_BY})?\ ?[,(]?\ ?", re.VERBOSE | re.I)
_YEARLY = re.compile(r"\ h[àằ]ng năm", re.I)
_BARE_YEAR = re.compile(r"\ (?:19|20)[0-9]{2}(?![\w/]|[.,-][0-9]|\ ?-\ ?[0-9])")
_SIGNING = re.compile(
    rf",?\ ?(?P<issuer>{_WORDS})??\ ?(?:(?:đã|vừa|cũng|tiếp\ tục|có)\ )*"
    r"(?:ký|ban\ hành|ký\ ban\ hành|phát\ hành|ra|có)(?:\ (?:các|một\ số))?\ ",
    re.VERBOSE,
)
_OPENING = re.compile(r"(?:^|[\n.;:(|-])\ ?$")
_PLURAL = re.compile(r"(?:các|những)\ $", re.I)
_HEAD = re.compile(r"S[ốỐ]\ ?:\ ?")
_NOT_IN_A_HEAD = re.compile(r"Căn cứ|Kính gửi|Theo đề nghị|Xét đề nghị")
_PLACE = re.compile(r"(?:^|[\n |*_.-])[^\W\d_][^,;:\n|0-9]{1,40},\ ?$")
_RULE = re.compile(r"[\s|*_-]*")
_SHORT = re.compile(
    r"""
    \ ?(?P<word>(?:số|no\.?|number)\ ?:?\ ?)?
    (?P<digits> (?P<number>[0-9]{1,5}) (?P<suffix>[a-zđ])? ) (?: / (?P<year>(?:19|20)[0-9]{2}) )?
    (?![\w/%+] | \ ?% | [.,:-][0-9] | \ -\ ?[0-9])
    """,
    re.VERBOSE | re.I,
)
_AFTER_A_SHORT_ONE = re.compile(
    r"""
    \ ?(?: $ | [^\w\s] | \n ) | \ (?:ngày|năm|của|về|do|được|đã|có|là|và|với|cũng|này|nói|nêu|trên|
    tại|quy\ định|ban\ hành|hướng\ dẫn|sửa\ đổi|bổ\ sung|yêu\ cầu|cho|thì|theo|để|sẽ|ra|không|chưa|
    vẫn|thay|hiện|còn|bãi\ bỏ|hết|mới|dated|of|on|and|is|was)(?!\w)
    """,
    re.VERBOSE | re.I,
)
_OPENS_ISSUER = re.compile(
    "ủy|uỷ|ban|hội|đồng|bộ|chính|thủ|văn|sở|trung|thường|quốc|chủ|phó|bí|tổng|cục|công|viện|tòa|toà|"
    "giám|cơ|liên|tỉnh|huyện|thành|the|government|prime|people|provincial"
)
"""Small words that the name of an authority begins with; others begin with a capital."""
_NO_ISSUER = re.compile(
    r"\b(?:về|từ|đến|trước|sau|kể|hiệu|được|đã|vừa|sẽ|để|khi|tại|vào|trong|theo|cho|với|quy|phê|yêu|"
    r"giao|họp|này|đó|là|thì|mà|nêu|sửa|thay|bãi|nhằm|gồm|from|about)\b",
    re.I,
)
"""Words that no authority's name holds: what they stand in says something else."""


@dataclass(frozen=True)
class _Entry:
    """A number that is a citation, with what has been joined to it so far."""

    start: int
    """Of the name, of the `số` before the digits, or of the digits."""
    digits_at: int
    number: PrintedNumber
    end: int
    name: PrintedName | None = None
    dated: PrintedDate | None = None
    """The date printed at the number, be it whole or not."""
    signed_on: date | None = None

    @property
    def has_word(self) -> bool:
        return self.name is None and self.start < self.digits_at


class _Reading:
    """What is printed in one folded text, and how it is joined."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names = names.find(text)
        self.name_ends = [name.end for name in self.names]
        self.dates = dates.find(text)
        self.date_starts = [each.start for each in self.dates]
        self.date_ends = [each.end for each in self.dates]

    def citations(self) -> Iterator[Citation]:
        entries = self._dated(self._entries())
        taken = {entry.dated.start for entry in entries if entry.dated}
        for chain in self._chains(entries):
            for entry in _sharing(self.text, chain):
                yield _citation(self._dated_elsewhere(entry, taken))

    def _entries(self) -> list[_Entry]:
        entries: list[_Entry] = []
        done = 0
        for number in symbols.find(self.text):
            if found := self._with_symbol(number, done):
                entries += found
                done = number.end
        entries += self._without_symbol(entries)
        return sorted(entries, key=lambda entry: entry.start)

    def _with_symbol(self, number: PrintedNumber, done: int) -> list[_Entry]:
        """The number, after those that share its symbol; none where it is no citation."""
        members = [*self._sharers(number, done), number]
        for first in range(len(members)):
            entry = self._introduced(members[first], done)
            is_alone = first == len(members) - 1
            is_shown = is_alone and number.is_sure
            if entry.name or (not number.needs_kind and (entry.has_word or is_shown)):
                rest = [self._introduced(each, each.start - 6) for each in members[first + 1 :]]
                return [entry, *rest]
        return []

    def _sharers(self, number: PrintedNumber, done: int) -> list[PrintedNumber]:
        """Numbers right before this one that print no symbol of their own: 2165, 2166/QĐ-UBND."""
        found: list[PrintedNumber] = []
        step_at = number.start
        for match in reversed([*_SHARER.finditer(self.text, max(done, step_at - REACH), step_at)]):
            if match.end() != step_at:
                break
            step_at = match.start()
            found.insert(0, _like(number, match))
        return found

    def _introduced(self, number: PrintedNumber, done: int) -> _Entry:
        """The number with the `số` and the name before it, none of them before `done`."""
        word = _WORD.search(self.text, max(done, number.start - 12), number.start)
        start = word.start() if word else number.start
        entry = _Entry(start=start, digits_at=number.start, number=number, end=number.end)
        first = bisect_right(self.name_ends, start)
        for name in reversed(self.names[max(0, first - 6) : first]):
            if name.start < done or start - name.end > REACH:
                break
            gap = self.text[name.end : start]
            if (match := _NAME_GAP.fullmatch(gap)) and _is_issuer(match["issuer"]):
                if match["mark"] == "(":
                    return replace(entry, name=name if name.is_capital else None)
                return replace(entry, start=name.start, name=name)
            if _has_long_name(number, name) and word and _LONG_NAME.fullmatch(gap):
                return replace(entry, start=self._whole_name(name), name=name)
        return self._named_before_its_date(entry, done)

    def _named_before_its_date(self, entry: _Entry, done: int) -> _Entry:
        """Công văn ngày 03/3/2020 của UBND tỉnh số 1270/UBND-KTTH"""
        at = bisect_right(self.date_ends, entry.start) - 1
        if at < 0 or entry.start - self.date_ends[at] > REACH:
            return entry
        found = self.dates[at]
        match = _BEFORE_WORD.fullmatch(self.text, found.end, entry.start)
        first = bisect_right(self.name_ends, found.start)
        if not match or not _is_issuer(match["issuer"]) or found.is_part or not first:
            return entry
        name = self.names[first - 1]
        gap = self.text[name.end : found.start]
        if name.start < done or len(gap) > REACH or not (gap_match := _NAME_GAP.fullmatch(gap)):
            return entry
        if gap_match["mark"] or not _is_issuer(gap_match["issuer"]):
            return entry
        return replace(entry, start=name.start, name=name, dated=found, signed_on=found.day)

    def _whole_name(self, name: PrintedName) -> int:
        """Where the name begins: an amending law names the laws it amends."""
        for before in self.names[max(0, bisect_right(self.name_ends, name.start) - 4) :]:
            if before.end >= name.start:
                break
            gap = self.text[before.end : name.start]
            if before.kind is name.kind and len(gap) < REACH and _AMENDING.fullmatch(gap):
                return before.start
        return name.start

    def _without_symbol(self, entries: list[_Entry]) -> Iterator[_Entry]:
        """Numbers that only the name of a kind makes a citation: Nghị quyết 36a."""
        named = {entry.name.start for entry in entries if entry.name}
        spans = sorted((entry.start, entry.end) for entry in entries)
        starts = [start for start, _ in spans]
        for name in self.names:
            match = _SHORT.match(self.text, name.end)
            if name.start in named or not match or not self._is_short_one(name, match):
                continue
            at = bisect_right(starts, match.end()) - 1
            if at < 0 or spans[at][1] <= name.start:
                yield _Entry(
                    start=name.start,
                    digits_at=match.start("digits"),
                    number=_alone(match),
                    end=match.end(),
                    name=name,
                )

    def _is_short_one(self, name: PrintedName, match: re.Match[str]) -> bool:
        if match["word"]:
            return name.kind in CALLED_BY_WORD_AND_NUMBER
        is_a_year = not match["year"] and re.fullmatch("(?:19|20)[0-9]{2}", match["digits"])
        return (
            name.kind in CALLED_BY_NUMBER
            and name.is_capital
            and not is_a_year
            and _AFTER_A_SHORT_ONE.match(self.text, match.end()) is not None
        )

    def _dated(self, entries: list[_Entry]) -> list[_Entry]:
        limits = [*(entry.start for entry in entries), len(self.text)][1:]
        return [self._with_date(*each) for each in zip(entries, limits, strict=True)]

    def _with_date(self, entry: _Entry, limit: int) -> _Entry:
        """The entry with the date printed after its number, before `limit`."""
        if entry.dated:
            return entry
        if year := _BARE_YEAR.match(self.text, entry.end):
            found = PrintedDate(year.start(), year.end(), None, False, True)
            return replace(entry, end=year.end(), dated=found)
        at = bisect_left(self.date_starts, entry.end)
        if at == len(self.dates) or not entry.end <= self.dates[at].start < limit:
            return entry
        found = self.dates[at]
        gap = self.text[entry.end : min(found.start, entry.end + REACH)]
        if not self._belongs(gap, found):
            return entry
        is_closed = "(" in gap and self.text[found.end : found.end + 1] == ")"
        return replace(entry, end=found.end + is_closed, dated=found, signed_on=found.day)

    def _belongs(self, gap: str, found: PrintedDate) -> bool:
        if found.is_part:
            return gap == " "
        if not found.is_introduced:
            return bool(gap and _CLOSE_GAP.fullmatch(gap))
        match = _DATE_GAP.fullmatch(gap)
        if not match or not _is_issuer(match["issuer"]):
            return False
        return found.day is not None or not (match["dash"] or _YEARLY.match(self.text, found.end))

    def _chains(self, entries: list[_Entry]) -> list[list[_Entry]]:
        """Entries in lists: each after the first stands right behind the one before it."""
        chains: list[list[_Entry]] = []
        for entry in entries:
            before = chains[-1][-1] if chains else None
            if before and not entry.name and _BETWEEN.fullmatch(self.text, before.end, entry.start):
                chains[-1].append(entry)
            else:
                chains.append([entry])
        return chains

    def _dated_elsewhere(self, entry: _Entry, taken: set[int]) -> _Entry:
        """The entry with the date of the sentence that says it was issued, or of its own head."""
        if entry.dated or entry.signed_on:
            return entry
        found = self._signing(entry) or (self._head(entry) if not entry.name else None)
        return replace(entry, signed_on=found.day) if found and found.start not in taken else entry

    def _signing(self, entry: _Entry) -> PrintedDate | None:
        """Ngày 05/3/2020, UBND tỉnh ban hành Quyết định số …"""
        at = bisect_right(self.date_ends, entry.start) - 1
        if at < 0 or entry.start - self.date_ends[at] > REACH:
            return None
        found = self.dates[at]
        match = _SIGNING.fullmatch(self.text, found.end, entry.start)
        opens = self.text[found.start] == "N" or _OPENING.search(
            self.text, max(0, found.start - 2), found.start
        )
        return found if match and opens and _is_issuer(match["issuer"]) else None

    def _head(self, entry: _Entry) -> PrintedDate | None:
        """Số: 4216/QĐ-UBND | Thanh Hóa, ngày 06 tháng 10 năm 2020"""
        if not _HEAD.fullmatch(self.text, entry.start, entry.digits_at):
            return None
        at = bisect_left(self.date_starts, entry.end)
        for found in self.dates[max(0, at - 1) : at + 1]:
            after = self.text[entry.end : found.start]
            before = self.text[found.end : entry.start]
            place = self.text[max(0, found.start - 60) : found.start]
            near = _RULE.fullmatch(before) if found.start < entry.start else None
            below = len(after) < HEAD_REACH and found.start > entry.end
            if _PLACE.search(place) and (near or (below and not _NOT_IN_A_HEAD.search(after))):
                return found
        return None


def _like(number: PrintedNumber, match: re.Match[str]) -> PrintedNumber:
    """The number that `match` prints, with the symbol of the one after it."""
    return replace(
        number,
        start=match.start(),
        end=match.end("tail") if match["tail"] else match.end("digits"),
        digits=match["digits"],
        number=int(match["number"]),
        suffix=match["suffix"],
        year=int(match["year"]) if match["year"] else number.year,
    )


def _alone(match: re.Match[str]) -> PrintedNumber:
    return PrintedNumber(
        start=match.start("digits"),
        end=match.end(),
        digits=match["digits"],
        number=int(match["number"]),
        suffix=match["suffix"],
        year=int(match["year"]) if match["year"] else None,
        type_symbol=None,
        authority_symbol=None,
        tail="",
        is_sure=False,
    )


def _is_issuer(words: str | None) -> bool:
    """Whether the words can be the name of an authority or a person: none is fine too."""
    if words is None:
        return True
    first = words.split(maxsplit=1)[0]
    opens = first[0].isupper() or _OPENS_ISSUER.fullmatch(first)
    return bool(opens) and not _NO_ISSUER.search(words)


def _has_long_name(number: PrintedNumber, name: PrintedName) -> bool:
    authority = number.authority_symbol or ""
    is_law = number.type_symbol == "PL" or authority.startswith(("QH", "UBTVQH"))
    return is_law and name.is_capital and name.kind in NAMED_AT_LENGTH


def _sharing(text: str, chain: list[_Entry]) -> list[_Entry]:
    """The entries of a list with what another one prints for them: the date, the name."""
    first = chain[0]
    if len(chain) > 1 and first.name and _PLURAL.search(text, max(0, first.start - 8), first.start):
        chain = [replace(first, start=first.digits_at), *chain[1:]]
    for at in range(len(chain) - 2, -1, -1):
        here, after = chain[at], chain[at + 1]
        if here.dated is None and ";" not in text[here.end : after.start]:
            chain[at] = replace(here, signed_on=after.signed_on)
    for at in range(1, len(chain)):
        if chain[at].number.type_symbol is None:
            chain[at] = replace(chain[at], name=chain[at - 1].name)
    return chain


def _citation(entry: _Entry) -> Citation:
    number = entry.number
    called = entry.name.kind if entry.name else None
    year = f"/{number.year}" if number.year else ""
    return Citation(
        number=number.number,
        suffix=number.suffix,
        year=number.year,
        type_symbol=number.type_symbol,
        authority_symbol=number.authority_symbol,
        kind=_kind(number, called),
        called=called,
        signed_on=entry.signed_on,
        reference=f"{number.digits}{year}{number.tail}",
        start=entry.start,
        end=entry.end,
        printed="",
    )


def _kind(number: PrintedNumber, called: Kind | None) -> Kind:
    if number.type_symbol:
        return SYMBOLS[number.type_symbol]
    authority = number.authority_symbol or ""
    if authority.startswith("UBTVQH"):
        return called or Kind.RESOLUTION
    return called or (Kind.LAW if authority.startswith("QH") else Kind.OFFICIAL_LETTER)
