"""One photo decoded once; every assessor and every network reads this and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from cv2.typing import MatLike

from index.photo.record import ExifFacts, PixelSource
from index.photo.sensor_patches import SensorPatches
from scoring.clipping import Clipping, measure_clipping
from scoring.detail import Detail, halvings, measure_detail
from scoring.engines.picture_networks import ON_CPU, PictureNetworks
from scoring.exposure_reading import ExposureReading
from scoring.face import Face, FindFaces
from scoring.once import once
from scoring.saliency import saliency_map
from scoring.shrink import shrunk, shrunk_to_long_edge
from scoring.subject import Subject, find_subjects

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

WORKING_LONG_EDGE_PX = 1024
"""Long edge of the working image: a photo seen whole on a screen (issue "Score a folder")."""
SMALL_LONG_EDGE_PX = 512
"""Half of the working image, which is averaged ten times faster than another share of it: a grain of dust at f/22 is 8 px wide
there, a blown gap between leaves still a pixel."""
SAMPLED_ROW = 2
"""Clipped areas are larger than two rows of a screen: their shares of 16 camera photos moved by 0.0004 at most."""
SMALLEST_EDGE_PX = 32
"""Four JPEG blocks: a narrower picture is an icon or a stripe, and nothing is said of its exposure and colour."""
THUMBNAIL_LONG_EDGE_PX = 192
"""Long edge of the thumbnail: colours and things are seen in areas. Against all pixels, colourfulness of 14 camera photos
moved by 7 % at most; of two grey ones it fell by 17 and 31 %, for most of their colour was noise."""


@dataclass(frozen=True)
class Frame:
    """Pixels and facts of one photo.

    `rgb`: (H, W, 3) uint8, RGB, sRGB, upright, at the best resolution we have (`pixel_source` says which).
    `size_px`: (width, height) of the upright full-size picture; boxes in evidence use this scale.
    `find_faces`: None where no face finder is installed.
    `sensor`: how the photosites vary; None but for a RAW file that was developed.
    `networks`: who finds its subject and reads its exposure.
    """

    rgb: U8
    size_px: tuple[int, int]
    exif: ExifFacts
    pixel_source: PixelSource = PixelSource.FULL
    find_faces: FindFaces | None = None
    sensor: SensorPatches | None = None
    networks: PictureNetworks = ON_CPU

    @once
    def luma(self) -> U8:
        """(H, W) uint8 gamma-encoded luma (ITU-R BT.601) at the resolution of `rgb`."""
        return np.asarray(cv2.cvtColor(self.rgb, cv2.COLOR_RGB2GRAY), np.uint8)

    @once
    def working(self) -> U8:
        """(h, w, 3) uint8 sRGB, averaged down to a long edge of at most 1,024 px; never enlarged."""
        return shrunk_to_long_edge(self.rgb, WORKING_LONG_EDGE_PX)

    @once
    def sampled_channels(self) -> tuple[U8, U8, U8]:
        """Red, green and blue of every second row of `working`, (h, w) uint8 each: areas are counted in them."""
        red, green, blue = cv2.split(self.working[::SAMPLED_ROW])
        return np.asarray(red, np.uint8), np.asarray(green, np.uint8), np.asarray(blue, np.uint8)

    @once
    def sampled_extremes(self) -> tuple[U8, U8]:
        """Brightest and dimmest channel of each pixel of `sampled_channels`, (h, w) uint8 each."""
        return extremes(*self.sampled_channels)

    @once
    def small(self) -> U8:
        """(h, w, 3) uint8 sRGB, averaged down to a long edge of at most 512 px: half of `working`; never enlarged."""
        height, width = self.working.shape[:2]
        if max(height, width) < 2 * SMALL_LONG_EDGE_PX:
            return shrunk_to_long_edge(self.working, SMALL_LONG_EDGE_PX)
        # 683 lines become 341 and not 342: only then are they halved, which is what makes it cheap.
        return shrunk(self.working, max(1, width // 2), max(1, height // 2))

    @once
    def clipping(self) -> Clipping:
        """How much of `working` is blown or blocked up: exposure and colour both tell of it."""
        return measure_clipping(self.sampled_channels, self.sampled_extremes)

    @once
    def thumbnail(self) -> U8:
        """(h, w, 3) uint8 sRGB, averaged down to a long edge of at most 192 px; never enlarged."""
        return shrunk_to_long_edge(self.small, THUMBNAIL_LONG_EDGE_PX)

    @once
    def luma_halvings(self) -> tuple[U8, ...]:
        """`luma` and four halvings of it, (h, w) uint8 each: cheap small copies, a third of `luma` in memory."""
        return halvings(self.luma)

    @once
    def detail(self) -> Detail:
        """Fine detail of `luma` by octave and tile: the one full-resolution pass that focus and sharpness share."""
        return measure_detail(self.luma_halvings)

    @once
    def subject(self) -> Subject | None:
        """The most salient region of the photo, or None: what focus and composition take for the subject."""
        return next(iter(self.salient_regions), None)

    @once
    def saliency(self) -> F32:
        """(h, w) float32 in [0, 1], long edge 128 px: how likely each place shows the subject; raises `WeightsError`."""
        return saliency_map(self.small, self.networks.saliency)

    @once
    def salient_regions(self) -> tuple[Subject, ...]:
        """The subject, and up to two other things that draw the eye."""
        return find_subjects(self.saliency)

    @once
    def faces(self) -> tuple[Face, ...] | None:
        """The faces in the photo, the most prominent first; None where nobody can look for them."""
        return None if self.find_faces is None else self.find_faces(self.rgb, self.working)

    @once
    def exposure_reading(self) -> ExposureReading:
        """How many EV each region is from well exposed, as the exposure map sees it; raises `WeightsError`."""
        return self.networks.exposure().read(self.small)

    @property
    def is_tiny(self) -> bool:
        """Whether there are too few pixels to speak of a photo at all."""
        return int(min(self.rgb.shape[:2])) < SMALLEST_EDGE_PX


def extremes(red: MatLike, green: MatLike, blue: MatLike) -> tuple[U8, U8]:
    """(h, w) uint8 each -> brightest and dimmest channel of each pixel, (h, w) uint8 each."""
    brightest, dimmest = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    return np.asarray(brightest, np.uint8), np.asarray(dimmest, np.uint8)


BT709_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""Luminance of linear R, G, B (ITU-R BT.709)."""
