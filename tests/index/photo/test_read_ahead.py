"""A coming photo's file is fetched into the system's cache, whole, and nothing of it is waited for or told."""

import ctypes
import mmap
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.photo.read_ahead import ReadAhead, fetch

SIZE_BYTES = 3_000_000


@pytest.fixture
def uncached(tmp_path: Path) -> Path:
    """A file that the system has written to the disk and forgotten."""
    path = tmp_path / "new.jpg"
    path.write_bytes(os.urandom(SIZE_BYTES))
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
        if not eventually(lambda: forgotten(descriptor, path)):
            pytest.skip("this file system keeps all in memory")
    finally:
        os.close(descriptor)
    return path


def forgotten(descriptor: int, path: Path) -> bool:
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    return cached_share(path) == 0


def cached_share(path: Path) -> float:
    """How much of the file the system has in memory (mincore(2)); asking does not read it."""
    libc = ctypes.CDLL(None, use_errno=True)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as mapped:
        pages = (ctypes.c_ubyte * -(-len(mapped) // mmap.PAGESIZE))()
        first = ctypes.c_char.from_buffer(mapped)
        assert libc.mincore(ctypes.c_void_p(ctypes.addressof(first)), ctypes.c_size_t(len(mapped)), pages) == 0
        del first
    return sum(page & 1 for page in pages) / len(pages)


def eventually(holds: Callable[[], bool]) -> bool:
    until = time.monotonic() + 10
    while not holds() and time.monotonic() < until:
        time.sleep(0.01)
    return holds()


def test_fetch_has_the_whole_file_read_into_the_systems_cache(uncached: Path) -> None:
    fetch(uncached)

    assert eventually(lambda: cached_share(uncached) == 1)


def test_fetch_of_what_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)

    for path in (tmp_path / "gone.jpg", tmp_path, pipe, Path("a\0b.jpg")):
        fetch(path)


def test_read_ahead_fetches_in_a_thread_of_its_own(uncached: Path) -> None:
    ahead = ReadAhead()

    ahead.begin(uncached)

    assert eventually(lambda: cached_share(uncached) == 1)
    ahead.close()
