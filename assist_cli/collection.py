"""No garbage is collected while a program starts: it makes much and throws nothing away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Until `collect_again`, or the end of the block. A sixth of the processor's time that importing the screens takes goes into
    looking for garbage among what was just imported (measured).
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def collect_again() -> None:
    """From now on, and never again among what there is now."""
    gc.freeze()
    gc.enable()
