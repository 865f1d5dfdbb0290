"""Which of Matsuda's templates a photo's hues follow, where that is more than chance: a fact, and never a grade."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
C128 = npt.NDArray[np.complex128]

TEMPLATES: dict[str, tuple[tuple[float, float], ...]] = {
    "i": ((0.0, 0.05),),
    "I": ((0.0, 0.05), (0.5, 0.05)),
    "V": ((0.0, 0.26),),
    "L": ((0.0, 0.05), (0.25, 0.22)),
    "Y": ((0.0, 0.26), (0.5, 0.05)),
    "T": ((0.0, 0.5),),
    "X": ((0.0, 0.26), (0.5, 0.26)),
}
"""Centre and width of each sector in turns, the narrowest template first (Cohen-Or et al., "Color Harmonization",
SIGGRAPH 2006, after Matsuda 1995)."""
FINE_BINS = 360
"""Rotations that are tried, one a degree."""
COARSE_BINS = 60
"""Six degrees, a third of the narrowest sector, are enough to compare with chance."""
TONES = 6
"""Dark, middling and light colours, pale and vivid ones of each."""
DRAWS = 49
"""Shuffled pictures, so that the best of fifty is one in fifty."""
CLEARLY = 0.02
"""Nine photos of ten in BIQ2021 are that much better than shuffled ones, for things keep their hue in light and shade;
so two more things are asked."""
CLOSE_DEG = 4.0
"""Mean distance of the hues from the sectors. With it a good quarter are given a template (130 of 467 photos of
BIQ2021, 50 of them "i"); of the camera photos a red car, a dog in the grass and a silhouette at sunset are "i"."""
HELD = 0.10
"""Part of all colour that each sector must hold: a template with an empty sector is another one."""


@dataclass(frozen=True, slots=True)
class Harmony:
    """A template that the hues follow."""

    template: str
    """Matsuda's letter."""
    rotation_deg: float
    """OKLab hue of the middle of its first sector."""
    residual_deg: float
    """How far the hues lie outside its sectors, on average, weighed by chroma times area."""


def fit_harmony(hues: F64) -> Harmony | None:
    """(6, 360) chroma times area by tone and degree of OKLab hue -> the template; None where none is clear.

    A shuffled picture holds the same tones, each turned to a hue of its own at random: with as many hues, as wide and as
    strong, it has lost only that they belong together. A template counts by how many standard deviations of the shuffled
    its residual lies below the shuffled's mean, and must do better than the best of all templates does for each shuffled
    picture. Of those that do, the narrowest is named. (Were whole colours turned instead of tones, hardly one photo of a
    hundred would beat chance: two colours stand opposite in one shuffled picture of ten.)
    """
    whole = hues.sum(axis=0)
    if whole.sum() == 0.0:
        return None
    striking, chance = _against_chance(hues.reshape(TONES, COARSE_BINS, -1).sum(axis=2))
    residuals = _residuals(np.fft.rfft(whole), _distance_spectra(FINE_BINS), FINE_BINS) / whole.sum()
    for name, z, around in zip(TEMPLATES, striking, residuals, strict=True):
        turn = int(np.argmin(around))
        harmony = Harmony(name, 360.0 * turn / FINE_BINS, max(0.0, float(around[turn])))
        beaten_by = int(np.count_nonzero(chance >= z))
        if (
            (1 + beaten_by) / (1 + DRAWS) <= CLEARLY
            and harmony.residual_deg <= CLOSE_DEG
            and _sectors_held(whole, harmony)
        ):
            return harmony
    return None


def _against_chance(hues: F64) -> tuple[F64, F64]:
    """How strikingly each template fits, (7,), and how strikingly the best fits each shuffled picture, (draws,)."""
    spectra = np.fft.rfft(hues)
    templates, several = _distance_spectra(COARSE_BINS), np.einsum("tf,dtf->df", spectra, _shuffles())
    own = _residuals(spectra.sum(axis=0), templates, COARSE_BINS).min(axis=-1)
    shuffled = _residuals(several[:, None], templates, COARSE_BINS).min(axis=-1)
    mean, spread = shuffled.mean(axis=0), np.maximum(shuffled.std(axis=0), 1e-9 * hues.sum())
    return (mean - own) / spread, ((mean - shuffled) / spread).max(axis=1)


def _sectors_held(whole: F64, harmony: Harmony) -> bool:
    turns = (np.arange(FINE_BINS) - harmony.rotation_deg) / FINE_BINS
    inside = [
        _outside(turns, centre, width + 2.0 * CLOSE_DEG / 360.0) == 0.0 for centre, width in TEMPLATES[harmony.template]
    ]
    return all(float(whole[one].sum()) >= HELD * float(whole.sum()) for one in inside)


def _outside(turns: F64, centre: float, width: float) -> F64:
    """Distance from a sector, in turns."""
    return np.maximum(0.0, np.abs((turns - centre + 0.5) % 1.0 - 0.5) - 0.5 * width)


def _residuals(spectrum: C128, templates: C128, bins: int) -> F64:
    """For every rotation, the hues' summed distances from the template's sectors: a circular correlation, (..., bins)."""
    return np.asarray(np.fft.irfft(spectrum * templates, bins), np.float64)


@cache
def _distance_spectra(bins: int) -> C128:
    """(7, bins // 2 + 1), conjugated: how far each hue lies outside each template, in degrees."""
    turns = np.arange(bins) / bins
    away = [np.min([_outside(turns, *sector) for sector in sectors], axis=0) for sectors in TEMPLATES.values()]
    return np.asarray(np.conj(np.fft.rfft(360.0 * np.array(away))), np.complex128)


@cache
def _shuffles() -> C128:
    """(draws, tones, frequencies): turning hues by an angle turns the phase of each frequency."""
    bins = np.random.default_rng(DRAWS).integers(0, COARSE_BINS, (DRAWS, TONES, 1))
    return np.asarray(np.exp(-2j * np.pi * bins / COARSE_BINS * np.arange(COARSE_BINS // 2 + 1)), np.complex128)
