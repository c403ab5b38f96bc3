"""Who may enter next week's bulletin over the web: nobody, unless the keeper has said who.

Open where sign-in is configured, to the editors that the secrets name; or, where the keeper has
said so by LSDASH_INTAKE=here, to a browser on the machine that the server listens to alone. Nothing
is concluded from what a request does not say. Everything else is shut.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit import config

from lsdash import settings

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1", "[::1]"})
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers of a proxy: behind one, a server on this machine serves others."""


class Access(StrEnum):
    OPEN = "open"
    OFF = "off"
    SIGN_IN = "sign_in"
    """Sign-in is configured, and this reader has not signed in."""
    REFUSED = "refused"
    """Signed in, and not among the editors."""


@dataclass(frozen=True)
class Admission:
    access: Access
    editor: str = ""
    """The name to sign with; empty where nobody signed in."""

    @property
    def is_open(self) -> bool:
        return self.access is Access.OPEN


def ask() -> Admission:
    """Whether this reader may enter bulletins."""
    is_read = st.secrets.load_if_toml_exists()
    if not is_read and any(Path(file).exists() for file in config.get_option("secrets.files")):
        return Admission(Access.OFF)  # secrets that cannot be read name nobody
    if is_read and "auth" in st.secrets:
        return signed_in(st.user.to_dict(), st.secrets.get("intake", {}).get("editors", []))
    if not settings.read().intake_here:
        return Admission(Access.OFF)
    return on_this_machine(config.get_option("server.address"), st.context.headers)


def providers() -> list[str | None]:
    """The names of the sign-in providers; None is the only one, without a name."""
    auth = st.secrets["auth"]
    if "client_id" in auth:
        return [None]
    return [name for name, value in auth.items() if isinstance(value, Mapping)]


def signed_in(user: Mapping[str, Any], editors: Sequence[str]) -> Admission:
    """By the address that the provider vouches for; an unverified one counts for nothing."""
    if not user.get("is_logged_in"):
        return Admission(Access.SIGN_IN)
    address = str(user.get("email") or "").casefold()
    if user.get("email_verified") is False:
        return Admission(Access.REFUSED)
    if not address or address not in {str(editor).casefold() for editor in editors}:
        return Admission(Access.REFUSED)
    return Admission(Access.OPEN, str(user.get("name") or address))


def on_this_machine(address: str | None, headers: Mapping[str, str]) -> Admission:
    """By the address that the server listens on, and by what the browser says that it asks for.

    A browser names itself by an Origin; a program that sends none is no browser on this machine.
    """
    host = headers.get("host", "")
    asked = headers.get("origin", "").partition("://")[2]
    if address in LOOPBACK and asked == host and is_loopback(host) and not is_forwarded(headers):
        return Admission(Access.OPEN)
    return Admission(Access.OFF)


def is_loopback(host: str) -> bool:
    """Whether a Host, with or without a port, names the machine itself."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    return name in LOOPBACK


def is_forwarded(headers: Mapping[str, str]) -> bool:
    """Whether a proxy says that it stands between."""
    return any(header in headers for header in FORWARDED)


def said_aloud() -> str:
    """What a keeper should read in the log about editing without sign-in; empty where it is off."""
    if not settings.read().intake_here:
        return ""
    address = config.get_option("server.address")
    if address not in LOOPBACK:
        return (
            "LSDASH_INTAKE=here opens nothing: the server listens to other machines as well. "
            "Start it with --server.address 127.0.0.1, or set up sign-in."
        )
    return (
        "LSDASH_INTAKE=here: whoever sits at this machine may enter bulletins without signing in."
    )
