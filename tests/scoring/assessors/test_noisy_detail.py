"""Noise that hides fine detail."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.noisy_detail import is_noisy, noise_rms
from scoring.frame import Frame


def detail_of(sigma):
    plain = cv2.circle(np.full((800, 1200, 3), 128.0), (600, 400), 200, (80, 80, 80), -1)
    noisy = plain + np.random.default_rng(1).normal(0, sigma, (800, 1200, 1))
    return Frame(np.clip(noisy, 0, 255).astype(np.uint8), (1200, 800), ExifFacts()).detail


@pytest.mark.parametrize(("sigma", "noisy"), [(1, False), (10, True)])
def test_noise_is_strong_from_some_codes_on(sigma, noisy):
    assert is_noisy(detail_of(sigma)) is noisy


def test_noise_rms_grows_with_the_noise():
    found = [noise_rms(detail_of(sigma)) for sigma in (1, 4, 10)]
    assert found == sorted(set(found))
