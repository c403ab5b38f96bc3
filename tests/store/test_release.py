"""An open release is read-only, cut off from everything, and gives each thread its own answer."""

import re
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, repeat
from pathlib import Path

import duckdb
import pytest

import lsdash.store
import lsdash.store.release
from lsdash.errors import QuestionError, SlowQuestionError
from lsdash.store import read
from lsdash.store.kept import Kept
from lsdash.store.release import Release, sql

STORE = Path(lsdash.store.__file__).parent
QUESTIONS = sorted(file.stem for file in (STORE / "queries").glob("*.sql"))


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("INSERT INTO facts SELECT * FROM facts", "read-only"),
        ("DELETE FROM decisions", "read-only"),
        ("CREATE TABLE more (x INTEGER)", "read-only"),
        ("SELECT * FROM read_csv('/etc/passwd')", "Permission"),
        ("SELECT * FROM read_text('/etc/passwd')", "Permission"),
        ("SELECT * FROM '/etc/passwd'", "does not exist"),
        ("COPY decisions TO 'stolen.csv'", "Permission"),
        ("ATTACH 'other.duckdb'", "Permission"),
        ("INSTALL httpfs", "Permission"),
        ("LOAD httpfs", "Permission"),
        ("SET memory_limit = '8GB'", "locked"),
        ("SET enable_external_access = true", "locked"),
        ("SET lock_configuration = false", "locked"),
    ],
)
def test_a_statement_that_slipped_in_could_neither_write_nor_look_around(
    release: Release, statement: str, refusal: str
) -> None:
    # Below `ask`, which takes no statements: what the connection itself would allow.
    with release._connection.cursor() as cursor, pytest.raises(duckdb.Error, match=refusal):
        cursor.execute(statement)


def test_every_thread_gets_the_answers_to_its_own_questions(release: Release) -> None:
    slugs = [row.slug for row in read.decisions(release)]
    alone = {slug: (read.decision(release, slug), read.facts_of(release, slug)) for slug in slugs}

    def some(start: int) -> list[bool]:
        asked = [slugs[(start + at) % len(slugs)] for at in range(12)]
        return [
            (read.decision(release, slug), read.facts_of(release, slug)) == alone[slug]
            for slug in asked
        ]

    with ThreadPoolExecutor(16) as threads:
        right = list(chain.from_iterable(threads.map(some, range(16))))
    assert right == list(repeat(True, 16 * 12))


def test_threads_that_share_the_memory_of_rows_get_the_rows_of_their_documents(
    release: Release,
) -> None:
    slugs = [row.slug for row in read.decisions(release)]
    pairs = [(one, other) for one in slugs for other in slugs if one < other]

    def told(pair: tuple[str, str]) -> list[list[object]]:
        numbers = read.numbers(release, pair)
        questions = (read.documents, read.facts_in, read.parts_in)
        return [[*question(release, numbers)] for question in questions]

    release.kept = Kept(0)
    alone = [told(pair) for pair in pairs]
    release.kept = Kept(100)
    with ThreadPoolExecutor(16) as threads:
        assert [*threads.map(told, pairs * 3)] == alone * 3
    assert len(release.kept) <= 100


def test_a_question_that_cannot_be_answered_is_named(release: Release) -> None:
    with pytest.raises(QuestionError, match="The question 'facts' could not be answered"):
        release.ask("facts", {})


ENDLESS = "SELECT sum(a.range % 7 * b.range) AS n FROM range(9999999) a, range(9999999) b;"


def test_a_question_that_takes_too_long_is_broken_off_and_the_next_is_answered(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr(lsdash.store.release, "PATIENCE_SECONDS", 0.2)
        changed.setattr(lsdash.store.release, "sql", lambda _question: ENDLESS)
        with pytest.raises(SlowQuestionError, match=r"'weeks'.*more than 0\.2 seconds"):
            release.ask("weeks", {})
    assert release.ask("weeks", {})


def test_one_question_broken_off_leaves_those_beside_it_alone(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lsdash.store.release, "PATIENCE_SECONDS", 2)

    def slow_gates(question: str) -> str:
        return ENDLESS if question == "gates" else sql(question)

    monkeypatch.setattr(lsdash.store.release, "sql", slow_gates)
    with ThreadPoolExecutor(2) as threads:
        endless = threads.submit(read.gates, release)
        beside = [len(read.weeks(release)) for _ in range(30)]
        assert isinstance(endless.exception(), SlowQuestionError)
    assert beside == [1] * 30


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_in_words_and_is_asked(question: str) -> None:
    first = sql(question).splitlines()[0]
    assert first.startswith("-- ")
    assert first.endswith("?")
    asking = "".join(file.read_text(encoding="utf-8") for file in STORE.glob("*.py"))
    assert f'"{question}"' in asking


@pytest.mark.parametrize("question", QUESTIONS)
def test_values_reach_a_question_as_named_parameters_only(question: str) -> None:
    assert "{" not in sql(question)
    assert "?" not in "".join(sql(question).splitlines()[1:])


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_joins_all_documents_or_all_figures(question: str) -> None:
    """Of a million documents all are put into a hash table then, for the sake of one."""
    assert not re.search(r"JOIN (decisions|facts|provisions|due)\b", sql(question))
