"""What noise is usual for an ISO setting, so widely that only what lies far outside it is worth a word."""

from __future__ import annotations

import math
from enum import StrEnum

MID_GREY = 0.18
"""Reflectance of a grey card; that part of a full well at mid-grey."""
MID_GREY_CODE = 118.0
"""18 % grey in sRGB (IEC 61966-2-1)."""
SLOPE_AT_MID_GREY = 2.2
"""Relative luminance change for a relative code change there, to within 3 % (exponent of the sRGB curve)."""
MID_GREY_SIGMA = MID_GREY_CODE / SLOPE_AT_MID_GREY
"""At mid-grey sigma in codes is this over the signal-to-noise ratio of the light."""
LARGE_WELL, SMALL_WELL = 70_000.0, 5_000.0
"""Electrons that a photosite holds at ISO 100: 6 micrometre pixels of full frame, and 1.5 micrometre pixels of phones
and compact cameras (about 2,000 electrons a square micrometre in EMVA 1288 data sheets)."""
OLDER_AND_SHARPENED = 2.0
"""A factor in sigma, two stops of light: sensors of twenty years ago, and what a camera's sharpening adds."""
BASE_ISO = 100
"""Below, cameras differ in what they call ISO; the same noise is allowed as at 100."""
HIGH_ISO = 800
"""Below, a clean photo is nothing to remark on."""
UNREDUCED_PIXELS = 5_000_000
"""A smaller picture may be a reduced copy, in which noise is averaged away."""


class NoiseForIso(StrEnum):
    """How noise compares with what its ISO setting usually gives."""

    CLEANER = "cleaner than usual"
    USUAL = "usual"
    NOISIER = "noisier than usual"


def photon_sigma(well_electrons: float, iso: int) -> float:
    """Photon noise at mid-grey in 8-bit sRGB codes: twice the ISO, half the light, 1.4 times the noise."""
    return MID_GREY_SIGMA / math.sqrt(MID_GREY * well_electrons * BASE_ISO / max(iso, BASE_ISO))


def compare_with_iso(sigma: float, iso: int | None, pixels: int) -> NoiseForIso | None:
    """`sigma` of luma at mid-grey in 8-bit codes, of a picture of so many pixels; None where no ISO is known.

    Noisier than usual is what even a tiny old sensor would not show at that setting; cleaner, what a full-frame sensor
    would show without noise reduction, or less. Nothing is called cleaner that may be a reduced copy.
    """
    if not iso or iso <= 0:
        return None
    if sigma > OLDER_AND_SHARPENED * photon_sigma(SMALL_WELL, iso):
        return NoiseForIso.NOISIER
    if iso >= HIGH_ISO and pixels >= UNREDUCED_PIXELS and sigma < photon_sigma(LARGE_WELL, iso):
        return NoiseForIso.CLEANER
    return NoiseForIso.USUAL
