"""Where the marks of a photo can stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Place(StrEnum):
    """One kind of place, by whom it is for."""

    DARKTABLE = "darktable"
    """`IMG.CR3.xmp`: darktable, digiKam, Immich."""
    ADOBE = "adobe"
    """`IMG.xmp`: Lightroom, Bridge, Capture One, Photo Mechanic."""
    EMBEDDED = "embedded"
    """Inside the photo itself; only ever read."""
    RAWTHERAPEE = "rawtherapee"
    """`IMG.CR3.pp3`."""


class Style(StrEnum):
    """Whose names a person wants written."""

    DARKTABLE = "darktable"
    ADOBE = "adobe"
    BOTH = "both"

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of this style."""
        return (Place.DARKTABLE, Place.ADOBE) if self is Style.BOTH else (Place(self.value),)


@dataclass(frozen=True, slots=True)
class SidecarPlace:
    """A sidecar, there or to be made, and the photo file that it speaks for."""

    path: Path
    place: Place
    photo: Path
