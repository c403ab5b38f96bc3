"""Put all that the dashboard keeps into one archive, while it runs:

    python deploy/backup.py /var/lib/lsdash/data /backup/lsdash-2020-03-09.tar.gz

Records and releases are written in one step and never changed under their names, so that they are
copied as they lie. The short links are a database that others write: a copy is asked of SQLite.
What a publisher or an upgrade is writing just now (names that begin with a dot) is left out.
Restoring is unpacking, with the server stopped. Nothing but Python is needed.
"""

import sqlite3
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

DATABASES = {".sqlite"}
BESIDE = ("-wal", "-shm", "-journal")
"""Endings of what SQLite keeps beside a database; the copy needs none of it."""


def main(data: Path, archive: Path) -> None:
    """Write the archive of `data` aside and put it in place; an older one of that name goes."""
    aside = archive.with_name(f".{archive.name}")
    with tarfile.open(aside, "w:gz") as packed, TemporaryDirectory() as folder:
        for file in sorted(data.rglob("*")):
            inside = file.relative_to(data)
            if file.is_dir() or any(part.startswith(".") for part in inside.parts):
                continue
            if file.suffix in DATABASES:
                packed.add(copied(file, Path(folder) / file.name), f"data/{inside}")
            elif not file.name.endswith(BESIDE):
                packed.add(file, f"data/{inside}")
    aside.chmod(0o600)
    aside.replace(archive)


def copied(database: Path, to: Path) -> Path:
    """A copy of a SQLite database as of one moment, whoever writes meanwhile."""
    with (
        closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(to)) as target,
    ):
        source.backup(target)
    return to


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
