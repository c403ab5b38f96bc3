"""A bulletin as brought, read into its draft in a process of its own (`lsdash.sandbox`).

One of an older program passes LibreOffice first, where that is installed.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from typing import Any

from lsdash import sandbox
from lsdash.errors import (
    BrokenReaderError,
    BusyIntakeError,
    BusyReaderError,
    DamagedFileError,
    IntakeError,
    NeedsLibreOfficeError,
    SlowFileError,
    SlowReaderError,
)
from lsdash.intake.drafting import draft
from lsdash.intake.drafting.model import Draft
from lsdash.intake.files import limits, received
from lsdash.intake.files.left_out import Left, LeftOut
from lsdash.intake.files.old_fonts.converted import Converted
from lsdash.intake.files.old_fonts.letters import OldFont
from lsdash.intake.files.received import PASTED, Received
from lsdash.intake.files.scanned import page
from lsdash.intake.files.scanned.page import Page, Seen
from lsdash.libreoffice import kinds, program
from lsdash.records.flags import SeriesPoint
from lsdash.sandbox import Limits

REFUSALS = {each.__name__: each for each in IntakeError.__subclasses__()}


def read(
    content: bytes | str,
    name: str = PASTED,
    *,
    known: Iterable[SeriesPoint] = (),
    scanned: Mapping[int, Page] | None = None,
    meanwhile: Callable[[], object] = lambda: None,
    limits: Limits | None = None,
) -> tuple[Received, Draft]:
    """The text of a file, or one that was pasted, and its draft.

    `known`, `scanned` and what is raised are as for `received.read` and `draft.read`, `meanwhile`
    and `limits` as for `sandbox.run`; a reader that gives no answer is an IntakeError as well.
    """
    is_pasted = isinstance(content, str)
    given = {
        "name": name,
        "is_pasted": is_pasted,
        "known": [(each.series, each.number, each.signed_on.isoformat()) for each in known],
        "scanned": None if scanned is None else [asdict(each) for each in scanned.values()],
    }
    brought = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    brought = brought if is_pasted else of_today(brought, name, meanwhile)
    with refused(name):
        return _checked(
            sandbox.run(answered, brought, given=given, meanwhile=meanwhile, limits=limits)
        )


@contextmanager
def refused(name: str) -> Iterator[None]:
    """An IntakeError for whatever keeps a process of its own from giving an answer that is one."""
    try:
        yield
    except SlowReaderError as error:
        raise SlowFileError(name=name, seconds=error.seconds) from error
    except BusyReaderError as error:
        raise BusyIntakeError(name=name) from error
    except BrokenReaderError as error:
        problem = f"it breaks the program that reads it, or takes more than {error.megabytes} MB"
        raise DamagedFileError(name=name, problem=problem) from error
    except (ValueError, TypeError, KeyError) as error:
        problem = "the program that reads it gave an answer that is none"
        raise DamagedFileError(name=name, problem=problem) from error


def of_today(content: bytes, name: str, meanwhile: Callable[[], object] = lambda: None) -> bytes:
    """The file as a Word file of today if it is of an older program, else as it is.

    Raises NeedsLibreOfficeError, or an IntakeError of a file that LibreOffice cannot read.
    """
    kind = kinds.kind(content)
    if (
        kind is None
        or kind not in kinds.TEXTS
        or len(content) > limits.MOST_MEGABYTES * limits.MEGABYTE
    ):
        return content
    if not program.reads(kind):
        raise NeedsLibreOfficeError(name=name, form=kind)
    try:
        return program.convert(content, kind, meanwhile=meanwhile)
    except SlowReaderError as error:
        raise SlowFileError(name=name, seconds=error.seconds) from error
    except BusyReaderError as error:
        raise BusyIntakeError(name=name) from error
    except BrokenReaderError as error:
        problem = "LibreOffice cannot open it, or it asks for a password"
        raise DamagedFileError(name=name, problem=problem) from error


def answered(
    content: bytes,
    *,
    name: str,
    is_pasted: bool,
    known: list[tuple[str, int, str]],
    scanned: list[dict[str, Any]] | None = None,
) -> bytes:
    """What the process of its own writes: text and draft, or why there are none, as JSON."""
    points = [SeriesPoint(series, number, date.fromisoformat(on)) for series, number, on in known]
    pages = None if scanned is None else {each["number"]: page.of_json(each) for each in scanned}
    try:
        text = (
            received.pasted(content.decode("utf-8", "surrogatepass"))
            if is_pasted
            else received.read(content, name, pages)
        )
        found = draft.read(text, points)
    except IntakeError as error:
        return _json({"refusal": type(error).__name__, "told": vars(error)})
    return _json({"received": asdict(text)}) + b"\n" + found.model_dump_json().encode("utf-8")


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told).encode("ascii")


def check(told: dict[str, Any]) -> None:
    """Raises the refusal that an answer is, if it is one."""
    if "refusal" in told:
        raise REFUSALS[told["refusal"]](**told["told"])


def _checked(answer: bytes) -> tuple[Received, Draft]:
    """An answer as it must be. Raises the refusal in it; ValueError and the like if it is none."""
    first, _, rest = answer.partition(b"\n")
    told = json.loads(first)
    check(told)
    shown = told["received"]
    left = tuple(LeftOut(Left(each["what"]), str(each["text"])) for each in shown["left_out"])
    old = tuple(Converted(**{**it, "font": OldFont(it["font"])}) for it in shown["converted"])
    seen = tuple(Seen(**{name: int(at) for name, at in each.items()}) for each in shown["seen"])
    parts = {"left_out": left, "converted": old, "seen": seen}
    return Received(**{**shown, **parts}), Draft.model_validate_json(rest)
