"""Reads stretches of a big file, so that finding a packet of 8 kB in a RAW of 60 MB does not read the RAW."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from index.photo.errors import FailureKind, PhotoReadError
from index.photo.file_bytes import kind_of_file, os_trouble

MOST_BYTES = 32 * 1024 * 1024
"""The most that is read at once: the limit for sidecars too. No editor's packet comes near."""
MOST_READS = 200_000
"""A PNG of a gigabyte in chunks of 8 kB, as libpng writes them, has fewer; a file made of empty chunks stops there."""


@dataclass(slots=True)
class _Reads:
    left: int


@dataclass(frozen=True, slots=True)
class FileWindow:
    """A stretch of an open file; offsets count from its start."""

    file: BinaryIO
    start: int
    size_bytes: int
    _reads: _Reads

    def at(self, offset: int, size_bytes: int) -> bytes:
        """That many bytes from there. Raises ValueError where they are not all inside, or are more than one reads at once."""
        if offset < 0 or size_bytes < 0 or offset + size_bytes > self.size_bytes:
            raise ValueError(f"{size_bytes} bytes at {offset} reach past the end")
        if size_bytes > MOST_BYTES or self._reads.left <= 0:
            raise ValueError("more than anybody writes")
        self._reads.left -= 1
        self.file.seek(self.start + offset)
        data = self.file.read(size_bytes)
        if len(data) < size_bytes:
            raise ValueError("the file was cut while it was read")
        return data

    def head(self, size_bytes: int) -> bytes:
        """The first bytes, or all where there are fewer."""
        return self.at(0, min(size_bytes, self.size_bytes))

    def within(self, offset: int, size_bytes: int) -> FileWindow:
        """A window in this window. Raises ValueError where it does not lie inside."""
        if offset < 0 or size_bytes < 0 or offset + size_bytes > self.size_bytes:
            raise ValueError("a part reaches past the end")
        return replace(self, start=self.start + offset, size_bytes=size_bytes)

    def after(self, offset: int) -> FileWindow:
        """The rest from there on. Raises ValueError where it does not begin inside."""
        return self.within(offset, self.size_bytes - offset)


@contextmanager
def window_on(path: Path) -> Iterator[FileWindow]:
    """A regular file, open while it is looked into. Raises `PhotoReadError`: MISSING, PERMISSION, NOT_A_FILE or IO_ERROR."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # opening a pipe would wait for ever
            raise PhotoReadError(FailureKind.NOT_A_FILE, f"this is {kind_of_file(facts.st_mode)}, not a file")
        with path.open("rb") as file:
            yield FileWindow(file, 0, facts.st_size, _Reads(MOST_READS))
    except OSError as error:
        raise os_trouble(error) from error
