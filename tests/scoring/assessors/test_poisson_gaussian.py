"""What the Poisson-Gaussian fit promises."""

import numpy as np
import pytest

from index.photo.sensor_patches import measure_sites
from scoring.assessors.poisson_gaussian import fit_poisson_gaussian

BLACK, WHITE = 512, 16_383


def scene(seed=0, count=1600):
    """(N, 1, 16, 16) light of patches as photos have them: a third smooth, the others texture or crossed by an edge."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[:16, :16] / 16.0 - 0.5
    level = random.uniform(0.01, 0.6, (count, 1, 1, 1))
    tilt = random.normal(0.0, 0.3, (2, count, 1, 1, 1))
    smooth = level * (1.0 + tilt[0] * x + tilt[1] * y)
    grass = random.normal(0.0, 0.2, (count, 1, 16, 16))
    texture = level * (
        1.0 + 0.5 * (grass + np.roll(grass, 1, 2) + np.roll(grass, 1, 3) + np.roll(grass, (1, 1), (2, 3)))
    )
    edge = level * np.where(x > random.uniform(-0.3, 0.3, (count, 1, 1, 1)), 1.5, 0.7)
    kind = random.integers(0, 3, (count, 1, 1, 1))
    return np.maximum(np.choose(kind, [smooth, texture, edge]), 0.0)


def measured(light, a, b, seed=1):
    noise = np.random.default_rng(seed).standard_normal(light.shape) * np.sqrt(a * light + b)
    codes = np.clip(np.rint(BLACK + (light + noise) * (WHITE - BLACK)), 0, WHITE).astype(np.uint16)
    patches = measure_sites(codes, np.full(light.shape[1], BLACK, np.float32), float(WHITE), "G")
    whole = ~patches.clipped
    return patches.mean[whole], patches.variance[whole], patches.activity[whole]


@pytest.mark.parametrize(("a", "b"), [(2e-5, 4e-7), (1e-4, 2e-6), (1e-3, 2e-5), (4e-3, 1e-4), (1e-5, 4e-6)])
def test_fit_recovers_photon_and_read_noise_among_texture_and_edges(a, b):
    line = fit_poisson_gaussian(*measured(scene(), a, b))
    assert line.a == pytest.approx(a, rel=0.1)
    assert line.b == pytest.approx(b, rel=0.1)


def test_fit_of_pure_photon_noise_has_hardly_any_floor():
    line = fit_poisson_gaussian(*measured(scene(), 1e-3, 0.0))
    assert line.a == pytest.approx(1e-3, rel=0.05)
    assert 0.0 <= line.b < 5e-6


def test_fit_is_not_led_astray_by_highlights_that_clip():
    light = 1.8 * scene()
    line = fit_poisson_gaussian(*measured(light, 1e-3, 2e-5))
    assert line.a == pytest.approx(1e-3, rel=0.1)


def test_fit_tells_the_signal_to_noise_of_a_level():
    line = fit_poisson_gaussian(*measured(scene(), 1e-3, 2e-5))
    assert line.snr(0.18) == pytest.approx(0.18 / (1e-3 * 0.18 + 2e-5) ** 0.5, rel=0.03)


def test_fit_says_nothing_of_a_picture_of_one_tone():
    assert fit_poisson_gaussian(*measured(np.full((400, 1, 16, 16), 0.3), 1e-3, 2e-5)) is None


def test_fit_says_nothing_of_few_patches():
    assert fit_poisson_gaussian(*measured(scene(count=30), 1e-3, 2e-5)) is None


def test_fit_says_nothing_of_a_drawn_picture_without_noise():
    assert fit_poisson_gaussian(*measured(np.full((400, 1, 16, 16), 0.3), 0.0, 0.0)) is None
