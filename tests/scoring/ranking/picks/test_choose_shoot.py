"""Choosing for a whole shoot: coverage before quality, sets whole, and a number asked for is no fault of a photo."""

import pytest

from scoring.groups.group import CopyOf, Group, GroupKind
from scoring.ranking.picks.choice import Decision
from scoring.ranking.picks.choose_shoot import Shoot, choose_shoot
from scoring.ranking.picks.decide import decide
from scoring.ranking.picks.keep import Keep, parse_keep
from scoring.ranking.profile import load_profile
from tests.scoring.ranking.picks.made_photos import crisp, focus, sharp, soft

KEEPER, ALTERNATE, REJECT = Decision.KEEPER, Decision.ALTERNATE, Decision.REJECT_CANDIDATE


def second_best(number, **other):
    return sharp(number, focus=focus(0.33), sharpness=crisp(0.5), **other)


@pytest.fixture
def shoot():
    """A burst of three (one soft), a second burst of two, a bracket of three, a pair of equal files, and two singles."""
    photos = [
        sharp(0, score=90),
        second_best(1, score=80),
        soft(2, score=10),
        sharp(3, score=60),
        second_best(4, score=55),
        *(sharp(number, score=50) for number in (5, 6, 7)),
        sharp(8, score=40, asset_id="same"),
        sharp(9, score=40, asset_id="same"),
        sharp(10, score=30),
        sharp(11, score=20),
    ]
    groups = [
        Group(GroupKind.BURST, (0, 1, 2), ""),
        Group(GroupKind.BURST, (3, 4), ""),
        Group(GroupKind.BRACKET, (5, 6, 7), ""),
        Group(GroupKind.DUPLICATE, (8, 9), "", (CopyOf(9, 8, "the same picture data"),)),
    ]
    return Shoot(photos, groups, decide(photos, groups, load_profile()))


def kept(chosen):
    return [choice.photo for choice in chosen.choices if choice.decision is KEEPER]


def test_every_moment_gets_its_first_frame_before_any_gets_its_second(shoot):
    chosen = choose_shoot(shoot, Keep(6))
    assert kept(chosen) == [0, 3, 5, 6, 7, 8, 10, 11]
    assert (chosen.asked, chosen.kept, chosen.photos) == (6, 6, 8)
    assert (chosen.moments, chosen.covered) == (6, 6)


def test_second_frames_come_next_the_higher_score_first(shoot):
    chosen = choose_shoot(shoot, Keep(7))
    assert 1 in kept(chosen)
    assert 4 not in kept(chosen)
    assert chosen.choices[1].reasons[0] == "frame 2 of its moment among the 7 asked for"
    assert chosen.choices[4].reasons[-1] == "not among the 7 asked for: its moment is shown by DSC_0003.JPG"


def test_fewer_than_there_are_moments_keeps_those_that_scored_highest(shoot):
    chosen = choose_shoot(shoot, Keep(2))
    assert kept(chosen) == [0, 3]
    assert chosen.choices[10].decision is ALTERNATE
    assert chosen.choices[10].reasons == (
        "not among the 2 asked for: the moments kept scored higher",
        "the only frame of its moment",
    )
    assert (chosen.moments, chosen.covered) == (6, 2)


def test_of_one_asked_for_words_are_singular(shoot):
    chosen = choose_shoot(shoot, Keep(1))
    assert chosen.choices[10].reasons[0] == "not the one asked for: the moment kept scored higher"


def test_a_set_counts_as_one_and_is_kept_or_left_whole(shoot):
    with_set, without = choose_shoot(shoot, Keep(3)), choose_shoot(shoot, Keep(2))
    assert kept(with_set) == [0, 3, 5, 6, 7]
    assert with_set.choices[6].reasons[-1] == "the whole set counts as one of the 3 asked for"
    assert {without.choices[number].decision for number in (5, 6, 7)} == {ALTERNATE}


def test_never_more_than_the_maximum_of_one_moment(shoot):
    chosen = choose_shoot(shoot, Keep(100), per_moment=1)
    assert kept(chosen) == [0, 3, 5, 6, 7, 8, 10, 11]
    assert chosen.choices[1].reasons[-1] == "no more than 1 of one moment asked for: DSC_0000.JPG kept"


def test_more_than_there_are_keeps_all_but_reject_candidates_and_copies(shoot):
    chosen = choose_shoot(shoot, Keep(100))
    assert kept(chosen) == [0, 1, 3, 4, 5, 6, 7, 8, 10, 11]
    assert (chosen.asked, chosen.possible, chosen.kept) == (100, 8, 8)


def test_a_number_asked_for_makes_no_reject_candidate_and_no_reject_candidate_a_keeper(shoot):
    before = {choice.photo for choice in shoot.choices if choice.decision is REJECT}
    assert before == {2, 9}
    for asked in ("1", "3", "50%", "100%", "999"):
        after = choose_shoot(shoot, parse_keep(asked)).choices
        assert {choice.photo for choice in after if choice.decision is REJECT} == before


def test_a_part_is_one_of_the_choices_there_are(shoot):
    # Eight choices: two of each burst, the bracket, one of the equal files, two singles.
    assert choose_shoot(shoot, parse_keep("50%")).kept == 4


def test_every_scene_gets_its_first_frame_before_a_scene_gets_its_second(shoot):
    scenes = [0] * 10 + [1, 1]
    chosen = choose_shoot(Shoot(shoot.photos, shoot.groups, shoot.choices, scenes), Keep(2))
    assert kept(chosen) == [0, 10]


def test_photos_without_a_score_come_last():
    photos = [sharp(1, score=None), sharp(2, score=1.0)]
    chosen = choose_shoot(Shoot(photos, [], decide(photos, [], load_profile())), Keep(1))
    assert kept(chosen) == [1]


def test_an_empty_shoot_has_no_choices():
    chosen = choose_shoot(Shoot([], [], []), parse_keep("10%"))
    assert (chosen.choices, chosen.kept, chosen.moments) == ([], 0, 0)


def test_a_large_shoot_keeps_the_best_of_all_and_leaves_the_others():
    photos = [sharp(number, score=90 - number / 100) for number in range(3_000)]
    chosen = choose_shoot(Shoot(photos, [], decide(photos, [], load_profile())), Keep(1_200))
    assert kept(chosen) == list(range(1_200))
    assert all(choice.decision is ALTERNATE for choice in chosen.choices[1_200:])
