"""The command line: build or publish a release, list releases, print decisions and facts, check.

Anything wrong in the call is one line on standard error and exit code 2; records that cannot be
built give exit code 1.
"""

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import click
from ruamel.yaml import YAML

from lsdash import publishing, settings, short_links
from lsdash.comparing import differences
from lsdash.comparing.differences import LINE_FIELDS
from lsdash.errors import LsdashError, SettingsError, StoreAwayError, UnknownReleaseError
from lsdash.export.tables.rows import (
    DECISION_COLUMNS,
    FACT_COLUMNS,
    RELEASE_COLUMNS,
    Row,
    cell,
    csv_text,
    decision_row,
    fact_row,
    json_text,
    names,
    release_row,
    withdrawn_row,
)
from lsdash.intake.drafting import silences
from lsdash.intake.drafting.scans import brought
from lsdash.model import Filters
from lsdash.records import coverage, flags, load
from lsdash.records.flags import SeriesPoint
from lsdash.settings import Settings
from lsdash.store import build as store_build
from lsdash.store import follow, read, sharing, shelf, texts
from lsdash.store.release import Release
from lsdash.text import LANGS
from lsdash.view import LATEST, WEEK
from lsdash.vocabulary import FigureKind, Kind, Sector

USAGE, FAILED = 2, 1


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    try:
        sys.exit(commands(prog_name="python -m lsdash", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        sys.exit(USAGE)
    except click.ClickException as error:
        _complain(error.format_message(), USAGE)
    except (UnknownReleaseError, SettingsError) as error:
        _complain(str(error), USAGE)
    except LsdashError as error:
        _complain(str(error), FAILED)
    except (BrokenPipeError, click.Abort):
        sys.exit(FAILED)


def _complain(message: str, code: int) -> NoReturn:
    print(f"lsdash: {message}", file=sys.stderr)
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """The decisions of Lạng Sơn province as releases, decisions and facts."""


def _narrowing(kinds: Sequence[str], what: str) -> Callable[..., Any]:
    """The options that every listing takes."""

    def wrap(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in (
            click.option(
                "--format",
                "form",
                type=click.Choice(["table", "json", "csv"]),
                default="table",
                help="How to write the rows.",
            ),
            click.option("--kind", type=click.Choice(kinds, case_sensitive=False), help=what),
            click.option(
                "--sector", type=click.Choice([*map(str, Sector)]), help="One sector alone."
            ),
            click.option(
                "--release", default=LATEST, help="A release id; the current one by default."
            ),
        ):
            command = option(command)
        return command

    return wrap


@commands.command()
@click.option("--note", default="", help="A line kept in the release about why it was made.")
def build(note: str) -> None:
    """Build the release of the records in data/bulletins and make it current."""
    place = settings.read()
    already = shelf.names(place.releases)
    release = store_build.build(place, note=note)
    state = "already there" if release in already else "built"
    click.echo(f"{release}\t{state}\t{place.releases / (release + '.duckdb')}")


@commands.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--note", default="", help="A line kept in the release about why it was made.")
@click.option("--reviewer", default="", help="Who checked the record; kept in the release.")
@click.option(
    "--text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The bulletin's text, kept so that figures can be shown in their sentences.",
)
def publish(file: Path, note: str, reviewer: str, text: Path | None) -> None:
    """Check a week's record, put it among the records, and make its release current."""
    place = settings.read()
    if text:
        _, week = load.load(file)
        received = _text(text)
        if texts.sha256(received) != week.bulletin.origin.sha256:
            problem = f"{text} is not the text that the record was read from (origin.sha256)"
            raise click.BadParameter(problem, param_hint="--text")
        texts.keep(place, received)
    done = publishing.publish(place, file, note=note, reviewer=reviewer)
    click.echo(f"{done.release}\tafter {done.before or 'none'}")
    for what, changes in (("document", done.documents), ("fact", done.facts)):
        for sign, slugs in zip(
            "+-~", (changes.added, changes.removed, changes.changed), strict=True
        ):
            for slug in slugs:
                click.echo(f"{sign} {what}\t{slug}")
    if done.documents.is_empty and done.facts.is_empty:
        click.echo("no document and no fact is different")


@commands.command()
@_narrowing([*map(str, Kind)], "Releases that hold documents of this kind.")
def releases(release: str, sector: str | None, kind: str | None, form: str) -> None:
    """List the releases, the current one first, the withdrawn last.

    A damaged one is named on standard error and exits with 1.
    """
    place = settings.read()
    _keep_in_step(place)
    wanted = [_opened(release).name] if release != LATEST else None
    rows: list[Row] = []
    for manifest in shelf.manifests(place):
        if wanted and manifest.release not in wanted:
            continue
        opened = shelf.open_release(place, manifest.release)
        held = read.count(opened, _filters(sector, kind))
        if (sector or kind) and not held.documents:
            continue
        current = manifest.release == shelf.current(place.releases)
        rows.append(release_row(manifest, is_current=current, documents=held.documents))
    if not (wanted or sector or kind):
        rows += [withdrawn_row(stone) for stone in shelf.tombstones(place.releases)]
    shown = ["release", "current", "built_at", "documents_to", "documents", "note", "withdrawn"]
    _write(rows, form, shown, RELEASE_COLUMNS)
    if not wanted:
        found = [_damage(place, name) for name in shelf.names(place.releases)]
        damaged = [error for error in found if error]
        if damaged:
            raise LsdashError("\n".join(map(str, damaged)))


@commands.command()
@_narrowing([*map(str, Kind)], "One kind of document alone.")
def decisions(release: str, sector: str | None, kind: str | None, form: str) -> None:
    """List the documents, newest first."""
    opened = _opened(release)
    filters = _filters(sector, kind)
    total = read.count(opened, filters).documents
    found = read.decisions(opened, filters, limit=total)
    rows = [decision_row(row, opened.name) for row in found]
    shown = ["document", "signed_on", "sector", "status", "title_vi"]
    _write(rows, form, shown, names(DECISION_COLUMNS))


@commands.command()
@_narrowing(
    [*map(str, Kind), *map(str, FigureKind)],
    "One kind of document (QD …) or of figure (money …) alone.",
)
def facts(release: str, sector: str | None, kind: str | None, form: str) -> None:
    """List the facts, with the document and place that each stands in."""
    opened = _opened(release)
    of_figure = kind in list(FigureKind)
    found = read.facts(opened, _filters(sector, None if of_figure else kind))
    rows = [fact_row(fact, opened.name) for fact in found if not of_figure or fact.kind == kind]
    shown = ["document", "fact", "printed", "low", "high", "unit", "bound", "basis"]
    _write(rows, form, shown, names(FACT_COLUMNS))


@commands.command()
@click.argument("old")
@click.argument("new")
@_narrowing([*map(str, Kind)], "One kind of document alone.")
def diff(
    old: str, new: str, *, release: str, sector: str | None, kind: str | None, form: str
) -> None:
    """Tell what differs between two releases, or between two weeks of one.

    OLD and NEW are release ids, or enough of them to be sure, or weeks such as 2020-w10; with
    weeks, --release says in which release.
    """
    filters = _filters(sector, kind)
    if re.fullmatch(WEEK, old) and re.fullmatch(WEEK, new):
        opened = _opened(release)
        sides = _week(opened, old), _week(opened, new)
        found = differences.of_weeks(opened, *sides, filters)
    elif release != LATEST:
        raise click.BadParameter("goes with two weeks, not with two releases", param_hint="release")
    else:
        before, after = _opened(_completed(old)), _opened(_completed(new))
        sides = before.name, after.name
        found = differences.between(before, after, filters)
    if found.is_empty and form == "table":
        click.echo(f"{sides[0]} and {sides[1]}: no difference")
        return
    rows = [
        {name: getattr(line, name) for name in LINE_FIELDS} for line in differences.lines(found)
    ]
    _write(rows, form, LINE_FIELDS, LINE_FIELDS)


@commands.command()
@click.argument("release")
@click.option("--reason", required=True, help="Why, in Vietnamese: readers of its links see it.")
@click.option("--reason-en", help="The same in English; without it English readers see the first.")
@click.option("--by", help="Who withdraws it, as readers will see it; nobody is named by default.")
@click.option("--replacement", help="The release to read instead.")
def withdraw(
    *,
    release: str,
    reason: str,
    reason_en: str | None,
    by: str | None,
    replacement: str | None,
) -> None:
    """Withdraw a release: its links tell the reason and show no data any more.

    Its file is kept, with a tombstone beside it. Other releases are not touched.
    """
    place = settings.read()
    follow.step(place)
    stone = shelf.withdraw(
        place,
        _completed(release),
        reason=reason.strip() or _no_reason(),
        reason_en=reason_en and reason_en.strip(),
        by=by,
        replacement=replacement and _completed(replacement),
        on=datetime.now(UTC).date(),
    )
    current = shelf.current(place.releases)
    state = f"{current} is current" if current else "no release is left"
    click.echo(f"{stone.release}\twithdrawn\t{state}")


@commands.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def deposit(folder: Path) -> None:
    """Bring the releases, tombstones and short links of FOLDER into the store that machines share.

    LSDASH_RELEASES says which. What is there already stays as it is.
    """
    place = settings.read()
    brought = sharing.deposit(place, folder)
    count = short_links.deposit(place, folder)
    click.echo(f"{len(brought)} releases and {count} short links are in {place.depot}")


@commands.command("coverage")
@click.argument("week")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def coverage_of(week: str, text: Path) -> None:
    """Check that the record of WEEK accounts for every number in its TEXT."""
    file = settings.read().records / f"{week}.yaml"
    if not file.is_file():
        raise click.BadParameter(f"there is no record {file}", param_hint="WEEK")
    _, record = load.load(file)
    claims = coverage.check(_text(text), record)
    for claim in claims:
        click.echo(f"{claim.line}\t{claim.printed}\t{claim.by or 'NOT READ: ' + claim.context}")
    unread = sum(claim.by is None for claim in claims)
    click.echo(f"{len(claims)} numbers, {unread} not read", err=True)
    if unread:
        raise click.exceptions.Exit(FAILED)


def _completed(written: str) -> str:
    """The release that a cut id means, if it is only one; else what was written."""
    place = settings.read()
    meant = shelf.completions(place.releases, written)
    if len(meant) > 1:
        raise click.BadParameter(f"{written!r} may mean {' or '.join(meant)}")
    return meant[0] if meant else written


def _no_reason() -> NoReturn:
    raise click.BadParameter("must say why", param_hint="--reason")


def _week(opened: Release, week: str) -> str:
    held = [row.slug for row in read.weeks(opened)]
    if week not in held:
        raise click.BadParameter(
            f"{week} is not in release {opened.name}. Weeks there: {', '.join(held)}."
        )
    return week


def _text(file: Path) -> str:
    """The file's text with its line ends as they are."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{file} is not UTF-8 text", param_hint="TEXT") from error


@commands.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml")
def intake(files: tuple[Path, ...], form: str) -> None:
    """Print the draft read from each bulletin in FILES; a folder stands for its files.

    Of several files each gives a YAML document, or a line of JSON; how far it is, and which file
    gave none, is said on standard error.
    """
    bulletins = [each for file in files for each in _bulletins(file)]
    known = flags.known_points(settings.read().records.parent / "series.csv")
    if len(bulletins) == 1:
        click.echo(_written(_draft_row(bulletins[0], known), form, indent=2))
        return
    failed = 0
    for at, file in enumerate(bulletins, start=1):
        try:
            row = _draft_row(file, known)
        except LsdashError as error:
            failed += 1
            click.echo(f"{at}/{len(bulletins)} {error}", err=True)
            continue
        click.echo(("---\n" if form == "yaml" else "") + _written(row, form))
        figures = sum(len(decision["facts"]) for decision in row["decisions"])
        said = f"{len(row['decisions'])} documents, {figures} figures, {len(row['unread'])} unread"
        click.echo(f"{at}/{len(bulletins)} {file.name}: {said}", err=True)
    if failed:
        raise LsdashError(f"{failed} of {len(bulletins)} files gave no draft; see above.")


def _bulletins(file: Path) -> list[Path]:
    """The files that a path stands for, in the order of their names."""
    if not file.is_dir():
        return [file]
    inside = sorted(each for each in file.iterdir() if each.is_file())
    return [each for each in inside if not each.name.startswith(".")]


def _draft_row(file: Path, known: Sequence[SeriesPoint]) -> Row:
    """A bulletin's draft as programs get it: its fields, with what is left unsaid in words."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise LsdashError(f"{file} cannot be read: {error.strerror}") from error

    def told(page: int, of: int) -> None:
        click.echo(f"{file.name}: reading page {page} of {of} that are pictures", err=True)

    found = brought.read(content, file.name, known=known, told=told).draft
    row: Row = {"file": file.name, **found.model_dump()}
    for decision in row["decisions"]:
        decision["silences"] = [
            {"code": code, **{lang: silences.words(code, lang) for lang in LANGS}}
            for code in decision["silences"]
        ]
    return row


def _written(row: Row, form: str, indent: int | None = None) -> str:
    tree = json_text(row, indent=indent)
    if form == "json":
        return tree
    yaml = YAML(typ="rt")
    yaml.width = 1_000_000  # a heading stays on its line
    written = StringIO()
    yaml.dump(json.loads(tree), written)
    return written.getvalue().rstrip("\n")


def _damage(place: Settings, name: str) -> LsdashError | None:
    try:
        shelf.open_release(place, name)
    except LsdashError as error:
        return error
    return None


def _opened(release: str) -> Release:
    """The release asked for; the current one is built first where none is there yet."""
    place = settings.read()
    if release == LATEST:
        _keep_in_step(place)
        release = shelf.current(place.releases) or store_build.build(place)
    return shelf.open_release(place, release)


def _keep_in_step(place: Settings) -> None:
    """Take over what other machines have published; while the store is away, say so and go on."""
    try:
        follow.step(place)
    except StoreAwayError as error:
        click.echo(f"lsdash: {error}", err=True)


def _filters(sector: str | None, kind: str | None) -> Filters:
    return Filters(sectors=(sector,) if sector else (), kinds=(kind,) if kind else ())


def _write(rows: Sequence[Row], form: str, shown: Sequence[str], columns: Sequence[str]) -> None:
    """Rows on standard output; a table shows a few columns, the other forms all of them."""
    if form == "json":
        click.echo(json_text(rows))
    elif form == "csv":
        click.echo(csv_text(rows, columns), nl=False)
    else:
        _table(rows, shown)


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    cells = [list(columns), *([cell(row[name]) for name in columns] for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(columns))]
    for line in cells:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())
