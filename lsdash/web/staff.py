"""The commune staff page's parts: one commune with each step and its rule, or a whole list."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lsdash import staffing, staffing_list
from lsdash.contents import staffing as told
from lsdash.staffing import Ceiling
from lsdash.staffing_list import Problem
from lsdash.store.read import FactRow
from lsdash.text import count, figures, say
from lsdash.web import cards, inputs
from lsdash.web.visit import Visit
from lsdash.web.words import plain

LIST_COLUMNS = (
    "column.name",
    "column.class",
    "column.kind",
    "staff.steps",
    "staff.ceiling_column",
    "column.present",
    "staff.over_column",
)
SHOWN_PROBLEMS = 20
SHOWN_ROWS = 500


def one(here: Visit, rules: Sequence[FactRow]) -> Visit:
    """Ask for one commune and show its ceiling, each step with the rule that it comes from."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        given = {key: inputs.choice(here, key) for key in ("class", "unit", "police", "farmers")}
        present = inputs.number(here, "present")
        add_up = inputs.choice(here, "sum")
        st.caption(say(here.lang, "staff.sum_not_stated"))
    here = inputs.keep(here, {**given, "sum": add_up, "present": present})
    with right:
        found = told.ceiling(here, rules)
        if found:
            _answer(here, found)
        else:
            st.info(say(here.lang, "staff.no_class"))
    return here


def several(here: Visit, rules: Sequence[FactRow]) -> None:
    """A pasted or uploaded list: each commune's ceiling, and what is wrong with bad rows."""
    cards.section(here, "staff.list")
    st.caption(say(here.lang, "staff.list_how"))
    left, right = st.columns(2, gap="large")
    with left:
        pasted = st.text_area(
            say(here.lang, "staff.paste"), placeholder=say(here.lang, "staff.example"), height=150
        )
    with right:
        file = st.file_uploader(say(here.lang, "staff.upload"), type=["csv", "txt", "xlsx"])
    if file is not None:
        read = staffing_list.from_file(file.name, file.getvalue())
    elif pasted.strip():
        read = staffing_list.from_text(pasted)
    else:
        return
    _problems(here, read.problems)
    add_up = here.view.input("sum") == "yes"
    known = {rule.unit_class for rule in rules}
    found = [
        staffing.ceiling(commune, rules, add_up=add_up)
        for _, commune in read.communes
        if commune.unit_class in known
    ]
    if found:
        _table(here, found)


def _answer(here: Visit, found: Ceiling) -> None:
    ceiling, *against = told.answer(here, found)
    st.header(plain(ceiling), anchor=False)
    for line in against:
        st.markdown(plain(line))
    cards.table(told.steps(here, found))
    if found.sum_matters:
        st.info(say(here.lang, "staff.sum_matters"), icon=":material/help:")


def _problems(here: Visit, problems: Sequence[Problem]) -> None:
    if not problems:
        return
    lines = [f"- {_problem(here, each)}" for each in problems[:SHOWN_PROBLEMS]]
    if len(problems) > SHOWN_PROBLEMS:
        more = len(problems) - SHOWN_PROBLEMS
        lines.append(f"- {count(here.lang, 'staff.more_problems', more)}")
    title = count(here.lang, "staff.problems", len(problems))
    st.warning(f"**{title}**\n\n" + "\n".join(lines), icon=":material/rule:")


def _problem(here: Visit, each: Problem) -> str:
    column = say(here.lang, f"column.{each.column}") if each.column else ""
    words = say(here.lang, f"problem.{each.key}", column=column, value=plain(each.value))
    return say(here.lang, "staff.at_line", line=each.line, problem=words) if each.line else words


def _table(here: Visit, found: Sequence[Ceiling]) -> None:
    """The list with ceilings; those over it first."""
    order = sorted(found, key=lambda each: -(each.over if each.over is not None else -999))
    over = sum(1 for each in found if (each.over or 0) > 0)
    listed = plain(count(here.lang, "staff.listed", len(found)))
    st.markdown(f"**{listed}** · {plain(count(here.lang, 'staff.listed_over', over))}")
    rows = [_row(here, each) for each in order[:SHOWN_ROWS]]
    table = pd.DataFrame(rows, columns=[say(here.lang, key) for key in LIST_COLUMNS])
    st.dataframe(table, hide_index=True, alt=say(here.lang, "staff.list_alt"))
    if len(found) > SHOWN_ROWS:
        st.caption(count(here.lang, "staff.more_rows", len(found) - SHOWN_ROWS))


def _row(here: Visit, each: Ceiling) -> list[str]:
    steps = " ".join(f"{step.change:+d}" for step in each.steps if step.used).lstrip("+")
    present = each.commune.present
    return [
        each.commune.name,
        str(each.commune.unit_class),
        say(here.lang, f"choice.unit_{each.commune.kind}"),
        steps.replace("-", "−"),
        figures.number(each.persons, here.lang),
        say(here.lang, "fact.not_stated")
        if present is None
        else figures.number(present, here.lang),
        "—" if each.over is None else told.over(here, each.over),
    ]
