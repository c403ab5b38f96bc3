"""Every document: filtered and searched, or one of them whole."""

from lsdash.web import documents, visit

here = visit.current()
if here.view.document:
    documents.whole(here, here.view.document)
else:
    documents.listed(here)
