"""The most memory that a process had, in MB of a million bytes."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_memory_mb(status: Path = STATUS) -> float:
    """Of this process, or of that whose `status` it is, since its program began; 0 where that has ended.

    On Linux not by `getrusage`: what that tells of a child begins with the peak of the parent, because fork and exec hand it on
    (`exec_mmap` of the kernel), so that a small program seems as large as who started it.
    """
    if status.exists():
        told = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        kilobytes = next(told, 0)  # one that has ended has no memory any more
        return int(kilobytes) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
