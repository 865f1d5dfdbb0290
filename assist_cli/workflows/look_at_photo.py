"""One photo of a data set, looked at as `score` does: same decoding, same working image, same network."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.read import read_photo
from index.photo.record import Asset, ExifFacts
from scoring.assessors import sharpness
from scoring.engines.rating_engine import RatingEngine
from scoring.frame import Frame

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Look:
    """What is kept of one photo: no pixels, so that a quarter of a million fit into memory."""

    file_bytes: int
    sharpness: float
    """The assessor's value in 0..1; its neutral 0.5 where it abstains."""
    rating_dist: npt.NDArray[np.float32] | None
    """(10,) probabilities of the ratings 1..10; None where the network was not asked."""


def look_at(path: Path, engine: RatingEngine | None) -> Look | UnreadablePhoto:
    """Decode one photo, measure it, and ask `engine` for its ratings; one that cannot be read comes back as a value."""
    try:
        frame = read_frame(path)
        if isinstance(frame, UnreadablePhoto):
            return frame
        rating_dist = None if engine is None else engine.rate(frame.working)
        return Look(path.stat().st_size, sharpness.ASSESSOR.assess(frame).value, rating_dist)
    except Exception as error:
        # A bug that one photo brings to light must not cost the other ten thousand: it is listed, not hidden.
        log.info("looking at %s failed", path, exc_info=error)
        return UnreadablePhoto(path, FailureKind.UNEXPECTED, f"{type(error).__name__}: {error}")


def read_frame(path: Path) -> Frame | UnreadablePhoto:
    """The photo as `score` sees it, or why it cannot be read."""
    if path.suffix.lower() == ".bmp":
        return read_bmp(path)
    photo = read_photo(Asset(path))
    if isinstance(photo, UnreadablePhoto):
        return photo
    record, rgb = photo
    return Frame(rgb, record.size_px, record.exif, record.pixel_source)


def read_bmp(path: Path) -> Frame | UnreadablePhoto:
    """TID2013 comes as BMP, which no camera writes and `score` does not read: no EXIF, no profile, always upright."""
    content = np.fromfile(path, np.uint8)
    bgr = cv2.imdecode(content, cv2.IMREAD_COLOR) if content.size else None
    if bgr is None:
        return UnreadablePhoto(path, FailureKind.CORRUPT, "the picture data is damaged")
    rgb = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8)
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())
