"""Every document: filtered and searched, or one of them whole."""

from lsdash.web.entrance import visit
from lsdash.web.panels import documents

here = visit.current()
if here.view.document:
    documents.whole(here, here.view.document)
else:
    documents.listed(here)
