"""What the composition assessor promises: facts first, mild words, and a tilt with its sign."""

import json

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.composition import ASSESSOR
from scoring.face import Face
from scoring.frame import Frame
from tests.scoring.assessors import drawn_scenes as drawn

LINE_EVIDENCE = ("class_lines_px", "leading_lines_px", "curve_px", "triangle_px")


def assess(rgb, size_px=None, faces=()):
    return ASSESSOR.assess(
        Frame(rgb, size_px or (rgb.shape[1], rgb.shape[0]), ExifFacts(), find_faces=lambda _rgb, _smaller: faces)
    )


def face(x0, y0, x1, y1):
    return Face((x0, y0, x1, y1), 0.95, ((x0, y0), (x1, y0)), (x0, y1), ((x0, y1), (x1, y1)))


def in_colour(luma):
    return np.repeat(luma[..., None], 3, axis=2)


def meadow(size=(800, 1200)):
    grass = np.random.default_rng(2).normal(0, 10, (*size, 1)) + np.array([70, 110, 60])
    return np.clip(grass, 0, 255).astype(np.uint8)


def poppy(centre, radius=80):
    return cv2.circle(meadow(), centre, radius, (230, 50, 40), -1)


def sea(tilt_deg, size=(800, 1200)):
    rows, cols = np.indices(size)
    edge = size[0] / 2 + (cols - size[1] / 2) * np.tan(np.radians(tilt_deg))
    blue = np.where((rows > edge)[..., None], (40, 70, 100), (160, 180, 210))
    return cv2.GaussianBlur(blue.astype(np.uint8), (0, 0), 1)


@pytest.mark.parametrize(
    ("centre", "sentence"),
    [
        ((400, 400), "Subject sits near the left third, at mid-height."),
        ((800, 267), "Subject sits near the upper right third."),
        ((600, 400), "Subject sits in the centre."),
    ],
)
def test_subject_is_placed_in_words(centre, sentence):
    assert assess(poppy(centre)).reasons[0] == sentence


def test_large_subject_is_worth_more_than_a_small_one_and_a_face_counts_with_the_person():
    small, large = assess(poppy((600, 400))), assess(poppy((600, 400), radius=250))
    assert small.value < large.value
    person = assess(poppy((600, 400), radius=250), faces=(face(0.47, 0.2, 0.53, 0.32),))
    assert person.value == large.value


def test_subject_box_is_in_full_size_pixels():
    judged = assess(poppy((400, 400)), size_px=(6000, 4000))
    wanted = np.array([320, 320, 480, 480]) * 5
    assert np.abs(np.array(judged.evidence["subject_px"]) - wanted).max() <= 200


def test_picture_without_a_subject_or_horizon_is_not_judged():
    judged = assess(meadow())
    assert judged.evidence["subject_px"] is None
    assert judged.abstained
    assert judged.reasons == ("No clear subject, no plain structure, and nothing that shows which way is level.",)


@pytest.mark.parametrize("tilt_deg", [-6, -4, -2, -1, 1, 2, 4, 6])
def test_tilted_horizon_is_measured_with_its_sign(tilt_deg):
    judged = assess(sea(tilt_deg))
    assert judged.evidence["tilt_deg"] == pytest.approx(tilt_deg, abs=0.3)


def test_tilted_horizon_lowers_the_value_mildly_and_is_said_first():
    level, tilted = assess(sea(0)), assess(sea(4))
    assert level.value - 0.25 < tilted.value < level.value
    assert tilted.level == "tilted horizon"
    assert tilted.reasons[0].startswith("The picture tilts 4.0° to the right")


def test_picture_without_a_horizon_has_no_tilt():
    evidence = assess(poppy((400, 400))).evidence
    assert (evidence["tilt_deg"], evidence["tilt_confidence"]) == (None, 0.0)


