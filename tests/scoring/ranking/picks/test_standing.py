"""Standing within a group: robust, shrunk to the usual spread, and nothing but the profile's shares weighs factors."""

import pytest

from scoring.ranking.picks.readings import FACTORS
from scoring.ranking.picks.standing import FARTHEST, spread_of, standard_scores, standings

SHARPNESS, EYES = FACTORS["sharpness"], FACTORS["eyes"]


@pytest.mark.parametrize("values", [[0.1, 0.9], [0.1, 0.5, 0.9]])
def test_so_few_frames_are_compared_by_the_usual_spread(values):
    assert spread_of(values, SHARPNESS) == pytest.approx(SHARPNESS.usual_spread)


def test_the_more_frames_the_more_their_own_spread_counts():
    few, many = spread_of([0.3, 0.7] * 2, SHARPNESS), spread_of([0.3, 0.7] * 20, SHARPNESS)
    assert SHARPNESS.usual_spread < few < many < 1.4826 * 0.2


def test_one_very_bad_frame_does_not_make_the_others_alike():
    good = [{"sharpness": value} for value in (0.80, 0.78, 0.76, 0.60, 0.62)]
    scores = standard_scores([*good, {"sharpness": 0.0}], SHARPNESS)
    assert scores[-1] == -FARTHEST
    assert scores[0] - scores[3] > 0.8


def test_open_and_closed_are_facts_that_no_majority_changes():
    half, few = ([{"eyes": value} for value in values] for values in ([1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 0]))
    gaps = [scores[0] - scores[-1] for scores in (standard_scores(half, EYES), standard_scores(few, EYES))]
    assert min(gaps) >= FARTHEST


def test_what_takes_no_part_stands_in_the_middle():
    scores = standard_scores([{"exposure": 0.0}, {"exposure": -1.0}, {}, {"exposure": -0.5}], FACTORS["exposure"])
    assert scores[2] == 0.0
    assert scores[0] > 0.0 > scores[1]


def test_a_share_of_nought_leaves_a_factor_out():
    readings = [{"rating": 9.0, "exposure": -1.0}, {"rating": 1.0, "exposure": 0.0}]
    by_rating, by_exposure = standings(readings, {"rating": 1.0}), standings(readings, {"exposure": 1.0})
    assert by_rating[0] > by_rating[1]
    assert by_exposure[0] < by_exposure[1]
