"""The 256 colours that suit one photo."""

from __future__ import annotations

import numpy as np

from assist_cli.pictures.adaptive_palette import in_own_palette


def test_few_colours_are_kept_as_they_are():
    rgb = np.zeros((60, 90, 3), np.uint8)
    rgb[:, 30:] = (200, 30, 20)
    numbers, palette = in_own_palette(rgb)
    assert np.abs(palette[numbers].astype(int) - rgb).max() <= 8


def test_gradient_has_no_steps():
    ramp = np.repeat(np.linspace(60, 90, 900)[None], 40, axis=0)
    rgb = np.rint(np.repeat(ramp[..., None], 3, axis=2)).astype(np.uint8)
    numbers, palette = in_own_palette(rgb)
    means = palette[numbers][..., 0].astype(float).reshape(40, 90, 10).mean(axis=(0, 2))
    assert np.abs(np.diff(means)).max() < 4


def test_numbers_name_colours_that_there_are():
    numbers, palette = in_own_palette(np.random.default_rng(1).integers(0, 255, (50, 50, 3), np.uint8))
    assert palette.shape[1] == 3
    assert numbers.max() < len(palette) <= 256
