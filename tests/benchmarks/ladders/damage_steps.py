"""Sensor noise and JPEG compression, as cameras and phones make them."""

from __future__ import annotations

import cv2
import numpy as np

from tests.benchmarks.ladders.ladder import U8, Ladder
from tests.benchmarks.ladders.light_steps import linear
from tests.shoot.camera import developed, with_sensor_noise

SEED = 20
NOISE_QUALITY = 95
"""Cameras compress their noise; 95 is near their finest setting."""


def noisy(rgb: U8, grain: float) -> U8:
    """Poisson-Gaussian noise in linear light (Foi et al. 2008), then a fine JPEG."""
    if not grain:
        return rgb
    return compressed(developed(with_sensor_noise(linear(rgb), np.random.default_rng(SEED), grain)), NOISE_QUALITY)


def compressed(rgb: U8, quality: float) -> U8:
    """Encoded as a JPEG of this quality and decoded again."""
    bgr = cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)
    _, data = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, round(quality)])
    return np.asarray(cv2.cvtColor(cv2.imdecode(data, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB), np.uint8)


NOISE = Ladder("noise", (0, 0.01, 0.02, 0.04, 0.08, 0.16), "grain", noisy, "noise", "value", -1)
JPEG = Ladder("JPEG", (95, 75, 60, 40, 25, 15, 8), "quality", compressed, "artefacts", "value", 1)
