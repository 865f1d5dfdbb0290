"""Where one glance lies in another, to a twenty-fourth of the frame."""

import numpy as np
import pytest

from scoring.groups.outline import LONG_EDGE_PX, Outline
from scoring.groups.rough_shift import rough_shift, rough_shift_and_zoom, rough_sweep, stays
from tests.scoring.groups.made_shoot import scene, view

STEP_PX = LONG_EDGE_PX / 24
"""One coarse pixel, in fine ones."""
FLAT = np.full((43, 64), 90, np.uint8)


def outlines(one, other, seed=1):
    """Two frames of one scene, `left`, `top` and `width` of each."""
    return Outline(view(scene(seed), **one)), Outline(view(scene(seed), **other))


def shift_px(matrix):
    """Of the second frame's centre."""
    return matrix @ [(LONG_EDGE_PX - 1) / 2, (27 - 1) / 2, 1] - [(LONG_EDGE_PX - 1) / 2, (27 - 1) / 2]


@pytest.mark.parametrize(("right", "down"), [(0.0, 0.0), (0.1, 0.0), (-0.1, 0.0), (0.0, 0.1), (-0.06, 0.08)])
def test_a_shift_by_up_to_a_fifth_is_found(right, down):
    # `left` and `top` are shares of the scene; a frame sees .6 of its width.
    pair = outlines({"left": 0.2, "top": 0.2}, {"left": 0.2 + right, "top": 0.2 + down})
    expected = np.array([right * 160, down * 120]) / (0.6 * 160) * LONG_EDGE_PX
    assert np.abs(shift_px(rough_shift(*pair)) - expected).max() <= STEP_PX
    assert rough_shift(*pair)[0, 0] == pytest.approx(1.0)


@pytest.mark.parametrize("width", [0.6 * 0.75, 0.6 * 0.9, 0.6, 0.6 / 0.9])
def test_a_zoom_is_found_with_its_shift(width):
    # About the middle of what the first sees: 43 of 64 of its width is its height, and the scene is 160 by 120.
    top = 0.2 + (0.6 - width) / 2 * (160 * 43) / (120 * 64)
    pair = outlines({"left": 0.2, "top": 0.2}, {"left": 0.2 + (0.6 - width) / 2, "top": top, "width": width})
    matrix = rough_shift_and_zoom(*pair)
    assert matrix[0, 0] == pytest.approx(width / 0.6, rel=0.05)
    assert np.abs(shift_px(matrix)).max() <= 2 * STEP_PX


@pytest.mark.parametrize("right", [-0.4, -0.25, 0.25, 0.4])
def test_a_sweep_finds_frames_that_share_only_their_edges(right):
    pair = outlines({"left": 0.4 if right < 0 else 0.0}, {"left": 0.4 + right if right < 0 else right})
    assert shift_px(rough_sweep(*pair))[0] == pytest.approx(right / 0.6 * LONG_EDGE_PX, abs=STEP_PX)


def test_a_coincidence_of_few_pixels_is_not_believed():
    found = [shift_px(rough_sweep(Outline(view(scene(seed))), Outline(view(scene(seed + 50))))) for seed in range(20)]
    # At least .3 of the frame overlap: a shift along both axes of more than .7 would leave less.
    assert all(abs(right) <= 0.7 * LONG_EDGE_PX + STEP_PX and abs(down) <= 0.7 * 27 + STEP_PX for right, down in found)


def test_a_camera_that_hardly_moved_stays():
    assert stays(*outlines({"left": 0.2}, {"left": 0.2}))
    assert stays(*outlines({"left": 0.2}, {"left": 0.23}))
    assert not stays(*outlines({"left": 0.2}, {"left": 0.29}))


def test_another_scene_does_not_stay():
    assert not any(stays(Outline(view(scene(seed))), Outline(view(scene(seed + 50)))) for seed in range(20))


@pytest.mark.parametrize("search", [rough_shift, rough_shift_and_zoom, rough_sweep])
@pytest.mark.parametrize("shape", [(43, 64), (64, 43), (1, 64), (64, 1), (1, 1)])
def test_flat_frames_and_frames_of_other_shapes_lie_somewhere(search, shape):
    for one, other in ((FLAT, np.zeros(shape, np.uint8)), (np.zeros(shape, np.uint8), view(scene(1)))):
        assert np.isfinite(search(Outline(one), Outline(other))).all()


def test_flat_frames_do_not_stay():
    assert not stays(Outline(FLAT), Outline(FLAT))
