"""Views of a photo are what a camera's next frames may be."""

import cv2
import numpy as np

from scoring.training.embedder.views import another_view


def drawn_photo():
    small = np.random.default_rng(5).integers(30, 220, (12, 18, 3)).astype(np.uint8)
    return cv2.resize(small, (360, 240), interpolation=cv2.INTER_CUBIC)


def likeness(one, other):
    return float(np.corrcoef(one.ravel().astype(float), other.ravel().astype(float))[0, 1])


def test_views_keep_the_shape_and_differ_from_one_another():
    photo, rng = drawn_photo(), np.random.default_rng(0)
    views = [another_view(photo, rng) for _ in range(6)]
    assert {view.shape for view in views} == {photo.shape}
    assert all(view.dtype == np.uint8 for view in views)
    assert max(likeness(one, other) for i, one in enumerate(views) for other in views[:i]) < 0.999


def test_views_of_one_seed_are_the_same():
    one, other = (another_view(drawn_photo(), np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(one, other)


def test_views_without_any_change_of_frame_still_show_the_photo(monkeypatch):
    monkeypatch.setattr("scoring.training.embedder.views.LARGEST_ZOOM", 1.0)
    monkeypatch.setattr("scoring.training.embedder.views.ROLL_SD_DEG", 0.0)
    photo = drawn_photo()
    assert np.median([likeness(photo, another_view(photo, np.random.default_rng(seed))) for seed in range(9)]) > 0.9
