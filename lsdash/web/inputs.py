"""A page's own inputs as widgets: their values come from the link and go into it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import streamlit as st

from lsdash.text import say
from lsdash.view import INPUTS, Input
from lsdash.web import address, visit
from lsdash.web.filters import prepare
from lsdash.web.visit import Visit


def choice(here: Visit, key: str) -> str:
    """One of a few codes, shown in words."""
    spec = _spec(here, key)
    name = address.widget(f"input-{key}")
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


def name(here: Visit, key: str, words: Mapping[str, str], *, default: str) -> str:
    """One of the names that there are, in words, or the one that the link brought as it stands."""
    widget = address.widget(f"input-{key}")
    given = here.view.input(key) or default
    prepare(here, widget, given)
    picked: str = st.selectbox(
        say(here.lang, f"input.{key}"),
        [*words, *({given} - words.keys())],
        format_func=lambda code: words.get(code, code),
        key=widget,
        on_change=address.touch,
    )
    return picked


def number(here: Visit, key: str, *, mark: str = "") -> Decimal | None:
    """A number within its range, or None while the reader has given none; `mark` ends its label."""
    spec = _spec(here, key)
    name = address.widget(f"input-{key}")
    given = here.view.input(key)
    kind: type[int | float] = float if spec.decimals else int
    prepare(here, name, kind(given) if given else None)
    value = st.number_input(
        f"{say(here.lang, f'input.{key}')}{mark}",
        min_value=kind(spec.low),
        max_value=kind(spec.high),
        value=None,
        step=kind(spec.step),
        format=f"%.{spec.decimals}f" if spec.decimals else None,
        placeholder=say(here.lang, "input.not_given"),
        key=name,
        on_change=address.touch,
    )
    if value is None:
        return None
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-spec.decimals))


def keep(here: Visit, values: Mapping[str, object]) -> Visit:
    """The visit with these inputs in its view, and so in the link.

    One that is None was cleared and is left out; those not in `values` stay as they were.
    """
    merged: dict[str, object] = {**dict(here.view.inputs), **values}
    kept = tuple(
        (spec.key, str(merged[spec.key]))
        for spec in INPUTS[here.view.page]
        if merged.get(spec.key) is not None
    )
    here = replace(here, view=replace(here.view, inputs=kept))
    visit.keep(here)
    return here


def _spec(here: Visit, key: str) -> Input:
    return next(spec for spec in INPUTS[here.view.page] if spec.key == key)
