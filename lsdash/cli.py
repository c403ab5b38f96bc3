"""The command line: build a release, list releases, print decisions and facts, check a record.

Anything wrong in the call is one line on standard error and exit code 2; records that cannot be
built give exit code 1.
"""

import csv
import getpass
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import click

from lsdash import differences, settings
from lsdash.differences import LINE_FIELDS
from lsdash.errors import LsdashError, SettingsError, UnknownReleaseError
from lsdash.model import Filters
from lsdash.records import coverage, load
from lsdash.settings import Settings
from lsdash.store import build as store_build
from lsdash.store import read, shelf
from lsdash.store.release import Release
from lsdash.view import LATEST, WEEK
from lsdash.vocabulary import FigureKind, Kind, Sector

USAGE, FAILED = 2, 1

RELEASE_COLUMNS = (
    "release",
    "current",
    "built_at",
    "documents_to",
    "documents",
    "parent",
    "note",
    "code_version",
    "records",
    "withdrawn",
)

Row = dict[str, Any]


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
@_narrowing([*map(str, Kind)], "Releases that hold documents of this kind.")
def releases(release: str, sector: str | None, kind: str | None, form: str) -> None:
    """List the releases, the current one first, the withdrawn last.

    A damaged one is named on standard error and exits with 1.
    """
    place = settings.read()
    wanted = [_opened(release).name] if release != LATEST else None
    rows: list[Row] = []
    for manifest in shelf.manifests(place):
        if wanted and manifest.release not in wanted:
            continue
        opened = shelf.open_release(place, manifest.release)
        held = read.count(opened, _filters(sector, kind))
        if (sector or kind) and not held.documents:
            continue
        rows.append(
            {
                "release": manifest.release,
                "current": manifest.release == shelf.current(place.releases),
                "built_at": f"{manifest.built_at.isoformat()}Z",
                "documents_to": manifest.documents_to,
                "documents": held.documents,
                "parent": manifest.parent,
                "note": manifest.note,
                "code_version": manifest.code_version,
                "records": manifest.records,
                "withdrawn": None,
            }
        )
    if not (wanted or sector or kind):
        columns = dict.fromkeys(RELEASE_COLUMNS)
        rows += [
            columns | {"release": stone.release, "current": False, "withdrawn": stone.reason}
            for stone in shelf.tombstones(place.releases)
        ]
    shown = ["release", "current", "built_at", "documents_to", "documents", "note", "withdrawn"]
    _write(rows, form, shown)
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
    rows = [
        {
            "decision": row.slug,
            "document": row.number,
            "kind": row.kind,
            "signed_on": row.signed_on,
            "issuer": row.issuer,
            "sector": row.sector,
            "second_sectors": row.second_sectors,
            "status": row.status,
            "title_vi": row.title_vi,
            "title_en": row.title_en,
            "summary_vi": row.summary_vi,
            "summary_en": row.summary_en,
            "week": row.bulletin,
            "item": row.item,
            "paragraph": row.paragraph,
            "release": opened.name,
        }
        for row in read.decisions(opened, filters, limit=total)
    ]
    _write(rows, form, ["document", "signed_on", "sector", "status", "title_vi"])


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
    rows = [fact_row(fact, opened) for fact in found if not of_figure or fact.kind == kind]
    _write(rows, form, ["document", "fact", "printed", "low", "high", "unit", "bound", "basis"])


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
    _write(rows, form, LINE_FIELDS)


@commands.command()
@click.argument("release")
@click.option("--reason", required=True, help="Why, as readers of its links will see it.")
@click.option("--by", help="Who withdraws it; the account's name by default.")
@click.option("--replacement", help="The release to read instead.")
def withdraw(*, release: str, reason: str, by: str | None, replacement: str | None) -> None:
    """Withdraw a release: its links tell the reason and show no data any more.

    Its file is kept, with a tombstone beside it. Other releases are not touched.
    """
    place = settings.read()
    stone = shelf.withdraw(
        place,
        _completed(release),
        reason=reason.strip() or _no_reason(),
        by=by or _account(),
        replacement=replacement and _completed(replacement),
        on=datetime.now(UTC).date(),
    )
    current = shelf.current(place.releases)
    state = f"{current} is current" if current else "no release is left"
    click.echo(f"{stone.release}\twithdrawn\t{state}")


