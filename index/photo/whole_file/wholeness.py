"""The three answers to whether a file is all there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Whole:
    """Its structure ends where the file does, or before."""


@dataclass(frozen=True, slots=True)
class NotWhole:
    """Bytes that its structure promises are not there. `reason` in plain words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Its structure does not tell, or is damaged in a way that no waiting mends. `reason` in plain words."""

    reason: str


Wholeness = Whole | NotWhole | Unknown
