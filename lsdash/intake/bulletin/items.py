"""A bulletin's items: where each begins, its heading, its own documents.

Offices lay bulletins out in three ways: a heading over each item; numbered or bulleted entries;
plain paragraphs that each name their document. An item is found from its own document: it begins
at the nearest heading or entry above the paragraph that names it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lsdash.intake.bulletin import headlines, list_lines
from lsdash.intake.bulletin.citation_roles import Mention
from lsdash.intake.finding import tables
from lsdash.intake.finding.quantities import Quantity
from lsdash.intake.text.paragraphs import Paragraph, plain

MOSTLY = 0.6
"""The share of documents that a layout must hold for."""

LONGEST_HEADING = 400
LONGEST_NUMBERED_HEADING = 250
"""Characters; a numbered heading may end in a stop."""

SHORTEST_HEADING = 3
"""Words."""

GOES_ON = re.compile(
    r"(?:theo đó|trong đó|cụ thể|ngoài ra|bên cạnh đó|đồng thời|ảnh|nguồn|tác giả|ghi chú)\b",
    re.IGNORECASE,
)
"""What a heading does not begin with."""

SENTENCE_END = re.compile(r"(?:(?<=[^\W\d]{2}[.:])|(?<=\d\.))\s(?=[^\W\d])")
BRACKETS = re.compile(r"\s?\([^()]{0,200}\)")
PUT = "\x00"
"""Stands for the document where it is cut out of a sentence."""

_OFFICE = r"(?:(?:Phó )?Chủ tịch |Văn phòng )?(?:UBND|(?:Ủy|Uỷ) ban nhân dân)(?: tỉnh| thành phố)?"
_DOES = r"(?: Lạng Sơn)?(?: (?:vừa|đã|có|mới))?(?: ban hành)?\s"
OPENS_ABOUT = re.compile(
    rf"^\W*(?:(?:Trong |Cùng )?ngày [\d/.-]{{1,10}},? )?(?:{_OFFICE}{_DOES})?"
    r"(?:về việc|về|v/v)?\s?",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r"^(?:Nhằm|Để|Thực hiện|Căn cứ|Triển khai|Trước|Xét|Theo|Tại|Trên cơ sở|Sau)\b.*?[,;]\s"
    rf"{_OFFICE}{_DOES}"
)
"""What goes before the matter itself: `UBND tỉnh vừa …`, `về việc …`, `Nhằm …, UBND tỉnh …`."""

ISSUED_BY = re.compile(
    rf"^\W*(?:của|do) (?:{_OFFICE}|HĐND tỉnh|Hội đồng nhân dân tỉnh)(?: ban hành)?\s?",
    re.IGNORECASE,
)
TURNS = re.compile(rf";\s|,\s(?={_OFFICE}|tổng|gồm|bao gồm|trong đó|cụ thể|với )")
"""Where a sentence goes on from what the document is about to what it says."""

LEADS_TO = re.compile(r"\s(?:tại|theo|bằng)\W*$")
"""What goes before a document that closes its sentence."""

TWICE = re.compile(r"^(?P<word>\w+ \w+) (?=(?P=word)\b)", re.IGNORECASE)
"""`ban hành Kế hoạch (số …) Kế hoạch thực hiện …`."""

ANSWERS_LABEL = re.compile(r"[^\W\d]: [^\W\dA-ZĐ]")
"""`Thời gian thực hiện: xong trong quý III`: the last line of an item, and no heading."""

ROMAN = {"I": 1, "V": 5, "X": 10}


OF_A_GROUP = re.compile(r"(?:lĩnh vực|công tác|nhóm|khối|phần)\b|về [^ ]+( [^ ]+){0,2}:?$", re.I)
"""A heading over several items."""


@dataclass(frozen=True)
class Item:
    """`heading` is the text's own; `heading_paragraphs` are those that hold nothing else.

    `paragraphs` are positions in the bulletin's paragraphs, the heading's left out.
    """

    heading: str
    heading_paragraphs: range
    paragraphs: range
    own: tuple[Mention, ...]

    @property
    def first(self) -> int:
        """The position of its first paragraph, heading and all."""
        return (self.heading_paragraphs or self.paragraphs).start


def split(
    paragraphs: Sequence[Paragraph],
    body: range,
    mentions: Sequence[Mention],
    subjects: Sequence[str],
    amounts: Sequence[Quantity] = (),
) -> list[Item]:
    """The items of the paragraphs in `body`, in order; `subjects` are the opening list's.

    `amounts` are the text's figures in their order: a line that ends in one is no heading.
    """
    page = _Page(paragraphs, body, mentions, subjects, amounts)
    starts = page.starts()
    return [page.item(start, end) for start, end in pairwise([*starts, body.stop])]


class _Page:
    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        body: range,
        mentions: Sequence[Mention],
        subjects: Sequence[str],
        amounts: Sequence[Quantity],
    ) -> None:
        self.paragraphs, self.body, self.subjects = paragraphs, body, subjects
        self.mentions = [each for each in mentions if each.paragraph in body]
        self.naming = {each.paragraph for each in self.mentions if each.may_be_own}
        others = [at for at in body if at not in self.naming]
        listed = headlines.listed([paragraphs[at].body for at in others], subjects)
        self.listed = {others[at] for at in listed}
        found = list_lines.find(paragraphs, body, self.naming, self.listed, amounts)
        self.entries, self.doubtful = found.entries, found.doubtful
        apart = self.listed | self.entries | self.doubtful
        self.headings = self.listed | {
            at for at in others if at not in apart and may_head(paragraphs[at])
        }
        self.headings |= self._marked_headings()
        self.second_lines = self._second_lines(others)
        self.headings -= self.second_lines

    def _marked_headings(self) -> set[int]:
        """Headings with a bullet, `* Phân bổ vốn`: where most documents have one right above."""
        anchors = {each.paragraph for each in self.mentions if each.is_own}
        above = {at - 1 for at in anchors if at - 1 in self.body and self._may_be_marked(at - 1)}
        is_layout = len(above) > 1 and len(above) >= MOSTLY * len(anchors)
        return above if is_layout else set()

    def _may_be_marked(self, at: int) -> bool:
        paragraph, below = self.paragraphs[at], self.paragraphs[at + 1]
        return (
            paragraph.style == "bullet"
            and below.marker is None
            and not paragraph.is_ended
            and at not in self.naming
            and at not in self.entries
        )

    def _second_lines(self, others: Sequence[int]) -> set[int]:
        """Lines that go on with a heading: one subject over two lines, or right over a document."""
        known = set(others)
        pairs = [at for at in others if at + 1 in known and self._may_go_on(at)]
        joined = [f"{self.paragraphs[at].body} {self.paragraphs[at + 1].text}" for at in pairs]
        listed = headlines.listed(joined, self.subjects)
        found: set[int] = set()
        for place, at in enumerate(pairs):
            if at in found or at in self.listed or at + 1 in self.listed:
                continue
            if place in listed or (not self.subjects and self._are_one(at)):
                found.add(at + 1)
                self.headings.add(at)
        return found

    def _may_go_on(self, at: int) -> bool:
        first, second = self.paragraphs[at], self.paragraphs[at + 1]
        return (
            (second.follows or second.text[0].islower())
            and second.marker is None
            and first.style in {None, "number", "roman"}
            and not first.is_ended
            and at not in self.entries
            and at + 1 not in self.entries
            and not any(list_lines.ROW.search(each.text) for each in (first, second))
            and len(first.text) + len(second.text) <= LONGEST_HEADING
        )

    def _are_one(self, at: int) -> bool:
        """Both look like a heading, in letters of one kind, right over what names a document."""
        first, second = self.paragraphs[at], self.paragraphs[at + 1]
        return (
            at + 2 in self.naming
            and (at + 1 in self.headings or (at in self.headings and second.text[0].islower()))
            and not first.follows
            and first.text.isupper() == second.text.isupper()
            and not OF_A_GROUP.match(first.body)
        )

    def starts(self) -> list[int]:
        """The paragraphs that begin an item, in order."""
        anchors = self._anchors()
        above = {
            at: self._heading_above(at, before)
            for before, at in zip([self.body.start - 1, *anchors], anchors, strict=False)
        }
        above |= self._doubtful_above(above)
        headings = {at for at in above.values() if at is not None}
        style = self._style(anchors)
        are_entries = style is not None and len(headings) < len(anchors)
        is_plain = style is None and len(headings) < MOSTLY * len(anchors)
        found = set(self.listed)
        for at, heading in above.items():
            if are_entries and self.paragraphs[at].style == style:
                found.add(at)
            elif heading is not None:
                found.add(heading)
            elif is_plain or at == anchors[0]:
                found.add(at)
        numbering = self._style(sorted(found))
        if numbering in {"number", "roman"}:
            found |= set(self._skipped_entries(sorted(found), numbering))
        if not self.subjects and headings and not are_entries and not is_plain:
            found |= self._headings_without_document(found)
        return sorted(found)

    def item(self, start: int, end: int) -> Item:
        """The item of the paragraphs `start` to `end`, headings of the next group left out."""
        while end < self.body.stop and end - 1 > start and self._heads_a_group(end - 1):
            end -= 1
        inside = [each for each in self.mentions if start <= each.paragraph < end]
        own = tuple(each for each in inside if each.is_own)
        if not own:
            likely = [each for each in inside if each.may_be_own and each.paragraph <= start + 2]
            own = (max(likely, key=lambda each: each.weight),) if likely else ()
        stands_alone = start in self.headings or self._is_numbered_heading(start)
        below = start + 2 if start + 1 in self.second_lines else start + 1
        if stands_alone and end > below and not any(each.paragraph < below for each in own):
            lines = (self.paragraphs[at] for at in range(start + 1, below))
            heading = " ".join([self.paragraphs[start].body, *(line.text for line in lines)])
            return Item(heading.rstrip(" .:;"), range(start, below), range(below, end), own)
        first = self.paragraphs[start]
        heading = _heading_inside(first, own, self.subjects)
        return Item(heading, range(start, start), range(start, end), own)

    def _anchors(self) -> list[int]:
        """Paragraphs that name an item's own document."""
        sure = {each.paragraph for each in self.mentions if each.is_own}
        return sorted(sure | {at for at in self.naming if at - 1 in self.headings})

    def _heading_above(self, at: int, before: int) -> int | None:
        """The nearest heading between the document before and this one; a listed one wins."""
        between = range(at - 1, before, -1)
        listed = next((each for each in between if each in self.listed), None)
        if listed is not None:
            return listed
        if at - 1 > before and self._is_numbered_heading(at - 1):
            return at - 1
        return next((each for each in between if each in self.headings), None)

    def _doubtful_above(self, above: Mapping[int, int | None]) -> dict[int, int | None]:
        """Lines with an amount, or of two words, right over a document, where most others have a
        heading, or all such a line of two words."""
        bare = [at for at, heading in above.items() if heading is None]
        are_alike = len(bare) > 1 and all(self._is_short(at - 1) for at in bare)
        if len(above) - len(bare) < MOSTLY * (len(above) - 1) and not are_alike:
            return {}
        found: dict[int, int | None] = {
            at: at - 1 for at in bare if at - 1 in self.doubtful or self._is_short(at - 1)
        }
        self.headings |= {at - 1 for at in found}
        return found

    def _is_short(self, at: int) -> bool:
        """`Phòng cháy`: too short for a heading that nothing else tells of."""
        paragraph = self.paragraphs[at]
        return (
            at in self.body
            and at not in self.naming
            and paragraph.marker is None
            and not paragraph.is_ended
            and 0 < paragraph.text.count(" ") < SHORTEST_HEADING - 1
            and paragraph.text[0].isupper()
            and not any(each.isdigit() for each in paragraph.text)
        )

    def _is_numbered_heading(self, at: int) -> bool:
        paragraph = self.paragraphs[at]
        return (
            at not in self.naming
            and at not in self.entries
            and paragraph.style in {"number", "roman"}
            and len(paragraph.text) <= LONGEST_NUMBERED_HEADING
        )

    def _heads_a_group(self, at: int) -> bool:
        """Stands over the items that follow: `II. Lĩnh vực xã hội`, `2. Về giáo dục:`."""
        opens_list = self._is_numbered_heading(at) and self.paragraphs[at].text.endswith(":")
        is_heading = at in self.headings and not ANSWERS_LABEL.search(self.paragraphs[at].text)
        return is_heading or opens_list

    def _style(self, places: Sequence[int]) -> str | None:
        """The list marker that most of these paragraphs begin with."""
        styles = Counter(self.paragraphs[at].style for at in places)
        most = (each for each, times in styles.items() if times >= MOSTLY * len(places))
        return next(most, None)

    def _skipped_entries(self, found: Sequence[int], style: str) -> Iterator[int]:
        """Entries of the same numbering that name no document, in their places."""
        last = 0
        for at in self.body:
            if self.paragraphs[at].style != style:
                continue
            number = _number(self.paragraphs[at])
            place = bisect_left(found, at)
            if place < len(found) and found[place] == at:
                last = number
            elif number == last + 1:
                later = _number(self.paragraphs[found[place]]) if place < len(found) else None
                if later is None or later == 1 or later > number:
                    last = number
                    yield at

    def _headings_without_document(self, found: set[int]) -> set[int]:
        """Where no opening list says what the items are: each heading over a closed paragraph."""
        return {
            at
            for at in self.headings - found
            if at + 1 in self.body
            and at + 1 not in self.headings
            and self.paragraphs[at].marker is None
        }


