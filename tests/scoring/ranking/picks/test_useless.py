"""Frames of a burst that leave nothing to choose, beside one that is as it should be."""

import pytest

from scoring.ranking.picks.readings import readings_of
from scoring.ranking.picks.useless import BEYOND_USE, black, blurred, white
from tests.scoring.ranking.picks import made_photos as made
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, crisp, focus, light, photo, well_exposed


def found(find, one, better):
    return find(*zip((one, better), readings_of((one, better)), strict=True))


def test_a_black_frame_is_none_beside_one_that_is_not_well_exposed():
    dark = photo(1, exposure=made.black())
    assert found(black, dark, photo(2, exposure=well_exposed())) == "nearly black; DSC_0002.JPG is well exposed"
    assert found(black, dark, photo(2, exposure=light(-1.5))) is None
    assert found(black, photo(1, exposure=light(-4.0)), photo(2, exposure=well_exposed())) is None


def test_a_white_frame_is_told_with_how_much_of_it_is_white():
    blown = photo(1, exposure=light(3.3, blown=0.74))
    assert found(white, blown, photo(2, exposure=well_exposed())) == "74 % of it is white; DSC_0002.JPG is well exposed"
    assert found(white, blown, photo(2, exposure=light(1.2))) is None


def small(number, value, **other):
    return photo(number, **{"focus": NOT_JUDGED, "sharpness": crisp(value)} | other)


def test_a_blur_that_a_small_picture_shows_is_told_where_focus_abstains():
    words = "blurred beyond use; DSC_0002.JPG is sharp (30, there 90)"
    assert found(blurred, small(1, 0.3), small(2, 0.9)) == words


@pytest.mark.parametrize(
    ("one", "better"),
    [
        (small(1, 0.3, focus=focus(0.5)), small(2, 0.9)),
        (small(1, BEYOND_USE), small(2, 0.9)),
        (small(1, 0.3), small(2, 0.59)),
        (small(1, 0.4), small(2, 0.65)),
        (small(1, 0.3), small(2, 0.9, exposure=light(-2.5))),
        (small(1, 0.3, exposure=light(-3.5)), small(2, 0.9)),
        (small(1, 0.3), photo(2)),
    ],
)
def test_it_is_not_where_focus_judged_or_the_gap_is_small_or_the_better_frame_is_dark(one, better):
    assert found(blurred, one, better) is None
