"""The structure of a glance, without its brightness."""

import numpy as np
import pytest

from scoring.groups.outline import COARSE_LONG_EDGE_PX, FFT_PX, LONG_EDGE_PX, ZOOMS, Outline, structure
from tests.scoring.groups.made_shoot import brighter, scene, view


def alike(one, other):
    """Correlation of two structures."""
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


@pytest.mark.parametrize("shape", [(43, 64), (64, 43), (64, 64), (1, 64), (64, 1), (1, 1)])
def test_copies_have_the_glances_own_proportions_and_never_vanish(shape):
    outline = Outline(np.random.default_rng(0).integers(0, 256, shape, np.uint8))
    for picture, long_edge_px in ((outline.fine, LONG_EDGE_PX), (outline.coarse, COARSE_LONG_EDGE_PX)):
        assert max(picture.shape) == long_edge_px
        short_px = max(4, round(long_edge_px * min(shape) / max(shape)))
        assert min(picture.shape) == short_px
        assert (picture.shape[0] >= picture.shape[1]) == (shape[0] >= shape[1])


@pytest.mark.parametrize("ev", [-2.0, -1.0, 1.0])
def test_structure_is_nearly_blind_to_exposure(ev):
    grey = view(scene(4))
    assert alike(Outline(grey).fine, Outline(brighter(grey, ev)).fine) > 0.9


def test_structure_of_different_scenes_is_not_alike():
    assert abs(alike(Outline(view(scene(4))).fine, Outline(view(scene(5))).fine)) < 0.3


def test_a_flat_picture_has_no_structure():
    assert np.abs(Outline(np.full((43, 64), 130, np.uint8)).fine).max() < 1e-3


def test_grain_of_a_level_or_two_is_hardly_structure():
    grain = np.random.default_rng(1).integers(129, 132, (43, 64)).astype(np.float32)
    assert np.abs(structure(grain)).mean() < 0.25 < np.abs(structure(100 * grain)).mean()


def test_slopes_foretell_how_the_picture_changes_by_a_shift():
    # Smooth, so that a small shift changes it by about its slope.
    x = np.arange(64)
    grey = np.round(128 + 90 * np.sin(x / 6)[None, :] * np.cos(np.arange(43) / 6)[:, None]).astype(np.uint8)
    outline = Outline(grey)
    slopes, _ = outline.slopes
    height, width = outline.fine.shape
    right, down = slopes[2].reshape(height, width), slopes[3].reshape(height, width)
    changed_right = (np.roll(outline.fine, -1, axis=1) - np.roll(outline.fine, 1, axis=1)) / 2
    changed_down = (np.roll(outline.fine, -1, axis=0) - np.roll(outline.fine, 1, axis=0)) / 2
    inside = (slice(2, -2), slice(2, -2))
    assert alike(right[inside], changed_right[inside]) > 0.97
    assert alike(down[inside], changed_down[inside]) > 0.97


def test_the_square_of_the_slopes_is_invertible_even_where_there_are_none():
    for grey in (np.full((43, 64), 90, np.uint8), view(scene(4))):
        slopes, inverse = Outline(grey).slopes
        assert slopes.shape[0] == 4
        assert np.isfinite(inverse).all()


def test_spectra_are_those_of_ever_smaller_copies_of_one_energy():
    outline = Outline(view(scene(4)))
    assert [max(size) for size in outline.sizes_px] == [round(COARSE_LONG_EDGE_PX * zoom) for zoom in ZOOMS]
    pictures = np.fft.irfft2(outline.spectra, (FFT_PX, FFT_PX))
    for picture, (height, width) in zip(pictures, outline.sizes_px, strict=True):
        assert (picture[:height, :width] ** 2).mean() == pytest.approx(1.0, abs=0.01)
        assert np.abs(picture[height:]).max() < 1e-5
        assert np.abs(picture[:, width:]).max() < 1e-5
