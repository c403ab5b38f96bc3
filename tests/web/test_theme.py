"""The theme is told as Streamlit would spell it out, without its being spelled out every time."""

from collections.abc import Iterator

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from lsdash.web.server import theme

SECTIONS = ("theme", *(f"theme.{each.value}" for each in config.CustomThemeCategories))


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Puts Streamlit's own back after a test."""
    own = app_session._populate_theme_msg
    yield
    app_session._populate_theme_msg = own
    theme._spelled.cache_clear()


def told(section: str) -> bytes:
    message = CustomThemeConfig()
    app_session._populate_theme_msg(message, section)
    return message.SerializeToString(deterministic=True)


def test_every_section_is_told_as_streamlit_does() -> None:
    by_streamlit = [told(section) for section in SECTIONS]
    assert by_streamlit[0], "the project sets options of the theme"
    theme.remember()
    assert [told(section) for section in SECTIONS] == by_streamlit
    assert [told(section) for section in SECTIONS] == by_streamlit


def test_a_section_of_which_nothing_is_set_leaves_no_trace() -> None:
    theme.remember()
    message = CustomThemeConfig()
    empty = [section for section in SECTIONS if not told(section)]
    for section in empty:
        app_session._populate_theme_msg(message.dark, section)
    assert empty
    assert not message.HasField("dark")


def test_a_theme_that_is_read_again_is_spelled_out_again() -> None:
    theme.remember()
    before = told("theme.light")
    colour = config.get_option("theme.light.primaryColor")
    config.set_option("theme.light.primaryColor", "#123456")
    try:
        assert told("theme.light") == before
        config._on_config_parsed.send()
        assert b"#123456" in told("theme.light")
    finally:
        config.set_option("theme.light.primaryColor", colour)
