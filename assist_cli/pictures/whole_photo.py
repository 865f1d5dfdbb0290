"""A screen reads whole photos one after the other: 24 megapixels are 72 MB, and photos may be judged beside it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from assist_cli.return_memory import return_memory
from index.photo.memory_budget import one_photo

_DOOR = threading.Lock()


@contextmanager
def one_whole_photo() -> Iterator[None]:
    """Within it one photo is read with all its pixels; whoever wants another waits."""
    with _DOOR, one_photo():
        try:
            yield
        finally:
            return_memory()
