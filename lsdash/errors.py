"""Every error that lsdash raises on purpose.

    LsdashError
    ├── SettingsError          a setting in the environment cannot be used
    ├── RecordError            one thing wrong in a week's record: file, line, field
    │   (raised in a RecordErrors, which holds all that are wrong)
    ├── RecordErrors
    ├── UnwritableRecordsError the folder of records cannot be written
    ├── ChangedRecordError     a week's record is no longer the one that was to be replaced
    ├── ReleaseError
    │   ├── NoReleaseError     the folder of releases holds none
    │   ├── UnknownReleaseError
    │   ├── WithdrawnReleaseError
    │   ├── DamagedReleaseError
    │   ├── BusyReleasesError      another builder or publisher is at work
    │   ├── StoreAwayError         the object store that machines share does not answer
    │   ├── OvertakenError         another machine has published meanwhile
    │   ├── MissingWeeksError      what is served has weeks that these records have not
    │   └── UnwritableReleasesError
    ├── ShortLinksError        the file of short links cannot be read or written
    ├── DraftError             (intake) a draft on the desk cannot be read or kept
    ├── ReaderError            (sandbox) a process that reads a file gave no answer
    │   ├── SlowReaderError
    │   ├── BrokenReaderError      it died, or needed too much memory
    │   └── BusyReaderError        another file is being read
    ├── IntakeError            (intake) a text that somebody brings cannot be taken
    │   ├── EmptyTextError
    │   ├── TooLargeError
    │   ├── UnknownFormatError
    │   ├── NeedsLibreOfficeError  it is of an older program, and LibreOffice is not there
    │   ├── EncodingError          its characters cannot be told
    │   ├── OldFontError           a paragraph is of an old font, and which cannot be told
    │   ├── TurnedTextError        marks in it make it read otherwise than it is stored
    │   ├── LockedFileError        it asks for a password
    │   ├── ScannedFileError       pages of it are pictures
    │   ├── DamagedFileError
    │   ├── SlowFileError          it takes too long to read
    │   ├── BusyIntakeError        another file is being read
    │   └── NotABulletinError      it names neither a week nor a document of the province
    ├── UnfinishedReviewError  (intake) something is left to do before a week is published
    ├── QuestionError          the store could not answer
    │   └── SlowQuestionError  it would have taken too long
    ├── TooManyRowsError       a file would hold more rows than it may
    ├── DrawingError           a chart holds something that is not known how to draw
    └── InputError             (planner) an input of the what-if planner cannot be used

Each takes data and writes its own message: what is wrong, where, and what to do.
Doubt about a figure is not an error: it is a flag, kept in the record and shown.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

Limited = Literal[
    "megabytes",
    "characters",
    "pages",
    "scanned_pages",
    "megapixels",
    "numbers",
    "figures",
    "documents",
]
FORMS = {
    "picture": "a picture",
    "archive": "an archive",
    "workbook": "a workbook",
    "slides": "a file of slides",
    "other": "a file of another program",
    "doc": "a file of Word 97 to 2003 (.doc)",
    "rtf": "a rich text file (.rtf)",
    "odt": "a text of LibreOffice (.odt)",
}
"""What a file that cannot be read is, by its code."""


class LsdashError(Exception):
    """What went wrong, where, and what to do, in one message for a person."""


class SettingsError(LsdashError):
    def __init__(self, *, name: str, value: str, remedy: str) -> None:
        super().__init__(f"{name}={value!r} cannot be used: {remedy}")
        self.name = name


class RecordError(LsdashError):
    """One mistake in a record. `line` counts from 1; 0 means the file as a whole."""

    def __init__(self, *, file: Path, line: int, field: str, problem: str) -> None:
        where = f"{file}:{line}" if line else str(file)
        super().__init__(f"{where}: {field}: {problem}" if field else f"{where}: {problem}")
        self.file, self.line, self.field, self.problem = file, line, field, problem


class RecordErrors(LsdashError):
    """All mistakes found in the records; nothing was built."""

    def __init__(self, errors: Sequence[RecordError]) -> None:
        count = f"{len(errors)} mistake{'s' if len(errors) > 1 else ''} in the records"
        lines = "\n".join(str(error) for error in errors)
        super().__init__(f"{lines}\n{count}; nothing was built. Mend them and build again.")
        self.errors = tuple(errors)


class UnwritableRecordsError(LsdashError):
    def __init__(self, *, folder: Path, problem: str) -> None:
        super().__init__(
            f"{folder} cannot be written ({problem}). Give this account the right to write there, "
            "or set LSDASH_RECORDS to a folder where it may. Nothing was published."
        )
        self.folder = folder


class ChangedRecordError(LsdashError):
    def __init__(self, *, file: Path) -> None:
        super().__init__(
            f"{file} has changed since it was read to be replaced. Nothing was published; "
            "look at it again, then publish."
        )
        self.file = file


class ReleaseError(LsdashError):
    """Something about a release file."""


class NoReleaseError(ReleaseError):
    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"{folder} holds no release. Make one with: python -m lsdash build")


class UnknownReleaseError(ReleaseError):
    def __init__(self, *, release: str, known: Sequence[str]) -> None:
        shown = ", ".join(known[:5]) or "none"
        super().__init__(f"Release {release!r} is not here. Releases here: {shown}.")
        self.release = release


class WithdrawnReleaseError(ReleaseError):
    """`reason` is as its keeper wrote it; empty, and the others None, where none is on record."""

    def __init__(
        self,
        *,
        release: str,
        reason: str,
        reason_en: str | None = None,
        withdrawn_on: date | None = None,
        by: str | None = None,
        replacement: str | None = None,
    ) -> None:
        when = f" on {withdrawn_on}" if withdrawn_on else ""
        instead = f" Use {replacement} instead." if replacement else ""
        super().__init__(
            f"Release {release!r} was withdrawn{when}: {reason or 'no reason is on record'}."
            f"{instead} The same records make the same release; to publish again, mend them."
        )
        self.release, self.reason, self.withdrawn_on = release, reason, withdrawn_on
        self.by, self.replacement, self.reason_en = by, replacement, reason_en


class DamagedReleaseError(ReleaseError):
    """`file` is a path, or an address in an object store."""

    def __init__(self, *, file: Path | str, problem: str) -> None:
        super().__init__(
            f"{file} cannot be read as a release ({problem}). Move it away and build again "
            "from the records: python -m lsdash build. Other releases are not touched."
        )
        self.file, self.problem = file, problem


class BusyReleasesError(ReleaseError):
    def __init__(self, *, folder: Path, seconds: float) -> None:
        super().__init__(
            f"Somebody else has been publishing in {folder} for more than {seconds:.0f} seconds. "
            "Nothing was changed; try again in a moment."
        )


class StoreAwayError(ReleaseError):
    def __init__(self, *, store: str, problem: str) -> None:
        super().__init__(
            f"{store} does not answer ({problem}). What is on this machine goes on being served; "
            "try again in a moment, and see LSDASH_RELEASES if it stays so."
        )


class OvertakenError(ReleaseError):
    def __init__(self, *, store: str, current: str) -> None:
        super().__init__(
            f"{store} has been moved on to {current} by another machine meanwhile. Nothing was "
            "made current; look at that release, then publish again."
        )


class MissingWeeksError(ReleaseError):
    def __init__(self, *, store: str, release: str, records: Path, weeks: Sequence[str]) -> None:
        super().__init__(
            f"{store} serves {release}, and {records} does not hold its {', '.join(weeks)}. "
            "Nothing was published; publish from the machine that holds them, bring their records "
            "here, or withdraw that release."
        )


class UnwritableReleasesError(ReleaseError):
    def __init__(self, *, folder: Path, problem: str) -> None:
        super().__init__(
            f"{folder} cannot be written ({problem}). See that there is space and that this "
            "account may write there, or set LSDASH_RELEASES to a folder where it may."
        )
        self.folder = folder


class ShortLinksError(LsdashError):
    """`file` is a path, or the address of an object store."""

    def __init__(self, *, file: Path | str, problem: str) -> None:
        super().__init__(
            f"{file} cannot be used for short links ({problem}). Give this account the right to "
            "write there; whole links work all the same."
        )
        self.file = file


class DraftError(LsdashError):
    def __init__(self, *, file: Path, problem: str) -> None:
        super().__init__(
            f"{file}: the draft cannot be read or kept ({problem}). Releases are not touched; "
            "see that this account may read and write there, or move the file away."
        )
        self.file = file


class ReaderError(LsdashError):
    """What somebody brought was given up; the server goes on."""


class SlowReaderError(ReaderError):
    def __init__(self, *, seconds: int) -> None:
        super().__init__(f"The file takes more than {seconds} seconds to read. Bring less at once.")
        self.seconds = seconds


class BrokenReaderError(ReaderError):
    def __init__(self, *, megabytes: int) -> None:
        super().__init__(
            f"The file is damaged, or takes more than {megabytes} MB of memory to read. "
            "Save it again from where it comes."
        )
        self.megabytes = megabytes


class BusyReaderError(ReaderError):
    def __init__(self) -> None:
        super().__init__("Another file is being read. Try again in a minute.")


class IntakeError(LsdashError):
    """`name` is what the text is called: its file's name, or that it was pasted."""

    def __init__(self, *, name: str, problem: str, remedy: str) -> None:
        super().__init__(f"{name} {problem}. {remedy}")
        self.name = name


