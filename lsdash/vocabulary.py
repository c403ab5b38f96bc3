"""The closed lists that records, links and files speak in.

A code here is a promise: it stands in shared links and in files that others have saved.
Codes are added, never changed or removed.
"""

from enum import StrEnum


class Sector(StrEnum):
    TRANSPORT = "transport"
    HEALTH = "health"
    HOME_AFFAIRS = "home_affairs"
    EDUCATION = "education"
    SOCIAL = "social"
    ECONOMY = "economy"
    ENERGY = "energy"
    BORDER_TRADE = "border_trade"
    AGRICULTURE = "agriculture"
    FINANCE = "finance"
    LAND = "land"
    CULTURE = "culture"
    JUSTICE = "justice"
    SECURITY = "security"
    GOVERNANCE = "governance"
    OTHER = "other"


class Kind(StrEnum):
    """Kinds of document, by the symbol in their number (Decree 30/2020/NĐ-CP and earlier rules)."""

    DECISION = "QD"
    PLAN = "KH"
    OFFICIAL_LETTER = "CV"
    DIRECTIVE = "CT"
    RESOLUTION = "NQ"
    DECREE = "ND"
    CIRCULAR = "TT"
    JOINT_CIRCULAR = "TTLT"
    NOTICE = "TB"
    SUBMISSION = "TTr"
    REPORT = "BC"
    TELEGRAM = "CDI"
    PROGRAMME = "CTr"
    SCHEME = "DA"
    GUIDANCE = "HD"
    LAW = "LUAT"
    CONSOLIDATED = "VBHN"
    ORDINANCE = "PL"
    ORDER = "L"
    CONCLUSION = "KL"
    REGULATION = "QyD"
    STATUTE = "QC"
    COMMUNIQUE = "TC"
    MINUTES = "BB"
    OPTION_PAPER = "PA"
    CONTRACT = "HDg"
    INVITATION = "GM"


SYMBOLS = {
    "QĐ": Kind.DECISION,
    "KH": Kind.PLAN,
    "CV": Kind.OFFICIAL_LETTER,
    "CT": Kind.DIRECTIVE,
    "NQ": Kind.RESOLUTION,
    "NĐ": Kind.DECREE,
    "TT": Kind.CIRCULAR,
    "TTLT": Kind.JOINT_CIRCULAR,
    "TB": Kind.NOTICE,
    "TTr": Kind.SUBMISSION,
    "BC": Kind.REPORT,
    "CĐ": Kind.TELEGRAM,
    "CTr": Kind.PROGRAMME,
    "ĐA": Kind.SCHEME,
    "HD": Kind.GUIDANCE,
    "VBHN": Kind.CONSOLIDATED,
    "PL": Kind.ORDINANCE,
    "L": Kind.ORDER,
    "KL": Kind.CONCLUSION,
    "QyĐ": Kind.REGULATION,
    "QC": Kind.STATUTE,
    "TC": Kind.COMMUNIQUE,
    "BB": Kind.MINUTES,
    "PA": Kind.OPTION_PAPER,
    "HĐ": Kind.CONTRACT,
    "GM": Kind.INVITATION,
    # Other spellings of the above, as the Party, joint issuers and older documents print them.
    "QĐi": Kind.REGULATION,
    "NQLT": Kind.RESOLUTION,
    "TTLB": Kind.JOINT_CIRCULAR,
    "CTrHĐ": Kind.PROGRAMME,
    "CTHĐ": Kind.PROGRAMME,
}
"""Printed symbol → kind. An official letter carries none: its number names issuer and unit."""


class Status(StrEnum):
    DECIDED = "decided"
    PLANNED = "planned"
    PROPOSED = "proposed"
    """Asked of somebody else: never counted as a decision."""


class Issuer(StrEnum):
    PEOPLES_COMMITTEE = "ubnd-tinh"
    CHAIRMAN = "ct-ubnd-tinh"
    OFFICE = "vp-ubnd-tinh"
    PEOPLES_COUNCIL = "hdnd-tinh"


