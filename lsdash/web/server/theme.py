"""The theme as every script run tells it to the browser, spelled out once.

Streamlit reads every option of the theme's six sections anew for the first message of each run:
a fifth of what a light page costs. The options do not change under a running server. Where its
configuration is read again, the theme is spelled out again.
"""

from functools import cache

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_spell_out = app_session._populate_theme_msg


def remember() -> None:
    """From now on, tell what was spelled out before."""
    app_session._populate_theme_msg = _tell
    config.on_config_parsed(_spelled.cache_clear, force_connect=True)


def _tell(msg: CustomThemeConfig, section: str = "theme") -> None:
    if spelled := _spelled(section):
        msg.MergeFromString(spelled)


@cache
def _spelled(section: str) -> bytes:
    """A section's message as bytes: empty where nothing of it is set."""
    message = CustomThemeConfig()
    _spell_out(message, section)
    return bytes(message.SerializeToString())
