"""Every page whole, for files: the same parts that the page shows, in the same order."""

from lsdash.contents.pages.registry import PAGES, contents

__all__ = [
    "PAGES",
    "contents",
]
