"""Document numbers of a folded text with the names and dates that belong to them.

Names, numbers and dates are found one by one; `gaps` says which of them are joined.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lsdash.intake.finding import dates, kinds, separators, symbols
from lsdash.intake.finding.dates import PrintedDate
from lsdash.intake.finding.kinds import NAMED_AT_LENGTH, PrintedName
from lsdash.intake.finding.symbols import PrintedNumber
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

REACH = 220
"""Characters over which a name or a date can belong to a number."""
HEAD_REACH = 400
"""Characters between a document's number and the place and day of its head."""
SAME_DAY_BACK = 4
"""So many documents before one of `cùng ngày` are looked at for its day."""

OWN_TIME = timedelta(days=31)
"""How far from the text's own time a day may lie whose year is not printed."""

NAMES_BACK = 6
"""So many names before a number are looked at: a law's own name may hold some."""


@dataclass(frozen=True)
class Entry:
    """A number with what belongs to it. Offsets are into the folded text."""

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
        """`số` stands before the digits, and no name before that."""
        return self.name is None and self.start < self.digits_at


def find(folded: str, near: date | None = None) -> list[Entry]:
    """All numbers that are citations, in order; `near` is a day of the text's own time."""
    return _Reading(folded, near).entries()


class _Reading:
    """What is printed in one text, and where."""

    def __init__(self, text: str, near: date | None) -> None:
        self.text = text
        self.near = near
        self.names = kinds.find(text)
        self.name_ends = [name.end for name in self.names]
        self.dates = dates.find(text)
        self.date_starts = [each.start for each in self.dates]
        self.date_ends = [each.end for each in self.dates]

    def entries(self) -> list[Entry]:
        with_symbol = self._with_symbols()
        short = self._without_symbols(with_symbol)
        dated = self._dated(sorted([*with_symbol, *short], key=lambda entry: entry.start))
        dated = [*self._with_followers(self._dated_together(dated))]
        shared = [entry for chain in self._chains(dated) for entry in _sharing(self.text, chain)]
        return self._dated_elsewhere(shared)

    def _with_symbols(self) -> list[Entry]:
        entries: list[Entry] = []
        done = 0
        for number in symbols.find(self.text):
            if found := self._list(number, done):
                entries += found
                done = number.end
        return entries

    def _list(self, number: PrintedNumber, done: int) -> list[Entry]:
        """The number, after those that share its symbol; none where it is no citation."""
        members = [*self._sharers(number, done), number]
        for first, member in enumerate(members):
            if separators.OTHER_NUMBER.search(
                self.text, max(done, member.start - 16), member.start
            ):
                continue
            entry = self._introduced(member, done)
            is_shown = number.is_sure and member is number
            if entry.name or (not number.needs_kind and (entry.has_word or is_shown)):
                return [entry, *(self._after_word(each, done) for each in members[first + 1 :])]
        return []

    def _sharers(self, number: PrintedNumber, done: int) -> list[PrintedNumber]:
        found: list[PrintedNumber] = []
        begin, step_at = max(done, number.start - REACH), number.start
        for match in reversed([*separators.SHARER.finditer(self.text, begin, step_at)]):
            if match.end() != step_at:
                break
            is_range = separators.IN_RANGE.fullmatch(match["step"])
            if is_range and (found or int(match["number"]) >= number.number):
                break
            step_at = match.start()
            found.insert(0, _like(number, match))
        return found

    def _after_word(self, number: PrintedNumber, done: int) -> Entry:
        """The number with the `số` before it, not before `done`."""
        word = separators.NUMBER_WORD.search(self.text, max(done, number.start - 12), number.start)
        start = word.start() if word else number.start
        return Entry(start=start, digits_at=number.start, number=number, end=number.end)

    def _introduced(self, number: PrintedNumber, done: int) -> Entry:
        """The number with the `số` and the name before it, none of them before `done`."""
        entry = self._after_word(number, done)
        last = bisect_right(self.name_ends, entry.start)
        for name in reversed(self.names[max(0, last - NAMES_BACK) : last]):
            if name.start < done or entry.start - name.end > REACH:
                break
            gap = self.text[name.end : entry.start]
            match = separators.NAME_TO_NUMBER.fullmatch(gap)
            if match and separators.is_issuer(match["issuer"]):
                whole = self._first_of_two(name, number)
                if match["mark"] == "(":
                    return replace(entry, name=whole if whole.is_capital else None)
                return replace(entry, start=whole.start, name=whole)
            if entry.has_word and _is_law(number, name) and separators.LAW_TO_NUMBER.fullmatch(gap):
                return replace(entry, start=self._law_start(name), name=name)
        return self._named_before_its_date(entry, done)

    def _first_of_two(self, name: PrintedName, number: PrintedNumber) -> PrintedName:
        """The letter of `công văn hướng dẫn số …`, the plan of `báo cáo kế hoạch số 39/KH-UBND`."""
        last = bisect_right(self.name_ends, name.start) - 1
        if last < 0 or name.is_capital or self.text[self.name_ends[last] : name.start] != " ":
            return name
        said = number.type_symbol and SYMBOLS[number.type_symbol]
        return name if said is name.kind else self.names[last]

    def _law_start(self, name: PrintedName) -> int:
        """Where a law's whole name begins: an amending one names the laws that it amends."""
        last = bisect_right(self.name_ends, name.start)
        for before in self.names[max(0, last - NAMES_BACK) : last]:
            gap = self.text[before.end : name.start]
            if (
                before.kind is name.kind
                and len(gap) < REACH
                and separators.LAW_TO_LAW.fullmatch(gap)
            ):
                return before.start
        return name.start

    def _named_before_its_date(self, entry: Entry, done: int) -> Entry:
        """With the name and the date of `Công văn ngày 03/3/2020 của UBND tỉnh số …`."""
        found = self._date_before(entry.start)
        last = bisect_right(self.name_ends, found.start) if found else 0
        if not found or not last or found.is_part or self.names[last - 1].start < done:
            return entry
        name = self.names[last - 1]
        before = separators.NAME_TO_NUMBER.fullmatch(self.text, name.end, found.start)
        after = separators.DATE_TO_NUMBER.fullmatch(self.text, found.end, entry.start)
        if not before or not after or before["mark"] or found.start - name.end > REACH:
            return entry
        if not separators.is_issuer(before["issuer"]) or not separators.is_issuer(after["issuer"]):
            return entry
        return replace(entry, start=name.start, name=name, dated=found, signed_on=found.day)

    def _date_before(self, at: int) -> PrintedDate | None:
        last = bisect_right(self.date_ends, at) - 1
        return self.dates[last] if last >= 0 and at - self.date_ends[last] <= REACH else None

    def _without_symbols(self, entries: list[Entry]) -> Iterator[Entry]:
        """Numbers that only the name of a kind makes a citation: Nghị quyết 36a."""
        named = {entry.name.start for entry in entries if entry.name}
        starts = [entry.start for entry in entries]
        for name in self.names:
            match = separators.SHORT.match(self.text, name.end)
            if name.start in named or not match or not self._is_short(name, match):
                continue
            at = bisect_right(starts, match.end()) - 1
            if at < 0 or entries[at].end <= name.start:
                yield replace(_short(match), start=name.start, name=name)
                yield from self._more_short_ones(match)

    def _is_short(self, name: PrintedName, match: re.Match[str]) -> bool:
        if match["word"]:
            return name.kind in CALLED_BY_WORD_AND_NUMBER
        is_a_year = not match["year"] and separators.A_YEAR.fullmatch(match["digits"])
        counts_nothing = separators.AFTER_SHORT.match(self.text, match.end()) and not is_a_year
        return bool(counts_nothing and name.is_capital and name.kind in CALLED_BY_NUMBER)

    def _more_short_ones(self, match: re.Match[str]) -> Iterator[Entry]:
        """The rest of `Nghị quyết số 18, 19 của …`."""
        while step := separators.NUMBER_TO_NUMBER.match(self.text, match.end()):
            after = separators.SHORT.match(self.text, step.end())
            if not after or not separators.AFTER_SHORT.match(self.text, after.end()):
                break
            match = after
            yield _short(match)

    def _dated(self, entries: list[Entry]) -> list[Entry]:
        """The entries with the dates printed after their numbers."""
        limits = [*(entry.start for entry in entries), len(self.text)][1:]
        return [self._with_date(*each) for each in zip(entries, limits, strict=True)]

    def _dated_together(self, entries: list[Entry]) -> list[Entry]:
        """With the day of `Quyết định … và Kế hoạch … cùng ngày 05/3/2020` for both."""
        dated = [*entries]
        for at in range(len(dated) - 2, -1, -1):
            here, after = dated[at], dated[at + 1]
            if here.dated or here.signed_on or not after.dated or after.dated.is_same:
                continue
            before = max(0, after.dated.start - 6), after.dated.start
            step = separators.NUMBER_TO_NUMBER.fullmatch(self.text, here.end, after.start)
            if step and separators.TOGETHER.search(self.text, *before):
                dated[at] = replace(here, signed_on=after.signed_on)
        return dated

    def _with_followers(self, entries: list[Entry]) -> Iterator[Entry]:
        """With the numbers behind one that share its symbol: `99/QĐ-UBND, 103 ngày 05/3/2020`."""
        limits = [*(entry.start for entry in entries), len(self.text)][1:]
        for entry, limit in zip(entries, limits, strict=True):
            yield entry
            last = entry
            while entry.number.tail and (entry.name or entry.has_word):
                match = separators.SHARED.match(self.text, last.end)
                if not match or match.end() > limit or separators.A_YEAR.fullmatch(match["digits"]):
                    break
                number = _like(entry.number, match)
                at = match.start("digits")
                shared = Entry(start=at, digits_at=at, number=number, end=number.end)
                last = self._with_date(shared, limit)
                yield last

    def _with_date(self, entry: Entry, limit: int) -> Entry:
        if entry.dated:
            return entry
        if bracketed := self._bracketed(entry):
            return bracketed
        if year := separators.BARE_YEAR.match(self.text, entry.end):
            found = PrintedDate(*year.span(), day=None, is_introduced=False, is_part=True)
            return replace(entry, end=found.end, dated=found)
        at = bisect_left(self.date_starts, entry.end)
        if at == len(self.dates) or self.date_starts[at] >= min(limit, entry.end + REACH):
            return entry
        found = self.dates[at]
        gap = self.text[entry.end : found.start]
        if not self._belongs(gap, found):
            return entry
        is_closed = "(" in gap and self.text.startswith(")", found.end)
        signed_on = self._with_its_year(found)
        return replace(entry, end=found.end + is_closed, dated=found, signed_on=signed_on)

    def _bracketed(self, entry: Entry) -> Entry | None:
        """With the day of `844/QĐ-UBND (20/5)`, where the text's time tells the year."""
        match = separators.BRACKETED_DAY.match(self.text, entry.end)
        day = match and self._of_its_time(int(match["day"]), int(match["month"]))
        if not match or not day:
            return None
        found = PrintedDate(*match.span(), day=day, is_introduced=False, is_part=False)
        return replace(entry, end=found.end, dated=found, signed_on=day)

    def _with_its_year(self, found: PrintedDate) -> date | None:
        if found.day or found.is_part or self.near is None:
            return found.day
        day = dates.nearest(self.text, found, self.near)
        return day if day and abs(day - self.near) <= OWN_TIME else None

    def _of_its_time(self, day: int, month: int) -> date | None:
        near = self.near
        found = near and dates.nearest_to(day, month, near)
        return found if near and found and abs(found - near) <= OWN_TIME else None

    def _belongs(self, gap: str, found: PrintedDate) -> bool:
        if found.is_part:
            return gap == " "
        if found.is_same:
            return separators.NUMBER_TO_SAME_DAY.fullmatch(gap) is not None
        if not found.is_introduced:
            return bool(gap and separators.NUMBER_TO_BARE_DATE.fullmatch(gap))
        match = separators.NUMBER_TO_DATE.fullmatch(gap)
        if not match or not separators.is_issuer(match["issuer"] or match["by"]):
            return False
        is_yearly = match["dash"] or separators.YEARLY.match(self.text, found.end)
        return found.day is not None or not is_yearly

    def _chains(self, entries: list[Entry]) -> list[list[Entry]]:
        """Entries in lists: each after the first stands right behind the one before it."""
        chains: list[list[Entry]] = []
        for entry in entries:
            before = chains[-1][-1].end if chains else entry.end
            step = separators.LIST_OR_RANGE.fullmatch(self.text, before, entry.start)
            if step and not entry.name:
                chains[-1].append(entry)
            else:
                chains.append([entry])
        return chains

    def _dated_elsewhere(self, entries: list[Entry]) -> list[Entry]:
        """The entries with days that the sentence or the head of a document gives them."""
        taken = {entry.dated.start for entry in entries if entry.dated}
        found: list[Entry] = []
        signing: PrintedDate | None = None
        for entry in entries:
            day = None if entry.dated or entry.signed_on else self._day_elsewhere(entry)
            if day and day.start not in taken:
                taken.add(day.start)
                signing = day
                found.append(replace(entry, signed_on=self._day_of(day, found)))
            elif signing and found[-1].dated is None and self._goes_on(found[-1], entry):
                found.append(replace(entry, signed_on=found[-1].signed_on))
            else:
                signing = None
                found.append(entry)
        return found

    def _day_of(self, printed: PrintedDate, before: Sequence[Entry]) -> date | None:
        """The day of a sentence; without its year, or only the same, by what was signed before."""
        last = None if printed.day else _last_signed(before) or self.near
        if last and not printed.is_same and not printed.is_part:
            return dates.nearest(self.text, printed, last)
        return printed.day or last if printed.is_same else printed.day

    def _goes_on(self, before: Entry, entry: Entry) -> bool:
        """It is named in one list with the one before, and has no day of its own."""
        step = separators.LIST_OR_RANGE.fullmatch(self.text, before.end, entry.start)
        return step is not None and not entry.dated and not entry.signed_on

    def _day_elsewhere(self, entry: Entry) -> PrintedDate | None:
        return self._signing(entry) or (self._head(entry) if not entry.name else None)

    def _signing(self, entry: Entry) -> PrintedDate | None:
        """Of `Ngày 05/3/2020, UBND tỉnh ban hành Quyết định số …`."""
        found = self._date_before(entry.start)
        if not found:
            return None
        match = separators.DATE_TO_NAME.fullmatch(self.text, found.end, entry.start)
        before = max(0, found.start - 2), found.start
        opens = dates.opens(self.text, found.start) or separators.CLAUSE_OPENS.search(
            self.text, *before
        )
        return found if match and opens and separators.is_issuer(match["issuer"]) else None

    def _head(self, entry: Entry) -> PrintedDate | None:
        """Of `Số: 4216/QĐ-UBND | Thanh Hóa, ngày 06 tháng 10 năm 2020`, in either order."""
        if not separators.HEAD_WORD.fullmatch(self.text, entry.start, entry.digits_at):
            return None
        at = bisect_left(self.date_starts, entry.end)
        for found in self.dates[at : at + 1]:
            between = self.text[entry.end : min(found.start, entry.end + HEAD_REACH)]
            is_near = found.start - entry.end < HEAD_REACH and not separators.NO_HEAD.search(
                between
            )
            if is_near and self._is_after_a_place(found):
                return found
        before = self._date_before(entry.start)
        if before and separators.RULE.fullmatch(self.text, before.end, entry.start):
            return before if self._is_after_a_place(before) else None
        return None

    def _is_after_a_place(self, found: PrintedDate) -> bool:
        return bool(separators.PLACE.search(self.text, max(0, found.start - 60), found.start))


