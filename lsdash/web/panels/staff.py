"""The commune staff page's parts: one commune with each step and its rule, or a whole list."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lsdash.contents import staffing as told
from lsdash.contents.blocks import Line, Said, Table, line, strong
from lsdash.contents.subject import Subject
from lsdash.errors import BrokenReaderError, BusyReaderError, ReaderError, SlowReaderError
from lsdash.staffing import ceilings, lists
from lsdash.staffing.ceilings import Ceiling
from lsdash.staffing.lists import Problem, Read
from lsdash.store.rows import FactRow
from lsdash.text import count, figures, say
from lsdash.web.entrance import visit
from lsdash.web.entrance.visit import Visit
from lsdash.web.parts import cards, inputs
from lsdash.web.parts.escaping import plain

LIST_COLUMNS = (
    "column.name",
    "column.class",
    "column.kind",
    "staff.steps",
    "staff.ceiling_column",
    "column.present",
    "staff.over_column",
)
FORMATS = ("csv", "txt", "xlsx", "xls")
GIVEN_UP: Mapping[type[ReaderError], str] = {
    SlowReaderError: "too_slow",
    BrokenReaderError: "broken",
    BusyReaderError: "busy",
}
SHOWN_PROBLEMS = 20
A_SHEET = 50
"""Units of a list that are shown at once."""


def lead(here: Visit, about: Subject) -> None:
    """How to read the page, where there is a ladder to be read."""
    if about.ladder:
        cards.lead(here)


def one(here: Visit, about: Subject) -> Visit:
    """Ask for one commune and show its ceiling, each step with the rule that it comes from.

    Where the filters leave ceilings of other workers, the document of those in force is named.
    """
    if about.elsewhere:
        cards.said(Said(told.elsewhere(here, about.elsewhere), is_note=True))
        return here
    rules = about.ladder
    answer, asked = st.columns([3, 2], gap="large")
    with asked:
        given = {key: inputs.choice(here, key) for key in ("class", "unit", "police", "farmers")}
        present = inputs.number(here, "present")
        add_up = inputs.choice(here, "sum")
        st.caption(say(here.lang, "staff.sum_not_stated"))
    here = inputs.keep(here, {**given, "sum": add_up, "present": present})
    with answer:
        found = told.ceiling(here, rules)
        if found:
            _answer(here, found)
            if found.sum_matters:
                matters = told.either_way(here, rules, found.commune)
                st.info(plain(matters), icon=":material/help:")
        else:
            st.info(say(here.lang, "staff.no_class"))
    return here


def several(here: Visit, rules: Sequence[FactRow]) -> None:
    """A pasted or uploaded list: each commune's ceiling, and what is wrong with bad rows.

    Without rules there is nothing to ask.
    """
    if not rules:
        return
    with cards.fold(here, "staff.list") as is_open:
        if is_open:
            _list(here, rules)


def _list(here: Visit, rules: Sequence[FactRow]) -> None:
    most = figures.number(lists.MOST_ROWS, here.lang)
    st.caption(say(here.lang, "staff.list_how", most=most))
    with st.form("staff-list", enter_to_submit=False):
        left, right = st.columns(2, gap="large")
        with left:
            pasted = st.text_area(
                say(here.lang, "staff.paste"),
                placeholder=say(here.lang, "staff.example"),
                height=150,
            )
        with right:
            file = inputs.upload(here, "staff", "input.upload", FORMATS, most=lists.MOST_MEGABYTES)
        st.form_submit_button(say(here.lang, "staff.work_out"), icon=":material/calculate:")
    try:
        if file is not None:
            read = _read(file.getvalue(), file.name)
        elif pasted.strip():
            read = _read(pasted, "")
        else:
            return
    except ReaderError as error:
        key, told = GIVEN_UP[type(error)], vars(error)
        st.error(say(here.lang, f"problem.{key}", **told), icon=":material/block:")
        return
    if read.is_converted:
        st.info(say(here.lang, "staff.converted"), icon=":material/font_download:")
    _problems(here, read.problems, kept=len(read.communes))
    add_up = here.view.input("sum") == "yes"
    known = {rule.unit_class for rule in rules}
    found = [
        ceilings.ceiling(commune, rules, add_up=add_up)
        for _, commune in read.communes
        if commune.unit_class in known
    ]
    if found:
        _listed(here, found)


@st.cache_resource(scope="session", max_entries=1, show_spinner=False)
def _read(content: bytes | str, name: str) -> Read:
    """A list that is shown sheet by sheet is read once. Nobody alters it."""
    return lists.read(content, name, meanwhile=visit.pause)


def _answer(here: Visit, found: Ceiling) -> None:
    ceiling, *against = told.answer(here, found)
    with st.container(key="ceiling"):
        st.header(plain(ceiling), anchor=False)
    for each in against:
        st.markdown(plain(each))
    cards.table(told.steps(here, found))


def _problems(here: Visit, problems: Sequence[Problem], *, kept: int) -> None:
    if not problems:
        return
    lines = [f"- {_problem(here, each)}" for each in problems[:SHOWN_PROBLEMS]]
    if len(problems) > SHOWN_PROBLEMS:
        more = len(problems) - SHOWN_PROBLEMS
        lines.append(f"- {count(here.lang, 'staff.more_problems', more)}")
    title = count(here.lang, "staff.problems" if kept else "staff.all_bad", len(problems))
    st.warning(f"**{title}**\n\n" + "\n".join(lines), icon=":material/rule:")


def _problem(here: Visit, each: Problem) -> str:
    column = say(here.lang, f"column.{each.column}") if each.column else ""
    words = say(here.lang, f"problem.{each.key}", column=column, value=plain(each.value))
    return say(here.lang, "staff.at_line", line=each.line, problem=words) if each.line else words


def _listed(here: Visit, found: Sequence[Ceiling]) -> None:
    """The list in one sentence, a sheet of it with those over their ceiling first, all to take."""
    order = sorted(found, key=lambda each: -(each.over if each.over is not None else -999))
    over = sum(1 for each in found if (each.over or 0) > 0)
    unknown = sum(1 for each in found if each.over is None)
    counts = [count(here.lang, "staff.listed_over", over)]
    counts += [count(here.lang, "staff.listed_open", unknown)] if unknown else []
    listed = plain(count(here.lang, "staff.listed", len(found)))
    st.markdown(f"**{listed}** · {plain(' · '.join(counts))}")
    heads = tuple(say(here.lang, key) for key in LIST_COLUMNS)
    sheets = -(-len(order) // A_SHEET)
    at = st.pagination(sheets, key="staff-sheet") if sheets > 1 else 1
    shown = order[(at - 1) * A_SHEET : at * A_SHEET]
    rows = tuple(_in_words(here, _row(here, each)) for each in shown)
    cards.table(Table("communes", heads, rows, say(here.lang, "staff.list_alt")))
    st.download_button(
        say(here.lang, "staff.download"),
        lambda: lists.to_xlsx([heads, *(_row(here, each) for each in order)]),
        file_name="lsdash-staff.xlsx",
        icon=":material/download:",
        on_click="ignore",
    )


def _row(here: Visit, each: Ceiling) -> list[str | int | None]:
    """The cells of LIST_COLUMNS: numbers as numbers, None where staff is not given."""
    steps = " ".join(f"{step.change:+d}" for step in each.steps if step.used).lstrip("+")
    return [
        each.commune.name,
        each.commune.unit_class,
        say(here.lang, f"choice.unit_{each.commune.kind}"),
        steps.replace("-", "−"),
        each.persons,
        each.commune.present,
        each.over,
    ]


def _in_words(here: Visit, row: Sequence[str | int | None]) -> tuple[Line, ...]:
    name, *cells, over = row
    words = [
        say(here.lang, "fact.not_stated")
        if cell is None
        else figures.number(cell, here.lang)
        if isinstance(cell, int)
        else cell
        for cell in cells
    ]
    against = "—" if over is None else told.over(here, int(over))
    return strong(str(name)), *map(line, words), line(against)
