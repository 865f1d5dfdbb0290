"""A photo that is cut takes along what the camera said of its places."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from tests.benchmarks.truth.photos import Photo, middle


def photo(*areas):
    return Photo("one", np.zeros((400, 1000, 3), np.uint8), ExifFacts(af_areas=areas, iso=200))


def test_af_area_lies_on_the_same_pixels_of_a_cut_photo():
    cut = middle(photo((0.4, 0.3, 0.5, 0.5)), 200, 500)
    assert cut.rgb.shape == (200, 500, 3)
    assert cut.exif.af_areas == (pytest.approx((0.3, 0.1, 0.5, 0.5)),)
    assert cut.exif.iso == 200


def test_af_area_that_is_cut_off_is_left_out_and_one_at_the_edge_is_cut():
    cut = middle(photo((0.0, 0.4, 0.1, 0.6), (0.7, 0.4, 0.78, 0.6)), 400, 500)
    assert cut.exif.af_areas == (pytest.approx((0.9, 0.4, 1.0, 0.6)),)


def test_photo_that_is_small_enough_stays_as_it_is():
    whole = middle(photo((0.1, 0.2, 0.3, 0.4)))
    assert whole.rgb.shape == (400, 1000, 3)
    assert whole.exif.af_areas == (pytest.approx((0.1, 0.2, 0.3, 0.4)),)
