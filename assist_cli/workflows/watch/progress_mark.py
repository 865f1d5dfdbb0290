"""How far each watched folder is dealt with, kept on disk, so that the next watch finds what came meanwhile."""

from __future__ import annotations

import logging
from pathlib import Path

from assist_cli.workflows.watch.folder_patrol import Swept
from index.photo.safe_file.errors import SafeFileError
from index.watch.listing import TreeListing
from index.watch.watermark import Watermark

log = logging.getLogger(__name__)

SKEW_S = 2.0
"""FAT keeps times in steps of 2 s, and the clock of a network's server need not be ours: what came so shortly before is looked at
again, which costs little."""


class ProgressMark:
    """For one folder. It moves only where a sweep has told all that had come, and all of it is dealt with."""

    def __init__(self, folder: Path, state_dir: Path) -> None:
        self._watermark = Watermark(folder, state_dir)
        self._swept_ns: int | None = None

    def not_dealt_with(self, listing: TreeListing, now_ns: int) -> list[Path]:
        """What came since the last watch; the first time, since now. From here on a kill loses nothing."""
        before_ns = self._watermark.read()
        if before_ns is None:
            before_ns = now_ns
            self._write(now_ns)
        return [path for path, look in listing.files.items() if look.ctime_ns >= before_ns]

    def swept(self, told: Swept) -> None:
        """All that had come by then is told."""
        self._swept_ns = told.before_ns

    def doubt(self) -> None:
        """Something that was told could not be followed: only the next sweep counts."""
        self._swept_ns = None

    def all_dealt_with(self) -> None:
        """Nothing that was told is left to do."""
        if self._swept_ns is None:
            return
        self._write(self._swept_ns - int(SKEW_S * 1e9))
        self._swept_ns = None

    def _write(self, before_ns: int) -> None:
        try:
            self._watermark.write(before_ns)
        except (OSError, SafeFileError) as error:  # the next watch then looks at more photos again, and knows them
            log.info("how far the watch is cannot be kept: %s", error)
