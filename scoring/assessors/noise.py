"""Noise: how much the smoothest patches vary, at native resolution and at screen size, in luma and in colour."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from index.photo.record import PixelSource
from scoring.assessment import Assessment, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.noise_abstention import explain_abstention, is_mostly_black
from scoring.assessors.noise_measure import GRAINLESS_SIGMA, MIN_PATCHES, NoiseReading, measure_noise
from scoring.assessors.noise_patches import PATCH_PX
from scoring.assessors.noise_words import (
    CLEAN,
    NOISY,
    SLIGHTLY_NOISY,
    UNCLEAR,
    NoiseFindings,
    Visible,
    explain,
)
from scoring.assessors.poisson_gaussian import PoissonGaussian
from scoring.assessors.reduced_picture import is_reduced
from scoring.assessors.sensor_noise import fit_sensor
from scoring.assessors.usual_noise import MID_GREY, MID_GREY_SIGMA, NoiseForIso, compare_with_iso
from scoring.frame import Frame

EXCELLENT_SNR, ACCEPTABLE_SNR = 40.0, 10.0
"""Signal to noise of "first excellent" and "first acceptable" pictures at mid-grey (ISO 12232)."""
EXCELLENT_VALUE, ACCEPTABLE_VALUE = 0.9, 0.5
"""What we call these two; the curve between and beyond is a logistic in log sigma through both."""
CLEAN_SNR = math.sqrt(EXCELLENT_SNR * ACCEPTABLE_SNR)
"""Half way between the two, in stops: above it grain is not worth a word, at whatever size it is looked at."""

SURE = 0.9
AGREEING = (0.15, 0.60)
"""Share of patches alike. Measured where a high reading had to be told apart: 0.13 .. 0.37 (middle nine tenths) in 149
well-liked or professional photos of BIQ2021, which are texture, 0.23 .. 1 in camera photos with noise added."""
UNEVEN = (1.8, 2.6)
"""Of the same: 2.4 .. 6.8 in texture, 1.5 .. 2.5 in noise (alone it tells them apart with an AUC of .98)."""
AGREEING_REDUCED = (0.6, 0.95)
"""The same of reduced copies, where sand and leaves are as fine as grain. Of 46 BIQ2021 photos of 512 px that were called noisy,
forests, sand, pasture and stripes had 0.3 to 0.75, noise made on purpose 0.45 to 1; there both signs are asked for."""
LEAST_SURE = 0.1
"""Of `SURE`, where all is texture: the reading is still an upper bound."""
NOISE_RATHER_THAN_TEXTURE = 0.5
"""A high reading is called noise from here on, of 1."""
SEEN_THROUGH = {PixelSource.FULL: 1.0, PixelSource.EMBEDDED_PREVIEW: 0.5, PixelSource.HALF_SIZE_DEVELOPMENT: 0.6}
"""A preview was denoised and scaled down; averaging 2 x 2 pixels halves white noise."""
GRAINLESS_SURE = 0.3
Fact = float | int | str | Mapping[str, float] | None
TOO_SMALL = "The picture is too small to measure noise in."
UNKNOWN = ("sigma_luma", "sigma_chroma", "sigma_luma_mid_grey", "sigma_at_2mp", "visible")
"""Evidence that is there even where nothing can be measured."""


def assess(frame: Frame) -> Assessment:
    """Noise of `frame.rgb`. Abstains where too little is smooth, unclipped and large enough to show it."""
    reading = measure_noise(frame)
    if reading is None:
        tiny = _patches_in(frame) < MIN_PATCHES
        reason = TOO_SMALL if tiny else explain_abstention(frame.thumbnail)
        return cannot_judge(reason, dict.fromkeys(UNKNOWN))
    noise = _is_noise(reading, reduced=is_reduced(frame))
    confidence = _confidence(reading, noise, frame.pixel_source)
    sensor = {} if frame.sensor is None else fit_sensor(frame.sensor)
    found = _find(reading, noise, frame, sensor)
    return Assessment(
        value=_value(reading.seen),
        confidence=confidence,
        level=found.level,
        reasons=explain(found, frame),
        evidence=_evidence(reading, found) | _sensor_evidence(sensor),
    )


def _patches_in(frame: Frame) -> int:
    rows, columns = (int(length_px) // PATCH_PX for length_px in frame.rgb.shape[:2])
    return rows * columns


def _find(reading: NoiseReading, noise: float, frame: Frame, sensor: Mapping[str, PoissonGaussian]) -> NoiseFindings:
    level = _level(reading.seen, trusted=noise >= NOISE_RATHER_THAN_TEXTURE)
    return NoiseFindings(
        level=level,
        sigma_luma=reading.luma,
        sigma_chroma=reading.chroma,
        visible=_visible(reading, level),
        for_iso=_for_iso(reading, frame) if level != UNCLEAR else None,
        mostly_black=is_mostly_black(frame.thumbnail),
        sensor_snr=sensor["G"].snr(MID_GREY) if "G" in sensor else None,
    )


def _snr(sigma: float) -> float:
    return MID_GREY_SIGMA / max(sigma, 1e-9)


def _value(sigma: float) -> float:
    """Strictly falling: 0.9 at ISO's excellent, 0.5 at its acceptable signal to noise."""
    odds = EXCELLENT_VALUE / (1.0 - EXCELLENT_VALUE)
    power = math.log(odds) / math.log(EXCELLENT_SNR / ACCEPTABLE_SNR)
    return 1.0 / (1.0 + math.pow(ACCEPTABLE_SNR / _snr(sigma), power))


