"""The id of a release follows from what is recorded, not from the order it is written in."""

from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lsdash.model import Decision, Week
from lsdash.records import flags
from lsdash.records.archive import Archive
from lsdash.store.writing import sorting, tables


def release_id(weeks: Sequence[Week]) -> str:
    with TemporaryDirectory() as folder, closing(Archive(weeks, Path(folder))) as archive:
        series = flags.Series(map(flags.point, archive.values()))
        return tables.release_id(archive.newest.slug, tables.rows(archive, series))


def a_week_later(week: Week) -> Week:
    """The same documents, numbered a thousand higher and signed a week later."""
    later = timedelta(days=7)
    bulletin = week.bulletin.model_copy(
        update={
            "slug": "2020-w11",
            "period_from": week.bulletin.period_from + later,
            "period_to": week.bulletin.period_to + later,
        }
    )
    return week.model_copy(
        update={"bulletin": bulletin, "decisions": tuple(map(_renumbered, week.decisions))}
    )


def _renumbered(decision: Decision) -> Decision:
    number, rest = decision.number.split("/", 1)
    return decision.model_copy(
        update={
            "number": f"{int(number) + 1000}/{rest}",
            "signed_on": decision.signed_on + timedelta(days=7),
        }
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_id_does_not_depend_on_the_order_of_documents_or_weeks(
    week: Week, data: st.DataObject
) -> None:
    weeks = [week, a_week_later(week)]
    shuffled = [
        each.model_copy(update={"decisions": tuple(data.draw(st.permutations(each.decisions)))})
        for each in data.draw(st.permutations(weeks))
    ]
    assert release_id(shuffled) == release_id(weeks)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 7), st.sampled_from(["title", "summary", "short_title", "signed_on"]))
def test_the_id_changes_with_any_word_or_day_of_a_document(week: Week, at: int, field: str) -> None:
    decision = week.decisions[at]
    before = getattr(decision, field)
    changed = (
        before - timedelta(days=1)
        if field == "signed_on"
        else before.model_copy(update={"en": before.en + "."})
    )
    decisions = list(week.decisions)
    decisions[at] = decision.model_copy(update={field: changed})
    other = week.model_copy(update={"decisions": tuple(decisions)})
    assert release_id([other]) != release_id([week])


@given(st.lists(st.text(st.characters(exclude_characters="\n", codec="utf-8"))), st.integers(1, 5))
def test_lines_come_in_order_however_few_fit_in_memory(lines: list[str], at_once: int) -> None:
    assert [*sorting.in_order(lines, None, at_once)] == sorted(lines)
