"""A reject candidate needs a fault that was measured, that the better frame lacks, and that is wide."""

import pytest

from scoring.ranking.picks.faults import faults
from scoring.ranking.picks.readings import FACTORS, readings_of
from scoring.ranking.picks.subject_sharpness import visible_sharpness
from tests.scoring.ranking.picks.made_photos import crisp, faces, focus, light, photo, sharp, soft


def found(one, better):
    facts = list(zip((one, better), readings_of((one, better)), strict=True))
    return faults(*facts)


def test_a_small_gap_is_no_fault_even_of_a_soft_frame():
    nearly = photo(1, focus=focus(0.33, verdict="soft"))
    gap = visible_sharpness(0.4) - visible_sharpness(0.33)
    assert 0.0 < gap < 3 * FACTORS["sharpness"].least_gap
    assert found(nearly, photo(2, focus=focus(0.4))) == []


def test_a_wide_gap_is_none_either_unless_the_frame_is_soft_itself():
    assert found(photo(1, focus=focus(0.2)), photo(2, focus=focus(0.8))) == []
    assert len(found(photo(1, focus=focus(0.2, verdict="soft")), photo(2, focus=focus(0.8)))) == 1


@pytest.mark.parametrize("better", [soft(2), sharp(2, focus=focus(0.5, confidence=0.3))])
def test_nothing_is_too_soft_beside_a_frame_that_is_not_plainly_sharp(better):
    assert found(soft(1), better) == []


def test_a_frame_so_soft_that_its_subject_is_lost_is_compared_by_its_crispest_parts():
    lost = photo(1, focus=focus(verdict="soft", target="none"), sharpness=crisp(0.2))
    assert found(lost, sharp(2)) == ["much softer than DSC_0002.JPG (20, there 70)"]


def test_a_panned_frame_whose_parts_are_crisp_is_not_shaken():
    panned = photo(1, focus=focus(0.5, verdict="motion_blur", moved="frame"), sharpness=crisp(0.68))
    assert found(panned, sharp(2)) == []


def test_eyes_that_cannot_be_told_are_no_blink():
    unsure = photo(1, faces=faces((3000, 800, 0.5, 0.4)))
    assert found(unsure, photo(2, faces=faces((3000, 800, 0.99, 0.4)))) == []


def test_a_blown_subject_that_is_as_white_in_both_is_no_fault():
    both = [photo(n, exposure=light(ev, subject_blown=0.6)) for n, ev in ((1, 1.5), (2, 0.2))]
    assert found(*both) == []