def test_subject_cut_by_the_frame_lowers_the_value_mildly_and_is_said_first():
    whole, cut = assess(poppy((400, 400))), assess(poppy((10, 400), radius=200))
    assert cut.level == "subject cut off"
    assert cut.reasons[0] == "Subject is cut off at the left edge."
    assert whole.value - 0.15 < cut.value < whole.value


def test_composition_never_speaks_with_certainty():
    assert all(assess(rgb).confidence <= 0.5 for rgb in (poppy((400, 400)), sea(3), meadow()))


def test_person_is_the_subject_before_a_brighter_thing():
    judged = assess(poppy((400, 400)), faces=(face(0.7, 0.2, 0.85, 0.45),))
    assert judged.evidence["subject_px"] == [840, 160, 1020, 360]
    assert len(judged.evidence["other_subjects_px"]) == 4


def test_face_cut_by_the_frame_is_said_first():
    judged = assess(poppy((400, 400)), faces=(face(-0.04, 0.2, 0.15, 0.45),))
    assert judged.reasons[0] == "A face is cut off at the left edge."
    assert judged.level == "subject cut off"
    assert judged.evidence["face_cut_at"] == "left"


def test_close_portrait_without_a_forehead_keeps_its_value():
    judged = assess(poppy((400, 400)), faces=(face(0.3, -0.02, 0.7, 0.6),))
    assert judged.reasons[0] == "A face is cut off at the top edge."
    assert judged.value >= assess(poppy((400, 400))).value


def test_head_that_nearly_touches_the_edge_is_told():
    judged = assess(meadow(), faces=(face(0.4, 0.07, 0.6, 0.31),))
    assert "A head nearly touches the top edge." in judged.reasons
    assert judged.evidence["head_room"] == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("luma", "sentence"),
    [
        (drawn.tiles(), "One motif repeats across the frame."),
        (drawn.mirrored(), "Left and right mirror each other."),
        (drawn.mountain(), "Two long slopes meet in a triangle."),
        (drawn.ruled(40), "Diagonal lines shape the picture."),
        (drawn.ruled(90), "Upright lines shape the picture."),
    ],
)
def test_what_shapes_the_picture_is_told_in_words(luma, sentence):
    assert sentence in assess(in_colour(luma)).reasons


def test_at_most_three_sentences_are_told():
    assert max(len(assess(in_colour(luma)).reasons) for luma in (drawn.stripes(), drawn.mountain(), drawn.disc())) <= 3


def test_structure_lowers_no_value():
    for luma in (drawn.tiles(), drawn.mirrored(), drawn.mountain()):
        assert assess(in_colour(luma)).value >= 0.7


def test_places_of_evidence_are_in_full_size_pixels():
    small, large = (assess(in_colour(drawn.mountain()), size_px=size).evidence for size in ((600, 400), (6000, 4000)))
    assert np.abs(np.array(large["triangle_px"]) - 10 * np.array(small["triangle_px"])).max() <= 5


def test_nothing_is_located_of_classes_that_are_not_named():
    evidence = assess(meadow()).evidence
    assert [evidence[key] for key in LINE_EVIDENCE] == [[], [], [], []]
    assert (evidence["symmetry_axis"], evidence["pattern_step"]) == (None, None)


def test_balance_follows_the_subject():
    left, right = (assess(poppy(centre)).evidence["balance"][0] for centre in ((300, 400), (900, 400)))
    assert left < 0.47 < 0.53 < right


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (40, 60)])
def test_tiny_picture_is_judged_without_a_subject(size):
    assert assess(np.full((*size, 3), 128, np.uint8)).evidence["subject_px"] is None


def test_evidence_is_plain_json():
    json.dumps(dict(assess(poppy((400, 400))).evidence), allow_nan=False)


def test_camera_photo_is_described_in_plain_sentences(camera_frame):
    judged = ASSESSOR.assess(camera_frame)
    assert judged.abstained or 0.6 <= judged.value <= 0.75
    assert 1 <= len(judged.reasons) <= 3
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in judged.reasons)
