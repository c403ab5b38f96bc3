"""Border trade around a week: the gates on a day, trucks by day, turnover, all from reports."""
