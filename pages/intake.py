"""Next week's bulletin, from its text to a release: brought, reviewed, published."""

from lsdash.web.entrance import visit
from lsdash.web.intake import page

page.show(visit.current())
