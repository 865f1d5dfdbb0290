"""Whether noise is so strong that it hides fine detail, or passes for it."""

from __future__ import annotations

import math

from scoring.detail import Detail

NOISY_RMS = 3.0
"""High-pass rms of the flattest tiles, in code values, from which noise can fake a soft or moved subject: noise of 10 codes
did, on two of 16 camera test photos, whose own rms is at most 1.4."""


def noise_rms(detail: Detail) -> float:
    """High-pass rms of the flattest tiles, in 8-bit code values: noise, or texture where nothing is smooth."""
    return math.sqrt(float(detail.noise_energy[0]))


def is_noisy(detail: Detail) -> bool:
    """Whether what looks like fine detail may be noise."""
    return noise_rms(detail) > NOISY_RMS
