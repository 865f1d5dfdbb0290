"""Movement during the exposure: is detail missing along one direction, in the octaves in which a movement takes it away?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.patch_spectra import WEDGES, most_contrasty, octave_edges, patch_spectra
from scoring.assessors.tile_sharpness import TileSharpness

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

PATCHES, MORE_PATCHES = 24, 8
"""The patches with the most contrast tell whether the frame moved (16 are right in 0.91 of the cases, 24 in 0.93); some more are
read of the sharp tiles or of the others, whichever are fewer among them."""
FEWEST_PATCHES = 8
"""Fewer show a few edges, and an edge has one direction only: the moon at a tenth of the frame's width gives 6."""
FEWEST_TO_ORDER = 4
"""So many are enough to put a longer movement behind a shorter one of the same scene (a value), not to say that it moved: a low sun
over a beach keeps 5 under a movement of 40 px."""
LENGTHS_PX = np.array([4.0, 6.0, 8.0, 11.0, 15.0, 21.0, 30.0, 42.0])
"""Movements looked for: half an octave apart, from what is just visible at 100 % to what no one would keep."""
DEEPEST = -4.0
"""Least logarithm of power left along the movement: below 2 % noise and JPEG fill it up. Set by hand."""
ROUNDING_POWER = 0.02
"""Power of 8-bit rounding (1/12) in a patch that the window leaves a seventh of: keeps the logarithm finite, and calm where
nothing is left."""
FULL_DEPTH = 1.2
"""A movement found deeper than the model says counts as this much of it: what is deeper is the scene."""
SCENE_DOUBT = 0.2
"""Taken off for each unit by which the coarsest octave is uneven over the directions: where the scene itself runs one way
(a car's flank, a skyline), what lacks across it proves less (camera ladder of `focus_verdict`: 0.91 right instead of 0.89).
What the movement itself takes from that octave is not the scene's: of movements of 40 px 0.93 instead of 0.88 are told, 0.86
instead of 0.82 of 90 photos of BIQ2021, and no more discs and in-focus photos than before."""


@dataclass(frozen=True)
class Motion:
    """`strength`: how plainly detail is missing along one direction; 0 = not at all, no upper end.

    `direction_deg`: of the movement, in [0, 180), 0 = horizontal, 90 = vertical, clockwise on the screen; `length_px`: how far.
    """

    strength: float
    direction_deg: float
    length_px: float

    def turned_from(self, other: Motion) -> float:
        """Angle between two directions of movement, in [0, 90] degrees."""
        return abs((self.direction_deg - other.direction_deg + 90.0) % 180.0 - 90.0)


@dataclass(frozen=True)
class Motions:
    """The likeliest movement of the whole frame, of its sharpest parts alone, and of the rest; None with too few edges.

    `smear`: strength that the frame and its sharpest parts both reach, from however few edges; 0 without any.
    """

    frame: Motion | None
    sharpest: Motion | None
    rest: Motion | None
    smear: float = 0.0


def find_motions(levels: Sequence[U8], map_: TileSharpness, sharp: Mask) -> Motions:
    """Halvings of a luma and the (rows, cols) mask of its sharp tiles -> where it moved, and how plainly."""
    tiles = most_contrasty(map_.contrast, map_.judged, PATCHES)
    fewer = map_.judged & (sharp if 2 * int(sharp[tuple(tiles.T)].sum()) < len(tiles) else ~sharp)
    fewer[tuple(tiles.T)] = False
    more = most_contrasty(map_.contrast, fewer, MORE_PATCHES)
    both = np.concatenate([tiles, more])
    spectra = patch_spectra(levels, (both + 0.5) / sharp.shape) if len(tiles) >= FEWEST_TO_ORDER else None
    if spectra is None:
        return Motions(None, None, None)
    is_sharp = sharp[tuple(both.T)]
    parts = (spectra[: len(tiles)], spectra[is_sharp], spectra[~is_sharp])
    likeliest = [find_motion(part) for part in parts]
    frame, sharpest, rest = (
        motion if len(tiles) >= FEWEST_PATCHES <= len(part) else None
        for part, motion in zip(parts, likeliest, strict=True)
    )
    return Motions(frame, sharpest, rest, min(motion.strength for motion in likeliest[:2] if motion is not None))


