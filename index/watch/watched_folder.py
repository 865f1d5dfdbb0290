"""One watched folder: whether it is there, and whether it is still the one that was watched."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from watchdog.observers.api import ObservedWatch

FolderIdentity = tuple[int, int]
"""Device and inode: of another disk mounted there, or another folder of the same name, one differs."""


@dataclass(slots=True)
class WatchedFolder:
    """`folder` as a person named it; what was watched under that name last, None while it is not there; whether a folder within
    was moved away since."""

    folder: Path
    identity: FolderIdentity | None = None
    watch: ObservedWatch | None = None
    has_lost_folders: bool = False


def identity_of(folder: Path) -> FolderIdentity | None:
    """None where there is no folder, or the system does not let us see it now: a card pulled out, a share that went away."""
    try:
        facts = folder.stat()
    except OSError:
        return None
    return (facts.st_dev, facts.st_ino) if stat.S_ISDIR(facts.st_mode) else None
