"""Raised signs: a power is part of the text, the mark of a note is not."""

import re

POWERS = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[ivx]{1,4})[\])]?(?:\s?[,;]\s?\d{1,3})*\s*")
"""`1`, `(2)`, `[3]`, `*`, `1, 2`: what leads to a note."""
LENGTH = re.compile(r"(?:^|[\d\s(/.])(?:[kcdm]?m|[hd]m|dam)$", re.IGNORECASE)
"""A unit of length before `2` or `3`: `12 m2`."""
TEN = re.compile(r"(?:[×x*.]\s?|^|\s)10$")
DEGREE = re.compile(r"\s*[0oOº]\s*")
VARIABLE = re.compile(r"(?:^|[\s(=+×/-])[a-zA-Z]$")
"""A letter that stands alone: `x` before a power."""


def shown(before: str, text: str) -> str | None:
    """How raised `text` reads after `before`; None for the mark of a note."""
    sign = text.strip()
    if sign in {"2", "3"} and LENGTH.search(before):
        return sign
    if DEGREE.fullmatch(text) and before[-1:].isdigit():
        return "°"
    if re.fullmatch(r"[+-]?\d{1,2}", sign) and (TEN.search(before) or VARIABLE.search(before)):
        return sign.translate(POWERS)
    return None if MARK.fullmatch(text) else text


def power(text: str) -> str:
    """A power of a formula as a line of text holds it: `²`, or `^(n+1)`."""
    sign = text.strip()
    if sign and all(ord(letter) in POWERS for letter in sign):
        return sign.translate(POWERS)
    return f"^({sign})" if sign else ""
