"""What one photo teaches."""

import cv2
import numpy as np

from scoring.crops.features import NAMES
from scoring.training.crops.lessons import lesson_of


def photo():
    rgb = np.full((160, 160, 3), 130, np.uint8)
    cv2.circle(rgb, (60, 70), 25, (220, 60, 40), -1)
    return rgb


def test_lesson_has_pairs_and_the_photo_alone_and_on_each_canvas():
    lesson = lesson_of(photo(), 2, np.random.default_rng(1))
    assert lesson.better.shape == lesson.worse.shape
    assert lesson.better.shape[1] == len(NAMES)
    assert len(lesson.better) > 20
    assert lesson.photo.shape == lesson.found.shape == (2, len(NAMES))
    assert np.isfinite(lesson.better).all()
    assert np.isfinite(lesson.worse).all()


def test_lesson_depends_on_its_seed_alone():
    one, same, other = (lesson_of(photo(), 1, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert np.array_equal(one.worse, same.worse)
    assert not np.array_equal(one.worse[:5], other.worse[:5])