def _is_law(number: PrintedNumber, name: PrintedName) -> bool:
    """Whether the law's own name may stand between the two."""
    authority = number.authority_symbol or ""
    is_one = number.type_symbol == "PL" or authority.startswith(("QH", "UBTVQH"))
    return is_one and name.is_capital and name.kind in NAMED_AT_LENGTH


def _like(number: PrintedNumber, match: re.Match[str]) -> PrintedNumber:
    """The number that `match` prints, with the symbol of `number`."""
    return replace(
        number,
        start=match.start(),
        end=match.end("tail") if match["tail"] else match.end("digits"),
        digits=match["digits"],
        number=int(match["number"]),
        suffix=match["suffix"],
        year=int(match["year"]) if match["year"] else number.year,
    )


def _last_signed(entries: Sequence[Entry]) -> date | None:
    """The day that `Cùng ngày, …` means where no sentence before began with a day.

    It is that of the office's last document, not of an older one that this one amends.
    """
    own = [
        entry.signed_on
        for entry in entries[-SAME_DAY_BACK:]
        if entry.signed_on and (entry.number.authority_symbol or "").startswith("UBND")
    ]
    return max(own, default=None)


def _short(match: re.Match[str]) -> Entry:
    """A number without a symbol."""
    number = PrintedNumber(
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
    return Entry(start=number.start, digits_at=number.start, number=number, end=number.end)


def _sharing(text: str, chain: list[Entry]) -> list[Entry]:
    """The entries of a list with the date and the name that another of them prints."""
    first = chain[0]
    before = max(0, first.start - 8), first.start
    if len(chain) > 1 and first.name and separators.PLURAL.search(text, *before):
        chain[0] = replace(first, start=first.digits_at)  # the name is no more its than the others'
    for at in range(len(chain) - 2, -1, -1):
        here, after = chain[at], chain[at + 1]
        if here.dated is None and ";" not in text[here.end : after.start]:
            chain[at] = replace(here, signed_on=after.signed_on)
    for at in range(1, len(chain)):
        if chain[at].number.type_symbol is None:
            chain[at] = replace(chain[at], name=chain[at - 1].name)
    return chain
