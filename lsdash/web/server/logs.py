"""The server's log as one JSON line each: what went wrong and where, and nothing about a reader.

No address, no e-mail address and nothing that a link asks for is written. Of an error that is none
of ours only its kind and place are: its words may hold what somebody typed.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from ipaddress import ip_address

from streamlit import logger as streamlit_logger

from lsdash.errors import LsdashError

QUERY = re.compile(r"\?[^\s\"'<>]+")
MAIL = re.compile(r"[^\s@\"'<>]+@[^\s@\"'<>]+\.\w+")
ADDRESS = re.compile(
    r"(?<![\w.:])(?:[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*|\d+(?:\.\d+){3})(?![\w.])", re.I
)

OURS = "lsdash"


class OneLine(logging.Formatter):
    """A record as a JSON object: time (UTC), level, logger, message.

    With an error its kind, its problem in words that are ours or the system's, and the places that
    it passed, the last one last.
    """

    def format(self, record: logging.LogRecord) -> str:
        words = record.getMessage()
        if record.name.partition(".")[0] != OURS:
            words = words.partition("\n")[0]  # what libraries add holds errors in their own words
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_readers(words),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            told |= {"error": type(error).__name__, "problem": _problem(error)}
            told["trace"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ]
        return json.dumps(told, ensure_ascii=False)


def begin() -> None:
    """Have every logger of this process write such lines, to standard error.

    Streamlit gives each of its loggers, uvicorn's among them, a handler of its own, now and for
    those that it makes later.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine())
    logging.basicConfig(handlers=[handler], force=True)
    logging.captureWarnings(capture=True)

    def onward(logger: logging.Logger) -> None:
        logger.handlers.clear()
        logger.propagate = True

    streamlit_logger.setup_formatter = onward
    for logger in streamlit_logger._loggers.values():
        onward(logger)


def without_readers(words: str) -> str:
    """A message without what a link asks for, and without addresses of people and machines."""
    return ADDRESS.sub(_machine, MAIL.sub("[mail]", QUERY.sub("?…", words)))


def _machine(found: re.Match[str]) -> str:
    """An address as [address]; this machine's own, and what only looks like one, as it is."""
    try:
        is_reader = not ip_address(found[0]).is_loopback
    except ValueError:
        return found[0]
    return "[address]" if is_reader else found[0]


def _problem(error: BaseException) -> str | None:
    if isinstance(error, LsdashError):
        return without_readers(str(error))
    return error.strerror if isinstance(error, OSError) else None
