"""What is started within the limits stays within them, whatever program it is."""

import json
import platform
import subprocess
import sys

import pytest

from lsdash.libreoffice import held
from lsdash.settings import ROOT

TRIED = """
import json, os, resource, socket
from lsdash.libreoffice import held
held.hold()
def opens(family):
    try:
        socket.socket(family).close()
    except PermissionError:
        return False
    return True
families = (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK)
limits = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)
held_to = [resource.getrlimit(each)[0] for each in limits]
print(json.dumps({"opens": [*map(opens, families)], "limits": held_to}))
"""


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in held.CALLS,
    reason="the kernel's numbers of calls are not known for this machine",
)
def test_it_reaches_no_network_and_keeps_to_memory_time_and_output() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRIED], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    told = json.loads(done.stdout)
    assert told["opens"] == [True, False, False, False]
    assert told["limits"] == [held.MEMORY, held.PROCESSOR, held.OUTPUT]