def may_head(paragraph: Paragraph) -> bool:
    """Looks like a heading: no stop at its end, short, not going on with what came before."""
    return (
        not paragraph.is_ended
        and len(paragraph.text) <= LONGEST_HEADING
        and paragraph.style not in {"bullet", "letter"}
        and paragraph.text.count(" ") >= 2
        and not list_lines.ROW.search(paragraph.text)
        and not tables.CAPTION.search(paragraph.text)
        and not paragraph.text[0].islower()
        and not GOES_ON.match(paragraph.text)
    )


def _heading_inside(paragraph: Paragraph, own: Sequence[Mention], subjects: Sequence[str]) -> str:
    """The heading of an entry that has no line for it: its first sentence, or what it is about."""
    text = paragraph.body
    first = SENTENCE_END.split(text, maxsplit=1)[0]
    holds_document = any(each.citation.start < paragraph.start + len(first) for each in own)
    if len(first) < len(text) and len(first) <= LONGEST_NUMBERED_HEADING and not holds_document:
        return first.rstrip(" .:")
    subject = headlines.nearest(BRACKETS.sub("", first), subjects)
    return subject or _about(first, own)


def _about(sentence: str, own: Sequence[Mention]) -> str:
    """The matter of a sentence that names a document: what follows it, else what is left."""
    for mention in own:
        sentence = sentence.replace(plain(mention.citation.printed), PUT)
    before, _, after = BRACKETS.sub("", sentence).rpartition(PUT)
    after = ISSUED_BY.sub("", after)
    told = after if len(after.split()) >= SHORTEST_HEADING else before.replace(PUT, "")
    told = OPENS_ABOUT.sub("", PURPOSE.sub("", LEADS_TO.sub("", told or after)))
    about = TWICE.sub("", TURNS.split(told, maxsplit=1)[0].strip(" .:;,()"))
    return about[:1].upper() + about[1:]


def _number(paragraph: Paragraph) -> int:
    """The number that an entry opens with; 0 for none."""
    marker = paragraph.marker
    if marker is None:
        return 0
    if marker["number"]:
        return int(marker["number"])
    digits = [ROMAN[letter] for letter in marker["roman"] or ""]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < after else digit for digit, after in pairs)
