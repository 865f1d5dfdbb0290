"""Ties are told as sets around a leader, never as chains."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.ranking.picks.readings import FACTORS
from scoring.ranking.picks.ties import gaps, tied_sets

STEP = FACTORS["sharpness"].least_gap


def sharp(*steps):
    return [{"sharpness": 0.9 - step * STEP} for step in steps]


def order(readings):
    return sorted(range(len(readings)), key=lambda index: -readings[index].get("sharpness", 0.0))


def test_a_gap_below_what_repeats_is_none():
    one, nearly, clearly = sharp(0.0, 0.9, 1.1)
    assert gaps(one, nearly) == {}
    assert set(gaps(one, clearly)) == {"sharpness"}
    assert gaps(clearly, one)["sharpness"] == -gaps(one, clearly)["sharpness"]


def test_a_chain_is_cut_at_what_differs_from_the_leader():
    readings = sharp(0.0, 0.7, 1.4)
    assert tied_sets(readings, order(readings)) == [[0, 1], [2]]


def test_the_next_set_has_a_leader_of_its_own():
    readings = sharp(3.0, 0.0, 2.5, 0.5)
    assert tied_sets(readings, order(readings)) == [[1, 3], [2, 0]]


def test_frames_of_which_nothing_is_known_tie_in_the_order_they_were_given():
    assert tied_sets([{}, {}, {}], [0, 1, 2]) == [[0, 1, 2]]


def test_a_clearly_lower_rating_parts_a_tie_and_one_point_does_not():
    rated = [{"rating": 8.0}, {"rating": 6.9}, {"rating": 7.1}]
    assert tied_sets(rated, [0, 1, 2]) == [[0, 2], [1]]


def test_the_frame_that_is_rated_clearly_higher_leads_those_it_ties_with():
    rated = [{"rating": 5.0}, {"rating": 5.5}, {"rating": 7.0}]
    assert tied_sets(rated, [0, 1, 2]) == [[2], [0, 1]]


def test_a_rating_never_goes_before_what_was_measured():
    sharp_one, soft_one = {"sharpness": 0.9, "rating": 4.0}, {"sharpness": 0.5, "rating": 9.0}
    assert tied_sets([sharp_one, soft_one], [0, 1]) == [[0], [1]]


@given(st.lists(st.floats(0, 8), min_size=1, max_size=9))
def test_every_frame_is_in_one_set_and_ties_with_its_leader(steps):
    readings = sharp(*steps)
    sets = tied_sets(readings, order(readings))
    assert sorted(index for tied in sets for index in tied) == list(range(len(steps)))
    assert all(not gaps(readings[tied[0]], readings[index]) for tied in sets for index in tied)
