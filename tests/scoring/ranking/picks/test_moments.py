"""What a number of keepers is chosen from, and in which order."""

import pytest

from scoring.groups.group import CopyOf, Group, GroupKind
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.moments import UNKNOWN_SCORE, best_first, moment_of, options
from tests.scoring.ranking.picks.made_photos import photo

KEEPER, ALTERNATE, REJECT = Decision.KEEPER, Decision.ALTERNATE, Decision.REJECT_CANDIDATE
BURST = Group(GroupKind.BURST, (0, 1, 2), "3 frames")
BRACKET = Group(GroupKind.BRACKET, (3, 4), "2 exposures")
COPIES = Group(GroupKind.DUPLICATE, (5, 6), "the same picture data", (CopyOf(6, 5, "the same picture data"),))
CHOICES = (
    Choice(0, 0, 2, ALTERNATE, ()),
    Choice(1, 0, 1, KEEPER, ()),
    Choice(2, 0, 3, REJECT, ()),
    Choice(3, 1, None, KEEPER, ()),
    Choice(4, 1, None, KEEPER, ()),
    Choice(5, 2, 1, KEEPER, ()),
    Choice(6, 2, 2, ALTERNATE, ()),
    Choice(7, None, None, KEEPER, ()),
)
SCORES = (90, 40, 99, 30, 60, 50, 50, 80)


def made(scores=SCORES, scenes=range(8)):
    photos = [photo(number, score=score) for number, score in enumerate(scores)]
    return options(photos, [BURST, BRACKET, COPIES], CHOICES, list(scenes))


def of(frames, found):
    return next(option for option in found if option.photos == frames)


def test_reject_candidates_and_copies_cannot_be_chosen():
    assert {frame for option in made() for frame in option.photos} == {0, 1, 3, 4, 5, 7}


def test_a_set_is_one_option_with_its_best_score():
    assert of((3, 4), made()).score == 60


def test_a_keeper_goes_before_an_alternate_of_its_moment_whatever_the_scores():
    assert (of((1,), made()).turn, of((0,), made()).turn) == (0, 1)


def test_a_single_is_a_moment_of_its_own():
    moments = {moment_of(choice, 3) for choice in CHOICES}
    assert moments == {0, 1, 2, 3 + 7}
    assert of((7,), made()).moment == 10


def test_photos_without_a_score_come_after_a_score_of_0():
    found = made(scores=(0, None, 0, None, None, 0, 0, 0))
    assert of((3, 4), found).score == UNKNOWN_SCORE < 0
    assert best_first(found)[-1].photos == (0,)  # a second frame comes after all first ones
    assert {option.photos for option in best_first(found)[-3:-1]} == {(1,), (3, 4)}


def test_first_frames_go_before_second_ones_each_by_score():
    assert [option.photos for option in best_first(made())] == [(7,), (3, 4), (5,), (1,), (0,)]


def test_of_one_scene_only_the_best_moment_opens():
    # The single, the set and the burst show one scene; the copies' picture another.
    scenes = [1, 1, 1, 1, 1, 2, 2, 1]
    assert [option.photos for option in best_first(made(scenes=scenes))] == [(7,), (5,), (3, 4), (1,), (0,)]


def test_equal_scores_go_in_the_order_of_time():
    assert [option.photos for option in best_first(made(scores=[50] * 8))] == [(1,), (3, 4), (5,), (7,), (0,)]


@pytest.mark.parametrize("found", [[], ()])
def test_no_photos_have_no_options(found):
    assert options(found, [], [], []) == []
    assert best_first(found) == []