class EmptyTextError(IntakeError):
    def __init__(self, *, name: str) -> None:
        super().__init__(
            name=name, problem="holds no text", remedy="Bring the bulletin's own text."
        )


class TooLargeError(IntakeError):
    """`most` is the limit that it passes, counted in `unit`."""

    def __init__(self, *, name: str, most: int, unit: Limited) -> None:
        units = unit.replace("_", " ")
        super().__init__(
            name=name,
            problem=f"is too large for a bulletin: it has more than {most:,} {units}",
            remedy="Bring the bulletin alone, without pictures and other documents.",
        )
        self.most, self.unit = most, unit


class UnknownFormatError(IntakeError):
    """`form` is one of FORMS."""

    def __init__(self, *, name: str, form: str) -> None:
        super().__init__(
            name=name,
            problem=f"is {FORMS[form]}, which is not read here",
            remedy="Save it as .docx, .pdf, .html or .txt, or paste its text.",
        )
        self.form = form


class NeedsLibreOfficeError(IntakeError):
    """`form` is one of FORMS."""

    def __init__(self, *, name: str, form: str) -> None:
        super().__init__(
            name=name,
            problem=f"is {FORMS[form]}, which LibreOffice reads, and that is not on this server",
            remedy="Open it and save it as .docx, or have LibreOffice installed here.",
        )
        self.form = form


