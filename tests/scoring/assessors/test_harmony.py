"""What looking for a harmony template promises."""

import numpy as np
import pytest

from scoring.assessors.harmony import TEMPLATES, TONES, fit_harmony


def hues(*colours, spread_deg=3):
    """(6, 360): colours as (hue in degrees, the tones that have it, how much), each a few degrees wide."""
    by_tone = np.zeros((TONES, 360))
    for hue_deg, tones, amount in colours:
        for tone in tones:
            by_tone[tone, np.arange(hue_deg - spread_deg, hue_deg + spread_deg + 1) % 360] += amount
    return by_tone


ALL = range(TONES)


@pytest.mark.parametrize("hue_deg", [0, 40, 145, 355])
def test_harmony_of_one_hue_in_light_and_shade_is_the_narrow_template(hue_deg):
    harmony = fit_harmony(hues((hue_deg, ALL, 1.0)))
    assert harmony.template == "i"
    assert abs((harmony.rotation_deg - hue_deg + 180.0) % 360.0 - 180.0) <= 9.0
    assert harmony.residual_deg == pytest.approx(0.0, abs=0.1)


def test_harmony_of_two_opposite_hues_in_every_tone_is_the_double_one():
    harmony = fit_harmony(hues((70, ALL, 1.0), (250, ALL, 0.8)))
    assert harmony.template == "I"
    assert min(abs(harmony.rotation_deg - 70.0), abs(harmony.rotation_deg - 250.0)) <= 9.0


def test_harmony_of_two_hues_that_each_tone_has_one_of_is_chance():
    assert fit_harmony(hues((70, [0], 1.0), (250, [5], 1.0))) is None


def test_harmony_of_hues_all_around_is_none():
    assert fit_harmony(np.ones((TONES, 360))) is None


def test_harmony_of_hues_at_random_is_none():
    random = np.random.default_rng(4)
    found = [fit_harmony(hues(*((int(random.integers(360)), [tone], 1.0) for tone in ALL))) for _ in range(60)]
    assert sum(harmony is not None for harmony in found) <= 3


def test_harmony_with_an_empty_sector_is_not_named():
    harmony = fit_harmony(hues((40, ALL, 1.0), (220, ALL, 0.02)))
    assert harmony is None or harmony.template == "i"


def test_harmony_of_no_colour_is_none():
    assert fit_harmony(np.zeros((TONES, 360))) is None


def test_harmony_is_the_same_on_every_run_and_knows_seven_templates():
    picture = hues((70, ALL, 1.0), (250, ALL, 0.8))
    assert fit_harmony(picture) == fit_harmony(picture)
    assert "".join(TEMPLATES) == "iIVLYTX"
