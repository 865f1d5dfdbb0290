"""One watch a folder: a lock that a killed holder gives up by itself."""

from __future__ import annotations

import contextlib
import fcntl
import json
import logging
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.watch.state_files import state_file

log = logging.getLogger(__name__)

SUFFIX = ".watch-lock"
TURN_NAME = "turn.watch"
"""Held for a moment by whoever looks through the locks, so that two that start together do not both find none."""


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who watches already: process number, which folder (where it really lies), since when (seconds since 1970)."""

    pid: int
    folder: Path
    since_s: float


class FolderLock:
    """The right to watch `folder`, kept in a file of `state_dir`, which is made where it is not there.

    The system unlocks the file when its holder ends, however it ends. Where a file system cannot lock, the right is everybody's.
    """

    def __init__(self, folder: Path, state_dir: Path) -> None:
        self._folder = Path(os.path.realpath(folder))
        self._state_dir = state_dir
        self._path = state_file(state_dir, folder, SUFFIX)
        self._descriptor: int | None = None

    def take(self) -> LockHolder | None:
        """None where the right is ours now; else who has it, for this folder, one above it, or one inside it.

        Raises OSError where `state_dir` cannot be written.
        """
        if self._descriptor is not None:
            return None
        self._state_dir.mkdir(parents=True, exist_ok=True)
        with self._turn():
            for path in sorted(self._state_dir.glob(f"*{SUFFIX}")):
                holder = _living_holder(path)
                if holder is not None and _overlap(holder.folder, self._folder):
                    return holder
            self._descriptor = _locked(self._path, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if self._descriptor is not None:
                _write(self._descriptor, LockHolder(os.getpid(), self._folder, time.time()))
        return None

    def release(self) -> None:
        """Gives it up; may be called twice."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        try:
            self._path.unlink(missing_ok=True)  # while it is locked, so that nobody else's goes
        except OSError as error:
            log.debug("%s stays: %s", self._path, error.strerror)
        finally:
            os.close(descriptor)

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        descriptor = _locked(self._state_dir / TURN_NAME, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if descriptor is not None:
                os.close(descriptor)


def _living_holder(path: Path) -> LockHolder | None:
    """Who holds the lock of this file; a file that a killed holder left is taken away."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    except OSError as error:  # it went meanwhile, or is another person's: not ours to heed
        log.debug("%s is passed over: %s", path, error.strerror)
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink(missing_ok=True)
    except BlockingIOError:
        return _read(descriptor)
    except OSError as error:
        log.debug("%s cannot be locked: %s", path, error.strerror)
    finally:
        os.close(descriptor)
    return None


def _locked(path: Path, how: int) -> int | None:
    """An open, locked file; None where the file system cannot lock."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, how)
    except OSError as error:
        os.close(descriptor)
        log.debug("%s cannot be locked (%s); going on without", path, error.strerror)
        return None
    return descriptor


def _write(descriptor: int, holder: LockHolder) -> None:
    words = {"pid": holder.pid, "folder": os.fsencode(holder.folder).hex(), "since_s": holder.since_s}
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(words).encode(), 0)


def _read(descriptor: int) -> LockHolder | None:
    try:
        words = json.loads(os.pread(descriptor, os.fstat(descriptor).st_size, 0))
        return LockHolder(int(words["pid"]), Path(os.fsdecode(bytes.fromhex(words["folder"]))), float(words["since_s"]))
    except (ValueError, TypeError, KeyError) as error:
        log.debug("a lock says nothing that we understand: %s", error)
        return None


def _overlap(one: Path, other: Path) -> bool:
    return one == other or one in other.parents or other in one.parents
