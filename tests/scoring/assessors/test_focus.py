"""What the focus assessor promises."""

import json
from itertools import pairwise

import cv2
import numpy as np
import pytest

from index.photo.exif import read_exif
from index.photo.record import ExifFacts, PixelSource
from scoring.assessors.focus import ASSESSOR
from scoring.face import Face
from scoring.frame import Frame
from tests.scoring.assessors.focus_scenes import HEIGHT, WIDTH, ball, ball_on_leaves, blurred, defocused, leaves

SIGMAS = (0, 0.6, 1, 1.5, 2, 3, 4, 6, 8)
NO_EXIF = ExifFacts()


def frame_of(rgb, source=PixelSource.FULL, size_px=None, exif=NO_EXIF):
    return Frame(rgb, size_px or (rgb.shape[1], rgb.shape[0]), exif, source)


def assess(rgb, source=PixelSource.FULL, size_px=None, exif=NO_EXIF):
    return ASSESSOR.assess(frame_of(rgb, source, size_px, exif))


def test_focus_on_the_subject_is_a_sharp_subject_and_its_box_is_the_subject():
    judged = assess(ball_on_leaves(0, 6))
    assert judged.level == "sharp subject"
    x0, y0, x1, y1 = judged.evidence["sharp_region_px"]
    assert np.abs(np.array([x0, y0, x1, y1]) - np.array([1170, 470, 1830, 1130])).max() <= 80


def test_focus_behind_the_subject_is_missed_focus():
    judged = assess(ball_on_leaves(6, 0))
    assert judged.evidence["verdict"] == "missed_focus"
    assert judged.value < assess(ball_on_leaves(0, 6)).value


@pytest.mark.parametrize("radius_px", [6, 12, 20])
@pytest.mark.parametrize("share", [0.03, 0.1])
def test_small_sharp_subject_on_a_blurred_background_is_never_soft(share, radius_px):
    size_px = round((share * WIDTH * HEIGHT / np.pi) ** 0.5)
    thing, mask = ball(size_px)
    mask = blurred(mask, 1)[..., None]
    rgb = np.rint(thing * mask + defocused(leaves(), radius_px) * (1 - mask)).astype(np.uint8)
    judged = assess(rgb)
    assert judged.evidence["verdict"] == "sharp_subject"
    assert judged.evidence["depth_of_field"] != "deep"
    assert judged.value > 0.6


