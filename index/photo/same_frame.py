"""Whether files of one name are one frame: camera counters start again, and two cameras count alike."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from index.photo.errors import PhotoReadError
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file
from index.photo.record import Asset, ExifFacts

SAME_FRAME_TOLERANCE = timedelta(seconds=2)
"""EXIF DateTimeOriginal counts whole seconds and a camera writes its two files one after the other (FAT itself
stores times in steps of 2 s); issue "Score a folder", item 3."""

HEAD_BYTES = 1 << 20
"""Cameras write EXIF before the picture; where it lies deeper, the names are believed."""


def frames_of(asset: Asset) -> list[Asset]:
    """The assets that an asset paired by its names really holds: one, or more where capture times differ.

    Reads the head of each file. A file that cannot be read stays with the first: judging it will tell what is wrong.
    """
    if not asset.companions:
        return [asset]
    frames: list[list[Path]] = []
    times: list[ExifFacts] = []
    for file in asset.files:
        exif = _exif_of_head(file)
        home = next((i for i, of_frame in enumerate(times) if same_frame(of_frame, exif)), None)
        if home is None:
            frames.append([file])
            times.append(exif)
        else:
            frames[home].append(file)
    return [Asset(files[0], tuple(files[1:])) for files in frames]


def same_frame(a: ExifFacts, b: ExifFacts) -> bool:
    """Whether two capture times of a stem-paired RAW and JPEG agree within 2 s; true where either is unknown.

    A time with a zone and one without are compared by their wall clocks, for both came from one camera.
    """
    if a.capture_time is None or b.capture_time is None:
        return True
    if a.capture_time.tzinfo is not None and b.capture_time.tzinfo is not None:
        return abs(a.capture_time - b.capture_time) <= SAME_FRAME_TOLERANCE
    apart = a.capture_time.replace(tzinfo=None) - b.capture_time.replace(tzinfo=None)
    return abs(apart) <= SAME_FRAME_TOLERANCE


def _exif_of_head(path: Path) -> ExifFacts:
    try:
        return exif_of(read_file(path, HEAD_BYTES))
    except PhotoReadError:
        return ExifFacts()
