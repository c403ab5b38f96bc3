"""Whether a word can be a Vietnamese syllable: how it begins, its vowels, how it ends, its tone.

Vietnamese is written syllable by syllable, and only some of the letters that stand beside each
other in a word of any other spelling make one: `®iÒu` and `ñieàu` are none, `điều` is.
"""

import unicodedata
from functools import lru_cache

TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
RISING_OR_LOW = {"\u0301", "\u0323"}
"""The tones of a syllable that ends in a stop, each of which is written."""
STOPS = ("c", "ch", "p", "t")
ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
"""The longest first; without one the syllable begins with its vowel."""
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu",
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu",
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet",
    "oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
    "u ua uâc uân uâng uât uây uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uc",
    "uy uya uych uyên uyêt uynh uyp uyt uyu",
    "ư ưa ưc ươc ươi ươm ươn ương ươp ươt ươu ưi ưm ưng ưt ưu",
    "y yêm yên yêng yêt yêu",
)
RIMES = frozenset(rime for row in _RIMES for rime in row.split())


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether `word`, in whatever case and order of its marks, is spelt as a syllable."""
    loose = unicodedata.normalize("NFD", word.casefold())
    tones = [mark for mark in loose if mark in TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(mark for mark in loose if mark not in TONES))
    if plain.endswith(STOPS) and not RISING_OR_LOW.issuperset(tones or "-"):
        return False
    if plain.startswith("q"):
        return plain.startswith("qu") and not RIMES.isdisjoint((plain[1:], plain[2:]))
    if plain.startswith("gi") and plain[1:] in RIMES:
        return True
    return any(plain.startswith(onset) and plain[len(onset) :] in RIMES for onset in ONSETS)
