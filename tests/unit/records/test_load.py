"""A record is read whole or not at all, and every mistake says file, line and field."""

from pathlib import Path

import pytest

from lsdash.errors import RecordError, RecordErrors
from lsdash.records import load
from tests.conftest import WeeksFolder

SECTOR = "    sector: transport\n"
PLACES = "low: 510\n        high: 510"


def mistakes(folder: Path) -> tuple[RecordError, ...]:
    with pytest.raises(RecordErrors) as caught:
        load.load_all(folder)
    return caught.value.errors


Change = tuple[str, str, int, str, str]
"""What to replace by what; how far below the mistake shows; its field; what is said of it."""

FORM: list[Change] = [
    ("381/QĐ-UBND\n    signed_on", "381\n    signed_on", 0, "decisions.1.number", "written: 381"),
    (SECTOR, "", -2, "decisions.1.sector", "is missing"),  # at the first line of the document
    ("    status: decided", "    status: done", 0, "decisions.1.status", "written: 'done'"),
    ("    edition:\n", "    colour: red\n    edition:\n", 0, "1.colour", "is not a field of this"),
    ("to: 2020-12-31, ", "to: 2019-12-31, ", 0, "decisions.1.facts.1.period", "before it begins"),
    (
        "signed_on: 2020-03-03",
        "signed_on: 03/03/2020",
        0,
        "decisions.2.signed_on",
        "year-month-day",
    ),
    (
        "slug: quota-total",
        "slug: Tổng",
        -1,
        "decisions.4.facts.4.slug",
        "small letters, digits and",
    ),
    (
        "    baseline: {vi: dự báo, en: the forecast}",
        "    baseline: dự báo",
        -1,
        "7.facts.4.baseline",
        "give both languages",
    ),
    ("rule: misprint", "rule: weekend", 0, "decisions.2.flags.1.rule", "is found by rule"),
    (PLACES, "low: 510", -4, "decisions.4.facts.1", "bound exact needs high"),
    ('low: "6.00"', "low: 6.00", 0, "decisions.7.facts.6.low", 'quotes, as in "6.00"'),
    ("unit: task_group", "unit: tasks", 0, "decisions.7.facts.7.unit", "written: 'tasks'"),
]
SENSE: list[Change] = [
    ("slug: 2020-w10", "slug: 2020-w09", 0, "bulletin.slug", "is not the file's name, 2020-w10"),
    ("- 371/QĐ-UBND", "- 372/QĐ-UBND", 0, "bulletin.headlines.2", "no document of this record"),
    ("part_of: road-arrears\n", "part_of: road\n", 0, "decisions.1.facts.2.part_of", "road is no"),
    ("road-arrears + ", "roads + ", 0, "decisions.1.facts.5.formula", "roads is no stated fact"),
    (
        PLACES,
        "low: 501\n        high: 501",
        0,
        "decisions.4.facts.1.low",
        "'501' does not fit '510 chỉ tiêu', which reads",
    ),
    (
        "printed: 400 chỉ tiêu",
        "printed: 400 bộ",
        -2,
        "decisions.4.facts.3.unit",
        "which reads 'item'; give its name in unit_called",
    ),
    ('low: "6.00"', "low: 6", 0, "decisions.7.facts.6.low", "reads '6.00'"),  # 6 is not 6.00
    ("fact: energy-lighting", "fact: lamps", 0, "decisions.7.flags.1.fact", "lamps is no fact"),
    ("option: 1\n", "option: 3\n", 0, "decisions.8.facts.2.option", "has no option 3"),
    ("          cost: {stated: false}\n", "", -12, "decisions.8.options.1.answers", "of cost"),
    ("length: labor-1-stay", "length: stay", 0, "courses.1.steps.1.length", "stay is no fact"),
]


