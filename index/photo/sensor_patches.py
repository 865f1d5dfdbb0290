"""How a RAW file's photosites vary in small patches, per colour of the filter: the sensor's noise before any development."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import rawpy

F32 = npt.NDArray[np.float32]

PATCH_PX = 32
"""Side in photosites; each of the four sites of a Bayer cell has 16 x 16 in it, and so 64 diagonal details, whose mean
square is within 18 % of the variance (sqrt(2 / 64))."""
GRID = 40
"""At most 40 x 40 patches: 3 MB, and 8 ms beside the 590 ms that a losslessly packed 24-megapixel file takes to develop."""


@dataclass(frozen=True, slots=True)
class SensorPatches:
    """N patches of four photosites each, (N, 4) arrays; levels are shares of the white level above black, mostly in [0, 1]."""

    colours: str
    """Of the four sites of a Bayer cell, row by row: "RGGB", "GBRG", ..."""
    mean: F32
    variance: F32
    """Mean square of the diagonal Haar detail: noise, and next to nothing of edges and shading (Foi et al. 2008 use a
    wavelet's diagonal detail as well)."""
    activity: F32
    """Mean square of horizontal and vertical details: the same as `variance` in white noise, more at edges and in texture."""
    clipped: npt.NDArray[np.bool_]
    """Whether any photosite is cut off at white or black."""


def sample_sensor(raw: rawpy.RawPy) -> SensorPatches | None:
    """Patches on an even grid over the undeveloped mosaic of an open file; None where it is no Bayer mosaic of 2 x 2.

    It makes LibRaw unpack the sensor data, so ask only for a file that is developed anyway. Measured on a DNG of 24
    megapixels: unpacking takes 455 ms where it is packed losslessly, as cameras do, and 75 ms where it is not packed;
    reading its preview instead, 54 ms. So photos that are judged by their preview are not unpacked for their noise.
    Raises what rawpy raises on damaged files.
    """
    if raw.num_colors != 3 or raw.raw_pattern is None or raw.raw_pattern.shape != (2, 2):
        return None
    mosaic = raw.raw_image_visible
    sites = [
        raw.raw_color(raw.sizes.top_margin + row, raw.sizes.left_margin + column) for row, column in np.ndindex(2, 2)
    ]
    black = np.array([raw.black_level_per_channel[site] for site in sites], np.float32)
    white = float(raw.white_level)
    if min(mosaic.shape) < PATCH_PX or white <= black.max():
        return None
    colours = "".join(chr(raw.color_desc[site]) for site in sites)
    return measure_sites(_cut(mosaic), black, white, colours)


def measure_sites(sites: npt.NDArray[np.uint16], black: F32, white: float, colours: str) -> SensorPatches:
    """(N, 4, 16, 16) photosites of N patches, the black level of each of the four (4,), one white level."""
    above = (sites - black[:, None, None]) / (white - black)[:, None, None]
    down, up = above[..., 0::2, :], above[..., 1::2, :]
    both, between = down + up, down - up
    vertical, diagonal = between[..., 0::2] + between[..., 1::2], between[..., 0::2] - between[..., 1::2]
    horizontal = both[..., 0::2] - both[..., 1::2]
    darkest = sites.min(axis=(2, 3))
    return SensorPatches(
        colours=colours,
        mean=above.mean(axis=(2, 3)),
        variance=_mean_square(diagonal),
        activity=0.5 * (_mean_square(horizontal) + _mean_square(vertical)),
        clipped=(sites.max(axis=(2, 3)) >= white) | (darkest == 0) | (darkest == black),
    )


def _mean_square(detail: F32) -> F32:
    """Of a Haar detail, which is half the sum or difference of four samples: then it equals the variance of white noise."""
    return np.asarray(np.square(0.5 * detail).mean(axis=(2, 3)), np.float32)


def _cut(mosaic: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint16]:
    """(N, 4, 16, 16): patches that start on the first site of a cell, parted into the four sites."""
    rows, columns = (_starts(length_px) for length_px in mosaic.shape)
    windows = np.lib.stride_tricks.sliding_window_view(mosaic, (PATCH_PX, PATCH_PX))
    patches = windows[np.ix_(rows, columns)].reshape(-1, PATCH_PX // 2, 2, PATCH_PX // 2, 2)
    return np.ascontiguousarray(patches.transpose(0, 2, 4, 1, 3)).reshape(-1, 4, PATCH_PX // 2, PATCH_PX // 2)


def _starts(length_px: int) -> npt.NDArray[np.int64]:
    count = min(GRID, length_px // PATCH_PX)
    return np.linspace(0, (length_px - PATCH_PX) // 2, count).astype(np.int64) * 2
