"""Exposure within a group: the odd one out, what is wrong by itself, and what is blown."""

import pytest

from scoring.ranking.picks.light import clear_offs, exposure_nearness, kept_highlights, lost_exposures
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, light, photo, well_exposed


def exposed(*lights):
    return [photo(number, exposure=one) for number, one in enumerate(lights)]


def test_a_frame_that_is_exposed_otherwise_than_most_is_farther_off():
    night = exposed(light(-3.0, confidence=0.3), light(-3.0, confidence=0.3), light(-1.8, confidence=0.3))
    assert exposure_nearness(night) == pytest.approx([0.0, 0.0, -1.2])


def test_of_two_frames_the_one_that_people_like_better_is_nearer():
    dark, fine = exposure_nearness(exposed(light(-1.5), light(0.25)))
    assert dark < fine == 0.0


def test_of_two_frames_whose_darkness_looks_meant_neither_is_better():
    assert exposure_nearness(exposed(light(-3.0, confidence=0.3), light(-2.0))) == [None, None]


def test_what_abstains_takes_no_part_and_moves_nothing():
    frames = [*exposed(light(0.0), light(0.0), light(1.0)), photo(9, exposure=NOT_JUDGED)]
    assert exposure_nearness(frames)[:3] == pytest.approx([0.0, 0.0, -1.0])
    assert exposure_nearness(frames)[3] is None
    assert kept_highlights(frames)[3] is None


def test_highlights_of_the_subject_count_where_every_frame_shows_one():
    assert kept_highlights(exposed(light(blown=0.2, subject_blown=0.0), light(blown=0.2, subject_blown=0.4))) == [
        1.0,
        0.6,
    ]
    unsure = exposed(light(blown=0.1, subject=0.1), light(blown=0.3, subject_blown=0.9))
    assert kept_highlights(unsure) == pytest.approx([0.9, 0.7])


def test_a_white_backdrop_is_no_loss():
    backdrop = light(blown=0.5)
    evidence = {**backdrop.evidence, "white_backdrop": 1.0, "backdrop_clipped_to_white": 0.5, "subject_confidence": 0.0}
    object.__setattr__(backdrop, "evidence", evidence)
    assert kept_highlights([photo(1, exposure=backdrop)]) == [1.0]


def test_what_is_clearly_wrong_by_itself_does_not_say_how_its_group_is_meant():
    black = exposed(light(-4.0), light(-4.1), light(-4.0), light(0.0))
    assert exposure_nearness(black)[3] == 0.0
    assert max(exposure_nearness(black)[:3]) == pytest.approx(-4.0)
    assert lost_exposures(black) == [True, True, True, False]


def test_of_two_middle_frames_the_one_that_people_like_better_is_the_aim():
    assert exposure_nearness(exposed(light(-2.1), light(-0.8), light(0.2), light(2.4)))[1:3] == pytest.approx(
        [-1.0, 0.0]
    )


def test_where_dark_looks_meant_the_middle_of_all_but_the_severely_wrong_is_the_aim():
    street = exposed(light(-0.8, confidence=0.36), light(0.2, confidence=0.36), light(-1.5), light(-5.0))
    assert exposure_nearness(street)[:3] == pytest.approx([0.0, -1.0, -0.7])


def test_where_all_are_wrong_the_one_that_is_least_so_is_nearest():
    dark = exposure_nearness(exposed(light(-4.0), light(-2.0), light(-3.0)))
    assert dark[1] > dark[2] > dark[0]


def test_the_key_of_a_group_may_be_meant():
    night = exposed(*(light(ev, confidence=0.3) for ev in (-3.0, -3.1, -2.9)))
    assert lost_exposures(night) == [False] * 3
    assert clear_offs([*night, *exposed(light(-2.5))]) == [0.0] * 4


def test_a_frame_that_its_lit_part_excuses_is_lost_beside_well_exposed_ones():
    excused = light(-2.8, judged_ev_offset=-1.3, silhouette=0.7)
    assert lost_exposures(exposed(excused)) == [False]
    assert lost_exposures([*exposed(excused), photo(1, exposure=well_exposed())]) == [True, False]


def test_a_street_at_night_is_not_lost_beside_a_longer_exposure_of_it():
    street = light(-2.1, judged_ev_offset=-1.3)
    assert lost_exposures([*exposed(street), photo(1, exposure=well_exposed(0.1))]) == [False, False]
