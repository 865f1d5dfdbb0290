"""Why a crop is offered, in sentences that are true of it."""

import numpy as np

from scoring.crops.reasons import reasons_for, why_kept
from scoring.crops.scene import scene_from
from scoring.subject import Subject

FLAT = np.full((60, 90), 0.5, np.float32)


def told(scene, *boxes):
    (reasons,) = reasons_for(scene, np.array(boxes))
    return reasons


def test_empty_side_that_is_cut_off_is_named():
    detail = FLAT.copy()
    detail[:, :30] = 0.0
    scene = scene_from(detail, detail, 1.5)
    assert told(scene, (0.3, 0.0, 1.0, 1.0))[0] == "Leaves out the empty left."


def test_side_with_something_in_it_is_not_called_empty():
    detail = np.zeros((60, 90), np.float32)
    detail[20:] = 0.5
    detail[:, 40:50] = 0.5
    scene = scene_from(detail, detail, 1.5)
    assert not any("empty" in reason for reason in told(scene, (0.0, 0.3, 1.0, 1.0)))


def test_emptiness_on_every_side_is_said_in_one_word():
    detail = np.zeros((60, 90), np.float32)
    detail[20:40, 30:60] = 0.5
    assert told(scene_from(detail, detail, 1.5), (0.2, 0.2, 0.8, 0.8))[0] == "Leaves out empty space all round."


def test_what_drew_the_eye_away_is_named():
    salience = np.full((60, 90), 0.2, np.float32)
    salience[:, 75:] = 0.9
    scene = scene_from(salience, FLAT, 1.5)
    assert "Leaves out what draws the eye to the right." in told(scene, (0.0, 0.0, 0.8, 1.0))


def test_subject_that_grows_and_comes_to_a_third_is_told():
    scene = scene_from(FLAT, FLAT, 1.5, Subject((0.1, 0.1, 0.3, 0.3), 0.9))
    assert told(scene, (0.0, 0.0, 0.6, 0.6)) == (
        "Puts the subject on a crossing of thirds.",
        "The subject fills 11 % of it, not 4 %.",
    )


def test_subject_that_was_in_the_middle_is_kept_there():
    scene = scene_from(FLAT, FLAT, 1.5, Subject((0.4, 0.4, 0.6, 0.6), 0.9))
    assert told(scene, (0.04, 0.04, 0.96, 0.96)) == ("Keeps the subject in the middle.",)


def test_crop_that_is_the_frame_says_so():
    assert told(scene_from(FLAT, FLAT, 1.0), (0.0, 0.0, 1.0, 1.0)) == ("The frame has this shape already.",)


def test_crop_without_anything_to_say_tells_how_much_it_keeps():
    assert told(scene_from(FLAT, FLAT, 1.5), (0.0, 0.0, 0.9, 0.9)) == ("Keeps 81 % of the frame.",)


def test_why_nothing_is_cropped_names_the_rule():
    scene = scene_from(FLAT, FLAT, 1.5, Subject((0.0, 0.0, 1.0, 0.9), 0.9))
    box = np.array([[0.0, 0.0, 0.8, 0.8]])
    assert "subject" in why_kept(scene, box, (3000, 2000))
    assert "64 px" in why_kept(scene, box, (60, 40))
    assert "40 %" in why_kept(scene, box[:0], (3000, 2000))
