"""Ranks of a group: ties share one, and the next is skipped."""

from scoring.ranking.picks.rank_group import rank_group
from scoring.ranking.profile import load_profile
from tests.scoring.ranking.picks.made_photos import faces, sharp, soft


def test_frames_that_tie_share_a_rank_and_the_next_skips_as_many():
    ranked = rank_group([soft(1), sharp(2), sharp(3)], load_profile().in_group)
    assert [ranked.rank_of(place) for place in range(3)] == [3, 1, 1]
    assert ranked.tied_with(1) == (2,)
    assert ranked.tied_with(0) == ()
    assert ranked.gaps_to_leader(0)["sharpness"] < 0.0


def test_a_profile_decides_where_each_frame_is_better_at_something():
    blink = sharp(1, faces=faces((3000, 800, 0.02, 0.5)))
    softer = soft(2, faces=faces((3000, 800, 0.99, 0.15)))
    assert rank_group([blink, softer], {"eyes": 1.0}).leader == 1
    assert rank_group([blink, softer], {"sharpness": 1.0}).leader == 0
