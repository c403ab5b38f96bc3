"""LibreOffice started within limits that the system holds it to, and without a network.

A program of its own, so that the limits are set before LibreOffice begins and never in the server:
`python -m lsdash.libreoffice.held PROGRAM ARGUMENT…`.
"""

import ctypes
import errno
import os
import platform
import resource
import struct
import sys

MEMORY = 800_000_000
"""Bytes of address space, of which the program itself takes some 500 million."""
PROCESSOR = 20
"""Seconds of one core."""
OUTPUT = 50_000_000
"""Bytes of any file that it writes."""
NICER = 10

CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Machine → how the kernel names it, and its number of the call `socket`."""
_IO_URING, _OTHER_TABLE = 425, 0x40000000
"""A way round `socket`, and where a second table of the same calls begins."""
_LOCAL = 1
"""The family of sockets (AF_UNIX) that leave the machine to nobody."""
_NO_NEW_PRIVILEGES, _SET_FILTER, _BY_FILTER = 38, 22, 2
_LOAD, _EQUALS, _AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES


def hold() -> None:
    """Whatever is started from here on stays within these limits and reaches no network."""
    os.nice(NICER)
    for what, soft, hard in (
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR, PROCESSOR + 1),
        (resource.RLIMIT_FSIZE, OUTPUT, OUTPUT),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(what, (soft, hard))
    _shut_off()


def _shut_off() -> None:
    """Have the kernel refuse every socket but local ones (seccomp), which nothing takes back."""
    machine, socket = CALLS[platform.machine()]
    rules = [
        (_LOAD, 0, 0, 4),  # the machine's table of calls
        (_EQUALS, 0, 6, machine),
        (_LOAD, 0, 0, 0),  # which call
        (_AT_LEAST, 4, 0, _OTHER_TABLE),
        (_EQUALS, 3, 0, _IO_URING),
        (_EQUALS, 0, 3, socket),
        (_LOAD, 0, 0, 16),  # its first argument
        (_EQUALS, 1, 0, _LOCAL),
        (_ANSWER, 0, 0, _REFUSE),
        (_ANSWER, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("HxxxxxxP", len(rules), ctypes.addressof(code))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SET_FILTER, _BY_FILTER, program, 0, 0)):
        if system.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "the network cannot be shut off")


if __name__ == "__main__":
    hold()
    os.execv(sys.argv[1], sys.argv[1:])
