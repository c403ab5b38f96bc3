"""A page's own inputs as widgets: their values come from the link and go into it."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from lsdash.text import say
from lsdash.view import INPUTS, Input
from lsdash.web import address, visit
from lsdash.web.filters import prepare
from lsdash.web.visit import Visit


def choice(here: Visit, key: str) -> str:
    """One of a few codes, shown in words."""
    spec = _spec(here, key)
    name = f"input-{key}"
    prepare(here, name, here.view.input(key))
    picked = st.segmented_control(
        say(here.lang, f"input.{key}"),
        spec.choices,
        format_func=lambda code: say(here.lang, f"choice.{key}_{code}"),
        key=name,
        on_change=address.touch,
        required=True,
    )
    return str(picked or spec.default)


def number(here: Visit, key: str) -> int | None:
    """A whole number, or None while the reader has given none."""
    spec = _spec(here, key)
    name = f"input-{key}"
    given = here.view.input(key)
    prepare(here, name, int(given) if given else None)
    value: int | None = st.number_input(
        say(here.lang, f"input.{key}"),
        min_value=int(spec.low),
        max_value=int(spec.high),
        value=None,
        step=1,
        placeholder=say(here.lang, "input.not_given"),
        key=name,
        on_change=address.touch,
    )
    return value


def keep(here: Visit, values: Mapping[str, object]) -> Visit:
    """The visit with these inputs in its view, and so in the link; those not given are left out."""
    kept = tuple(
        (spec.key, str(values[spec.key]))
        for spec in INPUTS[here.view.page]
        if values.get(spec.key) is not None
    )
    here = replace(here, view=replace(here.view, inputs=kept))
    visit.keep(here)
    return here


def _spec(here: Visit, key: str) -> Input:
    return next(spec for spec in INPUTS[here.view.page] if spec.key == key)
