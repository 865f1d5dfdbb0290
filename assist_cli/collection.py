"""No garbage is collected while a program starts: it makes much and throws nothing away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""Things made between two looks, instead of 700; a choice: where it is garbage after all, that is some ten megabytes."""


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


@contextmanager
def seldom_collected() -> Iterator[None]:
    """For work that makes a hundred thousand things and keeps them: looking for garbage among them takes a fifth of its time."""
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def collect_again() -> None:
    """From now on, and never again among what there is now."""
    gc.freeze()
    gc.enable()
