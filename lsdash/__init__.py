"""lsdash: the decisions of Lạng Sơn province, week by week, as facts with their sources."""

__version__ = "0.1.0"
