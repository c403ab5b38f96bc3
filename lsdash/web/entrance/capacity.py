"""What the server holds of what the machine gives it: file handles and memory."""

import os
import resource
from dataclasses import dataclass
from pathlib import Path

WANTED_HANDLES = 65_536
"""Asked for at start. A tab holds one for its socket, three for its session, and a few for a page
that is being read."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Held:
    """How much is in use, and the most that there may be; None where nothing sets a limit."""

    used: int
    most: int | None

    @property
    def free(self) -> float:
        return float("inf") if self.most is None else self.most - self.used


def raise_handles() -> Held:
    """Allow this process as many handles as the system lets it ask for, and say how many."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED_HANDLES if hard == resource.RLIM_INFINITY else min(WANTED_HANDLES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return handles()


def handles() -> Held:
    """File handles of this process."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return Held(len(os.listdir("/dev/fd")), None if soft == resource.RLIM_INFINITY else soft)  # noqa: PTH208 - the count alone


def memory() -> Held:
    """Megabytes of this process, and the most that its control group may have."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        used = pages * resource.getpagesize()
    except (OSError, IndexError, ValueError):  # not Linux: the most that it ever had, in bytes
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Held(used // MEGABYTE, _memory_limit())


def _memory_limit() -> int | None:
    """`MemoryMax` of a systemd unit, or the memory of a container, in megabytes."""
    try:
        groups = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()
        own = next(line.removeprefix("0::/") for line in groups if line.startswith("0::"))
        limit = Path("/sys/fs/cgroup", own, "memory.max").read_text(encoding="ascii").strip()
        return int(limit) // MEGABYTE
    except (OSError, StopIteration, ValueError):
        return None
