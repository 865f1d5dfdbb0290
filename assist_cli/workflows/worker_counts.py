"""How many photos are judged beside each other."""

from __future__ import annotations

import os

MOST_THREADS = 8
"""Memory grows by about 90 MB a thread that judges 24-megapixel photos (440 MB with 2, 1.33 GB with 12, measured): eight stay under
the 1.2 GB of the issue "Score a folder"."""
MOST_PROCESSES = 5
"""And by about 180 MB a process (0.50 GB with 2, 1.22 with 6, 1.53 with 8, measured)."""
MOST_BESIDE_A_DEVICE = 16
"""A choice: where a GPU runs the networks cores bound the pace (docs/performance.md), and whoever has so many has the memory."""


def default_workers() -> int:
    """Threads: one a core, and eight at most."""
    return min(cores(), MOST_THREADS)


def default_processes(*, beside_a_device: bool) -> int:
    """Processes: one a core, five at most, and sixteen where a device runs the networks."""
    return min(cores(), MOST_BESIDE_A_DEVICE if beside_a_device else MOST_PROCESSES)


def workers_beside_a_screen() -> int:
    """The screen has a core for itself, where there are two; each further judge takes some 90 MB (`docs/culling.md`)."""
    return max(1, default_workers() - 1)


def cores() -> int:
    """Those that this process may run on, where the system tells them apart."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return count or 1
