"""The face detector takes pictures of any size."""

import numpy as np
import pytest

from scoring.engines.yunet import FIXED_EDGE, YuNet, padded, with_free_size
from tests.scoring.made_face import YUNET, needs_weights


def test_a_picture_becomes_bgr_on_a_black_ground_of_whole_cells():
    rgb = np.zeros((33, 40, 3), np.uint8)
    rgb[..., 0], rgb[..., 2] = 200, 7
    batch = padded(rgb)
    assert batch.shape == (1, 3, 64, 64)
    assert batch[0, :, 32, 39].tolist() == [7.0, 0.0, 200.0]
    assert not batch[0, :, 33:].any()
    assert not batch[0, :, :, 40:].any()


def test_both_fixed_edges_are_freed_and_nothing_else_changes():
    freed = with_free_size(b"before" + FIXED_EDGE * 2 + b"after")
    assert freed.startswith(b"before")
    assert freed.endswith(b"after")
    assert len(freed) == len(b"before" + FIXED_EDGE * 2 + b"after")
    assert FIXED_EDGE not in freed


def test_another_network_is_refused():
    with pytest.raises(ValueError, match="640"):
        with_free_size(b"another network")


@needs_weights
@pytest.mark.parametrize("size_px", [(1, 1), (1, 512), (512, 1), (347, 520), (640, 640)])
@pytest.mark.parametrize("code", [0, 128, 255])
def test_the_real_detector_sees_no_face_in_a_blank_picture(size_px, code, capfd):
    found = YuNet(YUNET.read_bytes()).find(np.full((*size_px, 3), code, np.uint8), 0.5)
    assert found.shape == (0, 15)
    assert capfd.readouterr().err == ""
