"""What a document does to those that it names: itself, its grounds, what it amends or repeals."""

import re
from collections.abc import Iterable, Iterator

from lsdash.intake.bulletin import citation_roles
from lsdash.intake.bulletin.citation_roles import Mention, Role
from lsdash.intake.drafting.model import CitationDraft
from lsdash.intake.drafting.papers.findings import Findings
from lsdash.intake.text.paragraphs import plain

DOES = {
    Role.AMENDS: re.compile(r"^(?:sửa đổi|bổ sung|điều chỉnh)\b", re.IGNORECASE),
    Role.REPLACES: re.compile(r"^thay thế\b", re.IGNORECASE),
    Role.REPEALS: re.compile(r"^(?:bãi bỏ|hủy bỏ|huỷ bỏ)\b", re.IGNORECASE),
    Role.CORRECTS: re.compile(r"^đính chính\b", re.IGNORECASE),
}
"""What a document does to the one that its subject names, by how the subject begins."""

CARRIED_OUT = "thực hiện"
"""How a ground begins whose document is carried out and not only stood on."""


def citations(findings: Findings) -> Iterator[CitationDraft]:
    """The document itself, then those that it names, each with what it does to them."""
    mentions = citation_roles.find(findings.text, findings.paragraphs, findings.cited, None)
    own = _own_key(findings)
    roles = {
        each.start: Role.OWN if each.citation.key == own else _role(findings, each, before)
        for before, each in zip([None, *mentions], mentions, strict=False)
    }
    for named in _named_alike(mentions):
        first = named[0].citation
        told = [roles[each.start] for each in named]
        days = [each.citation.signed_on for each in named if each.citation.signed_on]
        yield CitationDraft(
            start=first.start,
            end=first.end,
            printed=first.printed,
            number=first.reference,
            kind=first.kind,
            called=first.called,
            signed_on=next(iter(days), None),
            role=next((each for each in told if each is not Role.CITES), Role.CITES),
            paragraph=findings.paragraph_at(first.start),
        )


def _role(findings: Findings, mention: Mention, before: Mention | None) -> Role:
    """Grounds are stood on; what subject or article say of another document is done to it."""
    head = findings.paper.head
    if mention.start < head.number_start:
        return Role.CITES  # what a page says of it above the document itself
    if mention.start < head.end and not _is_described(findings, mention, before):
        done = (role for role, cue in DOES.items() if cue.match(head.subject))
        return next(done, Role.CITES)
    grounds = findings.paper.grounds
    ground = next((each for each in grounds if each.start <= mention.start < each.end), None)
    if ground:
        is_done = ground.text.lower().startswith(CARRIED_OUT)
        return Role.IMPLEMENTS if is_done else Role.CITES
    return mention.otherwise if mention.role is Role.OWN else mention.role


def _own_key(findings: Findings) -> tuple[object, ...] | None:
    """The number of the document itself, however it is written; None where nothing reads it."""
    number = findings.paper.head.number
    return next((each.key for each in findings.cited if each.reference == number), None)


def _is_described(findings: Findings, mention: Mention, before: Mention | None) -> bool:
    """The subject names it only to tell what the document before it is about."""
    if before is None or before.start < findings.paper.head.number_start:
        return False
    return citation_roles.is_title(plain(findings.text[before.end : mention.start]))


def _named_alike(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions of one document together: the same number, however written, and no other day."""
    groups: dict[tuple[object, ...], list[list[Mention]]] = {}
    for mention in mentions:
        day = mention.citation.signed_on
        alike = groups.setdefault(mention.citation.key, [])
        for group in alike:
            days = {each.citation.signed_on for each in group} - {None}
            if day is None or not days or day in days:
                group.append(mention)
                break
        else:
            alike.append([mention])
    return sorted(
        (group for alike in groups.values() for group in alike), key=lambda each: each[0].start
    )
