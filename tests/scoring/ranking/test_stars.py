"""Stars of a score."""

import pytest

from scoring.ranking.stars import printed_score, star_count


@pytest.mark.parametrize(
    ("score", "count"), [(0, 1), (29, 1), (30, 2), (49, 2), (50, 3), (69, 3), (70, 4), (89, 4), (90, 5), (100, 5)]
)
def test_every_photo_has_one_to_five_stars(score, count):
    assert star_count(score) == count


@pytest.mark.parametrize("score", [29.6, 49.9, 89.88, 90.2, 89.4])
def test_stars_come_from_the_number_that_is_printed(score):
    assert star_count(score) == star_count(printed_score(score))
