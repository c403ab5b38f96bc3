"""Ours and two peers on the same rows: a sheet, how many documents, and how many for each filter.

`python benchmarks/peers.py [N]` (default 1,000,000) asks five questions of our store, of Datasette
(SQLite with a full-text index, and an index on every column that is filtered) and of the usual
dashboard's way (a pandas frame in memory, masks and `value_counts`), each in a process of its own.
It prints the median of the runs in milliseconds, how many times ours that is, and what each process
holds at most. Nobody goes over a network: Datasette is asked by its own client.
"""

import argparse
import asyncio
import json
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import synthetic  # first of ours: it makes the project importable

from lsdash.model import Filters, folded, search_words
from lsdash.store import read

RUNS = 7
FILE = "peer.db"
SHEET = 25
FACETS = ("sector", "kind", "status", "bulletin")
COLUMNS = ("id", "slug", "bulletin", "number", "kind", "signed_on", "sector", "status")
TEXTS = ("title_vi", "title_en", "short_title_vi", "short_title_en", "summary_vi", "summary_en")

QUESTIONS: Mapping[str, Filters] = {
    "everything": Filters(),
    "a sector": Filters(sectors=("finance",)),
    "a common word": Filters(search="uy"),
    "two common words": Filters(search="uy ban"),
    "a rare word": Filters(search="12345"),
}

Answer = tuple[int, int]
"""Documents that pass, and rows of the sheet: the same from everyone."""

Asking = Callable[[Filters], Answer]


def ours(folder: Path) -> Asking:
    release = synthetic.opened(folder)

    def ask(filters: Filters) -> Answer:
        release.kept.clear()  # rows of a question asked before are no answer of the store's
        read.facets(release, filters)
        sheet = read.decisions(release, filters, limit=SHEET)
        return read.count(release, filters).documents, len(sheet)

    return ask


def datasette(folder: Path) -> Asking:
    """With every limit lifted that would leave a count or a facet out."""
    from datasette.app import Datasette

    limits = {
        "sql_time_limit_ms": 60_000,
        "facet_time_limit_ms": 60_000,
        "default_facet_size": 1000,
        "max_returned_rows": 1000,
        "suggest_facets": False,
    }
    peer = Datasette([str(folder / FILE)], settings=limits)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(peer.invoke_startup())

    def ask(filters: Filters) -> Answer:
        query: list[tuple[str, object]] = [("_facet", facet) for facet in FACETS]
        query += [("_size", SHEET), ("_sort_desc", "id")]
        query += [("sector", sector) for sector in filters.sectors]
        if filters.search:
            words = " ".join(f"{folded(word)}*" for word in filters.search.split())
            query += [("_search", words), ("_searchmode", "raw")]
        address = f"/peer/decisions.json?{urlencode(query)}"
        told = loop.run_until_complete(peer.client.get(address)).json()
        assert len(told["facet_results"]) == len(FACETS), told
        return told["filtered_table_rows_count"], len(told["rows"])

    return ask


def pandas(folder: Path) -> Asking:
    import pandas as pd

    with sqlite3.connect(folder / FILE) as rows:
        frame = pd.read_sql_query("SELECT * FROM decisions ORDER BY id DESC", rows)
    for name in FACETS:
        frame[name] = frame[name].astype("category")

    def ask(filters: Filters) -> Answer:
        found = frame[frame["sector"].isin(filters.sectors)] if filters.sectors else frame
        for word in filters.search.split():
            found = found[found["words"].str.contains(f" {folded(word)}", regex=False)]
        for name in FACETS:
            found[name].value_counts()
        return len(found), len(found.head(SHEET).to_dict("records"))

    return ask


PEERS: Mapping[str, Callable[[Path], Asking]] = {
    "ours": ours,
    "Datasette": datasette,
    "pandas": pandas,
}


