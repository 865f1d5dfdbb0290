"""How far each watched folder is dealt with, kept on disk, so that the next watch finds what came meanwhile."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from pathlib import Path

from assist_cli.workflows.watch.folder_patrol import Swept
from index.photo.safe_file.errors import SafeFileError
from index.watch.file_look import FileLook
from index.watch.listing import TreeListing
from index.watch.watermark import DealtWith, Watermark

log = logging.getLogger(__name__)

SKEW_S = 2.0
"""FAT keeps times in steps of 2 s, and the clock of a network's server need not be ours: what came so shortly before is looked at
again, which costs little."""


class ProgressMark:
    """For one folder. It moves only where a sweep has told all that had come, and all of it is dealt with."""

    def __init__(self, folder: Path, state_dir: Path) -> None:
        self._folder = folder
        self._watermark = Watermark(folder, state_dir)
        self._swept: Swept | None = None
        self._doubted_ns = 0

    def not_dealt_with(self, listing: TreeListing, now_ns: int) -> list[Path]:
        """What came since the last watch, in a folder that was moved here too; the first time, since now. From here on a kill loses
        nothing.
        """
        dealt_with = self._watermark.read()
        if dealt_with is None:
            dealt_with = self._write(now_ns, listing.folders)
        came = {one for one, look in listing.folders.items() if dealt_with.has_come(self._inside(one), look)}
        return [
            path for path, look in listing.files.items() if look.ctime_ns >= dealt_with.before_ns or path.parent in came
        ]

    def swept(self, told: Swept) -> None:
        """All that had come by then is told; unless something was lost since, of which that sweep did not know yet."""
        if told.before_ns >= self._doubted_ns:
            self._swept = told

    def doubt(self) -> None:
        """Something that was told could not be followed: only a sweep that begins from now on counts."""
        self._doubted_ns = time.time_ns()
        self._swept = None

    def all_dealt_with(self) -> None:
        """Nothing that was told is left to do."""
        if self._swept is None:
            return
        self._write(self._swept.before_ns - int(SKEW_S * 1e9), self._swept.folders)
        self._swept = None

    def _write(self, before_ns: int, folders: Mapping[Path, FileLook]) -> DealtWith:
        dealt_with = DealtWith(before_ns, {str(self._inside(one)): look.inode for one, look in folders.items()})
        try:
            self._watermark.write(dealt_with)
        except (OSError, SafeFileError) as error:  # the next watch then looks at more photos again, and knows them
            log.info("how far the watch is cannot be kept: %s", error)
        return dealt_with

    def _inside(self, folder: Path) -> Path:
        return folder.relative_to(self._folder)
