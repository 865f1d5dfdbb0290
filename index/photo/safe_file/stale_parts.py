"""Part files that a killed run left beside sidecars."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from index.photo.safe_file.errors import SafeFileError, told
from index.photo.safe_file.folder import open_folder
from index.photo.safe_file.part_file import is_part_name, part_name, take_away

log = logging.getLogger(__name__)


def stale_parts(folder: Path) -> list[Path]:
    """The part files in a folder, ordered by name; while another run writes there, one may be alive."""
    with told(folder), os.scandir(folder) as entries:
        return sorted(folder / entry.name for entry in entries if is_part_name(entry.name))


def take_away_parts(folder: Path) -> None:
    """Takes away the part files in a folder that nobody is writing; call it inside `folder_lock`."""
    for part in stale_parts(folder):
        _take_away(part)


def take_away_part_of(path: Path) -> bool:
    """Takes away the part file of the sidecar `path`, if there is one and nobody is writing it; inside `folder_lock`. Whether
    there was one.
    """
    return _take_away(path.with_name(part_name(path.name)))


def _take_away(part: Path) -> bool:
    try:
        with told(part), open_folder(part.parent) as folder:
            return take_away(folder, part)
    except SafeFileError as error:
        # Whatever hinders it hinders nobody else: the next write beside it tries again.
        log.debug("the part file stays: %s", error)
        return False
