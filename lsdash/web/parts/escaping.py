"""Text from records and links, shown as text: neither Markdown nor CSS in it has any effect."""

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$<>:&])")


def plain(text: str) -> str:
    """`text` with everything that Markdown or Streamlit would interpret taken literally."""
    return _MARKS.sub(r"\\\1", text)


def in_style(text: str) -> str:
    """`text` as a string of CSS: any sign but letters, digits and spaces is written as a code."""
    signs = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)
    return f'"{"".join(signs)}"'