class Measure(StrEnum):
    """What a fact measures: pages ask the release by this, never by document."""

    ROAD_FUNDING = "road_funding"
    ROAD_TARGET = "road_target"
    COLLEGE_QUOTA = "college_quota"
    ENERGY_TARGET = "energy_target"
    ENERGY_TASK = "energy_task"
    BORDER_LABOR_PLAN = "border_labor_plan"
    STAFF_CEILING = "staff_ceiling"
    STAFF_REDUCTION = "staff_reduction"
    STAFF_PER_TITLE = "staff_per_title"
    OTHER = "other"


class FigureKind(StrEnum):
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    DURATION = "duration"
    QUANTITY = "quantity"
    DATE = "date"


class Unit(StrEnum):
    VND = "vnd"
    USD = "usd"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    PERSON = "person"
    PLACE = "place"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"
    VEHICLE = "vehicle"
    TONNE = "tonne"
    KG = "kg"
    HECTARE = "hectare"
    M2 = "m2"
    KM = "km"
    KM2 = "km2"
    KWH = "kwh"
    KW = "kw"
    KWP = "kwp"
    MW = "mw"
    MWP = "mwp"
    MWH = "mwh"
    METRE = "metre"
    M3 = "m3"
    LITRE = "litre"
    HOUR = "hour"
    WEEK = "week"
    HOUSEHOLD = "household"
    BED = "bed"
    SET = "set"
    MASK = "mask"
    DOSE = "dose"
    TASK_GROUP = "task_group"
    OPTION = "option"
    ITEM = "item"
    """Anything else: what it counts stands beside it as printed (`unit_called`)."""


class Bound(StrEnum):
    EXACT = "exact"
    RANGE = "range"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    MORE_THAN = "more_than"
    NEARLY = "nearly"
    APPROXIMATELY = "approximately"


LOOSE = frozenset({Bound.NEARLY, Bound.APPROXIMATELY})
"""Nobody says how far around its value such a figure reaches."""


class Basis(StrEnum):
    STATED = "stated"
    DERIVED = "derived"


class PeriodBasis(StrEnum):
    STATED = "stated"
    INHERITED = "inherited"
    """Taken from the heading, because the figure's own sentence names none."""


class Direction(StrEnum):
    INCREASE = "increase"
    DECREASE = "decrease"
    LEVEL = "level"
    """A level, and its bound tells whether it is reached from below or from above."""
    REACH = "reach"
    """A level to reach: more is better."""
    COME_DOWN = "come_down"
    """A level to come down to: less is better."""


class Role(StrEnum):
    """What a figure is among the others of its document; sentences and charts go by it."""

    WHOLE = "whole"
    """A sum, of which others are parts or members; never one of them."""
    PART = "part"
    """One of the parts of a whole that the document states."""
    AMOUNT = "amount"
    """A figure that stands for itself, or is a member of a sum."""
    CHANGE = "change"
    """By how much something goes up or down: never beside levels."""
    REACH = "reach"
    """A level to reach."""
    COME_DOWN = "come_down"
    """A level to come down to."""
    LEVEL = "level"
    """A level to be at, from neither side."""
    CEILING = "ceiling"
    FLOOR = "floor"
    OBLIGATION = "obligation"
    """To be ensured, where the others are striven for."""
    CONTENTS = "contents"
    """How many groups of tasks, options or the like the document has."""


class UnitKind(StrEnum):
    """Kinds of commune-level unit."""

    COMMUNE = "commune"
    WARD = "ward"
    TOWNSHIP = "township"


class StaffCondition(StrEnum):
    """What lowers a commune's staff ceiling."""

    REGULAR_POLICE = "regular_police"
    """Its police chief is of the regular police."""
    NO_FARMERS = "no_farmers"
    """It has no Farmers' Association."""