class EncodingError(IntakeError):
    def __init__(self, *, name: str, problem: str) -> None:
        super().__init__(
            name=name,
            problem=f"cannot be read as Vietnamese text: {problem}",
            remedy="Save it again as Unicode (UTF-8), or paste its text.",
        )
        self.problem = problem


class OldFontError(IntakeError):
    """`paragraph` counts from 1; `begins` are its first words as stored."""

    def __init__(self, *, name: str, paragraph: int, begins: str) -> None:
        super().__init__(
            name=name,
            problem=f"has old-font letters and Unicode ones side by side in paragraph {paragraph:,}"
            f" (“{begins}”), so that it cannot be told which word is which",
            remedy="Set that paragraph in Unicode and bring it again.",
        )
        self.paragraph, self.begins = paragraph, begins


class TurnedTextError(IntakeError):
    """`position` counts characters from 1."""

    def __init__(self, *, name: str, position: int, mark: str) -> None:
        super().__init__(
            name=name,
            problem=f"holds a mark at character {position:,} that turns text from right to left "
            f"(U+{ord(mark):04X}), so that it looks other than it is",
            remedy="Take such marks out, or paste the text without formatting.",
        )
        self.position, self.mark = position, mark


class LockedFileError(IntakeError):
    def __init__(self, *, name: str) -> None:
        super().__init__(
            name=name,
            problem="asks for a password",
            remedy="Save it without one, or paste its text.",
        )


class ScannedFileError(IntakeError):
    """`pages` count from 1."""

    def __init__(self, *, name: str, pages: Sequence[int]) -> None:
        shown = ", ".join(map(str, pages[:5])) + (", …" if len(pages) > 5 else "")
        super().__init__(
            name=name,
            problem=f"holds pictures in place of text (page {shown})",
            remedy="Bring the file that was scanned, or paste its text.",
        )
        self.pages = tuple(pages)


class DamagedFileError(IntakeError):
    def __init__(self, *, name: str, problem: str) -> None:
        super().__init__(
            name=name,
            problem=f"is damaged: {problem}",
            remedy="Save it again from where it comes, or paste its text.",
        )
        self.problem = problem


class SlowFileError(IntakeError):
    def __init__(self, *, name: str, seconds: int) -> None:
        super().__init__(
            name=name,
            problem=f"takes more than {seconds} seconds to read",
            remedy="Bring the bulletin alone, without pictures, or paste its text.",
        )
        self.seconds = seconds


class BusyIntakeError(IntakeError):
    def __init__(self, *, name: str) -> None:
        super().__init__(
            name=name,
            problem="could not be read: another file is being read",
            remedy="Try again in a minute.",
        )


class NotABulletinError(IntakeError):
    def __init__(self, *, name: str) -> None:
        super().__init__(
            name=name,
            problem="does not look like a weekly bulletin: it names neither a week nor a document "
            "of the province with its number",
            remedy="Bring the bulletin's whole text, with its title.",
        )


class UnfinishedReviewError(LsdashError):
    def __init__(self, *, left: int) -> None:
        super().__init__(f"{left} things are left to do before this week can be published.")
        self.left = left


class QuestionError(LsdashError):
    def __init__(self, *, question: str, problem: str) -> None:
        super().__init__(f"The question {question!r} could not be answered: {problem}")
        self.question = question


class SlowQuestionError(QuestionError):
    def __init__(self, *, question: str, seconds: int) -> None:
        problem = f"it takes more than {seconds} seconds. Ask for less: a week, a sector, a word"
        super().__init__(question=question, problem=problem)


class TooManyRowsError(LsdashError):
    def __init__(self, *, documents: int, most: int) -> None:
        super().__init__(
            f"The view holds {documents:,} documents, and a file takes {most:,} at most. "
            "Narrow it by week, sector or date."
        )
        self.documents, self.most = documents, most


class DrawingError(LsdashError):
    def __init__(self, *, what: str) -> None:
        super().__init__(f"A chart holds a {what}, and lsdash.export.drawing cannot draw one yet.")
