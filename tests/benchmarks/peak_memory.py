"""The most memory that this process had, in MB of a million bytes."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_memory_mb() -> float:
    """Since its program began.

    On Linux not by `getrusage`: what that tells of a child begins with the peak of the parent, because fork and exec hand it on
    (`exec_mmap` of the kernel), so that a small program seems as large as who started it.
    """
    if STATUS.exists():
        kilobytes = next(line.split()[1] for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(kilobytes) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
