"""Streamlit's own words, "Close", "Press Enter to apply", in the reader's language.

Streamlit has them in English alone, and what people listen to says them too. The English phrases
under `streamlit` are what it writes, letter by letter; `{what}` is a name or a number in it.
"""

from collections.abc import Mapping
from functools import cache

from lsdash.text import Lang, phrases


@cache
def of_streamlit(lang: Lang) -> Mapping[str, str]:
    """What Streamlit writes → the same in this language."""
    ours = phrases(lang)
    theirs = phrases("en").items()
    words = {english: ours[key] for key, english in theirs if key.startswith("streamlit.")}
    return {english: said for english, said in words.items() if said != english}
