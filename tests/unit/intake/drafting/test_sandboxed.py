"""A bulletin read by a process of its own gives what reading it here gives, or one clear error."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lsdash import errors, sandbox
from lsdash.errors import (
    BusyIntakeError,
    DamagedFileError,
    IntakeError,
    NotABulletinError,
    SlowFileError,
    TooLargeError,
)
from lsdash.intake.drafting import draft, sandboxed
from lsdash.intake.files import limits, received
from lsdash.libreoffice import program
from lsdash.records.flags import SeriesPoint
from lsdash.sandbox import Limits
from lsdash.settings import ROOT

BULLETINS = sorted((ROOT / "tests" / "fixtures" / "bulletins").iterdir())
KNOWN = [SeriesPoint("QĐ-UBND", 380, date(2020, 3, 4))]
REFUSALS = [
    errors.EmptyTextError(name="a"),
    TooLargeError(name="a", most=7, unit="pages"),
    errors.UnknownFormatError(name="a", form="picture"),
    errors.NeedsLibreOfficeError(name="a", form="doc"),
    errors.EncodingError(name="a", problem="line 1"),
    errors.OldFontError(name="a", paragraph=3, begins="QuyÕt"),
    errors.TurnedTextError(name="a", position=3, mark="\u202e"),
    errors.LockedFileError(name="a"),
    errors.ScannedFileError(name="a", pages=range(1, 9)),
    DamagedFileError(name="a", problem="broken"),
    SlowFileError(name="a", seconds=10),
    BusyIntakeError(name="a"),
    NotABulletinError(name="a"),
]


@pytest.mark.parametrize("file", BULLETINS, ids=lambda file: file.stem)
def test_a_bulletin_is_read_as_it_would_be_here(file: Path) -> None:
    text = received.read(file.read_bytes(), file.name)
    found = draft.read(text, KNOWN)
    assert sandboxed.read(file.read_bytes(), file.name, known=KNOWN) == (text, found)
    pasted = received.pasted(text.text)
    assert sandboxed.read(text.text, known=KNOWN) == (pasted, draft.read(pasted, KNOWN))


def test_every_refusal_is_tried_below() -> None:
    assert {type(each) for each in REFUSALS} == set(IntakeError.__subclasses__())


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda each: type(each).__name__)
def test_a_refusal_crosses_over_whole(
    refusal: IntakeError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise refusal

    with monkeypatch.context() as refusing:
        refusing.setattr(received, "read", refuse)
        answer = sandboxed.answered(b"", name="a", is_pasted=False, known=[])
    monkeypatch.setattr(sandbox, "run", lambda *_, **__: answer)
    with pytest.raises(type(refusal)) as crossed:
        sandboxed.read(b"", "a")
    assert str(crossed.value) == str(refusal)


def test_an_older_file_is_named_where_libreoffice_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    program.found.cache_clear()
    with pytest.raises(errors.NeedsLibreOfficeError, match=r"a\.doc is a rich text file"):
        sandboxed.read(b"{\\rtf1 x}", "a.doc")
    program.found.cache_clear()


def test_a_text_in_an_old_font_comes_back_with_what_is_stored() -> None:
    file = ROOT / "tests" / "fixtures" / "brought" / "tcvn3.txt"
    in_unicode = file.with_name("tcvn3_in_unicode.txt").read_text(encoding="utf-8")
    text, found = sandboxed.read(file.read_bytes(), "tuan.txt")
    assert text.text == in_unicode
    assert [each.stored for each in found.converted] == [it.stored for it in text.converted]
    amounts = [fact for document in found.decisions for fact in document.facts]
    assert [in_unicode[each.start : each.end] for each in amounts] == [
        "900 triệu đồng",
        "600 triệu đồng",
        "300 triệu đồng",
    ]


def test_what_no_text_can_hold_is_refused_when_pasted() -> None:
    with pytest.raises(errors.EncodingError, match="U\\+D800"):
        sandboxed.read("a\ud800")


@pytest.mark.parametrize(
    "answer", [b"", b"{}", b"[1]", b'{"refusal": "LsdashError", "told": {}}', b"\xff\n\xff"]
)
def test_an_answer_that_is_none_is_not_believed(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a file made of the process that read it."""
    monkeypatch.setattr(sandbox, "run", lambda *_, **__: answer)
    with pytest.raises(DamagedFileError, match="an answer that is none"):
        sandboxed.read(b"", "tin.pdf")


def test_a_reader_that_gives_up_is_a_refusal_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    tight = Limits(seconds=0), Limits(answer=10)
    for limit, refusal in zip(tight, (SlowFileError, DamagedFileError), strict=True):
        with pytest.raises(refusal, match=r"tin\.txt"):
            sandboxed.read(BULLETINS[0].read_bytes(), "tin.txt", limits=limit)
    monkeypatch.setattr(sandbox, "WAIT", 0)
    with sandbox._template.turn(list), pytest.raises(BusyIntakeError, match=r"tin\.txt"):
        sandboxed.read(BULLETINS[0].read_bytes(), "tin.txt")


@pytest.mark.parametrize(
    ("name", "unit", "count"),
    [
        ("MOST_NUMBERS", "numbers", lambda found: found.numbers),
        ("MOST_FIGURES", "figures", lambda found: sum(len(d.facts) for d in found.decisions)),
        ("MOST_DOCUMENTS", "documents", lambda found: len(found.decisions)),
    ],
)
def test_a_draft_holds_no_more_than_a_bulletin_can(
    name: str,
    unit: str,
    count: Callable[[draft.Draft], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = received.read(BULLETINS[-1].read_bytes(), "tin.txt")
    most = count(draft.read(text)) - 1
    monkeypatch.setattr(limits, name, most)
    with pytest.raises(TooLargeError, match=f"tin.txt .* more than {most} {unit}"):
        draft.read(text)
