"""Keeps the warnings of decoding libraries off the terminal, also when many threads decode."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_depth = 0
_filters = warnings.catch_warnings()


@contextmanager
def quiet_warnings() -> Iterator[None]:
    """Ignores Python warnings while any thread is inside.

    `warnings.catch_warnings` swaps the filters of the whole process, so threads that overlap would restore each
    other's; here the first in saves the filters and the last out restores them.
    """
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _depth, _filters
    with _lock:
        _depth += 1
        if _depth == 1:
            _filters = warnings.catch_warnings()
            _filters.__enter__()
            warnings.simplefilter("ignore")


def _leave() -> None:
    global _depth
    with _lock:
        _depth -= 1
        if _depth == 0:
            _filters.__exit__(None, None, None)
