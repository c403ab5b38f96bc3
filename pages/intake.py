"""Next week's bulletin, from its text to a release: brought, reviewed, published."""

from lsdash.web import visit
from lsdash.web.intake import page

page.show(visit.current())
