"""Text from records and links, shown as text: Markdown in it has no effect."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>:&])")
_ADDRESSES = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
WORD_JOINER = "\u2060"
"""Takes no room and breaks no line."""


def plain(text: str) -> str:
    """`text` with everything that Markdown or Streamlit would interpret taken literally.

    The browser looks for addresses only after it has read the marks, so that no backslash keeps it
    from making a link of one: a sign that nobody sees parts them.
    """
    return _MARKS.sub(r"\\\1", _ADDRESSES.sub(WORD_JOINER, text))
