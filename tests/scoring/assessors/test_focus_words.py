"""What focus says in words."""

import numpy as np
import pytest

from scoring.assessors.depth_of_field import DepthOfField
from scoring.assessors.focus_findings import Findings
from scoring.assessors.focus_target import Target, TargetKind, tiles_inside
from scoring.assessors.focus_verdict import Verdict
from scoring.assessors.focus_words import focus_sentence
from scoring.assessors.motion import Motion, Motions
from scoring.assessors.sharp_region import SharpRegion
from scoring.assessors.tile_sharpness import TileSharpness

STILL = Motion(0.4, 0.0, 8.0)


def target(kind=TargetKind.SUBJECT, box=(0.7, 0.4, 0.9, 0.6)):
    return Target(kind, (box,), tiles_inside(box, (20, 30)), 0.9)


PERSON, CAMERA, EYES = target(), target(TargetKind.AF_POINT), target(TargetKind.EYES)
CHIN = target(TargetKind.EYES, (0.05, 0.7, 0.25, 0.78))
WHOLE, GROUND, TREES = (0.0, 0.0, 1.0, 1.0), (0.0, 0.7, 1.0, 0.85), (0.05, 0.35, 1.0, 0.7)


def findings(box=(0.0, 0.7, 0.3, 1.0), spread=0.5, peak=0.6, sharpness=0.6, **given):
    rows, cols = np.indices((20, 30))
    inside = (cols >= 30 * box[0]) & (cols < 30 * box[2]) & (rows >= 20 * box[1]) & (rows < 20 * box[3])
    told = {"target": None, "motions": (STILL, STILL, STILL), "depth": DepthOfField.UNCLEAR} | given
    return Findings(
        tiles=TileSharpness(np.where(inside, peak, 0.1), np.ones((20, 30), bool), np.ones((20, 30))),
        region=SharpRegion(box, inside, peak, spread, 1.0),
        target_sharpness=sharpness,
        target_weight=1.0,
        s_blur_native=0.1,
        crispness=0.8,
        **told | {"motions": Motions(*told["motions"])},
    )


def smeared(direction_deg):
    return findings(motions=(Motion(2.5, direction_deg, 12.0),) * 3)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (findings(), "Sharpest at the lower left."),
        (findings(spread=0.2), "Sharp at the lower left, softer elsewhere."),
        (findings(depth=DepthOfField.SHALLOW), "Sharp at the lower left; the depth of field is shallow."),
        (findings(box=WHOLE, spread=0.9), "Sharp across the frame."),
        (findings(box=WHOLE, spread=0.5), "Sharpest over most of the frame."),
        (findings(box=TREES, spread=0.7), "Sharp in a band across the middle."),
        (findings(spread=0.9), "Sharp at the lower left, where most of the detail is."),
        (findings(target=PERSON), "The likely subject at the right is sharp."),
        (findings(target=EYES), "The eyes are sharp."),
        (findings(target=CAMERA), "Sharp where the camera focused, at the right."),
        (
            findings(target=PERSON, sharpness=0.2),
            "Sharpest at the lower left; the likely subject at the right is softer.",
        ),
        (
            findings(target=PERSON, motions=(STILL, STILL, Motion(2.5, 0.0, 12.0))),
            "The likely subject at the right is sharp. The rest is streaked horizontally, as when panning.",
        ),
    ],
)
def test_sentence_of_a_sharp_photo_says_where(found, sentence):
    assert focus_sentence(found, Verdict.SHARP_SUBJECT) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            findings(target=PERSON, sharpness=0.2),
            "The likely subject at the right is clearly softer than the lower left, where the focus lies.",
        ),
        (
            findings(target=CAMERA, sharpness=0.2),
            "The AF point at the right is clearly softer than the lower left, where the focus lies.",
        ),
        (
            findings(target=EYES, sharpness=0.2),
            "The eyes are clearly softer than the lower left, where the focus lies.",
        ),
        (
            findings(target=CHIN, sharpness=0.2),
            "The eyes are clearly softer than what lies below them, where the focus is.",
        ),
        (
            findings(box=GROUND, target=PERSON, sharpness=0.2),
            "The likely subject at the right is clearly softer than the ground in front of it, where the focus lies.",
        ),
    ],
)
def test_sentence_of_missed_focus_says_where_the_focus_lies(found, sentence):
    assert focus_sentence(found, Verdict.MISSED_FOCUS) == sentence


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (findings(peak=0.2), "Nothing is sharp."),
        (findings(peak=0.3), "Nothing is crisp at 100 %."),
        (
            findings(peak=0.2, exposure_time_s=0.125),
            "Nothing is sharp: out of focus or, at 1/8 s, shaken.",
        ),
        (
            findings(peak=0.2, exposure_time_s=2.0),
            "Nothing is sharp: out of focus or, at 2 s, shaken.",
        ),
    ],
)
def test_sentence_of_a_soft_photo_says_how_soft(found, sentence):
    assert focus_sentence(found, Verdict.SOFT) == sentence


