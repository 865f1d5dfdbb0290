"""How much light each photo took in, as its EXIF says."""

from __future__ import annotations

import math

from index.photo.record import ExifFacts


def exposure_ev(exif: ExifFacts) -> float | None:
    """EV of exposure time x ISO / f-number^2, higher is brighter; without a time the exposure compensation, or None.

    What is not said counts as unchanged.
    """
    if not exif.exposure_time_s:  # a time of 0 says nothing
        return exif.exposure_bias_ev
    return math.log2(exif.exposure_time_s) + math.log2(exif.iso or 100) - 2.0 * math.log2(exif.f_number or 1.0)


def tells_same(one: ExifFacts, other: ExifFacts) -> bool:
    """Whether two photos tell the same facts of their exposure, so that their EV can be compared."""
    return all(
        (getattr(one, fact) is None) == (getattr(other, fact) is None)
        for fact in ("exposure_time_s", "iso", "f_number")
    )


def same_exposure(one: ExifFacts, other: ExifFacts, most_ev: float) -> bool:
    """Whether two photos may have been exposed alike within `most_ev`: true where they do not say."""
    evs = exposure_ev(one), exposure_ev(other)
    if evs[0] is None or evs[1] is None or not tells_same(one, other):
        return True
    return abs(evs[0] - evs[1]) <= most_ev
