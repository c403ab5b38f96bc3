"""What has to be done, drawn around the day of the view."""

from datetime import date
from itertools import pairwise

import pytest

from lsdash.charts import due
from lsdash.charts.due import Bar
from lsdash.text import Lang
from lsdash.vocabulary import TaskState

ON = date(2020, 3, 22)
PHONE, LETTER = 350, 7
"""Width of the axis on a phone and of a letter under it, in pixels."""


def bar(days: int, who: str = "Sở Y tế") -> Bar:
    state = TaskState.OVERDUE if days < 0 else TaskState.DUE
    return Bar("Báo cáo quý I", who, "còn 5 ngày", days, state, ("48-kh-ubnd-2020", ""))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("first", [0, -1, -6, -13, -27, -60, -400, -2147])
@pytest.mark.parametrize("last", [0, 1, 5, 14, 27, 28, 59, 60])
def test_no_day_runs_into_the_next_on_a_phone(first: int, last: int, lang: Lang) -> None:
    drawn = due.around([bar(first), bar(last)], ON, lang, "light")
    start, end = drawn["layout"]["xaxis"]["range"]
    days = set(drawn["layout"]["xaxis"]["tickvals"])
    spans = []
    for note in drawn["layout"]["annotations"]:
        if note["x"] in days and note.get("yshift") == -3:
            at, width = (note["x"] - start) / (end - start) * PHONE, len(note["text"]) * LETTER
            left = {"left": at, "center": at - width / 2, "right": at - width}[note["xanchor"]]
            spans.append((left, left + width))
    assert spans
    assert all(a[1] <= b[0] for a, b in pairwise(sorted(spans)))


def test_days_years_apart_are_told_with_their_years() -> None:
    drawn = due.around([bar(-2147)], date(2026, 1, 18), "vi", "light")
    said = [note["text"] for note in drawn["layout"]["annotations"]]
    assert "ngày xem 1/2026" in said
    assert not {"18/01", "22/01"} & {*said}


def test_who_must_act_stands_after_the_task_where_it_is_stated() -> None:
    drawn = due.around([bar(5), bar(6, who="")], ON, "vi", "light")
    said = [note["text"] for note in drawn["layout"]["annotations"]]
    assert "Báo cáo quý I — Sở Y tế" in said
    assert "Báo cáo quý I" in said