@commands.command("coverage")
@click.argument("week")
@click.argument("text", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def coverage_of(week: str, text: Path) -> None:
    """Check that the record of WEEK accounts for every number in its TEXT."""
    file = settings.read().records / f"{week}.yaml"
    if not file.is_file():
        raise click.BadParameter(f"there is no record {file}", param_hint="WEEK")
    _, record = load.load(file)
    try:
        claims = coverage.check(text.read_text(encoding="utf-8"), record)
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{text} is not UTF-8 text", param_hint="TEXT") from error
    for claim in claims:
        click.echo(f"{claim.line}\t{claim.printed}\t{claim.by or 'NOT READ: ' + claim.context}")
    unread = sum(claim.by is None for claim in claims)
    click.echo(f"{len(claims)} numbers, {unread} not read", err=True)
    if unread:
        raise click.exceptions.Exit(FAILED)


def fact_row(fact: read.FactRow, release: Release) -> Row:
    """A fact as files and programs get it: codes, base units, ISO dates; None is not stated."""
    return {
        "fact": f"{fact.decision}/{fact.slug}",
        "document": fact.number,
        "decision": fact.decision,
        "signed_on": fact.signed_on,
        "sector": fact.sector,
        "status": fact.status,
        "measure": fact.measure,
        "subject_vi": fact.subject_vi,
        "subject_en": fact.subject_en,
        "kind": fact.kind,
        "low": fact.low,
        "high": fact.high,
        "unit": fact.unit,
        "bound": fact.bound,
        "printed": fact.printed,
        "basis": fact.basis,
        "formula": fact.formula,
        "part_of": fact.part_of and f"{fact.decision}/{fact.part_of}",
        "option": fact.option,
        "period_from": fact.period_from,
        "period_to": fact.period_to,
        "period_basis": fact.period_basis,
        "deadline": fact.deadline,
        "baseline_vi": fact.baseline_vi,
        "baseline_en": fact.baseline_en,
        "direction": fact.direction,
        "mandatory": fact.mandatory,
        "note_vi": fact.note_vi,
        "note_en": fact.note_en,
        "item": fact.item,
        "paragraph": fact.paragraph,
        "week": fact.bulletin,
        "release": release.name,
    }


def _completed(written: str) -> str:
    """The release that a cut id means, if it is only one; else what was written."""
    place = settings.read()
    meant = shelf.completions(place.releases, written)
    if len(meant) > 1:
        raise click.BadParameter(f"{written!r} may mean {' or '.join(meant)}")
    return meant[0] if meant else written


def _account() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return None


def _no_reason() -> NoReturn:
    raise click.BadParameter("must say why", param_hint="--reason")


def _week(opened: Release, week: str) -> str:
    held = [row.slug for row in read.weeks(opened)]
    if week not in held:
        raise click.BadParameter(
            f"{week} is not in release {opened.name}. Weeks there: {', '.join(held)}."
        )
    return week


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
        release = shelf.current(place.releases) or store_build.build(place)
    return shelf.open_release(place, release)


def _filters(sector: str | None, kind: str | None) -> Filters:
    return Filters(sectors=(sector,) if sector else (), kinds=(kind,) if kind else ())


def _write(rows: Sequence[Row], form: str, columns: Sequence[str]) -> None:
    """Rows on standard output; a table shows `columns`, the other forms show every field."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=_json))
    elif form == "csv":
        fields = list(rows[0]) if rows else list(columns)
        writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    else:
        _table(rows, columns)


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    cells = [list(columns), *([_cell(row[name]) for name in columns] for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(columns))]
    for line in cells:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _json(value: Any) -> Any:
    """Whole quantities as JSON integers, others as numbers; dates as ISO."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")
