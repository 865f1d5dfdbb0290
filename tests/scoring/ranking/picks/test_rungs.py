"""A bracket without EXIF is seen by its even ladder of offsets around a well-exposed frame."""

import pytest

from scoring.ranking.picks.rungs import is_rung
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, light, photo, well_exposed


def row(*evs):
    return [photo(n, exposure=well_exposed(ev) if abs(ev) < 0.9 else light(ev)) for n, ev in enumerate(evs)]


@pytest.mark.parametrize(
    "evs", [(-4, -2, 0, 2, 4), (0, -2, 2), (0, -4, -2, 2, 4), (2, 0, -2), (-2.1, -1.1, 0.0, 1.5, 2.4), (0, -3, 3)]
)
def test_each_frame_of_a_ladder_is_a_rung(evs):
    assert all(is_rung(row(*evs), place) for place in range(len(evs)))


def test_a_ladder_in_a_longer_row_protects_its_own_frames_alone():
    assert [is_rung(row(0.1, 0.1, -3, 0, 3, 0.2), place) for place in range(6)] == [
        False,
        False,
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("evs", [(0, 0.1, -5), (0.2, -5, 0.1), (0, -5), (0, -1, -5), (-4, 0, 1), (0.0, 0.4, 0.8)])
def test_a_row_with_a_mistake_in_it_is_no_ladder(evs):
    assert not any(is_rung(row(*evs), place) for place in range(len(evs)))


def test_a_ladder_without_a_well_exposed_frame_inside_is_none():
    assert not is_rung(row(-5, -3, -1), 0)


def test_frames_that_were_not_judged_are_on_no_ladder():
    assert not is_rung([*row(-2, 0), photo(9, exposure=NOT_JUDGED)], 0)
