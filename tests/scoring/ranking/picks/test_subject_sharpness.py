"""Sharpness is compared on one and the same thing, or not at all."""

import pytest

from scoring.ranking.picks.subject_sharpness import overlap, same_targets, seen_target, usual_size, visible_sharpness
from tests.scoring.ranking.picks.made_photos import LEFT_PX, NOT_JUDGED, SIZE_PX, focus, photo


def kinds(*judged):
    frames = [photo(number, focus=one) for number, one in enumerate(judged)]
    return [None if target is None else target.kind for target in same_targets(frames)]


def test_frames_with_one_target_are_compared_on_it():
    assert kinds(focus(), focus(), focus()) == ["subject"] * 3


def test_another_kind_of_target_is_not_compared():
    assert kinds(focus(target="eyes"), focus(target="eyes"), focus()) == ["eyes", "eyes", None]


def test_a_likely_subject_elsewhere_is_another_thing():
    assert kinds(focus(), focus(), focus(box_px=LEFT_PX)) == ["subject", "subject", None]


def test_eyes_are_the_same_eyes_wherever_they_went():
    assert kinds(focus(target="eyes"), focus(target="eyes"), focus(target="eyes", box_px=LEFT_PX)) == ["eyes"] * 3


def test_one_frame_alone_is_compared_with_none():
    assert kinds(focus(), focus(target="none"), NOT_JUDGED) == [None, None, None]


def test_a_shaken_frame_has_no_sharp_target():
    assert seen_target(photo(1, focus=focus(0.5, verdict="motion_blur", moved="frame"))) is None


def test_crisp_and_crisper_look_the_same():
    assert visible_sharpness(0.9) - visible_sharpness(0.8) < 0.03
    assert visible_sharpness(0.4) - visible_sharpness(0.3) > 0.1
    assert visible_sharpness(0.0) == 0.0


def test_the_size_that_most_frames_have_counts_however_they_were_held():
    upright = SIZE_PX[::-1]
    frames = [photo(1), photo(2, size_px=upright), photo(3, size_px=(8000, 6000))]
    assert usual_size(frames) == SIZE_PX
    assert usual_size([photo(1), photo(2, size_px=(8000, 6000))]) == (8000, 6000)


def test_overlap_is_intersection_over_union():
    assert overlap((0, 0, 1, 1), (0, 0, 1, 1)) == 1.0
    assert overlap((0, 0, 0.5, 1), (0.5, 0, 1, 1)) == 0.0
    assert overlap((0, 0, 1, 1), (0, 0, 0.5, 1)) == pytest.approx(0.5)
