"""Colour scales that everybody can read."""

import numpy as np
import pytest

from scoring.overlays.clipping import MARKS
from scoring.overlays.colour_scales import NOISE_SCALE, SHARPNESS_SCALE, coloured

JUST_SEEN = 2.3
"""A just noticeable difference in CIELAB (Mahy et al. 1994)."""


@pytest.mark.parametrize("scale", [SHARPNESS_SCALE, NOISE_SCALE], ids=["sharpness", "noise"])
def test_eight_steps_of_a_scale_are_told_apart_with_any_colour_vision(scale, seen_lab):
    steps = seen_lab(scale[::32])
    assert np.linalg.norm(np.diff(steps, axis=0), axis=1).min() > 2 * JUST_SEEN


@pytest.mark.parametrize("scale", [SHARPNESS_SCALE, NOISE_SCALE], ids=["sharpness", "noise"])
def test_a_scale_reads_in_grey(scale, seen_lab):
    assert np.diff(seen_lab(scale[::16])[:, 0]).min() > 0


def test_the_marks_of_clipping_are_far_apart_with_any_colour_vision(seen_lab):
    seen = seen_lab([pattern.ground for _meaning, pattern in MARKS])
    distances = [np.linalg.norm(seen[i] - seen[j]) for i in range(3) for j in range(i)]
    assert min(distances) > 10 * JUST_SEEN


def test_values_beyond_a_scale_take_its_ends():
    drawn = coloured(np.array([[-1.0, 0.0, 1.0, 7.0]]), SHARPNESS_SCALE)
    assert (drawn[0, 0] == drawn[0, 1]).all()
    assert (drawn[0, 2] == drawn[0, 3]).all()
    assert (drawn[0, 1] == SHARPNESS_SCALE[0]).all()
