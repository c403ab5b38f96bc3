"""Symbols of documents in which a Q was read as an O: `12/2016/NO-HĐND`."""

import re

from lsdash.vocabulary import SYMBOLS

SYMBOL = re.compile(r"(?<=\d/)[A-ZĐ]{2,5}(?=-)")


def mended(word: str) -> str:
    """The word as it must have been printed: no document has the other symbol, and one has this."""
    return SYMBOL.sub(lambda found: _mended(found[0]), word)


def _mended(symbol: str) -> str:
    meant = symbol.replace("O", "Q")
    return meant if symbol not in SYMBOLS and meant in SYMBOLS else symbol
