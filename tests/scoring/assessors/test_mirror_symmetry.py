"""A mirror is told from what any two halves of a picture have in common."""

import numpy as np
import pytest

from scoring.assessors.mirror_symmetry import mirror_symmetry
from tests.scoring.assessors import drawn_scenes as drawn


@pytest.mark.parametrize("seed", [3, 4, 5, 6])
def test_mirrored_picture_is_symmetric_with_its_axis_in_the_middle(seed):
    symmetry = mirror_symmetry(drawn.mirrored(seed))
    assert symmetry.strength > 0.9
    assert symmetry.correlation == pytest.approx(1.0, abs=0.02)
    assert symmetry.axis == pytest.approx(0.5)


def test_axis_may_lie_a_little_off_the_middle_and_is_told():
    symmetry = mirror_symmetry(drawn.mirrored()[:, 36:])
    assert symmetry.strength > 0.5
    assert symmetry.axis == pytest.approx(264 / 564, abs=0.02)


def test_repeated_half_is_no_mirror():
    half = drawn.clouds(3)[:, :300]
    assert mirror_symmetry(np.hstack([half, half])).strength < 0.2


@pytest.mark.parametrize(
    "luma",
    [drawn.plain(), drawn.gradient(90), drawn.gradient(0), drawn.sea(), drawn.noise(), drawn.ruled(0)],
    ids=["plain", "sky", "side light", "sea", "noise", "level lines"],
)
def test_what_mirrors_itself_however_it_is_shuffled_is_not_symmetric(luma):
    assert mirror_symmetry(luma).strength == 0.0


def test_unlike_halves_are_not_symmetric():
    assert [mirror_symmetry(drawn.clouds(seed)).strength for seed in range(8)] == [0.0] * 8


def test_small_thing_in_the_middle_does_not_make_a_mirror_of_the_picture():
    assert mirror_symmetry(drawn.disc(radius=30)).strength < 0.5


def test_symmetric_thing_off_the_middle_does_not_count():
    assert mirror_symmetry(drawn.disc(radius=90, centre=(160, 200))).strength < 0.2


def test_chance_is_told_beside_the_correlation():
    symmetry = mirror_symmetry(drawn.clouds(2))
    assert -1.0 <= symmetry.correlation <= 1.0
    assert 0.0 < symmetry.by_chance < 1.0


def test_symmetry_is_the_same_on_every_run():
    assert mirror_symmetry(drawn.clouds(7)) == mirror_symmetry(drawn.clouds(7))
