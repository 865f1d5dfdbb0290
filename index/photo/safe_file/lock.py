"""One writer a folder at a time."""

from __future__ import annotations

import fcntl
import logging
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from index.photo.safe_file.errors import told
from index.photo.safe_file.folder import open_folder
from index.photo.safe_file.part_file import busy

log = logging.getLogger(__name__)

LOCK_TIMEOUT_S = 10.0
"""As long as the catalogue waits for another process; a run holds a folder for as long as one file takes."""

_LOOK_AGAIN_S = 0.02
"""A file takes a few milliseconds to write; a choice."""


@contextmanager
def folder_lock(folder: Path, *, timeout_s: float = LOCK_TIMEOUT_S) -> Iterator[None]:
    """Keeps other runs from writing into `folder`. The folder itself is locked, so no file is left, and a kill unlocks it.

    Raises `BusyFolderError` where another run holds it for longer than `timeout_s`, `FileRefusedError` where it is not there.
    Not for use inside itself. Where a file system cannot lock, it goes on: that the file is unchanged is looked at anyway.
    """
    with ExitStack() as held:
        with told(folder):
            descriptor = held.enter_context(open_folder(folder))
        _wait_for(descriptor, folder, timeout_s)
        yield


def _wait_for(descriptor: int, folder: Path, timeout_s: float) -> None:
    last_moment = time.monotonic() + timeout_s
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= last_moment:
                raise busy(folder) from error
            time.sleep(_LOOK_AGAIN_S)
        except OSError as error:
            log.debug("%s cannot be locked (%s); going on without", folder, error.strerror)
            return
        else:
            return
