"""The command line: what scripts get on standard output, and how a wrong call is refused."""

import csv
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from lsdash import cli
from lsdash.settings import ROOT
from lsdash.store import shelf
from tests.conftest import WeeksFolder


class Said(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(scope="module")
def shelf_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder of releases for the module: the first command that needs a release builds it."""
    return tmp_path_factory.mktemp("cli") / "releases"


@pytest.fixture
def run(
    shelf_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """`python -m lsdash` with these words, on the shipped record."""
    monkeypatch.setenv("LSDASH_RECORDS", str(ROOT / "data" / "bulletins"))
    monkeypatch.setenv("LSDASH_RELEASES", str(shelf_folder))

    def call(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["lsdash", *words])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return Said(int(left.value.code or 0), *capsys.readouterr())

    return call


def rows(said: Said) -> list[dict[str, Any]]:
    assert (said.code, said.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(said.out)
    return found


def week_10(run: Run, *words: str) -> dict[str, dict[str, Any]]:
    """Facts of the week of 2-8 March 2020 by their name."""
    found = rows(run("facts", *words, "--format", "json"))
    return {fact["fact"].split("/")[1]: fact for fact in found if fact["week"] == "2020-w10"}


def test_a_release_does_not_differ_from_itself(run: Run) -> None:
    release = run("build").out.split("\t")[0]
    said = run("diff", release, release)
    assert (said.code, said.out) == (0, f"{release} and {release}: no difference\n")
    assert rows(run("diff", release, release[:-2], "--format", "json")) == []
    assert run("diff", release, "latest", "--format", "csv").out == (
        "change,what,key,document,field,old,new,difference\n"
    )


def test_a_changed_figure_is_one_line_a_field_in_base_units(
    run: Run, weeks_folder: WeeksFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LSDASH_RECORDS", str(weeks_folder.path))
    monkeypatch.setenv("LSDASH_RELEASES", str(tmp_path / "releases"))
    old = run("build").out.split("\t")[0]
    weeks_folder.change('"6.50"', '"6.40"')
    weeks_folder.change("÷ 6,50)", "÷ 6,40)")
    new = run("build").out.split("\t")[0]
    found = rows(run("diff", old, new, "--sector", "energy", "--format", "json"))
    key = "389-qd-ubnd-2020/energy-grid-loss"
    assert [(each["what"], each["key"], each["field"]) for each in found] == [
        ("fact", key, "high"),
        ("fact", key, "printed"),
    ]
    assert (found[0]["old"], found[0]["new"], found[0]["document"]) == (6.5, 6.4, "389/QĐ-UBND")
    back = rows(run("diff", new, old, "--sector", "energy", "--format", "json"))
    assert [(each["old"], each["new"]) for each in back] == [
        (each["new"], each["old"]) for each in found
    ]


def test_two_weeks_are_compared_within_a_release(run: Run) -> None:
    same = run("diff", "2020-w10", "2020-w10", "--release", "latest")
    assert (same.code, same.out) == (0, "2020-w10 and 2020-w10: no difference\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("latest", "2031w01-00000000"), "Release '2031w01-00000000' is not here"),
        (("2020-w10", "2020-w20"), "2020-w20 is not in release"),
        (("latest", "latest", "--release", "x"), "goes with two weeks"),
        (("latest",), "Missing argument 'NEW'"),
    ],
)
def test_what_cannot_be_compared_is_named(run: Run, words: tuple[str, ...], told: str) -> None:
    said = run("diff", *words)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_a_withdrawn_release_is_listed_with_its_reason_and_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LSDASH_RELEASES", str(tmp_path / "releases"))
    release = run("build").out.split("\t")[0]
    assert run("withdraw", release, "--reason", " ").code == 2
    said = run("withdraw", release[:-1], "--reason", "Đọc nhầm")
    assert (said.code, said.out) == (0, f"{release}\twithdrawn\tno release is left\n")
    stone = shelf.tombstone(tmp_path / "releases", release)
    assert stone
    assert stone.by is None, "the machine's account is nobody's name"
    (listed,) = rows(run("releases", "--format", "json"))
    assert (listed["release"], listed["withdrawn"]) == (release, "Đọc nhầm")
    assert listed["documents"] is None
    for words in (("facts", "--release", release), ("diff", release, release), ("build",)):
        refused = run(*words)
        assert (refused.code, refused.out) == (1, "")
        assert "Đọc nhầm" in refused.err


def test_facts_carry_every_field_that_programs_were_promised(run: Run) -> None:
    promised = (
        "fact document signed_on sector subject_vi subject_en kind low high unit bound printed "
        "basis formula part_of option period_from period_to deadline release"
    )
    for fact in rows(run("facts", "--format", "json")):
        assert set(promised.split()) <= fact.keys()


def test_facts_are_exact_and_what_is_not_stated_is_null(run: Run) -> None:
    facts = week_10(run)
    assert len(facts) == 26
    arrears = facts["road-arrears-materials"]
    assert arrears["fact"] == "381-qd-ubnd-2020/road-arrears-materials"
    assert arrears["part_of"] == "381-qd-ubnd-2020/road-arrears"
    assert (arrears["document"], arrears["signed_on"]) == ("381/QĐ-UBND", "2020-03-05")
    assert (arrears["low"], arrears["high"], arrears["unit"]) == (7917000000, 7917000000, "vnd")
    assert (arrears["printed"], arrears["basis"]) == ("7.917 triệu đồng", "stated")
    assert (arrears["period_from"], arrears["period_to"]) == ("2020-01-01", "2020-12-31")
    assert arrears["period_basis"] == "inherited"
    total = facts["road-total"]
    assert (total["high"], total["basis"], total["printed"]) == (18300000000, "derived", None)
    assert total["formula"] == "road-arrears + road-cement"
    loss = facts["energy-grid-loss"]
    assert (loss["low"], loss["high"], loss["deadline"]) == (6, 6.5, "2025-12-31")
    stay = facts["labor-1-stay"]
    assert (stay["low"], stay["high"], stay["bound"], stay["option"]) == (None, 1, "at_most", 1)
    audit = facts["energy-audit"]
    assert (audit["period_from"], audit["period_to"], audit["deadline"]) == (None, None, None)
    assert audit["period_basis"] is None
    saving = facts["energy-saving"]
    assert (saving["period_from"], saving["period_to"]) == ("2021-01-01", "2025-12-31")
    assert saving["period_basis"] == "stated"


def test_csv_holds_the_same_rows_with_the_printed_decimals(run: Run) -> None:
    said = run("facts", "--format", "csv")
    table = {row["fact"]: row for row in csv.DictReader(StringIO(said.out))}
    assert [*table] == [fact["fact"] for fact in rows(run("facts", "--format", "json"))]
    loss = table["389-qd-ubnd-2020/energy-grid-loss"]
    assert (loss["low"], loss["high"], loss["option"]) == ("6.00", "6.50", "")


def test_a_table_lines_up_under_its_heads(run: Run) -> None:
    head, *lines = run("decisions").out.splitlines()
    assert head.split() == ["document", "signed_on", "sector", "status", "title_vi"]
    at = head.index("signed_on")
    assert all(line[at : at + 2] == "20" and line[at - 1] == " " for line in lines)


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        (["--sector", "transport", "--kind", "QD"], 5),
        (["--kind", "money"], 5),
        (["--kind", "CV"], 3),
        (["--sector", "finance"], 0),
    ],
)
def test_facts_are_narrowed_by_sector_and_by_kind_of_document_or_figure(
    run: Run, words: list[str], slugs: int
) -> None:
    assert len(week_10(run, *words)) == slugs


def test_documents_are_narrowed_and_keep_their_text_in_both_languages(run: Run) -> None:
    found = rows(run("decisions", "--sector", "border_trade", "--format", "json"))
    (letter,) = (row for row in found if row["week"] == "2020-w10")
    assert (letter["document"], letter["kind"], letter["status"]) == (
        "1270/UBND-KTTH",
        "CV",
        "proposed",
    )
    assert letter["second_sectors"] == ["health", "social", "agriculture"]
    assert letter["title_vi"] != letter["title_en"]


def test_a_build_says_what_it_made_and_then_that_it_is_there(run: Run, shelf_folder: Path) -> None:
    name, _, file = run("build").out.rstrip("\n").split("\t")
    assert run("build").out == f"{name}\talready there\t{file}\n"
    assert Path(file) == shelf_folder / f"{name}.duckdb"
    (held,) = rows(run("releases", "--format", "json"))
    assert (held["release"], held["current"]) == (name, True)
    pinned = rows(run("facts", "--release", name, "--format", "json"))
    assert {fact["release"] for fact in pinned} == {name}


@pytest.mark.parametrize("narrowed", [[], ["--sector", "transport"]], ids=["all", "narrowed"])
def test_a_half_cut_release_is_named_and_the_whole_ones_are_still_listed(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, narrowed: list[str]
) -> None:
    monkeypatch.setenv("LSDASH_RELEASES", str(tmp_path / "releases"))
    name, _, file = run("build").out.rstrip("\n").split("\t")
    whole = Path(file).read_bytes()
    half = Path(file).with_name("2020w12-ffffffff.duckdb")
    half.write_bytes(whole[: len(whole) // 2])
    said = run("releases", *narrowed, "--format", "json")
    assert said.code == 1
    assert [(row["release"], row["current"]) for row in json.loads(said.out)] == [(name, True)]
    assert said.err.startswith("lsdash: ")
    assert str(half) in said.err
    assert file not in said.err
    assert said.err.count("\n") == 1
    # asked for alone, the whole one is listed as before
    (alone,) = rows(run("releases", "--release", name, "--format", "json"))
    assert alone["release"] == name


@pytest.mark.parametrize(
    "words",
    [
        ["facts", "--colour", "red"],
        ["facts", "--sector", "nope"],
        ["facts", "--kind", "nope"],
        ["facts", "--format", "xml"],
        ["facts", "--release", "2020w10-00000000"],
        ["decisions", "--release", "../../etc/passwd"],
        ["releases", "--release", "newest\nplease"],
        ["facts", "extra"],
        ["publish-everything"],
        ["coverage", "2020-w10", "/no/such/file"],
        ["coverage", "1999-w01", str(ROOT / "LICENSE")],
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_one_line_on_standard_error_and_code_2(run: Run, words: list[str]) -> None:
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("lsdash: ")
    assert said.err.count("\n") == 1


def test_a_setting_that_cannot_be_used_is_a_wrong_call(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSDASH_MEMORY_MB", "much")
    said = run("facts")
    assert (said.code, said.out) == (2, "")
    assert "LSDASH_MEMORY_MB='much'" in said.err


def test_a_broken_record_stops_the_build_with_code_1(
    run: Run, weeks_folder: WeeksFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = weeks_folder.change("part_of: road-arrears\n", "part_of: road\n")
    monkeypatch.setenv("LSDASH_RECORDS", str(weeks_folder.path))
    monkeypatch.setenv("LSDASH_RELEASES", str(tmp_path / "releases"))
    said = run("build")
    assert (said.code, said.out) == (1, "")
    assert f"2020-w10.yaml:{line}: decisions.1.facts.2.part_of" in said.err
    assert not list((tmp_path / "releases").glob("*.duckdb"))


def test_coverage_lists_every_number_and_fails_on_one_left_over(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "bulletin.txt"
    text.write_text("nhiệm kỳ 2015 - 2020\n", encoding="utf-8")
    said = run("coverage", "2020-w10", str(text))
    assert (said.code, said.err) == (0, "2 numbers, 0 not read\n")
    text.write_text("nhiệm kỳ 2015 - 2020 và 77 xe\n", encoding="utf-8")
    said = run("coverage", "2020-w10", str(text))
    assert (said.code, said.err) == (1, "3 numbers, 1 not read\n")
    assert "1\t77\tNOT READ: " in said.out


def test_a_text_that_is_not_utf8_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "bulletin.txt"
    text.write_bytes("Lạng Sơn".encode("utf-16"))
    said = run("coverage", "2020-w10", str(text))
    assert (said.code != 0, said.out) == (True, "")
    assert said.err.count("\n") == 1


def test_the_module_runs_as_a_program_and_helps() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "lsdash", "--help"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for command in ("build", "releases", "decisions", "facts", "coverage"):
        assert f"  {command} " in asked.stdout


INVENTED = "Một bản tin bịa để kiểm thử.\n"


@pytest.fixture
def next_week(weeks_folder: WeeksFolder, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A record that is not among the records yet, read from the text INVENTED."""
    del run  # it points the settings at the shipped records
    brought = weeks_folder.path.parent / "2020-w11.yaml"
    weeks_folder.add_next_week().rename(brought)
    record = brought.read_text(encoding="utf-8")
    sha256 = hashlib.sha256(INVENTED.encode()).hexdigest()
    brought.write_text(re.sub("sha256: .*", f"sha256: {sha256}", record), encoding="utf-8")
    monkeypatch.setenv("LSDASH_RECORDS", str(weeks_folder.path))
    monkeypatch.setenv("LSDASH_RELEASES", str(weeks_folder.path.parent / "releases"))
    return brought


def test_publish_says_what_is_new(run: Run, next_week: Path) -> None:
    before = run("build").out.split()[0]
    said = run("publish", str(next_week), "--note", "on time", "--reviewer", "Lan")
    first, *lines = said.out.splitlines()
    assert re.fullmatch(rf"2020w11-[0-9a-f]{{8}}\tafter {before}", first)
    assert "+ document\t1381-qd-ubnd-2020" in lines
    assert "+ fact\t1381-qd-ubnd-2020/road-total" in lines
    shown = rows(run("releases", "--format", "json"))[0]
    assert (shown["note"], shown["reviewer"]) == ("on time", "Lan")
    again = run("publish", str(next_week))
    assert again.out.splitlines()[1:] == ["no document and no fact is different"]


def test_publish_keeps_the_text_that_the_record_was_read_from(run: Run, next_week: Path) -> None:
    text = next_week.with_name("received.txt")
    text.write_text(INVENTED, encoding="utf-8")
    assert run("publish", str(next_week), "--text", str(text)).code == 0
    kept = next_week.with_name("texts")
    assert [file.read_text(encoding="utf-8") for file in kept.iterdir()] == [INVENTED]


def test_publish_refuses_another_text_and_a_record_with_a_mistake(
    run: Run, next_week: Path
) -> None:
    text = next_week.with_name("received.txt")
    text.write_text("Bản tin khác", encoding="utf-8")
    refused = run("publish", str(next_week), "--text", str(text))
    assert (refused.code, refused.out) == (2, "")
    assert "origin.sha256" in refused.err
    record = next_week.read_text(encoding="utf-8")
    next_week.write_text(record.replace("status: decided", "status: hoped"), encoding="utf-8")
    mistaken = run("publish", str(next_week))
    assert mistaken.code == 1
    assert f"{next_week}:" in mistaken.err
    assert not (next_week.parent / "bulletins" / "2020-w11.yaml").exists()


BULLETINS = ROOT / "tests" / "fixtures" / "bulletins"
HEADED = BULLETINS / "headed.txt"


def test_intake_prints_the_draft_with_every_key_that_programs_were_promised(run: Run) -> None:
    said = run("intake", str(HEADED), "--format", "json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    text = HEADED.read_text(encoding="utf-8")
    assert {"title", "period_from", "period_to", "headlines", "unread"} <= found.keys()
    assert (found["period_from"], found["period_to"]) == ("2020-12-28", "2021-01-03")
    assert found["headlines"][1].startswith("Phân bổ gạo")
    of_a_decision = "number,signed_on,kind,heading,status,sector,facts,citations,flags"
    of_a_fact = "low,high,unit,bound,printed,start,end"
    for decision in found["decisions"]:
        assert decision.keys() >= set(of_a_decision.split(","))
        for fact in decision["facts"]:
            assert fact.keys() >= set(of_a_fact.split(","))
            assert text[fact["start"] : fact["end"]] == fact["printed"]
    rice = found["decisions"][0]
    assert (rice["number"], rice["signed_on"], rice["kind"]) == ("2801/QĐ-UBND", "2020-12-30", "QD")
    assert [fact["low"] for fact in rice["facts"]][:3] == [96.5, 3, 40500]


def test_intake_prints_the_same_as_yaml(run: Run) -> None:
    as_json = json.loads(run("intake", str(HEADED), "--format", "json").out)
    assert YAML(typ="safe").load(run("intake", str(HEADED)).out) == as_json


def test_intake_of_a_folder_gives_a_line_for_each_bulletin_and_names_what_gave_none(
    run: Run, tmp_path: Path
) -> None:
    for file in BULLETINS.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "other.txt").write_text("Giá vàng hôm nay.", encoding="utf-8")
    said = run("intake", str(tmp_path), "--format", "json")
    files = [json.loads(line)["file"] for line in said.out.splitlines()]
    names = ("amending", "dashed", "headed", "lettered", "numbered", "plain")
    assert files == [f"{name}.txt" for name in names]
    assert said.code == cli.FAILED
    assert "6/7 other.txt does not look like a weekly bulletin" in said.err
    assert said.err.splitlines()[-1] == "lsdash: 1 of 7 files gave no draft; see above."


def test_intake_refuses_a_file_that_is_no_bulletin_in_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "none.txt"
    file.write_text("Giá vàng hôm nay.", encoding="utf-8")
    said = run("intake", str(file))
    assert (said.code, said.out, len(said.err.splitlines())) == (cli.FAILED, "", 1)
    assert "none.txt" in said.err
