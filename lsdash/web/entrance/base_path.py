"""The path that the whole dashboard stands under, where a proxy gives it a part of a host."""

from functools import cache

from streamlit import config


@cache
def base() -> str:
    """`/ls` where `server.baseUrlPath` is `ls`; empty where the dashboard has a whole host.

    It is given at the start of the server, and asked for by every link.
    """
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def under(path: str) -> str:
    """A path of ours, which begins with a slash, as browsers ask for it."""
    return base() + path


def within(path: str) -> str | None:
    """A path that a browser asks for as one of ours; None for one outside the base."""
    inside = path.removeprefix(base())
    if inside == path and base():
        return None
    return inside or "/" if inside[:1] in ("", "/") else None
