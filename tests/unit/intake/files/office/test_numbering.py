"""Word's own numbers are counted as Word counts them."""

import pytest
from lxml import etree

from lsdash.intake.files.office import numbering
from lsdash.intake.files.office.parts import WORD

LEVEL = (
    '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/>'
    '<w:lvlText w:val="{2}"/></w:lvl>'
)


def lists(*levels: tuple[str, str], over: str = "") -> numbering.Numbering:
    inside = "".join(LEVEL.format(at, *level) for at, level in enumerate(levels))
    return numbering.read(
        etree.fromstring(
            f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{inside}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{over}</w:num></w:numbering>'
        )
    )


def asked(number: int, level: int = 0) -> etree._Element:
    return etree.fromstring(
        f'<w:numPr xmlns:w="{WORD}"><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperRoman", ["I", "II", "III"]),
        ("none", ["", "", ""]),
    ],
)
def test_every_form_counts_up(form: str, first: list[str]) -> None:
    own = lists((form, "%1"))
    assert [own.next(asked(1)) for _ in first] == first


def test_a_deeper_level_begins_anew_below_each_higher_one() -> None:
    own = lists(("decimal", "%1."), ("decimal", "%1.%2."))
    path = [0, 1, 1, 0, 1]
    assert [own.next(asked(1, level)) for level in path] == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_lists_that_share_a_counter_go_on_unless_one_begins_anew() -> None:
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert [lists(("decimal", "%1.")).next(asked(n)) for n in (1,)] == ["1."]
    shared, anew = lists(("decimal", "%1.")), lists(("decimal", "%1."), over=over)
    assert [shared.next(asked(n)) for n in (1, 2, 2)] == ["1.", "2.", "3."]
    assert [anew.next(asked(n)) for n in (1, 2, 2)] == ["1.", "1.", "2."]


def test_letters_go_on_after_the_last_one() -> None:
    assert [numbering.FORMS["lowerLetter"](n) for n in (26, 27, 53)] == ["z", "aa", "aaa"]


def test_a_list_that_is_not_there_gives_nothing() -> None:
    assert lists(("decimal", "%1.")).next(asked(9)) == ""
    assert numbering.read(None).next(asked(1)) == ""
