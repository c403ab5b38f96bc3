"""What is to be done by whom and when, on the day of a view."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lsdash.contents.blocks import Chart, Table, text_of
from lsdash.contents.effects import follow_up
from lsdash.contents.effects.follow_up import Task
from lsdash.contents.reading import Alone
from lsdash.contents.week import overview
from lsdash.export import drawing
from lsdash.model import Filters
from lsdash.settings import ROOT, Settings
from lsdash.store import build, read
from lsdash.store.release import Release
from lsdash.text import Lang
from lsdash.view import View
from lsdash.vocabulary import TaskState
from tests.conftest import DATA, MEMORY_MB, WeeksFolder
from tests.unit.charts.drawn import bars

FIXTURE = ROOT / "tests" / "fixtures" / "following" / "2020-w12.yaml"


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """The shipped week and, a fortnight later, one full of things to be done."""
    opened = built(tmp_path_factory.mktemp("following"), FIXTURE.read_text(encoding="utf-8"))
    yield opened
    opened.close()


def built(folder: Path, later: str) -> Release:
    records = folder / "bulletins"
    records.mkdir()
    shutil.copy(DATA / "bulletins" / "2020-w10.yaml", records)
    (records / "2020-w12.yaml").write_text(later, encoding="utf-8")
    place = Settings(records, folder / "releases", MEMORY_MB)
    name = build.build(place, invented=True)
    return Release.open(place.releases / f"{name}.duckdb", memory_mb=MEMORY_MB)


def reading(release: Release, lang: Lang = "en", **filters: object) -> Alone:
    return Alone(lang, View("follow_up", release.name, Filters(**filters)), release)  # type: ignore[arg-type]


def states(here: Alone) -> dict[tuple[str, str, str], tuple[TaskState, int | None, int | None]]:
    """Number, where it is said and fact → state, days left, days waited."""
    return {
        (task.row.number, task.row.what, task.row.fact): (task.state, task.left, task.waited)
        for task in follow_up.tasks(here)
    }


def test_every_thing_to_be_done_has_its_state_on_the_day_of_the_view(following: Release) -> None:
    assert states(reading(following)) == {
        ("48/KH-UBND", "provision", ""): (TaskState.OVERDUE, -3, None),
        ("1310/UBND-KGVX", "document", ""): (TaskState.OVERDUE, -2, 6),
        ("48/KH-UBND", "fact", "wells"): (TaskState.DUE, 5, None),
        ("1311/UBND-KT", "document", ""): (TaskState.WAITING, None, 5),
        ("1270/UBND-KTTH", "document", ""): (TaskState.ANSWERED, None, 16),
        ("48/KH-UBND", "document", ""): (TaskState.UNDATED, None, None),
        ("48/KH-UBND", "fact", "coverage"): (TaskState.HORIZON, 2110, None),
        ("389/QĐ-UBND", "fact", "energy-grid-loss"): (TaskState.HORIZON, 2110, None),
    }


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("vi", "Trong tối đa 3 đề nghị mới nhất và 3 việc khác gần ngày xem nhất: 2 việc"),
        ("en", "Of at most 3 newest requests and the 3 other things nearest to the day"),
    ],
)
def test_of_more_than_a_page_shows_the_nearest_are_told_and_called_so(
    following: Release, lang: Lang, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow_up, "MOST", 3)
    alone = reading(following, lang)
    here = alone.at(replace(alone.view, sheet=2))  # a view of its own: what is told is remembered
    undated = [(number, None) for number in ("48/KH-UBND", "1311/UBND-KT", "1270/UBND-KTTH")]
    near = [(task.row.number, task.left) for task in follow_up.tasks(here)]
    assert near == [("48/KH-UBND", -3), ("1310/UBND-KGVX", -2), ("48/KH-UBND", 5), *undated]
    assert follow_up.sentence(here).startswith(sentence)
    assert "3" in text_of(follow_up.sections(here)[-1].blocks[0].line)  # type: ignore[union-attr]


def test_soonest_first_and_undated_last(following: Release) -> None:
    days = [task.row.deadline for task in follow_up.tasks(reading(following))]
    dated = [day for day in days if day]
    assert days[: len(dated)] == dated == sorted(dated)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "vi",
            "2 việc quá hạn, 1 việc đến hạn trong 14 ngày, 2 đề nghị chờ trả lời,"
            " lâu nhất đã 6 ngày (tính đến 22/03/2020)",
        ),
        (
            "en",
            "2 things overdue, 1 thing due within 14 days, 2 requests waiting,"
            " the longest 6 days (as of 22 Mar 2020)",
        ),
    ],
)
def test_the_answer_of_the_page_counts_what_presses(
    following: Release, lang: Lang, sentence: str
) -> None:
    here = reading(following, lang)
    assert follow_up.sentence(here) == sentence
    assert sentence.startswith(follow_up.glance(here))


def test_the_overview_lists_as_many_requests_as_are_counted(following: Release) -> None:
    here = reading(following)
    waiting = [row.number for row in overview.requests(here)]
    assert sorted(waiting) == ["1310/UBND-KGVX", "1311/UBND-KT"], "with or without a date"
    assert f"{len(waiting)} requests waiting" in follow_up.glance(here)


def test_a_glance_at_a_chosen_week_says_for_which_day_it_holds(following: Release) -> None:
    earlier = reading(following, weeks=("2020-w10",))
    assert follow_up.glance(earlier) == "1 request waiting 5 days (as of 8 Mar 2020)"
    assert [row.number for row in overview.requests(earlier)] == ["1270/UBND-KTTH"]


def test_an_earlier_week_is_seen_as_it_stood_at_its_end(following: Release) -> None:
    here = reading(following, weeks=("2020-w10",))
    assert states(here) == {
        ("1270/UBND-KTTH", "document", ""): (TaskState.WAITING, None, 5),
        ("389/QĐ-UBND", "fact", "energy-grid-loss"): (TaskState.HORIZON, 2124, None),
    }
    later = reading(following, weeks=("2020-w12",))
    assert states(later) == states(reading(following))


def test_filters_narrow_and_a_day_to_look_from_can_be_chosen(following: Release) -> None:
    agriculture = states(reading(following, sectors=("agriculture",)))
    assert {number for number, _, _ in agriculture} == {"48/KH-UBND"}
    assert set(states(reading(following, statuses=("proposed",)))) == {
        ("1310/UBND-KGVX", "document", ""),
        ("1311/UBND-KT", "document", ""),
        ("1270/UBND-KTTH", "document", ""),
    }
    on = states(reading(following, signed_to=date(2020, 3, 18)))
    assert on["48/KH-UBND", "provision", ""] == (TaskState.DUE, 1, None)
    assert on["1270/UBND-KTTH", "document", ""] == (TaskState.WAITING, None, 15)


def test_sheets_hold_every_thing_once_in_the_same_order(following: Release) -> None:
    here = reading(following)
    every = follow_up.tasks(here)
    sheets = [follow_up.sheet(here, limit=3, offset=at) for at in range(0, len(every), 3)]
    assert [task for sheet in sheets for task in sheet] == every


def told(release: Release, lang: Lang = "en") -> dict[str, tuple[str, str]]:
    """What is to be done → who, and its state in words."""
    here = reading(release, lang)
    tasks: list[Task] = follow_up.tasks(here)
    return {
        follow_up.what(here, task): (follow_up.who(here, task), follow_up.told(here, task))
        for task in tasks
    }


def test_who_and_how_it_stands_are_said_in_words(following: Release) -> None:
    found = told(following)
    answered = found.pop("Border labour")
    assert found == {
        "Report on the first quarter": ("Department of Natural Resources", "3 days overdue"),
        "Equipment": ("sent to Ministry of Health", "answer 2 days overdue, waited 6 days"),
        "Wells: 12 wells": ("Chi Lăng district", "5 days left"),
        "Opinion": ("sent to Ministry of Finance", "waited 5 days"),
        "Clean water": ("Department of Agriculture", "no date stated"),
        "Households with clean water: at least 95%": (
            "Department of Agriculture",
            "a target for 2025",
        ),
        "Electricity losses: 6.00–6.50%": ("not stated", "a target for 2025"),
    }
    assert answered[1] == "answered by 77/TB-UBND (19 Mar 2020), after 16 days"


def test_the_page_shows_what_presses_first_and_horizons_apart(following: Release) -> None:
    here = reading(following)
    sections = follow_up.sections(here)
    assert [section.title for section in sections] == [
        "",
        "Overdue",
        "Due",
        "Waiting for an answer",
        "No date stated",
        "Long-term targets",
        "Answered",
    ]
    (chart,) = (block for block in sections[0].blocks if isinstance(block, Chart))
    drawn = bars(chart.draw("light"))
    assert [(bar.start, bar.length) for bar in drawn] == [(-3, 3), (-2, 2), (0, 5), (-5, 5)]
    assert "waited 5 days" in chart.alt
    assert "not stated" not in str(chart.draw("light"))
    assert drawing.svg(chart.draw("dark"), title="x").startswith("<svg")
    (horizons,) = (block for block in sections[5].blocks if isinstance(block, Table))
    assert len(horizons.rows) == 2
    links = [part.to for row in horizons.rows for part in row[0] if isinstance(part.to, View)]
    assert {(link.document, link.fact) for link in links} == {
        ("48-kh-ubnd-2020", "coverage"),
        ("389-qd-ubnd-2020", "energy-grid-loss"),
    }


def test_a_document_that_was_replaced_leaves_nothing_to_do(tmp_path: Path) -> None:
    record = FIXTURE.read_text(encoding="utf-8")
    release = built(tmp_path, record.replace("number: 39/KH-UBND,", "number: 48/KH-UBND,"))
    here = reading(release)
    of_plan = {key: each for key, each in states(here).items() if key[0] == "48/KH-UBND"}
    assert {state for state, _, _ in of_plan.values()} == {TaskState.ENDED}
    assert told(release)["Wells: 12 wells"][1] == "replaced by 60/QĐ-UBND (20 Mar 2020)"
    release.close()


def test_what_a_request_names_is_nobodys_to_do_yet(tmp_path: Path) -> None:
    record = FIXTURE.read_text(encoding="utf-8").replace("status: planned", "status: proposed")
    release = built(tmp_path, record)
    found = states(reading(release))
    assert found["48/KH-UBND", "fact", "wells"][0] is TaskState.ASKED
    assert found["48/KH-UBND", "provision", ""][0] is TaskState.ASKED
    assert follow_up.glance(reading(release)) == "1 thing overdue, 3 requests waiting, " + (
        "the longest 6 days"
    )
    release.close()


def test_an_invitation_whose_day_is_past_is_not_overdue(tmp_path: Path) -> None:
    record = FIXTURE.read_text(encoding="utf-8")
    invited = record.replace("number: 48/KH-UBND", "number: 48/GM-UBND")
    release = built(tmp_path, invited)
    assert states(reading(release))["48/GM-UBND", "provision", ""][0] is TaskState.ENDED
    assert told(release)["Report on the first quarter"][1] == "past"
    release.close()


def test_where_nothing_is_to_be_done_the_page_says_so(
    weeks_folder: WeeksFolder, broken_settings: Settings
) -> None:
    name = build.build(broken_settings)
    release = Release.open(broken_settings.releases / f"{name}.duckdb", memory_mb=MEMORY_MB)
    here = reading(release, sectors=("transport",))
    found = follow_up.tasks(here)
    assert found == []
    assert follow_up.sentence(here) == (
        "Nothing is overdue, due soon or waiting for an answer (as of 8 Mar 2020)"
    )
    (section,) = follow_up.sections(here)
    assert text_of(section.blocks[0].line).startswith("No document that passes")  # type: ignore[union-attr]
    assert read.deadlines(release, follow_up.filters(here)) == []
    release.close()


def test_a_task_has_no_full_stop_and_no_empty_place(tmp_path: Path) -> None:
    record = FIXTURE.read_text(encoding="utf-8")
    dotted = record.replace("en: Report on the first quarter", "en: Report on the first quarter.")
    assert dotted != record
    release = built(tmp_path, dotted)
    assert "Report on the first quarter" in told(release)
    release.close()