def find_motion(spectra: F64) -> Motion | None:
    """(N, octaves, WEDGES) power of patches -> the likeliest movement; None with too few of them.

    A movement of L px multiplies the power spectrum by sinc(L f)^2 along its direction (Jain 1989, Fundamentals of Digital
    Image Processing, 8.2). In logarithms that is added to what the scene and the lens give. Taking off the mean of each
    octave (the lens and any defocus) and of each direction (a scene that runs one way) leaves what only movement makes.
    """
    if len(spectra) < FEWEST_TO_ORDER:
        return None
    pooled = _pooled(spectra)
    length_px, wedge, gain, taken = _best_fit(_without_means(pooled))
    coarsest = pooled[-1] - pooled[-1].mean()
    uneven = float(min(np.linalg.norm(coarsest), np.linalg.norm(coarsest - taken)))
    strength = max(0.0, gain**0.5 - SCENE_DOUBT * uneven)
    return Motion(strength, wedge * 180.0 / WEDGES, length_px)


def _pooled(spectra: F64) -> F64:
    """(N, octaves, WEDGES) -> (octaves, WEDGES) logarithm of the mean, every patch with the same power in its coarsest octave.

    The mean before the logarithm: one patch with fine detail along a direction shows that nothing moved along it.
    """
    spectra = spectra + ROUNDING_POWER
    evened = spectra / spectra[:, -1:].mean(axis=(1, 2), keepdims=True)
    return np.asarray(np.log(evened.mean(axis=0)), np.float64)


def _without_means(log_power: F64) -> F64:
    """(..., octaves, WEDGES) without the mean of each octave and of each direction."""
    over_wedges = log_power - log_power.mean(axis=-1, keepdims=True)
    return np.asarray(over_wedges - over_wedges.mean(axis=-2, keepdims=True), np.float64)


def _best_fit(found: F64) -> tuple[float, int, float, F64]:
    """Length and wedge of the template that explains most of `found`, how much of its squares that is, and what it takes from
    the coarsest octave: (WEDGES,), without mean.

    The length is a mean over the templates of that wedge, each weighted by how well it explains (a normal likelihood of unit
    variance), for lengths between two templates.
    """
    product = np.einsum("lkow,ow->lk", TEMPLATES, found)
    depth = np.clip(product / TEMPLATE_SQUARES, 0.0, FULL_DEPTH)
    gain = depth * (2.0 * product - depth * TEMPLATE_SQUARES)
    best, wedge = np.unravel_index(int(np.argmax(gain)), gain.shape)
    likelihood = np.exp((gain[:, wedge] - gain[best, wedge]) / 2.0)
    length_px = float(np.exp(likelihood @ np.log(LENGTHS_PX) / likelihood.sum()))
    return length_px, int(wedge), float(gain[best, wedge]), depth[best, wedge] * COARSEST[best, wedge]


def _left() -> F64:
    """(lengths, WEDGES, octaves, WEDGES): logarithm of the power that each movement leaves."""
    octaves = octave_edges()
    frequency = np.linspace(octaves[:, 0], octaves[:, 1], 12, axis=-1)
    width = np.pi / WEDGES
    angle = np.arange(WEDGES)[:, None] * width + np.linspace(-0.5, 0.5, 9) * width
    cycles = LENGTHS_PX[:, None, None, None, None] * frequency[:, None, :, None] * np.cos(angle)[:, None, :]
    left = np.maximum(np.log((np.sinc(cycles) ** 2).mean(axis=(-2, -1)) + 1e-9), DEEPEST)
    return np.stack([np.roll(left, wedge, axis=-1) for wedge in range(WEDGES)], axis=1)


LEFT = _left()
TEMPLATES = _without_means(LEFT)
TEMPLATE_SQUARES = np.asarray((TEMPLATES**2).sum(axis=(-2, -1)), np.float64)
COARSEST = np.asarray(LEFT[:, :, -1] - LEFT[:, :, -1].mean(axis=-1, keepdims=True), np.float64)
"""(lengths, WEDGES, WEDGES): what each movement takes from the coarsest octave, without mean."""