def fill(folder: Path) -> None:
    """The release's documents as SQLite has them best: indexes, and FTS5 over the folded words."""
    file = folder / FILE
    if file.exists():
        return
    release = synthetic.opened(folder)
    draft = folder / "peer.draft"
    draft.unlink(missing_ok=True)
    with sqlite3.connect(draft) as peer:
        columns = ", ".join((*COLUMNS, *TEXTS))
        peer.execute(
            f"CREATE TABLE decisions ({columns}, words)".replace("(id", "(id INTEGER PRIMARY KEY")
        )
        marks = ", ".join("?" * (len(COLUMNS) + len(TEXTS) + 1))
        with release._connection.cursor() as cursor:
            cursor.execute(f"SELECT {columns} FROM decisions ORDER BY id")
            while rows := cursor.fetchmany(10_000):
                peer.executemany(
                    f"INSERT INTO decisions VALUES ({marks})",
                    ((*map(_plain, row), _words(row)) for row in rows),
                )
        for name in (*FACETS, "signed_on"):
            peer.execute(f"CREATE INDEX by_{name} ON decisions ({name})")
        peer.execute(
            "CREATE VIRTUAL TABLE decisions_fts "
            "USING fts5(words, content=\"decisions\", content_rowid='id', prefix='2 3')"
        )
        peer.execute("INSERT INTO decisions_fts (decisions_fts) VALUES ('rebuild')")
        peer.execute("ANALYZE")
    draft.rename(file)


def _plain(value: object) -> object:
    """SQLite has no days."""
    return value.isoformat() if isinstance(value, date) else value


def _words(row: Sequence[object]) -> str:
    """The folded words of number, titles and summaries, each with a blank before it."""
    texts = (str(row[COLUMNS.index("number")]), *map(str, row[len(COLUMNS) :]))
    return " " + " ".join(search_words(folded(" ".join(texts))))


def measured(folder: Path, peer: str, runs: int) -> dict[str, Any]:
    """Milliseconds and answer of each question in a process of its own, and its peak memory."""
    done = subprocess.run(
        [sys.executable, __file__, "--ask", peer, str(folder), "--runs", str(runs)],
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def ask_all(folder: Path, peer: str, runs: int) -> None:
    """Ask every question, and print what `measured` reads."""
    ask = PEERS[peer](folder)
    told: dict[str, object] = {}
    for name, filters in QUESTIONS.items():
        answer, took = ask(filters), []
        for _ in range(runs):
            start = time.perf_counter()
            ask(filters)
            took.append((time.perf_counter() - start) * 1000)
        told[name] = statistics.median(took), answer
    told["memory"] = synthetic.peak_memory()
    print(json.dumps(told))


def compare(folder: Path, runs: int) -> None:
    """Print the table."""
    fill(folder)
    told = {peer: measured(folder, peer, runs) for peer in PEERS}
    others = [peer for peer in PEERS if peer != "ours"]
    heads = "".join(f"{peer + ': ms':>15}{'x ours':>8}" for peer in others)
    print(f"{'question':20}{'ours: ms':>10}{heads}{'documents':>12}")
    for name in QUESTIONS:
        own, answer = told["ours"][name]
        cells = "".join(f"{told[p][name][0]:15.1f}{told[p][name][0] / own:8.1f}" for p in others)
        unlike = {p: told[p][name][1] for p in others if told[p][name][1] != answer}
        print(f"{name:20}{own:10.1f}{cells}{answer[0]:12,}  {unlike or ''}")
    memory = ", ".join(f"{peer} {told[peer]['memory']:.0f}" for peer in PEERS)
    print(f"peak memory, MB: {memory}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("decisions", type=int, nargs="?", default=synthetic.A_MILLION)
    asked.add_argument("--small", action="store_true", help="2,000 documents, one run each")
    asked.add_argument("--runs", type=int, default=RUNS)
    asked.add_argument("--ask", nargs=2, metavar=("PEER", "FOLDER"), help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.ask:
        peer, folder = given.ask
        ask_all(Path(folder), peer, given.runs)
        return
    decisions, runs = (synthetic.SMALL, 1) if given.small else (given.decisions, given.runs)
    compare(synthetic.ready(decisions), runs)


if __name__ == "__main__":
    main()