@pytest.mark.parametrize(
    ("direction_deg", "words"),
    [
        (5, "horizontally"),
        (95, "vertically"),
        (45, "diagonally (down to the right)"),
        (135, "diagonally (down to the left)"),
    ],
)
def test_sentence_of_movement_says_its_direction(direction_deg, words):
    told = focus_sentence(smeared(direction_deg), Verdict.MOTION_BLUR)
    assert told == f"Detail is smeared {words} all over: the camera moved, or all of the scene."


def test_sentence_of_a_subject_that_moved_leaves_the_judgement_open():
    runner = findings(target=PERSON, sharpness=0.15, motions=(STILL, STILL, Motion(2.5, 0.0, 12.0)))
    told = focus_sentence(runner, Verdict.CANNOT_JUDGE)
    assert told == (
        "The likely subject at the right is streaked horizontally; the lower left is sharp. Only you know whether that is meant."
    )


STREAKED = (STILL, STILL, Motion(2.5, 0.0, 12.0))


@pytest.mark.parametrize(
    ("meant", "words"),
    [(CAMERA, "What the camera focused on, at the right, is streaked horizontally"), (EYES, "The eyes are streaked")],
)
def test_sentence_says_what_is_streaked_and_not_that_a_point_moved(meant, words):
    told = focus_sentence(findings(target=meant, sharpness=0.15, motions=STREAKED), Verdict.CANNOT_JUDGE)
    assert told.startswith(words)


def test_sentence_names_no_sharp_place_that_is_the_streaked_one():
    found = findings(box=(0.7, 0.35, 0.9, 0.65), target=PERSON, sharpness=0.15, motions=STREAKED)
    assert focus_sentence(found, Verdict.CANNOT_JUDGE) == (
        "The likely subject at the right is streaked horizontally. Only you know whether that is meant."
    )


@pytest.mark.parametrize(
    ("meant", "start"), [(None, "Sharpest at the centre."), (PERSON, "The likely subject at the right is sharp.")]
)
def test_frame_with_streaks_is_not_called_sharp_across(meant, start):
    found = findings(box=WHOLE, spread=0.7, target=meant, motions=STREAKED)
    assert (
        focus_sentence(found, Verdict.SHARP_SUBJECT) == f"{start} The rest is streaked horizontally, as when panning."
    )


@pytest.mark.parametrize(
    ("time_s", "shown"),
    [(1 / 15, "1/15"), (0.25, "1/4"), (0.3, "0.3"), (1 / 3, "0.3"), (0.4, "0.4"), (1.3, "1.3"), (30, "30")],
)
def test_slow_shutter_times_are_written_as_cameras_show_them(time_s, shown):
    assert f"out of focus or, at {shown} s, shaken." in focus_sentence(
        findings(peak=0.2, exposure_time_s=time_s), Verdict.SOFT
    )
