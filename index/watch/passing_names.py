"""Names that a file bears only while it is written: its photo comes with the rename."""

from __future__ import annotations

from pathlib import Path

from index.photo.formats import is_photo

PASSING_SUFFIXES = (
    ".part",  # Firefox, KDE, wget2, curl's callers
    ".partial",  # rclone, Internet Explorer
    ".crdownload",  # Chromium
    ".opdownload",  # Opera
    ".download",  # Safari
    ".filepart",  # WinSCP
    ".tmp",  # Syncthing, Adobe, Windows programs
    ".temp",
    ".!ut",  # uTorrent
    ".!qb",  # qBittorrent
    ".aria2",
    ".swp",
    ".assist-part",
)
"""Lower case; what each of these programs documents or writes."""


def is_passing_name(path: Path) -> bool:
    """Whether the name says that the file is being written: hidden (rsync's `.IMG.jpg.Xa3b4C`, Syncthing's
    `.syncthing.IMG.jpg.tmp`), with a tilde at either end, or with one of `PASSING_SUFFIXES`."""
    name = path.name
    return name.startswith((".", "~")) or name.endswith("~") or name.lower().endswith(PASSING_SUFFIXES)


def is_arriving_photo(path: Path) -> bool:
    """Whether a file of this name is a photo that has its final name."""
    return is_photo(path) and not is_passing_name(path)
