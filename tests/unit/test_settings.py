"""Settings are read from the environment once, and named where they cannot be used."""

from pathlib import Path

import pytest

from lsdash import settings
from lsdash.errors import SettingsError


def test_an_empty_environment_gives_the_folders_of_the_checkout() -> None:
    read = settings.read({})
    assert read.records == settings.ROOT / "data" / "bulletins"
    assert read.releases == settings.ROOT / "data" / "releases"
    assert read.memory_mb == 64


def test_the_environment_moves_every_setting() -> None:
    read = settings.read(
        {
            "LSDASH_RECORDS": "/a",
            "LSDASH_RELEASES": "/b",
            "LSDASH_MEMORY_MB": "512",
            "LSDASH_INTAKE": "here",
            "LSDASH_PROXIES": "10.0.0.2, 10.1.0.0/16,fd00::/8",
            "LSDASH_LOG": "json",
            "LSDASH_FOLLOW_SECONDS": "0.5",
        }
    )
    assert read == settings.Settings(
        records=Path("/a"),
        releases=Path("/b"),
        memory_mb=512,
        intake_here=True,
        proxies=("10.0.0.2/32", "10.1.0.0/16", "fd00::/8"),
        log_json=True,
        follow_seconds=0.5,
    )


def test_nobody_may_edit_and_no_proxy_is_believed_unless_it_is_said() -> None:
    read = settings.read({})
    assert (read.intake_here, read.proxies) == (False, ())


@pytest.mark.parametrize("intake", ["yes", "HERE", "there", " here"])
def test_a_word_on_editing_that_means_nothing_is_named(intake: str) -> None:
    with pytest.raises(SettingsError, match=r"LSDASH_INTAKE=.* cannot be used: say here"):
        settings.read({"LSDASH_INTAKE": intake})


@pytest.mark.parametrize("log", ["text", "JSON", "yes"])
def test_a_form_of_the_log_that_is_none_is_named(log: str) -> None:
    with pytest.raises(SettingsError, match=r"LSDASH_LOG=.* cannot be used: say json"):
        settings.read({"LSDASH_LOG": log})


@pytest.mark.parametrize("proxies", ["nginx", "10.0.0.1/8", "*", "10.0.0", "10.0.0.1;10.0.0.2"])
def test_a_proxy_that_is_no_address_is_named(proxies: str) -> None:
    with pytest.raises(SettingsError, match=r"LSDASH_PROXIES=.* cannot be used: give addresses"):
        settings.read({"LSDASH_PROXIES": proxies})


@pytest.mark.parametrize("memory", ["", "much", "63", "-256", "1e3", "٢٥٦", "99999999"])
def test_memory_that_cannot_be_used_is_named_with_its_remedy(memory: str) -> None:
    with pytest.raises(SettingsError, match=r"LSDASH_MEMORY_MB=.* cannot be used: give whole mega"):
        settings.read({"LSDASH_MEMORY_MB": memory})


@pytest.mark.parametrize("seconds", ["", "soon", "0", "-1", "3601", "1e1", "inf", "nan", "٣"])
def test_seconds_that_cannot_be_used_are_named_with_their_remedy(seconds: str) -> None:
    with pytest.raises(SettingsError, match=r"LSDASH_FOLLOW_SECONDS=.* cannot be used: give sec"):
        settings.read({"LSDASH_FOLLOW_SECONDS": seconds})


def test_releases_in_an_object_store_are_kept_in_a_folder_of_this_machine() -> None:
    read = settings.read({"LSDASH_RELEASES": "s3://bucket/lang-son/"})
    assert read.depot == "s3://bucket/lang-son"
    assert read.releases == settings.ROOT / "data" / "cache"
    own = {"LSDASH_CACHE": "/c", "LSDASH_CACHE_MB": "512"}
    moved = settings.read({"LSDASH_RELEASES": "s3://bucket"} | own)
    assert (moved.depot, moved.releases, moved.cache_mb) == ("s3://bucket", Path("/c"), 512)
    assert settings.read(own | {"LSDASH_RELEASES": "/b"}).releases == Path("/b")


@pytest.mark.parametrize("written", ["gs://bucket", "s3://", "s3://bucket/../x", "file:///x"])
def test_an_address_that_is_no_object_store_of_ours_is_named(written: str) -> None:
    with pytest.raises(SettingsError, match="s3://bucket/prefix"):
        settings.read({"LSDASH_RELEASES": written})
