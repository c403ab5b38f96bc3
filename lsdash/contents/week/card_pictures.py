"""The picture beside a card's one number: the drawing that tells it, made from the same figures."""

from collections.abc import Sequence

from lsdash import sentences
from lsdash.charts import places
from lsdash.contents import tables
from lsdash.contents.blocks import Chart
from lsdash.contents.reading import Reading
from lsdash.contents.week import panel
from lsdash.contents.week.papers import Card
from lsdash.store.rows import FactRow
from lsdash.sums import wholes
from lsdash.vocabulary import Measure, Role


def of(here: Reading, card: Card) -> Chart | None:
    """None where a number stands alone: one bar tells no more than its number."""
    leading = next((fact for fact in card.facts if fact.slug == card.fact), None)
    if leading is None:
        return None
    if leading.role == Role.CONTENTS:
        return tables.calendar(here, card.decision.slug)
    if leading.measure == Measure.COLLEGE_QUOTA and len(wholes.levels(card.facts)) > 1:
        return _colleges(here, card.facts, leading)
    drawn = panel.of_figures(here, card.facts).drawn
    return next((each.chart for each in drawn if _holds(each.facts, leading)), None)


def _colleges(here: Reading, facts: Sequence[FactRow], leading: FactRow) -> Chart:
    """Those in the unit of the leading figure, as the subject's page draws them."""
    own = [fact for fact in wholes.levels(facts) if wholes.unit(fact) == wholes.unit(leading)]
    told = "; ".join(sentences.told(fact, here.lang) for fact in own)
    return Chart("colleges", told, lambda theme: places.by_college(own, [], here.lang, theme))


def _holds(facts: Sequence[FactRow], leading: FactRow) -> bool:
    return any(fact.slug == leading.slug for fact in facts)
