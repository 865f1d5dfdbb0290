"""Lets the thread of a screen go before those that prepare its pictures, and these before those that judge."""

from __future__ import annotations

import os
import sys
import threading

SOON, LATER = 5, 10
"""On nice(2)'s scale: a third, and a tenth, of the processor where others want it all; all of it where nobody does. A choice."""


def give_way(rank: int) -> None:
    """For the calling thread, and for those that it begins later; elsewhere than on Linux threads have no rank of their own, and
    nothing happens (setpriority(2), C library/kernel differences)."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), rank)
