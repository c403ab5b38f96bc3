"""The log is for programs and keepers: one JSON line each, and no word of a reader in it."""

import json
import logging
import subprocess
import sys

import pytest

from lsdash.errors import DamagedReleaseError
from lsdash.settings import ROOT
from lsdash.web.server import logs
from tests.browser.conftest import free_port, started


def line(
    words: str, *args: object, name: str = "lsdash", error: BaseException | None = None
) -> dict[str, object]:
    """What is written of a message, read back; nothing but one line may be written."""
    exc = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, words, args, exc)
    written = logs.OneLine().format(record)
    assert "\n" not in written
    return dict(json.loads(written))


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - any, with its trace
        return caught


def test_a_message_is_one_line_with_its_time_in_utc_level_and_logger() -> None:
    told = line('two lines\nand a "%s"', "đồng")
    assert told["message"] == 'two lines\nand a "đồng"'
    assert (told["level"], told["logger"]) == ("error", "lsdash")
    assert str(told["time"]).endswith("+00:00")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("GET /decisions?q=b%C3%AD+m%E1%BA%ADt HTTP/1.1", "GET /decisions?… HTTP/1.1"),
        ('10.1.2.3:5012 - "WebSocket /_stcore/stream?x=1"', '[address]:5012 - "WebSocket /_stcore/'
         'stream?…"'),
        ("from 2001:db8::7 and ::ffff:10.0.0.9", "from [address] and [address]"),
        ("lan@example.vn is no editor", "[mail] is no editor"),
        ("at 12:30:45, --server.address 127.0.0.1, [::1]:8501, version 1.67.0", None),
        ("2020w10-3f9a2c1d.duckdb: cut at 4096 bytes", None),
    ],
)  # fmt: skip
def test_a_message_has_no_question_and_no_address_of_a_reader(
    words: str, written: str | None
) -> None:
    assert line("%s", words)["message"] == (written or words)


def test_an_error_of_a_library_has_its_kind_and_place_and_none_of_its_words() -> None:
    error = raised(ValueError("no date: 'bí mật'"))
    told = line("a page failed", error=error)
    assert (told["error"], told["problem"]) == ("ValueError", None)
    assert "test_logs.py" in str(told["trace"])
    assert "bí mật" not in json.dumps(told, ensure_ascii=False)
    told = line(f"Task exception was never retrieved\nfuture: {error!r}", name="asyncio")
    assert told["message"] == "Task exception was never retrieved"


def test_what_our_own_errors_and_the_system_say_is_kept() -> None:
    ours = DamagedReleaseError(file=ROOT / "x.duckdb", problem="cut")
    assert "x.duckdb" in str(line("x", error=raised(ours))["problem"])
    full = raised(OSError(28, "No space left on device", "/data/bí mật"))
    assert line("x", error=full)["problem"] == "No space left on device"


def test_every_line_of_a_server_is_such_an_object(tmp_path_factory: pytest.TempPathFactory) -> None:
    process, server = started(
        tmp_path_factory.mktemp("logs"),
        ROOT / "data" / "bulletins",
        free_port(),
        ("--server.address", "127.0.0.1", "--logger.hideWelcomeMessage", "true"),
        own={"LSDASH_LOG": "json", "LSDASH_INTAKE": "here", "PYTHONWARNINGS": "default"},
        handles=220,
    )
    process.terminate()
    process.wait(timeout=30)
    lines = [json.loads(each) for each in server.log.read_text().splitlines()]
    messages = [each["message"] for each in lines if each["logger"] == "lsdash"]
    assert any("raise LimitNOFILE" in each for each in messages)
    assert any("LSDASH_INTAKE=here" in each for each in messages)


def test_loggers_that_streamlit_makes_later_write_such_lines_too() -> None:
    begun = (
        "import logging; from streamlit import logger; from lsdash.web.server import logs;"
        "logger.get_logger('streamlit.early'); logs.begin();"
        "logger.update_formatter();"
        "[logger.get_logger(f'streamlit.{name}').error('x') for name in ('early', 'late')];"
        "logging.getLogger('uvicorn.error').error('y')"
    )
    done = subprocess.run(
        [sys.executable, "-c", begun], capture_output=True, encoding="utf-8", check=True
    )
    told = [json.loads(each) for each in done.stderr.splitlines()]
    names = ["streamlit.early", "streamlit.late", "uvicorn.error"]
    assert [each["logger"] for each in told] == names
