#!/usr/bin/env bash
# A DuckDB file written with STORAGE_VERSION 'v1.0.0' is refused by DuckDB 1.0.0 if it holds a macro.
#
# Expected: the storage version names the oldest DuckDB that opens the file; macros are older than 1.0.
# Seen with DuckDB 2.0.0 and 1.0.0: a file with a table alone opens in 1.0.0; the same file with one
# scalar macro (CREATE MACRO twice(x) AS 2 * x) does not: "Failed to deserialize: expected end of
# object, but found field id: 103". 1.1.3 opens both.
#
# Exits 0 while that is so, and 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in 2.0.0 1.1.3 1.0.0; do
    python3 -m venv "$version"
    "$version/bin/pip" install -q "duckdb==$version"
done

cat >write.py <<'PY'
import duckdb

for name in ("plain", "with_macro"):
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{name}.duckdb' AS file (STORAGE_VERSION 'v1.0.0')")
        connection.execute("CREATE TABLE file.numbers AS SELECT 1 AS x")
        if name == "with_macro":
            connection.execute("CREATE MACRO file.twice(x) AS 2 * x")
        connection.execute("CHECKPOINT file")
PY
cat >read.py <<'PY'
import duckdb

for name in ("plain", "with_macro"):
    try:
        with duckdb.connect(f"{name}.duckdb", read_only=True) as connection:
            print(name, connection.execute("SELECT x FROM numbers").fetchall())
    except duckdb.Error as error:
        print(name, "refused:", str(error).splitlines()[0])
PY
2.0.0/bin/python write.py
for version in 1.1.3 1.0.0; do
    echo "DuckDB $version"
    "$version/bin/python" read.py | tee "said-$version"
done
! grep -q refused said-1.1.3
grep -q "plain \[(1,)\]" said-1.0.0
grep -q "with_macro refused" said-1.0.0
