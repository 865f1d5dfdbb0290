"""YuNet's outputs become faces."""

import numpy as np
import pytest

from scoring.engines.yunet_decode import COLUMNS, STRIDES_PX, decode

WIDTH_PX, HEIGHT_PX = 128, 64


def outputs(*cells):
    """What YuNet says of 128 x 64 pixels when it is sure of these (stride, row, column, confidence, log width) only."""
    said = {}
    for stride in STRIDES_PX:
        count = (HEIGHT_PX // stride) * (WIDTH_PX // stride)
        for name, depth in (("cls", 1), ("obj", 1), ("bbox", 4), ("kps", 10)):
            said[f"{name}_{stride}"] = np.zeros((1, count, depth), np.float32)
    for stride, row, column, confidence, log_width in cells:
        cell = row * (WIDTH_PX // stride) + column
        said[f"cls_{stride}"][0, cell] = confidence**2
        said[f"obj_{stride}"][0, cell] = 1.0
        said[f"bbox_{stride}"][0, cell] = (0.5, 0.25, log_width, 0.0)
        said[f"kps_{stride}"][0, cell] = np.arange(10) / 10
    return said


def test_a_cell_becomes_a_box_five_points_and_a_confidence_in_pixels():
    (face,) = decode(outputs((16, 1, 3, 0.9, np.log(2.0))), WIDTH_PX, 0.5)
    assert len(face) == COLUMNS
    assert face[:4].tolist() == pytest.approx([56 - 16, 20 - 8, 56 + 16, 20 + 8], abs=1e-4)
    assert face[4:6].tolist() == pytest.approx([48.0, 16 + 1.6], abs=1e-4)
    assert face[12:14].tolist() == pytest.approx([48 + 12.8, 16 + 14.4], abs=1e-4)
    assert face[14] == pytest.approx(0.9, abs=1e-4)


def test_unsure_cells_are_no_faces():
    assert decode(outputs((8, 2, 2, 0.6, 0.0)), WIDTH_PX, 0.7).shape == (0, COLUMNS)


def test_two_boxes_of_one_face_are_one_and_the_surer_stays():
    near = outputs((8, 2, 2, 0.8, 1.5), (8, 2, 3, 0.95, 1.5), (32, 1, 3, 0.9, 0.0))
    found = decode(near, WIDTH_PX, 0.5)
    assert found[:, -1].tolist() == pytest.approx([0.95, 0.9], abs=1e-4)


def test_a_huge_box_stays_finite():
    assert np.isfinite(decode(outputs((32, 0, 0, 0.9, 500.0)), WIDTH_PX, 0.5)).all()


def test_confidences_beyond_their_range_are_cut():
    said = outputs((8, 2, 2, 0.9, 0.0))
    said["cls_8"][0, 34], said["obj_8"][0, 34] = 1.2, -0.1
    assert decode(said, WIDTH_PX, 0.5).shape == (0, COLUMNS)
