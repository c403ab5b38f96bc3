"""Text from records and links, shown as text: Markdown in it has no effect."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>:&])")


def plain(text: str) -> str:
    """`text` with everything that Markdown or Streamlit would interpret taken literally."""
    return _MARKS.sub(r"\\\1", text)
