"""What guessing the colour of the light promises."""

import numpy as np
import pytest

from scoring.assessors.colour_cast import estimate_cast
from scoring.assessors.oklab import oklch
from scoring.srgb import SRGB_TO_LINEAR


def cast_of(rgb, gains=(1.0, 1.0, 1.0)):
    linear = np.clip(SRGB_TO_LINEAR[rgb] * np.array(gains, np.float32), 0.0, 1.0)
    return estimate_cast(linear, oklch(linear))


def greys():
    """A grid of grey cards of many tones."""
    cards = np.random.default_rng(1).integers(40, 200, (12, 18, 1), np.uint8)
    return cards.repeat(10, axis=0).repeat(10, axis=1).repeat(3, axis=2)


def one_hue(hue, pale, vivid):
    """A grid of cards of one hue (a unit vector of R, G, B), from pale to vivid."""
    random = np.random.default_rng(2)
    light, chroma = random.uniform(60, 140, (12, 18, 1)), random.uniform(pale, vivid, (12, 18, 1))
    cards = light * (1.0 - chroma) + chroma * light * 1.6 * np.array(hue)
    return np.clip(cards, 0, 255).astype(np.uint8).repeat(10, axis=0).repeat(10, axis=1)


@pytest.mark.parametrize(
    ("gains", "axis"),
    [((1.3, 1.0, 0.75), 1j), ((0.75, 1.0, 1.3), -1j), ((0.85, 1.15, 0.85), -1 + 0j), ((1.15, 0.85, 1.15), 1 + 0j)],
)
def test_cast_of_coloured_light_on_greys_is_agreed_on_and_leans_its_way(gains, axis):
    cast = cast_of(greys(), gains)
    assert cast.strength > 0.02
    assert (cast.lean * axis.conjugate()).real > 0.02
    assert cast.strength == pytest.approx(abs(cast.lean), rel=0.1)


def test_cast_of_greys_in_white_light_is_none():
    cast = cast_of(greys())
    assert cast.strength < 0.001
    assert abs(cast.lean) < 0.001


def test_cast_is_not_claimed_of_leaves_pale_here_and_vivid_there():
    leaves = cast_of(one_hue((0.4, 1.0, 0.3), 0.03, 0.9))
    assert leaves.strength == 0.0
    assert leaves.lean.real < -0.02


def test_cast_is_claimed_of_greys_in_green_light_all_alike():
    assert cast_of(one_hue((0.4, 1.0, 0.3), 0.25, 0.35)).strength > 0.02


def test_cast_leans_further_with_every_step_though_the_sky_clips():
    sky = greys()
    sky[:60] = (90, 150, 235)
    leans = [cast_of(sky, (2.0**-step, 1.0, 2.0**step)).lean.imag for step in np.linspace(0.0, 0.6, 7)]
    assert leans == sorted(set(leans), reverse=True)


@pytest.mark.parametrize("code", [0, 128, 255])
@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 200, 3)])
def test_cast_of_a_plain_frame_is_none_and_finite(code, shape):
    cast = cast_of(np.full(shape, code, np.uint8))
    assert cast.strength == pytest.approx(0.0, abs=1e-3)
    assert np.isfinite(cast.lean)
