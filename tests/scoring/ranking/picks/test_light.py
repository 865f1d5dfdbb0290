"""Exposure within a group: the odd one out, and what is blown; never dark or bright as such."""

import pytest

from scoring.ranking.picks.light import exposure_nearness, kept_highlights
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, light, photo


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
