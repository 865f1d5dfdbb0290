"""Training pictures, fitted as scoring will fit them; kept in memory while there is room, read again where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from index.photo.jpeg_segments import segments
from scoring.engines.network_input import fitted
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.report import Report
from weights.entry import Preprocessing

END_OF_IMAGE = b"\xff\xd9"
"""JPEG's last marker (ITU-T T.81, table B.1)."""

U8 = npt.NDArray[np.uint8]

ROOM_BYTES = 4 << 30
"""What pictures may fill of memory: all of BIQ2021 at 320 px by area; larger sets are read from disk in every epoch."""


@dataclass
class Pictures:
    """Pictures by their number; those of one size can be a batch."""

    paths: Sequence[Path]
    preprocessing: Preprocessing
    sizes: npt.NDArray[np.int64]
    """(N, 2): height and width of each fitted picture."""
    kept: dict[int, U8] = field(default_factory=dict)

    def read(self, rows: npt.NDArray[np.int64]) -> U8:
        """(B, h, w, 3) uint8 RGB of pictures that have one size."""
        return np.stack([self[int(row)] for row in rows])

    def __getitem__(self, row: int) -> U8:
        """(h, w, 3) uint8 RGB of one picture; raises `DatasetError` where it cannot be read any more."""
        if row in self.kept:
            return self.kept[row]
        picture = read_fitted(self.paths[row], self.preprocessing)
        if picture is None:
            raise DatasetError(f"{self.paths[row].name} could be read before and cannot now", "look after that disk")
        return picture


def open_pictures(
    photos: RatedPhotos, preprocessing: Preprocessing, report: Report, room_bytes: int = ROOM_BYTES
) -> tuple[RatedPhotos, Pictures]:
    """The photos whose pictures can be read, and their pictures; reads every one of them once.

    Raises `DatasetError` when too many pictures cannot be read.
    """
    readable: list[bool] = []
    sizes: list[tuple[int, int]] = []
    kept: dict[int, U8] = {}
    room = room_bytes
    with ThreadPoolExecutor() as pool:
        for picture in pool.map(lambda path: read_fitted(path, preprocessing), photos.paths):
            readable.append(picture is not None)
            report.step("reading", len(readable), len(photos))
            if picture is None:
                continue
            if picture.nbytes <= room:
                kept[len(sizes)] = picture
                room -= picture.nbytes
            sizes.append((picture.shape[0], picture.shape[1]))
    photos = photos.only(np.array(readable, bool))
    return photos, Pictures(photos.paths, preprocessing, np.array(sizes), kept)


def read_fitted(path: Path, preprocessing: Preprocessing) -> U8 | None:
    """(h, w, 3) uint8 RGB of one picture, upright; None when the file is no whole picture, or one too large for OpenCV."""
    try:
        bgr = None if ends_early(path.read_bytes()) else cv2.imread(str(path), cv2.IMREAD_COLOR)
    except (OSError, cv2.error):  # it may not be read, or its header claims more than 2^30 pixels
        return None
    return None if bgr is None else fitted(np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8), preprocessing)


def ends_early(content: bytes) -> bool:
    """Whether a file is a JPEG that stops before its last pixel: OpenCV paints the rest grey and does not tell."""
    if not content.startswith(b"\xff\xd8"):
        return False
    try:
        scans_start = max((segment.end for segment in segments(content)), default=0)
    except ValueError:  # a damaged header: OpenCV decides
        return False
    return content.find(END_OF_IMAGE, scans_start) < 0