def test_sharp_subject_of_a_photo_is_not_soft_before_a_blurred_background(camera_frame):
    subject = camera_frame.subject
    sharp = ASSESSOR.assess(camera_frame).evidence["verdict"] == "sharp_subject"
    if not sharp or subject is None or subject.confidence < 0.2:
        pytest.skip("this photo has no sharp subject to keep")
    rgb = camera_frame.rgb
    x0, y0, x1, y1 = subject.pixels(camera_frame.size_px)
    mask = np.zeros(rgb.shape[:2], np.uint8)
    cv2.ellipse(mask, ((x0 + x1) // 2, (y0 + y1) // 2), ((x1 - x0) // 2, (y1 - y0) // 2), 0, 0, 360, 1, -1)
    background = cv2.blur(cv2.blur(rgb, (15, 15)), (15, 15))
    judged = assess(np.where(mask[..., None] > 0, rgb, background))
    assert judged.evidence["verdict"] in {"sharp_subject", "cannot_judge"}


@pytest.mark.parametrize("radius_px", [6, 12, 20])
def test_blurred_subject_before_sharp_surroundings_is_never_a_sure_sharp_subject(radius_px):
    thing, mask = ball()
    mask = defocused(mask, radius_px)[..., None]
    judged = assess(np.rint(defocused(thing, radius_px) * mask + leaves() * (1 - mask)).astype(np.uint8))
    assert judged.evidence["verdict"] == "missed_focus" or judged.confidence < 0.5


def test_focus_point_of_the_camera_comes_before_the_likely_subject():
    on_the_leaves = ExifFacts(af_areas=((0.1, 0.4, 0.15, 0.5),))
    judged = assess(ball_on_leaves(6, 0), exif=on_the_leaves)
    assert judged.evidence["verdict"] == "sharp_subject"
    assert judged.evidence["target"] == "af_point"
    assert judged.evidence["target_px"] == [240, 640, 360, 800]
    assert judged.reasons[0].startswith("Sharp where the camera focused, at the left")


def test_recomposed_photo_is_judged_by_its_subject():
    on_the_leaves = ExifFacts(af_areas=((0.1, 0.4, 0.15, 0.5),))
    judged = assess(ball_on_leaves(0, 6), exif=on_the_leaves)
    assert (judged.evidence["verdict"], judged.evidence["target"]) == ("sharp_subject", "subject")


def test_eyes_come_before_the_likely_subject():
    eyes = ((0.58, 0.5), (0.67, 0.5))
    face = Face((0.49, 0.3, 0.76, 0.7), 0.95, eyes, (0.62, 0.55), ((0.6, 0.6), (0.65, 0.6)))
    frame = Frame(ball_on_leaves(6, 0), (WIDTH, HEIGHT), NO_EXIF, find_faces=lambda _rgb, _smaller: (face,))
    judged = ASSESSOR.assess(frame)
    assert (judged.evidence["verdict"], judged.evidence["target"]) == ("missed_focus", "eyes")
    assert judged.reasons[0].startswith("The eyes are clearly softer than ")


def test_softness_everywhere_is_soft():
    assert assess(blurred(leaves(), 5)).evidence["verdict"] == "soft"


def test_movement_is_motion_blur():
    judged = assess(cv2.blur(leaves(), (17, 1)))
    assert (judged.evidence["verdict"], judged.evidence["moved"]) == ("motion_blur", "frame")
    assert "horizontally" in judged.reasons[0]


def test_longer_movement_is_worth_less():
    values = [assess(cv2.blur(leaves(), (length_px, 1))).value for length_px in (1, 7, 15, 25, 41)]
    assert values == sorted(values, reverse=True)


def test_panned_subject_is_sharp_and_its_streaks_are_told():
    thing, mask = ball()
    mask = blurred(mask, 1)[..., None]
    judged = assess(np.rint(thing * mask + cv2.blur(leaves(), (25, 1)) * (1 - mask)).astype(np.uint8))
    assert (judged.evidence["verdict"], judged.evidence["moved"]) == ("sharp_subject", "surroundings")
    assert "streaked horizontally" in judged.reasons[0]


def test_subject_that_moved_is_told_and_left_to_the_photographer():
    thing, mask = ball(450)
    mask = cv2.blur(mask, (25, 1))[..., None]
    judged = assess(np.rint(cv2.blur(thing, (25, 1)) * mask + leaves() * (1 - mask)).astype(np.uint8))
    assert judged.evidence["verdict"] != "motion_blur"
    assert judged.evidence["moved"] in ("subject", "nothing")


def test_focus_region_is_where_the_photo_is_sharp():
    rgb = blurred(leaves(), 5)
    rgb[1000:, :800] = leaves()[1000:, :800]
    judged = assess(rgb)
    assert "lower left" in judged.reasons[0]
    x0, y0, x1, y1 = judged.evidence["sharp_region_px"]
    assert (x0, y1) == (0, HEIGHT)
    assert abs(x1 - 800) <= 100
    assert abs(y0 - 1000) <= 100


def test_focus_box_is_in_full_size_pixels():
    rgb = ball_on_leaves(0, 6)
    judged = assess(rgb, PixelSource.EMBEDDED_PREVIEW, (2 * WIDTH, 2 * HEIGHT))
    assert judged.evidence["sharp_region_px"] == [2 * edge for edge in assess(rgb).evidence["sharp_region_px"]]


def test_length_of_a_movement_is_in_full_size_pixels():
    rgb = cv2.blur(leaves(), (17, 1))
    own, preview = assess(rgb), assess(rgb, PixelSource.EMBEDDED_PREVIEW, (2 * WIDTH, 2 * HEIGHT))
    assert own.evidence["motion_length_px"] == pytest.approx(17, rel=0.4)
    assert preview.evidence["motion_length_px"] == pytest.approx(2 * own.evidence["motion_length_px"], abs=0.2)


def test_fog_cannot_be_judged_and_is_never_soft():
    fog = np.tile(np.linspace(170, 200, WIDTH)[None, :, None], (HEIGHT, 1, 3)).astype(np.uint8)
    judged = assess(fog)
    assert judged.abstained
    assert judged.evidence == {"verdict": "cannot_judge", "target": "none", "sharp_region_px": None}


NOISE = np.random.default_rng(1).integers(0, 256, (1600, 2400, 3), np.uint8)


@pytest.mark.parametrize(
    "rgb",
    [
        np.zeros((1, 1, 3), np.uint8),
        np.zeros((1600, 2400, 3), np.uint8),
        np.full((1600, 2400, 3), 255, np.uint8),
        np.full((1600, 2400, 3), (200, 30, 90), np.uint8),
        NOISE,
        NOISE[:140],
        NOISE[:, :40],
        np.tile(NOISE[:130], (1, 6, 1)),
    ],
    ids=["one pixel", "black", "white", "flat", "noise", "wide noise", "tall noise", "very wide"],
)
def test_odd_pictures_give_finite_numbers_or_an_abstention(rgb):
    judged = assess(rgb)
    json.dumps(dict(judged.evidence), allow_nan=False)
    assert 0.0 <= judged.value <= 1.0
    assert judged.evidence["verdict"] in ("cannot_judge", "sharp_subject")


@pytest.mark.parametrize(
    ("source", "width"),
    [(PixelSource.HALF_SIZE_DEVELOPMENT, 2400), (PixelSource.EMBEDDED_PREVIEW, 1600), (PixelSource.FULL, 800)],
)
def test_pixels_that_hide_focus_errors_are_not_judged(source, width):
    rgb = cv2.resize(leaves(), (width, width * 2 // 3), interpolation=cv2.INTER_AREA)
    assert assess(rgb, source, (WIDTH, HEIGHT)).abstained


def test_small_picture_is_judged_with_less_trust():
    small = cv2.resize(leaves(), (1500, 1000), interpolation=cv2.INTER_AREA)
    assert 0.0 < assess(small).confidence < assess(leaves()).confidence


def test_heavy_noise_never_makes_a_reject_hint():
    rgb = blurred(leaves(), 5).astype(np.float64) + np.random.default_rng(2).normal(0, 12, (HEIGHT, WIDTH, 1))
    rgb[:, :600] = 110 + np.random.default_rng(3).normal(0, 12, (HEIGHT, 600, 1))
    assert assess(np.clip(rgb, 0, 255).astype(np.uint8)).evidence["verdict"] in ("cannot_judge", "sharp_subject")


def test_evidence_is_plain_json():
    json.dumps(dict(assess(ball_on_leaves(0, 6)).evidence), allow_nan=False)


def test_focus_is_the_same_every_time():
    rgb = ball_on_leaves(0, 6)
    assert assess(rgb) == assess(rgb)


def test_blurring_a_camera_photo_lowers_focus_step_by_step(camera_frame, request):
    exif = read_exif(request.node.callspec.params["camera_frame"])
    judged = [assess(blurred(camera_frame.rgb, sigma), exif=exif) for sigma in SIGMAS]
    assert not any(one.abstained for one in judged)
    values = [one.value for one in judged]
    assert all(later < earlier for earlier, later in pairwise(values))
    assert judged[0].evidence["verdict"] in ("sharp_subject", "soft")
    assert not {one.evidence["verdict"] for one in judged} & {"missed_focus", "motion_blur"}
