"""The noise of the photosites themselves, colour by colour, where a RAW file was developed."""

from __future__ import annotations

import numpy as np

from index.photo.sensor_patches import SensorPatches
from scoring.assessors.poisson_gaussian import PoissonGaussian, fit_poisson_gaussian


def fit_sensor(sensor: SensorPatches) -> dict[str, PoissonGaussian]:
    """The line of each colour of the filter, by its letter ("R", "G", "B"); both greens make one.

    Colours whose patches are clipped, textured, or all of one tone are left out.
    """
    lines = {colour: _fit(sensor, colour) for colour in sorted(set(sensor.colours))}
    return {colour: line for colour, line in lines.items() if line is not None}


def _fit(sensor: SensorPatches, colour: str) -> PoissonGaussian | None:
    sites = [site for site, letter in enumerate(sensor.colours) if letter == colour]
    whole = ~sensor.clipped[:, sites]
    mean, variance, activity = (
        np.asarray(one[:, sites][whole]) for one in (sensor.mean, sensor.variance, sensor.activity)
    )
    return fit_poisson_gaussian(mean, variance, activity)
