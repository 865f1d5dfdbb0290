"""Focus tells a subject where one compact thing is sharp, and nothing where all or none is."""

import cv2
import numpy as np
import pytest

from scoring.training.saliency.focused_subject import MASK_PX, focused_subject
from tests.scoring.training.saliency.drawn_focus import focused_photo


def test_the_one_sharp_thing_is_the_subject():
    rgb, disc = focused_photo(np.random.default_rng(1))
    mask = focused_subject(rgb)
    truth = cv2.resize(disc.astype(np.uint8), (MASK_PX, MASK_PX), interpolation=cv2.INTER_AREA)
    assert (mask & truth).sum() > 0.9 * (mask | truth).sum()


def test_same_thing_in_a_picture_of_another_size_is_found():
    rgb, _ = focused_photo(np.random.default_rng(1))
    mask = focused_subject(np.ascontiguousarray(rgb[:, 60:500]))
    assert mask.shape == (MASK_PX, round(MASK_PX * 440 / 512))


@pytest.mark.parametrize("radius", [8, 330])
def test_speck_or_filled_frame_is_no_subject(radius):
    assert focused_subject(focused_photo(np.random.default_rng(1), radius=radius)[0]) is None


def test_sharp_ground_from_side_to_side_is_no_subject():
    rgb, _ = focused_photo(np.random.default_rng(1), radius=0)
    rgb[380:] = np.random.default_rng(2).integers(0, 256, (132, 512, 1), dtype=np.uint8)
    assert focused_subject(rgb) is None


def test_photo_sharp_everywhere_or_nowhere_tells_nothing():
    sharp = np.random.default_rng(0).integers(0, 256, (512, 512, 3), dtype=np.uint8)
    assert focused_subject(sharp) is None
    assert focused_subject(cv2.GaussianBlur(focused_photo(np.random.default_rng(1))[0], (0, 0), 8)) is None
