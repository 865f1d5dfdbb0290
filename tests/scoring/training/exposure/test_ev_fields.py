"""What drawn fields of light promise."""

import numpy as np
import pytest

from scoring.training.exposure.ev_fields import KINDS, backlight, drawn_field, even, spotlight, vignette

LUMINANCE = np.tile(np.linspace(0.02, 0.9, 48, dtype=np.float32), (32, 1))


@pytest.mark.parametrize("kind", sorted(set(KINDS), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_field_is_finite_and_within_bounds(kind):
    for seed in range(10):
        field = kind(np.random.default_rng(seed), LUMINANCE)
        assert field.shape == LUMINANCE.shape
        assert field.dtype == np.float32
        assert np.abs(field).max() < 6.0


def test_even_light_has_no_field():
    assert not even(np.random.default_rng(0), LUMINANCE).any()


def test_vignette_darkens_the_corners():
    field = vignette(np.random.default_rng(0), LUMINANCE)
    assert field[0, 0] < field[16, 24] - 0.2


def test_backlight_makes_bright_areas_brighter_than_dark_ones():
    for seed in range(10):
        field = backlight(np.random.default_rng(seed), LUMINANCE)
        assert field[:, -1].mean() >= field[:, 0].mean()


def test_backlight_of_a_plain_picture_is_finite():
    assert np.isfinite(backlight(np.random.default_rng(0), np.zeros((32, 48), np.float32))).all()


def test_spotlight_leaves_one_place_lit():
    field = spotlight(np.random.default_rng(3), LUMINANCE)
    assert field.min() < -1.5
    assert field.max() > -1.0


def test_same_seed_draws_the_same_field():
    first, second = (drawn_field(np.random.default_rng(7), LUMINANCE) for _ in range(2))
    np.testing.assert_array_equal(first, second)
