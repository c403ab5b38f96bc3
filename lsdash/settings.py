"""Where things are: read from the environment where a command or page begins, then passed on."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lsdash.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    records: Path
    """LSDASH_RECORDS: the folder of week records (`data/bulletins`)."""

    releases: Path
    """LSDASH_RELEASES: the folder of built releases (`data/releases`)."""

    memory_mb: int
    """LSDASH_MEMORY_MB: what the store may hold in memory, in megabytes (256)."""

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
    memory = environment.get("LSDASH_MEMORY_MB", "256")
    if not memory.isascii() or not memory.isdigit() or not 64 <= int(memory) <= 1_000_000:
        raise SettingsError(
            name="LSDASH_MEMORY_MB", value=memory, remedy="give whole megabytes from 64 up"
        )
    return Settings(
        records=Path(environment.get("LSDASH_RECORDS") or ROOT / "data" / "bulletins"),
        releases=Path(environment.get("LSDASH_RELEASES") or ROOT / "data" / "releases"),
        memory_mb=int(memory),
    )
