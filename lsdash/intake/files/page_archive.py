"""A web page saved as one file (.mht): a message, as in mail, with the page among its parts."""

import re
from email import message_from_bytes, policy
from typing import cast

from lsdash.errors import DamagedFileError, TooLargeError
from lsdash.intake.files import limits
from lsdash.intake.files.left_out import Left, LeftOut

HEAD = 4_000
"""Bytes among which a message says that it is one."""
_FIELD = re.compile(rb"\s*[\w-]{1,40}:")


def is_one(content: bytes) -> bool:
    """Whether the file begins with the fields of a message."""
    head = content[:HEAD].lower()
    return _FIELD.match(head) is not None and b"mime-version:" in head and b"multipart/" in head


def page(content: bytes, name: str) -> tuple[bytes, str | None, list[LeftOut]]:
    """The page as it is stored, its encoding if the message tells it, and the pictures beside it.

    Raises DamagedFileError for a message without a page.
    """
    message = message_from_bytes(content, policy=policy.default)
    parts = [each for each in message.walk() if not each.is_multipart()]
    pages = [each for each in parts if each.get_content_type() == "text/html"]
    if not pages:
        raise DamagedFileError(name=name, problem="it is a saved page without the page")
    stored = cast(bytes, pages[0].get_payload(decode=True) or b"")
    if len(stored) > limits.MOST_PAGE_MEGABYTES * limits.MEGABYTE:
        raise TooLargeError(name=name, most=limits.MOST_PAGE_MEGABYTES, unit="megabytes")
    left = [LeftOut(Left.PICTURE, "") for each in parts if each.get_content_maintype() == "image"]
    return stored, pages[0].get_content_charset(), left
