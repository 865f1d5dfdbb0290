"""Whether darktable runs with a configuration folder: its lock beside the database holds its process number."""

from __future__ import annotations

import os
import sys

from assist_cli.workflows.plugin_install.place import Packing, Place

LOCK = "data.db.lock"
"""Made by darktable at its start, removed at its end (darktable, src/common/database.c)."""


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
    return True
