"""What the store puts together from rows of one table each is what one joined question gives.

`joined/` holds such questions: any archive, any documents, whatever was asked before.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pytest

from lsdash.model import Week
from lsdash.records import flags, load
from lsdash.records.archive import Archive
from lsdash.settings import ROOT
from lsdash.store import build, by_document, read, relating
from lsdash.store.kept import MOST_ROWS, Kept
from lsdash.store.release import Release
from lsdash.store.rows import (
    ChangeRow,
    DeadlineRow,
    DecisionRow,
    EffectRow,
    FactRow,
    FlagRow,
    PartRow,
    RelatedRow,
    RelationRow,
)
from lsdash.store.writing import tables
from lsdash.store.writing.tables import TableRow
from lsdash.vocabulary import Measure, RelationKind
from tests.property.invented import Inventor

T = TypeVar("T")
_, REAL = load.load(ROOT / "data" / "bulletins" / "2020-w10.yaml")
HERE = Path(__file__).parent
RECORDS = ROOT / "tests" / "fixtures"
FURTHER = [RECORDS / "amending" / "2020-w11.yaml", RECORDS / "following" / "2020-w12.yaml"]
KINDS = [RelationKind.AMENDS, RelationKind.REPLACES]
MEASURES = ([], [Measure.ROAD_FUNDING], [Measure.OTHER, Measure.COLLEGE_QUOTA])


@contextmanager
def opened(weeks: list[Week], wild: Random | None = None) -> Iterator[Release]:
    """A release of these weeks; its rows may be `wild` ones."""
    with TemporaryDirectory() as folder, closing(Archive(weeks, Path(folder))) as archive:
        rows = [*tables.rows(archive, flags.Series(map(flags.point, archive.values())))]
        name = tables.release_id(archive.newest.slug, rows)
        manifest = build.manifest(archive, release=name, built_at=datetime(2020, 3, 8, tzinfo=UTC))
        file = Path(folder) / f"{name}.duckdb"
        build.write(file, rows if wild is None else [*entangled(rows, wild)], manifest)
        release = Release.open(file, memory_mb=128)
        try:
            yield release
        finally:
            release.close()


def entangled(rows: list[TableRow], wild: Random) -> Iterator[TableRow]:
    """The same with effects, relations and histories of any kind, between any documents."""
    documents = [row for table, row in rows if table == "decisions"]
    held = [row for table, row in rows if table == "facts"]
    for table, row in rows:
        if table == "relations":
            target = wild.choice(documents)
            number = wild.choice([target["number"], "0" + target["number"].lower(), None])
            named = {"number": number, "document": wild.choice([target["slug"], None])}
            yield table, row | named | {"kind": wild.choice(KINDS)}
        elif table == "provisions":
            day = wild.choice([date(2020, 4, 1), date(2020, 4, 2), None])
            yield table, row | {"deadline": day, "paragraph": row["position"] + 1}
        elif table not in ("effects", "changes"):
            yield table, row
    told = set()
    for _ in range(4 * len(documents)):
        old, new = sorted(wild.sample(range(len(documents)), 2))
        if not documents[new]["id"] or wild.random() < 0.3:
            told.add((old, None, wild.choice(KINDS), new, None))
            continue
        fact, by_fact = (
            wild.choice([None, "gone", *(row["slug"] for row in held if row["decision"] == each)])
            for each in (documents[old]["id"], documents[new]["id"])
        )
        told.add((old, fact, wild.choice(KINDS), new, by_fact))
    for old, fact, kind, new, by_fact in sorted(told, key=repr):
        yield (
            "effects",
            {
                "decision": documents[old]["id"],
                "fact": fact,
                "kind": kind,
                "by_decision": documents[new]["id"],
                "by_fact": by_fact,
            },
        )
    for position, row in enumerate(held):
        change = {"decision": row["decision"], "position": position, "fact": row["slug"]}
        yield "changes", change | {"kind": "correction", "made_on": date(2020, 3, 9)}


def joined(release: Release, question: str, row: type[T], **parameters: object) -> list[T]:
    """The answer by one question with joins, asked as it stands."""
    text = (HERE / "joined" / f"{question}.sql").read_text(encoding="utf-8")
    with release._connection.cursor() as cursor:
        cursor.execute(text, parameters)
        columns = [column[0] for column in cursor.description or ()]
        found = [dict(zip(columns, each, strict=True)) for each in cursor.fetchall()]
    names = [each.name for each in fields(row)]  # type: ignore[arg-type]
    return [row(**{name: each[name] for name in names}) for each in found]


def answers(
    release: Release, some: list[int], random: Random
) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Questions about these documents, each with our answer and the joined one."""

    def plain(question: str, row: type[T], **more: object) -> list[T]:
        return joined(release, question, row, documents=some, **more)

    measures = random.choice(MEASURES)
    slugs = [row.slug for row in plain("documents", DecisionRow)]
    slug = random.choice(["", *slugs])
    of_figures = plain("facts", FactRow, measures=measures)
    yield "documents", read.documents(release, some), plain("documents", DecisionRow)
    yield "facts", read.facts_in(release, some, measures), of_figures
    yield "parts", read.parts_in(release, some), plain("parts_in", PartRow)
    yield "changes", read.changes_in(release, some), plain("changes", ChangeRow)
    yield "flags", by_document.rows(release, by_document.FLAGS, some), plain("flags", FlagRow)
    yield "effects", read.effects(release, slugs), plain("effects", EffectRow)
    yield "effects by", read.effects_by(release, slugs), plain("effects_by", EffectRow)
    related = plain("related", RelatedRow, document=slug)
    yield "related", relating.related(release, some, slug), related
    for number, each in zip(reversed(some), slugs, strict=True):
        assert read.numbers(release, (each, "12-qd-ubnd-1999", "1", "")) == (number,)
        held = joined(release, "relations", RelationRow, document=number)
        yield "relations", read.relations(release, each), held


def compare(release: Release, random: Random) -> None:
    every = range(release.manifest.rows("decisions"))
    due = joined(release, "deadlines", DeadlineRow, documents=[*every])
    assert read.deadlines(release) == due
    for _ in range(4):
        some = sorted(random.sample(every, random.randint(0, len(every))))
        for question, ours, plain in answers(release, some, random):
            assert ours == plain, question


@pytest.mark.parametrize("most", [MOST_ROWS, 60, 0], ids=["all", "few", "none"])
def test_rows_put_together_are_the_rows_of_one_joined_question(most: int) -> None:
    """With the usual memory, with one that forgets most rows at once, and without any."""
    random = Random(most)  # noqa: S311
    weeks = Inventor(random).weeks(3)
    with opened([REAL, *weeks], wild=random) as release:
        release.kept = Kept(most)
        compare(release, random)


def test_the_same_of_recorded_weeks_that_correct_amend_and_answer() -> None:
    with opened([REAL, *(load.load(file)[1] for file in FURTHER)]) as release:
        compare(release, Random(0))  # noqa: S311
