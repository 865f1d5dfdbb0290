"""One file after the other where a disk spins: two at once are read in turns, and its head goes from one to the other each time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

BLOCK_DEVICES = Path("/sys/dev/block")
"""Where Linux tells of each disk and partition, by the numbers that a file's `st_dev` holds (sysfs(5))."""
PATIENCE_S = 2.0
"""A choice: reading takes less, unless who reads was suspended, and nobody waits for that."""
LOOK_AGAIN_S = 0.002
"""A choice, beside some 10 ms that a head takes to another file."""


@contextmanager
def file_after_file(device: int) -> Iterator[None]:
    """Within it nobody else reads from the disk of `device`, a file's `st_dev`, in any process that does so too.

    Only where Linux says that the disk spins: others, and networks, read several files at once faster. Where it cannot be had
    soon, whoever wants to read does.
    """
    queue = _queue_of_spinning(device)
    handle = None if queue is None else _locked(queue)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


@lru_cache(maxsize=64)
def _queue_of_spinning(device: int) -> Path | None:
    """The folder that tells of the requests to this disk; None where it does not spin, or nothing is known of it."""
    if sys.platform != "linux":
        return None
    place = (BLOCK_DEVICES / f"{os.major(device)}:{os.minor(device)}").resolve()
    for queue in (place / "queue", place.parent / "queue"):  # a partition has that of its disk
        try:
            return queue if (queue / "rotational").read_text().strip() == "1" else None
        except OSError:  # not there
            continue
    return None


def _locked(queue: Path) -> int | None:
    """A handle that holds the lock until it is closed, or its process ends. Nothing is written: a folder can be locked too."""
    try:
        handle = os.open(queue, os.O_RDONLY)
    except OSError:  # somebody else's business; the photo can be read all the same
        return None
    if _had(handle):
        return handle
    os.close(handle)
    return None


def _had(handle: int) -> bool:
    import fcntl  # late: Windows has none

    until_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < until_s:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # another reads
            time.sleep(LOOK_AGAIN_S)
        except OSError:  # nothing here can be locked
            return False
        else:
            return True
    return False
