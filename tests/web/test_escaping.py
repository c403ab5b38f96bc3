"""Text of records and links stays text, whatever a browser would make of it."""

import re

import pytest

from lsdash.web.parts.escaping import plain

ADDRESS = re.compile(
    r"https?://|\bwww\.|[-.\w+]+@[-\w]+(?:\.[-\w]+)+",
    re.IGNORECASE,  # what GitHub's Markdown finds in text once its marks are read
)


@pytest.mark.parametrize(
    "text", ["https://a.example/", "HTTP://a.example", "www.a.example", "so.y-te@langson.example"]
)
def test_an_address_in_a_text_is_no_link(text: str) -> None:
    assert ADDRESS.search(text)
    read = plain(text).replace("\\", "")
    assert not ADDRESS.search(read)
    assert read.replace("\u2060", "") == text
