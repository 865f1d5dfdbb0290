"""Collects dark spots over a run, camera by camera, and tells those that stay in one place: dust, most likely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto
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


class DustWatch:
    """Note every photo, then ask for the findings. Keeps at most 12 places a photo, and none of most."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, float], list[list[Spot]]] = defaultdict(list)

    def note(self, outcome: PhotoOutcome) -> None:
        """Take in one photo; those without spots, or of an unknown camera, say nothing."""
        if not isinstance(outcome, ScoredPhoto) or outcome.record.exif.camera is None:
            return
        if spots := _spots(outcome):
            width, height = outcome.record.size_px
            turned = outcome.record.exif.orientation in TURNED
            # A crop or another aspect ratio moves what lies on the sensor.
            shape = round(height / width if turned else width / height, 2)
            self._seen[outcome.record.exif.camera, shape].append(spots)

    def findings(self) -> list[DustFinding]:
        """The cameras with spots that repeat, in the order in which they were met."""
        told = (DustFinding(camera, len(photos), repeated_spots(photos)) for (camera, _), photos in self._seen.items())
        return [finding for finding in told if finding.spots]


def _spots(photo: ScoredPhoto) -> list[Spot]:
    said = photo.assessments.get("artefacts")
    flat = said.evidence.get("dust_spots") if said else None
    if not isinstance(flat, Sequence) or isinstance(flat, str):
        return []
    to_sensor = UPRIGHT_TO_SENSOR[photo.record.exif.orientation]
    return [to_sensor(float(x), float(y)) for x, y in zip(flat[::2], flat[1::2], strict=True)]
