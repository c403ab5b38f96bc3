"""The command line: build or publish a release, list releases, print decisions and facts, check.

Anything wrong in the call is one line on standard error and exit code 2; records that cannot be
built give exit code 1.
"""

import csv
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import click
from ruamel.yaml import YAML

from lsdash import publishing, settings
from lsdash.errors import LsdashError, SettingsError, UnknownReleaseError
from lsdash.intake import draft, received, silences
from lsdash.model import Filters
from lsdash.records import coverage, flags, load
from lsdash.records.flags import SeriesPoint
from lsdash.settings import Settings
from lsdash.store import build as store_build
from lsdash.store import read, shelf, texts
from lsdash.store.release import Release
from lsdash.text import LANGS
from lsdash.view import LATEST
from lsdash.vocabulary import FigureKind, Kind, Sector

USAGE, FAILED = 2, 1

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
    """List the releases, the current one first; a damaged one is named and exits with 1."""
    place = settings.read()
    wanted = [_opened(release).name] if release != LATEST else None
    rows = []
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
                "reviewer": manifest.reviewer,
                "code_version": manifest.code_version,
                "records": manifest.records,
            }
        )
    _write(rows, form, ["release", "current", "built_at", "documents_to", "documents", "note"])
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
    row: Row = {"file": file.name}
    row |= draft.read(received.read(content, file.name), known).model_dump()
    for decision in row["decisions"]:
        decision["silences"] = [
            {"code": code, **{lang: silences.words(code, lang) for lang in LANGS}}
            for code in decision["silences"]
        ]
    return row


def _written(row: Row, form: str, indent: int | None = None) -> str:
    tree = json.dumps(row, ensure_ascii=False, indent=indent, default=_json)
    if form == "json":
        return tree
    yaml = YAML(typ="rt")
    yaml.width = 1_000_000  # a heading stays on its line
    written = StringIO()
    yaml.dump(json.loads(tree), written)
    return written.getvalue().rstrip("\n")


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
