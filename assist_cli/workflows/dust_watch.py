"""Collects dark spots over a run, camera by camera, and tells those that stay in one place: dust, most likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assist_cli.workflows.photo_outcome import ScoredPhoto
from scoring.assessors.dust import Spot
from scoring.assessors.repeated_spots import RepeatedSpot, repeated_spots

UPRIGHT_TO_SENSOR: Mapping[int, Callable[[float, float], Spot]] = {
    1: lambda x, y: (x, y),
    2: lambda x, y: (1 - x, y),
    3: lambda x, y: (1 - x, 1 - y),
    4: lambda x, y: (x, 1 - y),
    5: lambda x, y: (y, x),
    6: lambda x, y: (y, 1 - x),
    7: lambda x, y: (1 - y, 1 - x),
    8: lambda x, y: (1 - y, x),
}
"""EXIF Orientation -> where a place of the upright photo lies on the sensor (CIPA DC-008: 6 is shown turned clockwise)."""
TURNED = frozenset({5, 6, 7, 8})
"""Orientations that swap width and height."""


@dataclass(frozen=True, slots=True)
class DustFinding:
    """Spots of one camera that repeat; places are in the photo as the sensor lies, not as it is turned."""

    camera: str
    photos: int
    """With any spot at all."""
    spots: Sequence[RepeatedSpot]


@dataclass(frozen=True, slots=True)
class SensorSpots:
    """The dark spots of one photo: places as the sensor lies, by the camera and the shape of its picture, width over height."""

    camera: str
    shape: float
    places: Sequence[Spot]


class DustWatch:
    """Note every photo, then ask for the findings. Keeps at most 12 places a photo, and none of most."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, float], list[Sequence[Spot]]] = defaultdict(list)

    def note(self, spots: SensorSpots | None) -> None:
        """Take in one photo; those without spots say nothing."""
        if spots is not None:
            self._seen[spots.camera, spots.shape].append(spots.places)

    def findings(self) -> list[DustFinding]:
        """The cameras with spots that repeat, in the order in which they were met."""
        told = (DustFinding(camera, len(photos), repeated_spots(photos)) for (camera, _), photos in self._seen.items())
        return [finding for finding in told if finding.spots]


def spots_of(photo: ScoredPhoto) -> SensorSpots | None:
    """The spots of one photo; none of an unknown camera's."""
    camera, orientation = photo.record.exif.camera, photo.record.exif.orientation
    said = photo.assessments.get("artefacts")
    flat = said.evidence.get("dust_spots") if said else None
    if camera is None or not flat or not isinstance(flat, Sequence) or isinstance(flat, str):
        return None
    width, height = photo.record.size_px
    # A crop or another aspect ratio moves what lies on the sensor.
    shape = round(height / width if orientation in TURNED else width / height, 2)
    to_sensor = UPRIGHT_TO_SENSOR[orientation]
    places = [to_sensor(float(x), float(y)) for x, y in zip(flat[::2], flat[1::2], strict=True)]
    return SensorSpots(camera, shape, places)
