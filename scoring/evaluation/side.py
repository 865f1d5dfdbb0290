"""Which photos of a set an evaluation measures."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """A part of a set, by what training may have seen of it."""

    HELD_OUT = "held-out"
    TEST = "test"
    TRAIN = "train"
    ALL = "all"
