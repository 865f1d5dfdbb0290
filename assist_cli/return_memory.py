"""Gives memory that was freed back to the system: the C library keeps it for the thread that had it."""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable

from index.photo.pixel_room import give_up_spare_room


def return_memory() -> None:
    """After something large; room that is spare for pixels goes too. Takes milliseconds; other threads wait where they allocate.

    A cull whose photos are judged beside it held 146 of 690 MB that nobody used (issue "Culling in the terminal" allows 700). Only
    glibc has such a request (malloc_trim(3)); with other C libraries nothing happens.
    """
    give_up_spare_room()
    trim = _malloc_trim()
    if trim is not None:
        trim(0)


@functools.cache
def _malloc_trim() -> Callable[[int], int] | None:
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # no such function; Windows has no library of that name
        return None
    trim.argtypes, trim.restype = (ctypes.c_size_t,), ctypes.c_int
    return trim
