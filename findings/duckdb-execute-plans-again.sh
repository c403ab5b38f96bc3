#!/usr/bin/env bash
# DuckDB plans a prepared statement anew at every EXECUTE, so that preparing saves next to nothing.
#
# Expected: PREPARE parses, binds and optimises once, and EXECUTE only runs; that is what it did, and
# what servers that ask the same few questions again and again prepare them for.
# Seen: a join of three tables of 60 columns, without parameters and without rows, took by plain text
# and by EXECUTE 2.4 and 0.45 ms of processor time with DuckDB 1.1.3, and 7.5 and 7.4 ms with 2.0.0.
# Plans that read tables are not kept any more, since they hold what was known of the rows then. Where
# answers are small the plan is most of their time: narrow questions and kept rows help, PREPARE not.
#
# Exits 0 while 1.1.3 saves more than half of the time and 2.0.0 less than a third, and 1 when that
# has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in 1.1.3 2.0.0; do
    python3 -m venv "venv-$version"
    "venv-$version/bin/pip" install -q "duckdb==$version"
done

cat >ask.py <<'PY'
import time

import duckdb

connection = duckdb.connect(config={"threads": "1"})
columns = ", ".join(f"c{at} INTEGER" for at in range(60))
connection.execute(f"CREATE TABLE a (id INTEGER, {columns})")
connection.execute(f"CREATE TABLE b (id INTEGER, {columns})")
question = "SELECT * FROM a JOIN b USING (id) JOIN a AS c USING (id) WHERE a.c1 = 7"
connection.execute(f"PREPARE asked AS {question}")


def best(sql: str) -> float:
    """Milliseconds of processor time: the least of fifty runs."""
    took = []
    for _ in range(50):
        start = time.process_time()
        connection.execute(sql).fetchall()
        took.append(1000 * (time.process_time() - start))
    return min(took)


plain, prepared = best(question), best("EXECUTE asked")
print(f"{prepared / plain:.2f} DuckDB {duckdb.__version__}: {plain:.2f} and {prepared:.2f} ms")
PY
before=$(venv-1.1.3/bin/python ask.py)
now=$(venv-2.0.0/bin/python ask.py)
echo "$before"
echo "$now"
awk -v before="${before%% *}" -v now="${now%% *}" 'BEGIN { exit !(before < 0.5 && now > 0.67) }'
