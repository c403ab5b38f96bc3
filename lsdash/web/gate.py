"""Who may enter next week's bulletin over the web: nobody, unless the keeper has said who.

Open where sign-in is configured, to the editors that the secrets name; or, without sign-in, where
the server listens on this machine alone and is asked by a browser on it. Everything else is shut.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit import config

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1", "[::1]"})
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers of a proxy: behind one, a server on this machine may serve others."""


class Gate(StrEnum):
    OPEN = "open"
    OFF = "off"
    SIGN_IN = "sign_in"
    """Sign-in is configured, and this reader has not signed in."""
    REFUSED = "refused"
    """Signed in, and not among the editors."""


@dataclass(frozen=True)
class Admission:
    gate: Gate
    editor: str = ""
    """The name to sign with; empty where nobody signed in."""

    @property
    def is_open(self) -> bool:
        return self.gate is Gate.OPEN


def ask() -> Admission:
    """Whether this reader may enter bulletins."""
    if not st.secrets.load_if_toml_exists():
        if any(Path(file).exists() for file in config.get_option("secrets.files")):
            return Admission(Gate.OFF)  # secrets that cannot be read name nobody
        return on_this_machine(config.get_option("server.address"), st.context.headers)
    if "auth" not in st.secrets:
        return on_this_machine(config.get_option("server.address"), st.context.headers)
    editors = st.secrets.get("intake", {}).get("editors", [])
    return signed_in(st.user.to_dict(), editors)


def providers() -> list[str | None]:
    """The names of the sign-in providers; None is the only one, without a name."""
    auth = st.secrets["auth"]
    if "client_id" in auth:
        return [None]
    return [name for name, value in auth.items() if isinstance(value, Mapping)]


def signed_in(user: Mapping[str, Any], editors: Sequence[str]) -> Admission:
    """By the address that the provider vouches for; an unverified one counts for nothing."""
    if not user.get("is_logged_in"):
        return Admission(Gate.SIGN_IN)
    address = str(user.get("email") or "").casefold()
    if user.get("email_verified") is False:
        return Admission(Gate.REFUSED)
    if not address or address not in {str(editor).casefold() for editor in editors}:
        return Admission(Gate.REFUSED)
    return Admission(Gate.OPEN, str(user.get("name") or address))


def on_this_machine(address: str | None, headers: Mapping[str, str]) -> Admission:
    """By the address that the server listens on and the one that the browser asked for."""
    host = headers.get("host", "")
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    here = address in LOOPBACK and name in LOOPBACK
    if here and not any(header in headers for header in FORWARDED):
        return Admission(Gate.OPEN)
    return Admission(Gate.OFF)