IN_OTHER_WORDS = [
    ("10.000 triệu đồng", "hai nghìn tỷ đồng", "reads '2000000000000'"),
    ("10.000 triệu đồng", "3 500 triệu đồng", "reads '3500000000'"),
    ("10.000 triệu đồng", "9\u00a0000 triệu đồng", "reads '9000000000'"),
    ("10.000 triệu đồng", "mười nghìn một trăm triệu đồng", "reads '10100000000'"),
    ("10.000 triệu đồng", "9 nghìn 500 triệu đồng", "reads '9500000000'"),
    ("10.000 triệu đồng", "500 trđ", "reads '500000000'"),
    ("14 ngày", "hai mươi ngày", "reads '20'"),
    ("14 ngày", "1/2 ngày", "reads '0.5'"),
    ("510 chỉ tiêu", "năm trăm chỉ tiêu", "reads '500'"),
]


@pytest.mark.parametrize(("printed", "other", "problem"), IN_OTHER_WORDS)
def test_a_figure_is_held_against_its_print_however_that_is_spelled(
    weeks_folder: WeeksFolder, printed: str, other: str, problem: str
) -> None:
    weeks_folder.change(f"printed: {printed}\n", f"printed: {other}\n")
    assert any(problem in each.problem for each in mistakes(weeks_folder.path))


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("10.000 triệu đồng", "mười nghìn triệu đồng"),
        ("10.000 triệu đồng", "10 000 triệu đồng"),
        ("10.000 triệu đồng", "10.000 trđ"),
        ("14 ngày", "mười bốn ngày"),
    ],
)
def test_another_spelling_of_the_same_figure_is_right(
    weeks_folder: WeeksFolder, printed: str, other: str
) -> None:
    weeks_folder.change(f"printed: {printed}\n", f"printed: {other}\n")
    assert load.load_all(weeks_folder.path)


@pytest.mark.parametrize("changes", [FORM, SENSE], ids=["of form", "of sense"])
def test_all_mistakes_are_told_at_once_each_with_file_line_and_field(
    weeks_folder: WeeksFolder, changes: list[Change]
) -> None:
    lines = [weeks_folder.change(old, new) + below for old, new, below, _, _ in changes]
    told = mistakes(weeks_folder.path)
    for line, (_, _, _, field, problem) in zip(lines, changes, strict=True):
        (said,) = [str(each) for each in told if field in each.field and problem in each.problem]
        assert said.startswith(f"{weeks_folder.file}:{line}: ")


@pytest.mark.parametrize(
    ("new", "below", "problem"),
    [("\t" + SECTOR, 0, "is not YAML"), (SECTOR + SECTOR, 1, "the field sector stands here twice")],
)
def test_what_yaml_cannot_take_is_named_with_its_line(
    weeks_folder: WeeksFolder, new: str, below: int, problem: str
) -> None:
    line = weeks_folder.change(SECTOR, new) + below
    (only,) = mistakes(weeks_folder.path)
    assert (only.line, only.field) == (line, "")
    assert problem in only.problem


def test_a_day_that_does_not_exist_is_a_mistake_with_its_line(weeks_folder: WeeksFolder) -> None:
    line = weeks_folder.change("signed_on: 2020-03-05", "signed_on: 2020-02-30")
    assert mistakes(weeks_folder.path)[0].line == line


def test_several_mistakes_in_several_records_are_told_at_once(weeks_folder: WeeksFolder) -> None:
    weeks_folder.add_next_week()
    first = weeks_folder.change("part_of: road-arrears\n", "part_of: road\n")
    second = weeks_folder.change("road-arrears + ", "roads + ")
    (weeks_folder.path / "2020-w12.yaml").write_text("- no record\n", encoding="utf-8")
    with pytest.raises(RecordErrors) as caught:
        load.load_all(weeks_folder.path)
    places = [(error.file.name, error.line) for error in caught.value.errors]
    assert places == [("2020-w10.yaml", first), ("2020-w10.yaml", second), ("2020-w12.yaml", 1)]
    assert "3 mistakes in the records; nothing was built" in str(caught.value)