class RelationKind(StrEnum):
    IMPLEMENTS = "implements"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    PROMULGATES = "promulgates"
    CITES = "cites"
    CORRECTS = "corrects"
    """Puts right a mistake of the other document."""
    ANSWERS = "answers"
    """Is the answer that the other document asked for."""


class ChangeKind(StrEnum):
    """What a later release did to something recorded."""

    NEW = "new"
    """Recorded for the first time."""
    UPDATE = "update"
    """More is known than before; what was recorded was right."""
    CORRECTION = "correction"
    """What was recorded was wrong."""


class Capacity(StrEnum):
    """In what capacity a document is signed (Decree 30/2020/NĐ-CP)."""

    COLLECTIVE = "tm"
    """On behalf of a collective body: TM. ỦY BAN NHÂN DÂN."""
    DEPUTY = "kt"
    """In the place of its head: KT. CHỦ TỊCH."""
    AUTHORISED = "tuq"
    """By authorisation: TUQ."""
    ORDERED = "tl"
    """By order: TL."""
    ACTING = "q"
    """As acting head: Q."""


class Source(StrEnum):
    """Where a record has a figure from."""

    BULLETIN = "bulletin"
    PAPER = "paper"
    """From the document itself, as the office brought it; the bulletin leaves it unsaid."""
    BOTH = "both"


class Place(StrEnum):
    """Where a worker is during one step of a border-labour plan."""

    ACROSS = "across"
    GATE = "gate"
    ISOLATION = "isolation"
    UNSTATED = "unstated"


class TaskState(StrEnum):
    """How something to be done stands on the day of a view, by how much it presses."""

    OVERDUE = "overdue"
    """Its day is past; whether it was done is not said."""
    DUE = "due"
    WAITING = "waiting"
    """A request without a day, and without an answer."""
    UNDATED = "undated"
    """Somebody is to act, and no day is stated."""
    ASKED = "asked"
    """Only part of a request: nobody has decided it."""
    HORIZON = "horizon"
    """The end of a later year, for which a target is set."""
    ANSWERED = "answered"
    ENDED = "ended"
    """A later document took its place or ended it."""


class EventKind(StrEnum):
    """Kinds of event that the press reported around the gates."""

    CLOSURE = "closure"
    REOPENING = "reopening"
    RESTRICTION = "restriction"
    PROCEDURE = "procedure"
    QUARANTINE_RULE = "quarantine_rule"
    LABOUR_RULE = "labour_rule"
    OTHER = "other"


class ReportedMeasure(StrEnum):
    """What a figure of the press counts; data/context/README.md says what each means."""

    VEHICLES_WAITING = "vehicles_waiting"
    VEHICLES_CLEARED = "vehicles_cleared"
    VEHICLES_ARRIVED = "vehicles_arrived"
    VEHICLES_PER_DAY = "vehicles_per_day"
    VEHICLES_PER_DAY_MIN = "vehicles_per_day_min"
    VEHICLES_PER_DAY_MAX = "vehicles_per_day_max"
    VEHICLES_ARRIVING_PER_DAY = "vehicles_arriving_per_day"
    VEHICLES_ARRIVING_PER_DAY_MIN = "vehicles_arriving_per_day_min"
    VEHICLES_ARRIVING_PER_DAY_MAX = "vehicles_arriving_per_day_max"
    VEHICLE_CROSSINGS = "vehicle_crossings"
    WAGONS_WAITING = "wagons_waiting"
    WAGONS_CLEARED = "wagons_cleared"
    CARGO_TONNES = "cargo_tonnes"
    CLEARANCE_MINUTES_PER_VEHICLE = "clearance_minutes_per_vehicle"
    OPENING_HOURS_PER_DAY = "opening_hours_per_day"
    GATES_OPEN = "gates_open"
    SHARE_OF_NORMAL_PCT = "share_of_normal_pct"
    YARD_CAPACITY_MIN = "yard_capacity_min"
    YARD_CAPACITY_MAX = "yard_capacity_max"
    STAFF_COUNT = "staff_count"
    PERSONS_QUARANTINED = "persons_quarantined"
    QUARANTINE_CAPACITY = "quarantine_capacity"
    PERSONS_CROSSING_PER_DAY = "persons_crossing_per_day"
    TRADE_VALUE = "trade_value"
    TRADE_VALUE_DECLARED = "trade_value_declared"
    TRADE_VALUE_ALL_MODES = "trade_value_all_modes"
    TRADE_VALUE_YOY_PCT = "trade_value_yoy_pct"


