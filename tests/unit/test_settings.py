"""Settings are read from the environment once, and named where they cannot be used."""

from pathlib import Path

import pytest

from lsdash import settings
from lsdash.errors import SettingsError


def test_an_empty_environment_gives_the_folders_of_the_checkout() -> None:
    read = settings.read({})
    assert read.records == settings.ROOT / "data" / "bulletins"
    assert read.releases == settings.ROOT / "data" / "releases"
    assert read.memory_mb == 256


def test_the_environment_moves_every_setting() -> None:
    read = settings.read(
        {"LSDASH_RECORDS": "/a", "LSDASH_RELEASES": "/b", "LSDASH_MEMORY_MB": "512"}
    )
    assert read == settings.Settings(records=Path("/a"), releases=Path("/b"), memory_mb=512)


@pytest.mark.parametrize("memory", ["", "much", "63", "-256", "1e3", "٢٥٦", "99999999"])
def test_memory_that_cannot_be_used_is_named_with_its_remedy(memory: str) -> None:
    with pytest.raises(SettingsError, match=r"LSDASH_MEMORY_MB=.* cannot be used: give whole mega"):
        settings.read({"LSDASH_MEMORY_MB": memory})
