"""A page's own inputs as widgets: their values come from the link and go into it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from lsdash.text import figures, say
from lsdash.view import INPUTS, Input
from lsdash.web.entrance import address, uploads, visit
from lsdash.web.entrance.visit import Visit


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


def along(here: Visit, key: str, words: Mapping[str, str], *, default: str) -> str:
    """One of these codes in their order, in words, on a row that a reader moves along."""
    widget = address.widget(f"input-{key}")
    prepare(here, widget, here.view.input(key) or default)
    moved_to: str = st.select_slider(
        say(here.lang, f"input.{key}"),
        list(words),
        format_func=lambda code: words.get(code, code),
        key=widget,
        on_change=address.touch,
    )
    return moved_to


def picked(here: Visit, key: str) -> str | None:
    """What a reader has just picked in this input, which may stand further down; else the view's.

    None where neither says anything.
    """
    name = address.widget(f"input-{key}")
    given = dict(here.view.inputs).get(key)
    return str(st.session_state[name]) if here.touched and name in st.session_state else given


def number(here: Visit, key: str, *, mark: str = "") -> Decimal | None:
    """A number within its range, or None while the reader has given none; `mark` ends its label."""
    spec = _spec(here, key)
    name = address.widget(f"input-{key}")
    given = here.view.input(key)
    label = f"{say(here.lang, f'input.{key}')}{mark}"
    if spec.decimals:
        return _with_decimals(here, spec, label)
    prepare(here, name, int(given) if given else None)
    value = st.number_input(
        label,
        min_value=int(spec.low),
        max_value=int(spec.high),
        value=None,
        step=int(spec.step),
        placeholder=say(here.lang, "input.not_given"),
        key=name,
        on_change=address.touch,
    )
    return None if value is None else _kept(spec, value)


def _with_decimals(here: Visit, spec: Input, label: str) -> Decimal | None:
    """A number as the reader's language writes it: Streamlit's own field knows a point alone.

    One that cannot be read or is out of its range is told, and the one before stays.
    """
    name = address.widget(f"input-{spec.key}")
    given = here.view.input(spec.key)
    prepare(here, name, _written(here, spec, Decimal(given)) if given else "")
    entered = st.text_input(
        label,
        placeholder=say(here.lang, "input.not_given"),
        key=name,
        on_change=address.touch,
        autocomplete="off",
    )
    if not entered.strip():
        return None
    value = _read(spec, entered)
    if value is None:
        ends = {"low": _written(here, spec, spec.low), "high": _written(here, spec, spec.high)}
        st.caption(f":red[{say(here.lang, 'input.between', **ends)}]")
        return Decimal(given) if given else None
    return value


def _written(here: Visit, spec: Input, value: Decimal) -> str:
    """`9,5`; a share as a percentage, without zeros at its end."""
    shown = (value * 100 if spec.is_share else value).normalize()
    return figures.number(shown, here.lang)


def _read(spec: Input, entered: str) -> Decimal | None:
    """What was written with a comma or a point; None for no number of this input's range."""
    plain = entered.strip().replace(",", ".")
    if not re.fullmatch(r"\d{1,4}(\.\d{1,6})?", plain, re.ASCII):
        return None
    value = _kept(spec, plain)
    return value if spec.low <= value <= spec.high else None


def upload(
    here: Visit, name: str, label: str, types: Sequence[str], *, most: int
) -> UploadedFile | None:
    """A file of one of these types, of `most` megabytes, both said by `label` in its {places}.

    What Streamlit would add of types and size stands in the label already.
    """
    uploads.ask(here.view.page, most)
    return st.file_uploader(
        say(here.lang, label, types=", ".join(map(str.upper, types)), most=most),
        type=list(types),
        max_upload_size=most,
        key=f"{name}-file",
    )


def begin(here: Visit, values: Mapping[str, str]) -> Visit:
    """The visit with these inputs where its view has none yet."""
    return keep(here, {**values, **dict(here.view.inputs)})


def now(here: Visit, key: str) -> str | None:
    """What stands in a number's field: just entered by the reader, or from the view."""
    name = address.widget(f"input-{key}")
    if not here.touched or name not in st.session_state:
        return here.view.input(key)
    entered = st.session_state[name]
    spec = _spec(here, key)
    if not isinstance(entered, str):
        return None if entered is None else str(_kept(spec, entered))
    value = _read(spec, entered)
    if value is None:
        return here.view.input(key) if entered.strip() else None
    return str(value)


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


def _kept(spec: Input, entered: float | str) -> Decimal:
    """A number as the link writes it."""
    value = Decimal(str(entered)) / (100 if spec.is_share else 1)
    return value.quantize(Decimal(1).scaleb(-spec.decimals))


def _spec(here: Visit, key: str) -> Input:
    return next(spec for spec in INPUTS[here.view.page] if spec.key == key)


def prepare(here: Visit, key: str, value: object) -> None:
    """Give a widget the view's value, unless the reader has just set it himself."""
    if not here.touched or key not in st.session_state:
        st.session_state[key] = value
