"""Whether darktable runs with a configuration folder: its lock beside the database holds its process number."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from assist_cli.workflows.plugin_install.place import Packing, Place

LOCK = "data.db.lock"
"""Made by darktable at its start, removed at its end (darktable, src/common/database.c)."""

NAME = "darktable"
ENDED = "ZX"
"""States of a process that has ended (proc_pid_stat(5))."""


def is_running(place: Place) -> bool:
    """False where it cannot be told: on Windows, for Lightroom, and for a sandbox, whose process numbers are its own."""
    # On Windows os.kill(..., 0) would end the process.
    if place.luarc is None or sys.platform == "win32" or place.packing is Packing.FLATPAK:
        return False
    try:
        process = int((place.base / LOCK).read_bytes().strip(b"\0 \n") or b"0")
        if process <= 0:
            return False
        os.kill(process, 0)
    except PermissionError:  # somebody else's process
        return True
    except (OSError, ValueError, OverflowError):  # no lock, no process, no number
        return False
    return _is_darktable(process)


def _is_darktable(process: int) -> bool:
    """Whether that process, which is there, is a darktable. A killed one leaves its lock; its number may be another's by now, or
    of a process that nobody has taken note of yet. Where the system tells nothing of processes, the number is believed."""
    try:
        words = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return not sys.platform.startswith("linux")
    name, _, facts = words.partition("(")[2].rpartition(")")  # proc_pid_stat(5): the name may hold anything
    return NAME in name and facts.split()[0] not in ENDED
