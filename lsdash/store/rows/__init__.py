"""The rows in which a release answers: one frozen type for each question of `lsdash.store.read`.

Quantities are `Decimal` in base units, or integers of digits with a scale; None means not stated.
"""

from lsdash.store.rows.context import (
    EventRow,
    GateRow,
    GateStateRow,
    ObservationRow,
    OutcomeRow,
    SearchRow,
)
from lsdash.store.rows.documents import (
    AnswerRow,
    BodyRow,
    DecisionRow,
    DimensionRow,
    FlagRow,
    Head,
    OptionRow,
    PartRow,
    ProvisionRow,
    SilenceRow,
    StepRow,
)
from lsdash.store.rows.effects import (
    ChangeRow,
    DeadlineRow,
    Effect,
    EffectRow,
    RelatedRow,
    RelationRow,
)
from lsdash.store.rows.facts import FactRow
from lsdash.store.rows.weeks import (
    Count,
    FacetRow,
    SeriesRow,
    TopicRelationRow,
    TopicRow,
    WeekDigestRow,
    WeekRow,
)

__all__ = [
    "AnswerRow",
    "BodyRow",
    "ChangeRow",
    "Count",
    "DeadlineRow",
    "DecisionRow",
    "DimensionRow",
    "Effect",
    "EffectRow",
    "EventRow",
    "FacetRow",
    "FactRow",
    "FlagRow",
    "GateRow",
    "GateStateRow",
    "Head",
    "ObservationRow",
    "OptionRow",
    "OutcomeRow",
    "PartRow",
    "ProvisionRow",
    "RelatedRow",
    "RelationRow",
    "SearchRow",
    "SeriesRow",
    "SilenceRow",
    "StepRow",
    "TopicRelationRow",
    "TopicRow",
    "WeekDigestRow",
    "WeekRow",
]
