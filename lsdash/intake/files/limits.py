"""How much a bulletin may be: beyond it a file is refused, in words that name the limit.

A bulletin has five pages and some 70 figures.
"""

MOST_MEGABYTES = 10
"""Of a Word file or a PDF, pictures and all, in units of 2**20 bytes."""
MOST_PAGE_MEGABYTES = 4
"""Of a text or a saved web page."""
MOST_BODY_MEGABYTES = 10
"""Of the text of a Word file with all its marks."""
MOST_UNPACKED_MEGABYTES = 50
"""Of all parts of a Word file together."""
MOST_PAGES = 100
MOST_CHARACTERS = 60_000
MOST_NUMBERS = 6_000
"""Of any kind, of which many are days, numbers of documents and of lists."""
MOST_FIGURES = 2_000
MOST_DOCUMENTS = 200
MEGABYTE = 2**20
