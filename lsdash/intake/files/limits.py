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
MOST_SCANNED_PAGES = 40
"""Of pictures, each of which takes seconds to read."""
MOST_SCAN_SECONDS = 600
"""Until all of them are read."""
MOST_PIXELS = 12_000_000
"""Of a page as it is read: A4 at 300 dpi has 8.7 million; a larger picture is made smaller."""
MOST_MEGAPIXELS = 50
"""Of a photo as it is brought."""
MOST_CHARACTERS = 60_000
MOST_NUMBERS = 6_000
"""Of any kind, of which many are days, numbers of documents and of lists."""
MOST_FIGURES = 2_000
MOST_DOCUMENTS = 200
MEGABYTE = 2**20
