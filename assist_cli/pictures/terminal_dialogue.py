"""Asks a terminal and listens, before anybody else reads from it."""

from __future__ import annotations

import os
import select
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

CHUNK_BYTES = 4096


def converse(asked: str, is_complete: Callable[[bytes], bool], fds: tuple[int, int], timeout_s: float) -> bytes:
    """Write `asked`, and return what is heard until it `is_complete`, or until the time is up. `fds`: to read, to write.

    Nothing where it is no terminal that can be asked: a file, a pipe, Windows' own console. What it does not understand and
    prints is erased.
    """
    reading, writing = fds
    if not (os.isatty(reading) and os.isatty(writing)):
        return b""
    try:
        with _unechoed(reading):
            _write(writing, f"\x1b7{asked}\x1b8\x1b[J".encode())
            return _heard(reading, is_complete, monotonic() + timeout_s)
    except (ImportError, OSError):  # a terminal that hung up, or has other ways than POSIX's
        return b""


@contextmanager
def _unechoed(fd: int) -> Iterator[None]:
    """Answers are neither shown nor held back until a line is full."""
    import termios
    import tty

    try:
        before = termios.tcgetattr(fd)
        tty.setcbreak(fd, termios.TCSANOW)
    except termios.error as error:
        raise OSError(str(error)) from error
    try:
        yield
    finally:
        with suppress(termios.error):  # it hung up meanwhile
            termios.tcsetattr(fd, termios.TCSANOW, before)


def _write(fd: int, data: bytes) -> None:
    while data:
        data = data[os.write(fd, data) :]


def _heard(fd: int, is_complete: Callable[[bytes], bool], until: float) -> bytes:
    heard = b""
    while not is_complete(heard):
        readable, _, _ = select.select([fd], [], [], max(0.0, until - monotonic()))
        if not readable:
            break
        chunk = os.read(fd, CHUNK_BYTES)
        if not chunk:
            break
        heard += chunk
    return heard
