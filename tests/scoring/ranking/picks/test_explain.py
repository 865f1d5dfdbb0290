"""Reasons name the better frame, by what was measured, and say nothing that is not so."""

import pytest

from scoring.ranking.picks.explain import BEST_AT, BETTER_AT, WORSE, why_best, why_worse
from scoring.ranking.picks.readings import FACTORS, readings_of
from scoring.ranking.picks.ties import TIE_BREAKERS, gaps
from scoring.ranking.profile import load_profile
from tests.scoring.ranking.picks.made_photos import CUT, crisp, faces, focus, framing, light, photo

SHARES = load_profile().in_group


def reasons(one, better, *others):
    """Of the first beside the second."""
    photos = (one, better, *others)
    readings = readings_of(photos)
    facts = list(zip(photos, readings, strict=True))
    return why_worse(facts[0], facts[1], gaps(readings[0], readings[1]), SHARES)


def test_every_factor_that_parts_frames_has_its_words():
    assert set(WORSE) == set(BEST_AT) == set(BETTER_AT) == set(FACTORS) - TIE_BREAKERS


@pytest.mark.parametrize("profile", ["default", "sport", "portrait"])
def test_every_profile_knows_every_factor(profile):
    assert set(load_profile(profile).in_group) == set(FACTORS)


def test_soft_eyes_name_the_frame_in_which_they_are_sharp():
    soft, sharp = (photo(n, faces=faces((3000, 800, 0.99, s))) for n, s in ((1, 0.25), (414, 0.5)))
    assert reasons(soft, sharp) == ("eyes sharper in DSC_0414.JPG (55, there 83)",)


def test_without_a_known_subject_nothing_is_said_of_one():
    soft, sharp = (photo(n, sharpness=crisp(value)) for n, value in ((1, 0.4), (2, 0.8)))
    assert reasons(soft, sharp) == ("softer than DSC_0002.JPG (40, there 80)",)


def test_exposure_is_told_in_ev_beside_the_better_frame():
    dark, fine, other = (photo(n, exposure=light(ev)) for n, ev in ((1, -1.2), (2, 0.0), (3, 0.0)))
    assert reasons(dark, fine, other) == ("1.2 EV darker than DSC_0002.JPG",)
    bright = photo(1, exposure=light(0.8))
    assert reasons(bright, fine, other) == ("0.8 EV brighter than DSC_0002.JPG",)


def test_blown_highlights_are_told_as_parts():
    blown, kept = (photo(n, exposure=light(0.0, subject_blown=part)) for n, part in ((1, 0.2), (2, 0.01)))
    assert reasons(blown, kept) == ("20 % blown out, 1.0 % in DSC_0002.JPG",)


def test_a_cut_subject_is_told():
    cut, whole = photo(1, composition=CUT), photo(2, composition=framing())
    assert reasons(cut, whole) == ("the frame's edge cuts the subject; not in DSC_0002.JPG",)


def test_what_speaks_for_a_worse_frame_is_told_too():
    one = photo(1, focus=focus(0.3), composition=framing())
    better = photo(2, focus=focus(0.5), composition=CUT)
    assert reasons(one, better)[-1] == "though better framed"


def test_the_leader_is_praised_for_what_no_frame_beats():
    leader, other = (photo(1), {"eyes": 1.0}), (photo(2), {})
    ahead = [(other, {"sharpness": -0.3, "exposure": 0.4}), (other, {"exposure": -0.5})]
    assert why_best(leader, ahead) == "the best of 3 frames: the sharpest"
    assert why_best(leader, [(other, {}), (other, {})]) == "the best of 3 frames"


def test_no_leader_is_best_exposed_beside_a_frame_that_is_valued_more():
    leader, valued, alike = (photo(n, exposure=light(0.0, value=value)) for n, value in ((1, 0.8), (2, 0.9), (3, 0.82)))
    behind = {"exposure": -0.5}
    assert why_best((leader, {}), [((alike, {}), behind)]) == "the best of 2 frames: the best exposed"
    assert why_best((leader, {}), [((valued, {}), behind)]) == "the best of 2 frames"


def test_an_exposure_that_is_worse_at_the_same_brightness_is_not_called_darker():
    one, fine = photo(1, exposure=light(-1.0, judged_ev_offset=-1.9)), photo(2, exposure=light(-0.8))
    assert reasons(one, fine, photo(3, exposure=light(-0.8))) == ("exposed less well than DSC_0002.JPG",)
