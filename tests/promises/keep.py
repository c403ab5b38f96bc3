"""The promised links; `python -m tests.promises.keep` adds the answers that are not kept yet."""

import os
import tempfile
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from lsdash.export import files
from lsdash.export.stamp import Stamp
from lsdash.settings import Settings
from lsdash.store import build
from lsdash.store.release import Release
from lsdash.view import PAGES, Noticed, View, from_query, to_path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Promise:
    """A shared link, its canonical form today, and the file that holds what it answered."""

    link: str
    answer: Path
    now: str

    def read(self) -> tuple[View, list[Noticed]]:
        parts = urlsplit(self.link)
        page = parts.path.removeprefix("/") or PAGES[0]
        return from_query(parse_qs(parts.query, keep_blank_values=True), page)


def promises() -> list[Promise]:
    written = tomllib.loads((HERE / "promises.toml").read_text(encoding="utf-8"))["promise"]
    return [
        Promise(each["link"], HERE / "answers" / each["answer"], each.get("now", each["link"]))
        for each in written
    ]


def built(folder: Path) -> Release:
    """The release of the records that the promises were made on, built in `folder`.

    Comparing releases looks for them where the environment says.
    """
    os.environ["LSDASH_RELEASES"] = str(folder)
    place = Settings(records=HERE / "records" / "bulletins", releases=folder, memory_mb=128)
    return Release.open(folder / f"{build.build(place)}.duckdb", memory_mb=128)


def answer(view: View, release: Release) -> bytes:
    """The view's table as CSV, without an address of its own."""
    stamp = Stamp(link=to_path(view), made_at=datetime(2020, 3, 9, tzinfo=UTC))
    return files.make("csv", release, view, "vi", stamp).content


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        release = built(Path(folder))
        for promise in promises():
            if not promise.answer.exists():
                promise.answer.write_bytes(answer(promise.read()[0], release))
                print(promise.answer.name)


if __name__ == "__main__":
    main()
