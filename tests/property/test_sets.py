"""Sets of documents answer as the plain rows do: any archive, any filters, any search."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lsdash.model import SEARCH_WORDS, Decision, Filters, Text, Week, folded, search_words
from lsdash.records import flags
from lsdash.records.archive import Archive
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.store.rows import Count, DeadlineRow
from lsdash.store.sets import FACETS
from lsdash.store.writing import tables
from lsdash.store.writing.tables import Row
from lsdash.vocabulary import Measure, Sector, Status

Tables = dict[str, list[Row]]
WORDS = ["đường", "duong", "đuờng", "dương", "hoà", "hòa", "hóa", "ủy", "uỷ", "uy", "ban", "bàn"]
WORDS += ["381", "3", "ÿ", "straße", "ﬁ", "İ", "th", "thừa"]
PIECES = [
    *WORDS,
    "đ",
    "d",
    "ho",
    "h",
    "ủ",
    "u",
    "b",
    "38",
    "381/QĐ-UBND-4",
    "Hoa",
    "thư",
    "--",
    "%_",
]
SECTORS, STATUSES = [*Sector][:4], [*Status]
MEASURES = [Measure.ROAD_FUNDING, Measure.COLLEGE_QUOTA, Measure.ENERGY_TARGET, Measure.OTHER]
DAYS = st.dates(date(2020, 2, 20), date(2020, 3, 20))
DEADLINES = st.dates(date(2020, 3, 1), date(2020, 5, 31))

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
filters = st.builds(
    Filters,
    sectors=st.sets(st.sampled_from([*SECTORS, "none"]), max_size=2).map(tuple),
    kinds=st.sets(st.sampled_from(["QD", "KH", "CV"]), max_size=2).map(tuple),
    statuses=st.sets(st.sampled_from(STATUSES), max_size=1).map(tuple),
    weeks=st.sets(st.sampled_from(["2020-w10", "2020-w11", "1999-w01"]), max_size=1).map(tuple),
    signed_from=st.none() | DAYS,
    signed_to=st.none() | DAYS,
    search=st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join) | st.text(max_size=3),
    everywhere=st.booleans(),
)


@st.composite
def archives(draw: st.DrawFn, week: Week) -> Sequence[Week]:
    """Two weeks of documents that share words, values, days and figures."""
    weeks = []
    for slug, size in (("2020-w10", 5), ("2020-w11", 4)):
        decisions = [_document(draw, week.decisions[at], slug) for at in range(size)]
        bulletin = week.bulletin.model_copy(update={"slug": slug, "headlines": ()})
        weeks.append(week.model_copy(update={"bulletin": bulletin, "decisions": tuple(decisions)}))
    return weeks


def _document(draw: st.DrawFn, like: Decision, week: str) -> Decision:
    """A document like this one, with other words, values, day and figures."""
    number = f"{like.number.split('/')[0]}{week[-2:]}/{like.number.split('/', 1)[1]}"
    kept = [fact for fact in like.facts if fact.printed and draw(st.booleans())]
    return like.model_copy(
        update={
            "number": number,
            "title": Text(vi=draw(texts), en=draw(texts)),
            "short_title": Text(vi=draw(texts), en=draw(texts)),
            "summary": Text(vi=draw(texts), en=draw(texts)),
            "sector": draw(st.sampled_from(SECTORS)),
            "second_sectors": tuple(draw(st.sets(st.sampled_from(SECTORS), max_size=2))),
            "status": draw(st.sampled_from(STATUSES)),
            "signed_on": draw(DAYS),
            "facts": tuple(
                fact.model_copy(
                    update={
                        "measure": draw(st.sampled_from(MEASURES)),
                        "part_of": None,
                        "deadline": draw(st.none() | DEADLINES),
                    }
                )
                for fact in kept
            ),
            "flags": (),
        }
    )


@contextmanager
def opened(weeks: Sequence[Week]) -> Iterator[tuple[Tables, Release]]:
    """The rows of the weeks, and the release that is made of them."""
    with TemporaryDirectory() as folder, closing(Archive(weeks, Path(folder))) as archive:
        rows = [*tables.rows(archive, flags.Series(map(flags.point, archive.values())))]
        name = tables.release_id(archive.newest.slug, rows)
        manifest = build.manifest(archive, release=name, built_at=datetime(2020, 3, 9, tzinfo=UTC))
        file = Path(folder) / f"{name}.duckdb"
        build.write(file, rows, manifest)
        release = Release.open(file, memory_mb=128)
        held: Tables = {table: [] for table in tables.TABLES}
        for table, row in rows:
            held[table].append(row)
        try:
            yield held, release
        finally:
            release.close()


def near(
    every: Sequence[DeadlineRow], requests: Sequence[str], day: date, limit: int
) -> list[DeadlineRow]:
    """The `limit` newest requests, and as many other things that lie nearest to a day on which all
    documents are signed; what older requests ask for is left out with them."""
    told = [row for row in every if row.status != "proposed" or row.decision in requests[:limit]]
    others = [row for row in told if row.what != "document" or row.status != "proposed"]
    by_days = sorted(others, key=lambda row: abs((row.deadline or row.signed_on) - day))[:limit]
    return [row for row in told if row not in others or row in by_days]


class Plain:
    """The same questions, answered by looking at every row."""

    def __init__(self, rows: Tables) -> None:
        self.rows = rows
        self.slugs = {row["id"]: row["slug"] for row in rows["decisions"]}

    @property
    def last_day(self) -> date:
        return max((row["signed_on"] for row in self.rows["decisions"]), default=date(2020, 3, 1))

    def passing(self, asked: Filters) -> list[Row]:
        """Rows of documents, newest first."""
        found = [row for row in self.rows["decisions"] if self._passes(row, asked)]
        return sorted(found, key=lambda row: -int(row["id"]))

    def _passes(self, row: Row, asked: Filters) -> bool:
        chosen = {
            "sector": asked.sectors,
            "kind": asked.kinds,
            "status": asked.statuses,
            "bulletin": asked.weeks,
        }
        return (
            all(not values or row[field] in values for field, values in chosen.items())
            and (asked.signed_from is None or row["signed_on"] >= asked.signed_from)
            and (asked.signed_to is None or row["signed_on"] <= asked.signed_to)
            and all(
                self._has(row["id"], word, asked.everywhere)
                for word in search_words(asked.search)[:SEARCH_WORDS]
            )
        )

    def _has(self, document: int, word: str, everywhere: bool) -> bool:
        """A word of the document begins so; tone marks count if any were typed."""
        return any(
            row["folded"].startswith(folded(word))
            and (everywhere or not row["wide"])
            and (word == folded(word) or row["word"].startswith(word))
            for row in self.rows["words"]
            if row["decision"] == document
        )

    def facets(self, asked: Filters) -> list[tuple[str, str, int]]:
        counted = []
        for facet, field in FACETS.items():
            column = "bulletin" if facet == "week" else facet
            pool = self.passing(replace(asked, **{field: ()}))
            counted += [(facet, *each) for each in Counter(row[column] for row in pool).items()]
        return sorted(counted)

    def hanging(self, table: str, asked: Filters, measures: Sequence[str] = ()) -> list[Any]:
        """(document, name) of the rows that hang on the documents which pass."""
        passing = {row["id"] for row in self.passing(asked)}
        found = [
            row
            for row in self.rows[table]
            if row["decision"] in passing and (not measures or row["measure"] in measures)
        ]
        found.sort(key=lambda row: (-row["decision"], row["position"]))
        name = "slug" if table == "facts" else "rule"
        return [(self.slugs[row["decision"]], row[name]) for row in found]

    def due(self, asked: Filters) -> list[tuple[str, str, str]]:
        """(document, what, fact) of all that is to be done, soonest first, undated last."""
        passing = {row["id"]: row for row in self.passing(asked)}
        found = [
            (row["id"], row, "document", "")
            for row in passing.values()
            if row["addressed_to_vi"] or row["status"] == "proposed"
        ]
        found += [(row["decision"], row, "fact", row["slug"]) for row in self.rows["facts"]]
        found += [(row["decision"], row, "provision", "") for row in self.rows["provisions"]]
        held = [
            (row["deadline"] is None, row["deadline"] or date.max, -document, what, fact)
            for document, row, what, fact in found
            if document in passing and (what == "document" or row["deadline"] or row["lead_vi"])
        ]
        return [(self.slugs[-document], what, fact) for *_, document, what, fact in sorted(held)]


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_sets_and_plain_rows_give_the_same_answers(week: Week, data: st.DataObject) -> None:
    with opened(data.draw(archives(week))) as (rows, release):
        plain = Plain(rows)
        for _ in range(20):
            asked = data.draw(filters)
            passing = plain.passing(asked)
            limit, offset = data.draw(st.integers(1, 6)), data.draw(st.integers(0, 12))
            slugs = [row["slug"] for row in passing]
            assert [row.slug for row in read.decisions(release, asked)] == slugs
            sheet = read.decisions(release, asked, limit=limit, offset=offset)
            assert [row.slug for row in sheet] == slugs[offset : offset + limit]
            requests = sum(row["status"] == "proposed" for row in passing)
            assert read.count(release, asked) == Count(len(passing), requests)
            facets = [(row.facet, row.value, row.documents) for row in read.facets(release, asked)]
            assert facets == plain.facets(asked)
            assert read.digests(release, asked) == {row["slug"]: row["digest"] for row in passing}
            due = [
                (row.decision, row.what, row.fact)
                for row in read.deadlines(release, asked, limit=limit)
            ]
            assert due == plain.due(asked)[:limit]
            day = data.draw(st.dates(plain.last_day, plain.last_day + timedelta(400)))
            every = read.deadlines(release, asked)
            asking = [row["slug"] for row in passing if row["status"] == "proposed"]
            found = read.deadlines_near(release, day, asked, limit=limit)
            assert found == near(every, asking, day, limit)
            found = [(row.decision, row.rule) for row in read.flags(release, asked, limit=limit)]
            assert found == plain.hanging("flags", asked)[:limit]


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_sheets_of_facts_are_cut_where_plain_rows_are_cut(week: Week, data: st.DataObject) -> None:
    with opened(data.draw(archives(week))) as (rows, release):
        plain = Plain(rows)
        for _ in range(20):
            asked = replace(data.draw(filters), search="")
            measures = data.draw(st.sets(st.sampled_from(MEASURES), max_size=2).map(sorted))
            whole = plain.hanging("facts", asked, measures)
            found = read.facts(release, asked, measures=measures)
            assert [(row.decision, row.slug) for row in found] == whole
            limit, offset = data.draw(st.integers(1, 9)), data.draw(st.integers(0, 25))
            sheet = read.facts(release, asked, measures=measures, limit=limit, offset=offset)
            assert sheet == found[offset : offset + limit]


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_only_touches_a_sector_or_holds_a_measure_is_found_as_in_plain_rows(
    week: Week, data: st.DataObject
) -> None:
    with opened(data.draw(archives(week))) as (rows, release):
        plain = Plain(rows)
        for _ in range(20):
            asked = data.draw(filters)
            others = plain.passing(replace(asked, sectors=()))
            touching = [
                row["slug"]
                for row in others
                if row["sector"] not in asked.sectors
                and {*row["second_sectors"]} & {*asked.sectors}
            ]
            assert [row.slug for row in read.also_in_sector(release, asked)] == touching
            measures = data.draw(st.sets(st.sampled_from(MEASURES), max_size=2).map(sorted))
            holding = [slug for slug, _ in plain.hanging("facts", asked, measures)]
            found = read.with_measures(release, asked, measures=measures)
            expected = [*dict.fromkeys(holding)] if measures else []
            assert [row.slug for row in found] == expected
