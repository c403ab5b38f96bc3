"""Where things are: read from the environment where a command or page begins, then passed on."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path

from lsdash.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    records: Path
    """LSDASH_RECORDS: the folder of week records (`data/bulletins`)."""

    releases: Path
    """LSDASH_RELEASES: the folder of built releases (`data/releases`); with a depot LSDASH_CACHE:
    what this machine keeps of it (`data/cache`)."""

    memory_mb: int
    """LSDASH_MEMORY_MB: what the store may hold in memory, in megabytes (64)."""

    intake_here: bool = False
    """LSDASH_INTAKE=here: whoever sits at this machine may enter bulletins without signing in."""

    proxies: tuple[str, ...] = ()
    """LSDASH_PROXIES: addresses or networks whose forwarded headers are believed (none)."""

    log_json: bool = False
    """LSDASH_LOG=json: the server's log has one JSON line each, without anything about a reader."""

    depot: str | None = None
    """LSDASH_RELEASES=s3://bucket/prefix: the object store in which machines share releases."""

    cache_mb: int = 4096
    """LSDASH_CACHE_MB: what this machine keeps of the depot, in megabytes (4096)."""

    follow_seconds: float = 3.0
    """LSDASH_FOLLOW_SECONDS: how long until the depot is asked again what is current (3)."""

    @property
    def texts(self) -> Path:
        """The folder of bulletin texts that editors brought, beside the releases."""
        return self.releases.parent / "texts"

    @property
    def drafts(self) -> Path:
        """The folder of drafts that editors have not published yet, beside the releases."""
        return self.releases.parent / "drafts"


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from `environment`; raises SettingsError for a value that cannot be used."""
    intake = environment.get("LSDASH_INTAKE", "")
    if intake not in ("", "here"):
        raise SettingsError(
            name="LSDASH_INTAKE",
            value=intake,
            remedy="say here, or leave it out and set up sign-in",
        )
    log = environment.get("LSDASH_LOG", "")
    if log not in ("", "json"):
        raise SettingsError(
            name="LSDASH_LOG", value=log, remedy="say json, or leave it out for lines of text"
        )
    written = environment.get("LSDASH_RELEASES") or ""
    depot = _depot(written)
    folder = environment.get("LSDASH_CACHE") or ROOT / "data" / "cache" if depot else written
    return Settings(
        records=Path(environment.get("LSDASH_RECORDS") or ROOT / "data" / "bulletins"),
        releases=Path(folder or ROOT / "data" / "releases"),
        memory_mb=_megabytes(environment, "LSDASH_MEMORY_MB", 64),
        intake_here=intake == "here",
        proxies=_networks("LSDASH_PROXIES", environment.get("LSDASH_PROXIES", "")),
        log_json=log == "json",
        depot=depot,
        cache_mb=_megabytes(environment, "LSDASH_CACHE_MB", 4096),
        follow_seconds=_seconds(environment, "LSDASH_FOLLOW_SECONDS", "3"),
    )


def _megabytes(environment: Mapping[str, str], name: str, usual: int) -> int:
    written = environment.get(name, str(usual))
    if not written.isascii() or not written.isdigit() or not 64 <= int(written) <= 1_000_000:
        raise SettingsError(name=name, value=written, remedy="give whole megabytes from 64 up")
    return int(written)


def _seconds(environment: Mapping[str, str], name: str, usual: str) -> float:
    written = environment.get(name, usual)
    is_plain = re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", written)
    if not is_plain or not 0.1 <= float(written) <= 3600:
        raise SettingsError(name=name, value=written, remedy="give seconds from 0.1 to 3600")
    return float(written)


def _depot(written: str) -> str | None:
    """The address of an object store; None for a folder."""
    if "://" not in written:
        return None
    if not re.fullmatch(r"s3://[a-z0-9][a-z0-9.-]+(/\w[\w.-]*)*/?", written, re.ASCII):
        remedy = "give a folder, or a bucket with a prefix as s3://bucket/prefix"
        raise SettingsError(name="LSDASH_RELEASES", value=written, remedy=remedy)
    return written.rstrip("/")


def _networks(name: str, written: str) -> tuple[str, ...]:
    """Addresses and networks parted by commas, as `10.0.0.2, 10.1.0.0/16`."""
    try:
        return tuple(str(ip_network(each.strip())) for each in written.split(",") if each.strip())
    except ValueError as error:
        remedy = "give addresses or networks parted by commas, as 10.0.0.2, 10.1.0.0/16"
        raise SettingsError(name=name, value=written, remedy=remedy) from error
