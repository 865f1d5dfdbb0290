"""Crops of photos: each is opened once, on threads, and told in the order in which it was found."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assist_cli.workflows.bounded_map import bounded_map
from assist_cli.workflows.find_photos import Found, find_photos
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.memory_budget import one_photo
from index.photo.read import read_photo
from index.photo.record import Asset, PhotoRecord
from scoring.crops.advise import advise
from scoring.crops.aspects import ratio_of
from scoring.crops.crop import CropAdvice
from scoring.crops.rank import shipped_ranker
from scoring.crops.straighten import Tilt
from scoring.face import FindFaces
from scoring.frame import Frame
from scoring.open_frame import face_finder, open_frame

log = logging.getLogger(__name__)

MOST_WORKERS = 8
"""As `score` (interfaces: `--workers`)."""

Picture = npt.NDArray[np.uint8]
Draw = Callable[[Frame, CropAdvice], Picture]


@dataclass(frozen=True, slots=True)
class CroppedPhoto:
    """One photo's crops, an advice for each shape asked for; `drawn`: a picture of each, where pictures were asked for."""

    record: PhotoRecord
    answers: tuple[CropAdvice, ...]
    tilt: Tilt
    drawn: tuple[Picture, ...] = ()

    @property
    def path(self) -> Path:
        """The file that was looked at."""
        return self.record.path

    @property
    def straighten_deg(self) -> float:
        """By how much to turn it clockwise to be level; 0 where it is level, nobody can tell, or that would cut what matters."""
        return self.answers[0].turn_deg if self.answers else 0.0


@dataclass(frozen=True, slots=True)
class CropRequest:
    """What to look at: `aspects` as people name them; `draw` makes a picture of each advice where one is wanted; `passed_over`
    names files that are none of the shoot."""

    paths: Sequence[Path]
    aspects: Sequence[str]
    draw: Draw | None = None
    passed_over: Callable[[Path], bool] | None = None
    workers: int | None = None


def crop_photos(request: CropRequest) -> Generator[CroppedPhoto | UnreadablePhoto, None, None]:
    """Each photo's crops; what cannot be read is told in its place.

    Raises `AspectError` for an unknown shape and `WeightsError` before anything is opened, `AssistError` where there is no photo.
    """
    for aspect in request.aspects:
        ratio_of(aspect)
    shipped_ranker()
    found = find_photos(request.paths)
    if request.passed_over:
        found = [item for item in found if not request.passed_over(item.path)]
    find_faces = face_finder()
    workers = request.workers or min(MOST_WORKERS, os.cpu_count() or 1)
    with closing(bounded_map(lambda item: _one(item, request, find_faces), found, workers)) as cropped:
        yield from cropped


def _one(item: Found, request: CropRequest, find_faces: FindFaces | None) -> CroppedPhoto | UnreadablePhoto:
    if isinstance(item, UnreadablePhoto):
        return item
    try:
        return _cropped(item, request, find_faces)
    except Exception as error:
        if hasattr(error, "exit_code"):
            raise
        # A bug that one photo brings to light must not cost the other ten thousand: it is listed, not hidden.
        log.info("crops of %s failed", item.path, exc_info=error)
        return UnreadablePhoto(item.path, FailureKind.UNEXPECTED, f"{type(error).__name__}: {error}")


def _cropped(asset: Asset, request: CropRequest, find_faces: FindFaces | None) -> CroppedPhoto | UnreadablePhoto:
    with one_photo():
        read = read_photo(asset)
        if isinstance(read, UnreadablePhoto):
            return read
        record, rgb = read
        frame = open_frame(record, rgb, find_faces)
        tilt, answers = advise(frame, request.aspects)
        drawn = tuple(request.draw(frame, advice) for advice in answers) if request.draw else ()
        return CroppedPhoto(record, answers, tilt, drawn)
