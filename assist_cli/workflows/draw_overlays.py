"""The pictures that explain one photo's verdicts. The photo is opened for them, even where the catalogue knows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.memory_budget import one_photo
from index.photo.read import read_photo
from index.photo.record import Asset
from scoring.assessment import Assessment, cannot_judge
from scoring.frame import Frame
from scoring.open_frame import face_finder, open_frame
from scoring.overlays.canvas import page
from scoring.overlays.registry import OVERLAYS

NOT_ASSESSED = cannot_judge("This was not judged.")


def draw_overlays(photo: ScoredPhoto) -> Mapping[str, npt.NDArray[np.uint8]] | UnreadablePhoto:
    """Overlay name -> page, (H, W, 3) uint8 sRGB; without those that have nothing to show. Or why the photo cannot be read
    any more."""
    with one_photo():
        read = read_photo(Asset(photo.record.path, photo.record.companions))
        if isinstance(read, UnreadablePhoto):
            return read
        record, rgb = read
        return dict(_pages(open_frame(record, rgb, face_finder()), photo.assessments))


def _pages(frame: Frame, said: Mapping[str, Assessment]) -> Iterator[tuple[str, npt.NDArray[np.uint8]]]:
    for overlay in OVERLAYS:
        told = said.get(overlay.assessor, NOT_ASSESSED)
        if overlay.shown(frame, told):
            yield overlay.name, page(overlay, frame, told)
