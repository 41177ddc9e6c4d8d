"""A child process that is stopped at one step of the file system, by a kill or by a full disk."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable

STEPS = (
    "open",
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.symlink",
    "shutil.rmtree",
    "ctypes.dlopen",
)
ALL_DONE, FULL_DISK, WENT_ON = 0, 3, 4
"""How a child ends: never stopped, stopped by the disk, or stopped where it does not matter (clearing away)."""


def stopped_at(step: int, act: Callable[[], None], stop: Callable[[], None]) -> int:
    """Run an act in a child process and stop it before its n:th step; give how the child ended."""
    child = os.fork()
    if child == 0:
        left = [step]

        def count_down(event: str, arguments: tuple[object, ...]) -> None:
            writes = event != "open" or (len(arguments) > 2 and bool(int(str(arguments[2])) & 3))
            if event in STEPS and writes and os.getpid():
                left[0] -= 1
                if left[0] == 0:
                    stop()

        sys.addaudithook(count_down)
        try:
            act()
        except OSError:
            os._exit(FULL_DISK)
        os._exit(ALL_DONE if left[0] > 0 else WENT_ON)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def full_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
