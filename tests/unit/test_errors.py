"""Every error says what is wrong, where, and what to do."""

from datetime import date
from pathlib import Path

import pytest

from lsdash import errors
from lsdash.errors import LsdashError, RecordError, RecordErrors

FILE = Path("data/bulletins/2020-w10.yaml")


def every(kind: type[LsdashError]) -> set[str]:
    return {kind.__name__}.union(*(every(below) for below in kind.__subclasses__()))


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = errors.__doc__ or ""
    assert sorted(name for name in every(LsdashError) if name not in drawn) == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            errors.SettingsError(name="LSDASH_MEMORY_MB", value="x", remedy="give megabytes"),
            "LSDASH_MEMORY_MB='x' cannot be used: give megabytes",
        ),
        (
            RecordError(file=FILE, line=7, field="bulletin.slug", problem="is missing"),
            f"{FILE}:7: bulletin.slug: is missing",
        ),
        (RecordError(file=FILE, line=0, field="", problem="holds no record"), f"{FILE}: holds no"),
        (errors.UnwritableRecordsError(folder=Path("r"), problem="full"), "set LSDASH_RECORDS"),
        (errors.NoReleaseError(folder=Path("r")), "Make one with: python -m lsdash build"),
        (errors.UnknownReleaseError(release="x", known=[]), "Releases here: none."),
        (
            errors.WithdrawnReleaseError(release="x", reason="", replacement="y"),
            "Release 'x' was withdrawn: no reason is on record. Use y instead.",
        ),
        (
            errors.WithdrawnReleaseError(
                release="x", reason="misread", withdrawn_on=date(2020, 3, 20)
            ),
            "was withdrawn on 2020-03-20: misread. The same records make the same release",
        ),
        (errors.DamagedReleaseError(file=Path("r"), problem="cut"), "(cut). Move it away and"),
        (errors.UnwritableReleasesError(folder=Path("r"), problem="full"), "set LSDASH_RELEASES"),
        (errors.BusyReleasesError(folder=Path("r"), seconds=60), "more than 60 seconds. Nothing"),
        (errors.QuestionError(question="facts", problem="no table"), "'facts' could not be"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, LsdashError) else "",
)
def test_a_message_is_made_from_its_data(error: LsdashError, said: str) -> None:
    assert said in str(error)


def test_all_mistakes_stand_in_one_message_with_their_count() -> None:
    mistake = RecordError(file=FILE, line=7, field="a", problem="is missing")
    assert str(RecordErrors([mistake])).startswith(f"{mistake}\n1 mistake in the records;")
    assert "2 mistakes in the records; nothing was built" in str(RecordErrors([mistake, mistake]))
