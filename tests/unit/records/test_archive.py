"""Documents wait on disk and come back as they were, in the order of their numbers."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from lsdash.model import Week
from lsdash.records.archive import Archive


def earlier(week: Week) -> Week:
    """The week before, with the first document alone, numbered otherwise."""
    before = timedelta(days=7)
    bulletin = week.bulletin.model_copy(
        update={
            "slug": "2020-w09",
            "period_from": week.bulletin.period_from - before,
            "period_to": week.bulletin.period_to - before,
        }
    )
    first = week.decisions[0]
    moved = first.model_copy(
        update={"number": "300/QĐ-UBND", "signed_on": first.signed_on - before}
    )
    return week.model_copy(update={"bulletin": bulletin, "decisions": (moved,)})


def test_documents_come_by_day_and_slug_each_with_its_bulletin(week: Week, tmp_path: Path) -> None:
    before = earlier(week)
    with closing(Archive([week, before], tmp_path)) as archive:
        told = [(decision.signed_on, slug) for slug, decision in archive.items()]
        assert told == sorted(told)
        assert next(iter(archive)) == "300-qd-ubnd-2020"
        assert archive.bulletin_of("300-qd-ubnd-2020") == before.bulletin
        assert archive.newest == week.bulletin
        for decision in week.decisions:
            assert archive[decision.slug] == decision
        assert "301-qd-ubnd-2020" not in archive
        assert len(archive) == 9


def test_nothing_of_it_has_a_name_on_disk(week: Week, tmp_path: Path) -> None:
    with closing(Archive([week], tmp_path)):
        assert [*tmp_path.iterdir()] == []