def test_what_stands_in_a_record_with_mistakes_is_not_called_unknown(
    weeks_folder: WeeksFolder,
) -> None:
    later = weeks_folder.add_next_week()
    measure = "measure: college_quota\n"
    amends = f"{measure}        amends: 380-qd-ubnd-2020/quota-medical\n"
    later.write_text(later.read_text("utf-8").replace(measure, amends, 1), encoding="utf-8")
    weeks_folder.change("part_of: road-arrears\n", "part_of: road\n")
    assert [each.field for each in mistakes(weeks_folder.path)] == ["decisions.1.facts.2.part_of"]


def test_a_noun_that_counts_anything_may_be_short_for_a_unit(weeks_folder: WeeksFolder) -> None:
    weeks_folder.change("printed: 400 chỉ tiêu", "printed: 400 bộ")
    text = weeks_folder.file.read_text(encoding="utf-8")
    place = text.index("printed: 400 bộ")
    at = text.rindex("unit: place", 0, place)
    weeks_folder.file.write_text(text[:at] + "unit: set" + text[at + 11 :], encoding="utf-8")
    weeks_folder.change(
        "formula: quota-vocational + quota-medical + quota-teacher",
        "formula: quota-vocational + quota-medical",
    )
    assert load.load_all(weeks_folder.path)


def test_a_document_in_two_weeks_is_named_with_the_first_record(weeks_folder: WeeksFolder) -> None:
    later = weeks_folder.add_next_week()
    text = later.read_text(encoding="utf-8").replace("1381/QĐ-UBND", "381/QĐ-UBND")
    later.write_text(text, encoding="utf-8")
    only = mistakes(weeks_folder.path)
    assert [(error.file, error.field) for error in only] == [(later, "decisions.1.number")]
    assert "381/QĐ-UBND of 2020 is already in 2020-w10.yaml" in only[0].problem


@pytest.mark.parametrize("content", ["", "just words", "- a\n- b\n"])
def test_a_file_without_fields_is_no_record(weeks_folder: WeeksFolder, content: str) -> None:
    weeks_folder.file.write_text(content, encoding="utf-8")
    assert "is not a record" in mistakes(weeks_folder.path)[0].problem


def test_a_file_that_is_not_utf8_is_named(weeks_folder: WeeksFolder) -> None:
    weeks_folder.file.write_bytes("bulletin: Lạng Sơn".encode("utf-16"))
    assert "cannot be read" in mistakes(weeks_folder.path)[0].problem


def test_an_empty_folder_holds_no_record(tmp_path: Path) -> None:
    assert str(mistakes(tmp_path)[0]) == f"{tmp_path}: holds no record"


def test_an_invented_record_is_refused_unless_asked_for(weeks_folder: WeeksFolder) -> None:
    line = weeks_folder.change("  province:", "  invented: true\n  province:")
    only = mistakes(weeks_folder.path)[0]
    assert (only.line, only.field) == (line, "bulletin.invented")
    assert len(load.load_all(weeks_folder.path, invented=True)) == 1


def test_weeks_come_oldest_first_with_no_break_spaces_folded(weeks_folder: WeeksFolder) -> None:
    weeks_folder.add_next_week()
    weeks_folder.change("en: Rural roads", "en: Rural\u00a0roads")
    first, second = load.load_all(weeks_folder.path)
    assert (first.bulletin.slug, second.bulletin.slug) == ("2020-w10", "2020-w11")
    assert first.decisions[0].short_title.en == "Rural roads"


CORRECTED = "printed: 430 chỉ tiêu\n"
CORRECTION = """        changes:
          - kind: correction
            made_on: 2020-03-20
            reason: {vi: Đọc nhầm, en: Misread}
            was: {printed: 413 chỉ tiêu, low: 413, high: 413}
"""


def test_a_correction_keeps_what_the_figure_was(weeks_folder: WeeksFolder) -> None:
    weeks_folder.change(CORRECTED, CORRECTED + CORRECTION)
    (week,) = load.load_all(weeks_folder.path)
    quotas = next(each for each in week.decisions if each.number == "380/QĐ-UBND")
    fact = next(each for each in quotas.facts if each.changes)
    (change,) = fact.changes
    assert change.was is not None
    before = fact.as_it_was(change.was)
    assert (before.low, before.unit, before.bound) == (413, fact.unit, fact.bound)
    assert (fact.low, fact.high) == (430, 430)


