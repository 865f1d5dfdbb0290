"""Fine detail tells focus from blur, and is no matter of contrast."""

import cv2
import numpy as np
import pytest

from scoring.training.saliency.fine_detail import fine_detail
from tests.scoring.training.saliency.drawn_focus import focused_photo


def test_detail_lies_where_the_photo_is_in_focus():
    rgb, disc = focused_photo(np.random.default_rng(0))
    detail = fine_detail(rgb)
    assert detail[disc].mean() > 20 * detail[~disc].mean()
    assert 0.0 <= detail.min() <= detail.max() <= 1.0


def test_blurred_edge_of_high_contrast_is_no_detail():
    rgb, disc = focused_photo(np.random.default_rng(0), centre=(130, 130), radius=60)
    rgb[:, 300:] = cv2.GaussianBlur(np.kron([[0, 255], [255, 0]] * 4, np.ones((64, 106))), (0, 0), 6)[..., None]
    detail = fine_detail(rgb)
    assert detail[:, 320:500].mean() < 0.05 * detail[disc].mean()


@pytest.mark.parametrize("rgb", [np.full((64, 64, 3), 99, np.uint8), np.zeros((512, 512, 3), np.uint8)])
def test_picture_without_any_detail_has_none(rgb):
    assert fine_detail(rgb) is None