class GateCategory(StrEnum):
    """What the press called a gate in 2020, from the highest rank down."""

    INTERNATIONAL = "international"
    MAIN = "main"
    SECONDARY = "secondary"


class GateState(StrEnum):
    """Whether goods pass a gate, as reported."""

    OPEN = "open"
    RESTRICTED = "restricted"
    """With fewer hours, goods or drivers."""
    SHUT = "shut"
    DISPUTED = "disputed"
    """Reports say different things."""


class CommuneRead(StrEnum):
    """How a gate's commune is known."""

    PAGE = "page"
    NAME = "name"
    """The gate bears its name."""
    NO = "no"
    """As commonly given: no page that names it was read."""


class Transport(StrEnum):
    ROAD = "road"
    RAIL = "rail"


class SourceFlag(StrEnum):
    """How sure a reported row is."""

    INFERRED = "inferred"
    LISTING = "listing"
    REPOST = "repost"
    CONFLICTING = "conflicting"
    APPROXIMATE = "approximate"
    DERIVED = "derived"
    LOWER_BOUND = "lower_bound"
    UPPER_BOUND = "upper_bound"
    PARTIAL_COVERAGE = "partial_coverage"


UNSURE = frozenset(
    {SourceFlag.INFERRED, SourceFlag.LISTING, SourceFlag.REPOST, SourceFlag.CONFLICTING}
)
"""Flags that make a row less sure than its figure looks: drawn hollow, and switchable."""


class Certainty(StrEnum):
    """How sure it is what was reported after a promise."""

    STATED = "stated"
    """Printed by the page that is named."""
    REPOST = "repost"
    """Printed by a page that repeats another publisher, or by a machine's translation."""
    INFERRED = "inferred"
    """Worked out from what is printed; the note has the arithmetic."""
    CONFLICTING = "conflicting"


class Bearing(StrEnum):
    """What a reported outcome is to a promise."""

    ANSWERS = "answers"
    """It tells whether what was promised was done."""
    PARTLY = "partly"
    """It is of the same measure, and tells a part of it."""
    BESIDE = "beside"
    """It is about the same subject, and answers nothing."""


class OutcomeState(StrEnum):
    """What is known of a promise."""

    REPORTED = "reported"
    PARTLY = "partly"
    NOT_FOUND = "not_found"
    NOT_DUE = "not_due"
    NOT_SOUGHT = "not_sought"
    """Nobody has looked for it yet."""


class FlagRule(StrEnum):
    """What raised a flag, gravest first. All but the last two are found by rule in a build."""

    PAPER_DIFFERS = "paper_differs"
    """A bulletin and the document itself give different figures."""
    SUM_DOES_NOT_CLOSE = "sum_does_not_close"
    BEFORE_DIFFERS = "before_differs"
    BELOW_NOUGHT = "below_nought"
    OUT_OF_SERIES = "out_of_series"
    UNREAD = "unread"
    SYMBOL_AGAINST_WORDS = "symbol_against_words"
    DUE_BEFORE_SIGNED = "due_before_signed"
    """Something is to be done by a day that was past when it was signed."""
    HORIZON = "horizon"
    OUTSIDE_WEEK = "outside_week"
    WEEKEND = "weekend"
    DOUBT = "doubt"
    MISPRINT = "misprint"
