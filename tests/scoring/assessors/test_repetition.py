"""Only what comes back at even steps all over the frame is a pattern."""

import numpy as np
import pytest

from scoring.assessors.repetition import find_repetition
from tests.scoring.assessors import drawn_scenes as drawn


@pytest.mark.parametrize(
    "luma",
    [drawn.tiles(), drawn.tiles(70, 60), drawn.tiles(36, 40), drawn.stripes(), drawn.stripes(80)],
    ids=["tiles", "large tiles", "small tiles", "stripes", "wide stripes"],
)
def test_even_motifs_are_a_pattern(luma):
    assert find_repetition(luma).strength > 0.8


def test_uneven_light_does_not_hide_a_pattern():
    lit = drawn.tiles() * np.linspace(0.25, 1.0, 600)
    assert find_repetition(lit.astype(np.uint8)).strength > 0.8


def test_step_of_the_pattern_is_told():
    across, down = find_repetition(drawn.stripes(60)).step
    assert abs(across) == pytest.approx(0.1, abs=0.02) or abs(across) == pytest.approx(0.2, abs=0.02)
    assert -1.0 < down < 1.0


@pytest.mark.parametrize(
    "luma",
    [
        drawn.plain(),
        drawn.gradient(),
        drawn.noise(),
        drawn.sea(),
        drawn.disc(),
        drawn.mountain(),
        drawn.strokes((0, 200, 599, 200)),
        drawn.strokes((200, 0, 200, 399), (400, 0, 400, 399)),
    ],
    ids=["plain", "sky", "noise", "sea", "disc", "mountain", "one line", "two posts"],
)
def test_anything_else_is_none(luma):
    repetition = find_repetition(luma)
    assert (repetition.strength, repetition.step) == (0.0, None)


def test_uneven_masses_are_no_pattern():
    assert max(find_repetition(drawn.clouds(seed, sigma=5)).strength for seed in range(8)) == 0.0


def test_motifs_in_a_corner_alone_are_no_pattern():
    corner = drawn.plain()
    corner[:130, :200] = drawn.tiles(30, 24)[:130, :200]
    assert find_repetition(corner).strength == 0.0
