"""The frame of a photo that was read: the same whether it is judged or its verdicts are drawn."""

from __future__ import annotations

import logging

import numpy as np
import numpy.typing as npt

from index.photo.record import PhotoRecord
from scoring.engines.open_face_finder import open_face_finder
from scoring.engines.picture_networks import ON_CPU, PictureNetworks
from scoring.face import FindFaces
from scoring.frame import Frame
from weights.errors import WeightsError

log = logging.getLogger(__name__)


def open_frame(
    record: PhotoRecord, rgb: npt.NDArray[np.uint8], find_faces: FindFaces | None, networks: PictureNetworks = ON_CPU
) -> Frame:
    """`rgb`: (H, W, 3) uint8 sRGB, upright, as read with `record`; without `find_faces` nobody looks for faces."""
    return Frame(rgb, record.size_px, record.exif, record.pixel_source, find_faces, record.sensor, networks)


def face_finder() -> FindFaces | None:
    """Who looks for faces here; None where the weights are missing, or damaged, which is logged."""
    try:
        return open_face_finder()
    except WeightsError as error:
        log.warning("assist: faces are not judged: %s; %s", error, error.hint)
        return None
