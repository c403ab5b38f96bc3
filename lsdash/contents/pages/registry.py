"""Which page holds what."""

from collections.abc import Callable, Mapping

from lsdash.contents.blocks import Contents
from lsdash.contents.border import page as border_trade
from lsdash.contents.pages.border import border_labor_page
from lsdash.contents.pages.documents import (
    decisions_page,
    document_page,
    follow_up_page,
    outcomes_page,
)
from lsdash.contents.pages.epidemic import covid_page
from lsdash.contents.pages.releases import changes_page, data_page
from lsdash.contents.pages.subjects import (
    college_quotas_page,
    commune_staff_page,
    energy_targets_page,
    rural_roads_page,
)
from lsdash.contents.pages.week import overview_page
from lsdash.contents.reading import Alone, Reading
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View


def contents(release: Release, view: View, lang: Lang) -> Contents:
    """What the view shows, with its filters and inputs; that nothing passes is said in words."""
    here = Alone(lang, view, release)
    if view.document:
        return document_page(here)
    return PAGES[view.page](here)


PAGES: Mapping[str, Callable[[Reading], Contents]] = {
    "overview": overview_page,
    "border_trade": border_trade.contents,
    "rural_roads": rural_roads_page,
    "college_quotas": college_quotas_page,
    "energy_targets": energy_targets_page,
    "border_labor": border_labor_page,
    "covid": covid_page,
    "commune_staff": commune_staff_page,
    "follow_up": follow_up_page,
    "outcomes": outcomes_page,
    "decisions": decisions_page,
    "changes": changes_page,
    "data": data_page,
}
"""Page → what it holds."""
