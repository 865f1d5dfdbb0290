"""Memory for the pixels of one photo after another: what the system hands out anew it clears first, a tenth of decoding."""

from __future__ import annotations

import threading
import weakref

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]

MAPPED_FROM_BYTES = 32 * 1024 * 1024
"""So much and more glibc takes from the system for each request and gives back at once (mallopt(3), M_MMAP_THRESHOLD)."""
MOST_SPARE_BYTES = 300_000_000
"""A choice: what two workers hold anyway that judge 45 megapixels each."""

_spare: list[U8] = []
_door = threading.RLock()
"""Re-entrant: a last look may end, and its memory come back, while its own thread is in here."""


def room_for(size_bytes: int) -> U8:
    """(size_bytes,) uint8, full of whatever was there. Its memory is used again when no array looks into any part of it."""
    if size_bytes < MAPPED_FROM_BYTES:
        return np.empty(size_bytes, np.uint8)
    owner = _taken(size_bytes)
    # Of a memoryview, because parts of this array then hold on to it, and not to `owner` past it.
    room = np.frombuffer(owner.data[:size_bytes], np.uint8)
    weakref.finalize(room, _give_back, owner).atexit = False
    return room


def give_up_spare_room() -> None:
    """Leaves to the system what nobody uses now."""
    with _door:
        _spare.clear()


def _taken(size_bytes: int) -> U8:
    with _door:
        fits = [at for at, owner in enumerate(_spare) if size_bytes <= owner.size <= 2 * size_bytes]
        if fits:
            return _spare.pop(fits[0])
        # Photos of another size have begun.
        _spare.clear()
    return np.empty(size_bytes, np.uint8)


def _give_back(owner: U8) -> None:
    with _door:
        if sum(other.size for other in _spare) + owner.size <= MOST_SPARE_BYTES:
            _spare.append(owner)
