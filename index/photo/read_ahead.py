"""Has the files of coming photos fetched while others are judged: a spinning disk, a card or a share is then never waited for."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path


class ReadAhead:
    """Asks the system for one file after the other, in the order named: a disk reads one whole, and then the next."""

    def __init__(self) -> None:
        # A thread of its own: where a drive is busy even asking it takes its time.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="read-ahead")

    def begin(self, path: Path) -> None:
        """Returns at once. What cannot be read is told by whoever reads it."""
        self._thread.submit(fetch, path)

    def close(self) -> None:
        """Asks for nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def fetch(path: Path) -> None:
    """Has the system read the file into its own cache, where it keeps one; no bytes come here.

    On Linux (posix_fadvise(2)); elsewhere nothing happens, for to read the file twice would burden a share without a cache.
    """
    if not hasattr(os, "posix_fadvise"):
        return
    with suppress(OSError, ValueError):  # told by whoever reads it: gone, forbidden, a name that no file can have
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a pipe must not be waited for
        try:
            if stat.S_ISREG(os.fstat(number).st_mode):
                os.posix_fadvise(number, 0, 0, os.POSIX_FADV_WILLNEED)
        finally:
            os.close(number)