REASON = "reason: {vi: Đọc nhầm, en: Misread}"
WAS = "413 chỉ tiêu, low: 413, high: 413"
CHANGES: list[Change] = [
    # a change without its reason, or of a kind that nobody knows
    (
        f"            {REASON}\n",
        "",
        -2,
        "changes.1",
        "a change of kind correction needs its reason",
    ),
    (REASON, "reason: {vi: Đọc nhầm}", 0, "reason.en", "is missing"),
    ("kind: correction", "kind: mended", 0, "changes.1.kind", "written: 'mended'"),
    ("kind: correction", "kind: new", 0, "changes.1", "what is new was nothing before"),
    # the old figure is held against its own print, its bound, and the figure that followed
    (WAS, "413 chỉ tiêu, low: 431, high: 431", 0, "was.low", "'413 chỉ tiêu', which reads '413'"),
    (WAS, "413 chỉ tiêu, low: 413", 0, "changes.1.was", "bound exact needs high"),
    (WAS, "430 chỉ tiêu, low: 430, high: 430", 0, "was", "is the figure that it was changed to"),
    (WAS, '413 chỉ tiêu, low: 413, high: "4.1234567"', 0, "was", "at most six decimals"),
    (WAS, "413 chỉ tiêu, low: 413.0, high: 413", 0, "was.low", "in quotes"),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[-1])
def test_a_change_that_does_not_say_what_it_must_is_a_mistake_with_its_line(
    weeks_folder: WeeksFolder, change: Change
) -> None:
    old, new, below, field, problem = change
    weeks_folder.change(CORRECTED, CORRECTED + CORRECTION)
    line = weeks_folder.change(old, new) + below
    told = next(each for each in mistakes(weeks_folder.path) if problem in each.problem)
    assert told.line == line
    assert told.field.startswith("decisions.4.facts.2.changes.1")
    assert told.field.endswith(field)


def test_a_history_is_told_from_its_oldest_entry_on(weeks_folder: WeeksFolder) -> None:
    earlier = CORRECTION.removeprefix("        changes:\n").replace("03-20", "03-19")
    weeks_folder.change(CORRECTED, CORRECTED + CORRECTION + earlier.replace("413", "412"))
    (only,) = mistakes(weeks_folder.path)
    assert only.field == "decisions.4.facts.2.changes.2.made_on"
    assert "2020-03-19 is before the entry above" in only.problem


def test_a_derived_figure_has_no_correction_of_its_own(weeks_folder: WeeksFolder) -> None:
    weeks_folder.change(DERIVED, CORRECTION + DERIVED)
    assert "record the change of a term" in mistakes(weeks_folder.path)[0].problem


DERIVED = "        basis: derived\n        formula: road-arrears"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # added up once by the build, shown twice by the page
        ("road-arrears + road-cement", "road-arrears + road-arrears"),
        # the build works both ends out and would drop these without a word
        (DERIVED, "        low: 5\n        high: 5\n" + DERIVED),
        # both ends follow from the formula, so "at most" would be a claim of ours
        ("bound: exact\n" + DERIVED, "bound: at_most\n" + DERIVED),
    ],
    ids=["a term twice", "ends of its own", "a bound that its ends do not have"],
)
def test_a_derived_figure_that_does_not_follow_from_its_formula_is_a_mistake(
    weeks_folder: WeeksFolder, old: str, new: str
) -> None:
    weeks_folder.change(old, new)
    assert "decisions.1.facts.5" in mistakes(weeks_folder.path)[0].field


def test_a_step_that_lasts_as_long_as_a_number_of_options_is_a_mistake(
    weeks_folder: WeeksFolder,
) -> None:
    line = weeks_folder.change("length: labor-1-quarantine", "length: labor-options")
    assert mistakes(weeks_folder.path)[0].line == line