def _level(sigma: float, *, trusted: bool) -> str:
    snr = _snr(sigma)
    if snr >= CLEAN_SNR:
        return CLEAN
    if not trusted:
        return UNCLEAR
    return SLIGHTLY_NOISY if snr >= ACCEPTABLE_SNR else NOISY


def _visible(reading: NoiseReading, level: str) -> Visible | None:
    if level == UNCLEAR:
        return None
    if level == CLEAN:
        return Visible.NO
    return Visible.AT_SCREEN_SIZE if _snr(reading.seen_at_2mp) < CLEAN_SNR else Visible.AT_FULL_SIZE


def _for_iso(reading: NoiseReading, frame: Frame) -> NoiseForIso | None:
    """Only of a camera's own pixels: a preview and a half-size development have lost noise that ISO would explain."""
    if frame.pixel_source is not PixelSource.FULL:
        return None
    height, width = frame.rgb.shape[:2]
    return compare_with_iso(reading.luma_mid_grey, frame.exif.iso, height * width)


def _confidence(reading: NoiseReading, noise: float, source: PixelSource) -> float:
    """A low reading is safe, for texture only adds; a high one has to look like noise."""
    if reading.seen < GRAINLESS_SIGMA:
        return GRAINLESS_SURE * SEEN_THROUGH[source]
    low = float(np.interp(_value(reading.seen), (ACCEPTABLE_VALUE, EXCELLENT_VALUE), (0.0, 1.0)))
    return SURE * max(LEAST_SURE, low, noise) * SEEN_THROUGH[source]


def _is_noise(reading: NoiseReading, *, reduced: bool) -> float:
    """Noise, not texture, in [0, 1]: it is everywhere the same, and even within each patch."""
    alike = float(np.interp(reading.agreement, AGREEING_REDUCED if reduced else AGREEING, (0.0, 1.0)))
    even = float(np.interp(reading.unevenness, UNEVEN, (1.0, 0.0)))
    return min(alike, even) if reduced else 0.5 * (alike + even)


def _evidence(reading: NoiseReading, found: NoiseFindings) -> dict[str, Fact]:
    return {
        "sigma_luma": round(reading.luma, 4),
        "sigma_chroma": round(reading.chroma, 4),
        "sigma_luma_mid_grey": round(reading.luma_mid_grey, 4),
        "sigma_seen": round(reading.seen, 4),
        "sigma_at_2mp": round(reading.seen_at_2mp, 4),
        "sigma_unit": "8-bit code values",
        "visible": None if found.visible is None else str(found.visible),
        "for_iso": None if found.for_iso is None else str(found.for_iso),
        "agreeing_patches": round(reading.agreement, 4),
        "unevenness": round(reading.unevenness, 4),
        "usable_patches": reading.patches,
    }


def _sensor_evidence(sensor: Mapping[str, PoissonGaussian]) -> dict[str, Fact]:
    """Variance = a x + b of each colour of the filter, x and noise as shares of the white level; empty without a RAW."""
    if not sensor:
        return {}
    return {
        "sensor_poisson_a": {colour: float(f"{line.a:.4g}") for colour, line in sensor.items()},
        "sensor_gaussian_b": {colour: float(f"{line.b:.4g}") for colour, line in sensor.items()},
        "sensor_patches": {colour: float(line.patches) for colour, line in sensor.items()},
    }


ASSESSOR = Assessor(
    name="noise",
    version=8,
    assess=assess,
    source="sigma of the smoothest patches (NTIA Sawatch S-Noise; Liu, Tanaka and Okutomi, IEEE TIP 2013), weighed and "
    "graded as ISO 12232 does; of a developed RAW file also the Poisson-Gaussian line of Foi et al. (IEEE TIP 2008); three "
    "levels of ITU-T F.740.4 (09/2023)",
)
