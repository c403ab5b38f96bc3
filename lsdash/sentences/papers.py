"""What a document that was brought says of itself: who signs, where, from when, to whom."""

from collections.abc import Sequence
from datetime import date

from lsdash.text import Lang, figures, say


def itself(
    lang: Lang,
    *,
    signer: str | None,
    signed_as: str | None,
    place: str | None,
    effective_on: date | None,
    recipients: Sequence[str],
) -> list[str]:
    """A sentence each; signer and day are said not to be stated where they are not."""
    told = [_signed(lang, signer, signed_as)]
    if place:
        told.append(say(lang, "paper.signed_at", place=place))
    day = effective_on and say(lang, "paper.effective", day=figures.day(effective_on, lang))
    told.append(day or say(lang, "paper.no_effect"))
    if recipients:
        told.append(say(lang, "paper.recipients", names="; ".join(recipients)))
    return told


def _signed(lang: Lang, signer: str | None, signed_as: str | None) -> str:
    if not signer and not signed_as:
        return say(lang, "paper.no_signer")
    as_ = f"{signed_as}, " if signed_as else ""
    return say(lang, "paper.signed", as_=as_, signer=signer or say(lang, "paper.no_name"))
