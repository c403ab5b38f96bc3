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
    TASK_GROUP = "task_group"
    OPTION = "option"
    ITEM = "item"


class Bound(StrEnum):
    EXACT = "exact"
    RANGE = "range"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    MORE_THAN = "more_than"
    NEARLY = "nearly"
    APPROXIMATELY = "approximately"


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


class ChangeKind(StrEnum):
    """What a later release did to something recorded."""

    NEW = "new"
    """Recorded for the first time."""
    UPDATE = "update"
    """More is known than before; what was recorded was right."""
    CORRECTION = "correction"
    """What was recorded was wrong."""


class Place(StrEnum):
    """Where a worker is during one step of a border-labour plan."""

    ACROSS = "across"
    GATE = "gate"
    ISOLATION = "isolation"
    UNSTATED = "unstated"


class EventKind(StrEnum):
    """Kinds of event that the press reported around the gates."""

    CLOSURE = "closure"
    REOPENING = "reopening"
    RESTRICTION = "restriction"
    PROCEDURE = "procedure"
    QUARANTINE_RULE = "quarantine_rule"
    LABOUR_RULE = "labour_rule"
    OTHER = "other"


class GateCategory(StrEnum):
    """What the press called a gate in 2020, from the highest rank down."""

    INTERNATIONAL = "international"
    MAIN = "main"
    SECONDARY = "secondary"


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


class FlagRule(StrEnum):
    """What raised a flag, gravest first. All but the last two are found by rule in a build."""

    SUM_DOES_NOT_CLOSE = "sum_does_not_close"
    OUT_OF_SERIES = "out_of_series"
    UNREAD = "unread"
    SYMBOL_AGAINST_WORDS = "symbol_against_words"
    HORIZON = "horizon"
    OUTSIDE_WEEK = "outside_week"
    WEEKEND = "weekend"
    DOUBT = "doubt"
    MISPRINT = "misprint"
