"""Photos to draw on, and how colours look to people with another colour vision."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessment import Assessment
from scoring.frame import Frame
from scoring.srgb import SRGB_TO_LINEAR

COLOUR_VISION = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""Machado, Oliveira and Fernandes, IEEE TVCG 2009: severity 1.0, on linear RGB."""


def frame_of(rgb):
    return Frame(np.ascontiguousarray(rgb), (rgb.shape[1], rgb.shape[0]), ExifFacts())


@pytest.fixture
def garden() -> Frame:
    """A sky over a textured meadow, 1200 x 800, with a bright disc that is blown and a black corner."""
    rng = np.random.default_rng(5)
    rgb = np.empty((800, 1200, 3), np.uint8)
    rgb[:400] = (120, 150, 200)
    rgb[400:] = rng.integers(40, 160, (400, 1200, 1)) * np.array([0.6, 1.0, 0.4])
    cv2.circle(rgb, (900, 200), 100, (255, 255, 255), -1)
    rgb[700:, :200] = 0
    return frame_of(rgb)


@pytest.fixture
def said() -> Assessment:
    """A verdict without evidence."""
    return Assessment(0.8, 0.7, "fair", ("It is fair.", "And this is why."))


@pytest.fixture(params=sorted(COLOUR_VISION))
def seen_lab(request):
    """(n, 3) uint8 sRGB -> (n, 3) CIELAB as people with this colour vision see it."""
    matrix = np.asarray(COLOUR_VISION[request.param])

    def seen(colours):
        linear = np.clip(SRGB_TO_LINEAR[np.asarray(colours, np.uint8)] @ matrix.T, 0.0, 1.0)
        encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
        return cv2.cvtColor(encoded[None].astype(np.float32), cv2.COLOR_RGB2LAB)[0]

    return seen
