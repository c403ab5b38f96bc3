"""The same answers for programs: the grammar of the pages' links, rows as JSON, CSV or XLSX.

A pinned release answers the same for ever and may be kept for a day; `latest` is asked again each
time and says "not changed" by its ETag. Where a page would show a notice, a program gets an error
with the same notice: nothing is narrowed or widened without a word.
"""

from lsdash.web.routes.api.addresses import ROUTES
from lsdash.web.routes.api.forms import WRITE
from lsdash.web.routes.api.refusals import in_json
from lsdash.web.routes.api.responses import PINNED

__all__ = [
    "PINNED",
    "ROUTES",
    "WRITE",
    "in_json",
]
