"""What the exposure assessor promises."""

import json

import numpy as np
import pytest
from PIL import Image

from index.photo.record import ExifFacts
from scoring.assessors.exposure import ASSESSOR
from scoring.frame import Frame
from scoring.srgb import SRGB_TO_LINEAR
from tests.shoot.frame_truth import Role
from tests.shoot.truth import FRAMES

STEPS_EV = (-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0)


def frame_of(rgb):
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def re_exposed(rgb, ev):
    """As the camera would have taken it: scaled in linear light, clipped, back to 8-bit sRGB (IEC 61966-2-1)."""
    linear = np.clip(SRGB_TO_LINEAR[rgb] * 2.0**ev, 0.0, 1.0)
    code = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.rint(255.0 * code).astype(np.uint8)


def scene(mid_code=118, height=120, width=180):
    """A ramp of tones around `mid_code`, slightly coloured."""
    ramp = np.linspace(0.4, 1.6, width) * mid_code
    rgb = np.broadcast_to(ramp[None, :, None] * (1.05, 1.0, 0.95), (height, width, 3))
    return np.clip(rgb, 0, 255).astype(np.uint8)


def night_scene():
    rgb = np.full((120, 180, 3), 3, np.uint8)
    rgb[50:62, 60:120] = scene(140, 12, 60)
    return rgb


def test_exposure_of_a_normal_scene_is_normal_and_sure():
    result = ASSESSOR.assess(frame_of(scene()))
    assert result.level == "normal"
    assert result.value > 0.7
    assert result.confidence > 0.8
    assert abs(result.evidence["ev_offset"]) < 1.0


def test_exposure_offset_rises_strictly_when_a_camera_photo_is_re_exposed(camera_frame):
    offsets = [ASSESSOR.assess(frame_of(re_exposed(camera_frame.working, ev))).evidence["ev_offset"] for ev in STEPS_EV]
    assert offsets == sorted(set(offsets))


def test_exposure_offset_of_a_camera_photo_moves_by_about_the_step(camera_frame):
    dark, normal, bright = (
        ASSESSOR.assess(frame_of(re_exposed(camera_frame.working, ev))).evidence["ev_offset"] for ev in (-1.0, 0.0, 1.0)
    )
    assert 0.4 < normal - dark < 1.6
    assert 0.4 < bright - normal < 1.6


def test_exposure_calls_no_camera_photo_badly_exposed(camera_frame):
    said = ASSESSOR.assess(camera_frame)
    meant = said.evidence["dark_mood"] == 1.0 or said.evidence["white_came_out_grey"] == 1.0
    assert said.level == "normal" or (meant and said.level == "slightly under" and said.confidence < 0.6)


def test_exposure_offset_follows_a_drawn_bracket(shoot_dir):
    names = [frame.name for frame in FRAMES if frame.role is Role.BRACKET]
    offsets = [
        ASSESSOR.assess(frame_of(np.asarray(Image.open(shoot_dir / name)))).evidence["ev_offset"] for name in names
    ]
    assert offsets == sorted(offsets)
    assert offsets[0] < -1.0 < 0.5 < offsets[-1]


def test_exposure_of_a_photo_that_is_far_too_dark_or_bright_is_severe():
    assert ASSESSOR.assess(frame_of(re_exposed(scene(), -3.0))).level == "severely under"
    assert ASSESSOR.assess(frame_of(re_exposed(scene(), 3.0))).level == "severely over"


def test_exposure_likes_neither_much_darker_nor_much_brighter():
    dark, normal, bright = (ASSESSOR.assess(frame_of(re_exposed(scene(), ev))).value for ev in (-2.0, 0.0, 2.0))
    assert dark < normal > bright


def test_exposure_doubts_a_night_scene_but_does_not_condemn_it():
    night, day = ASSESSOR.assess(frame_of(night_scene())), ASSESSOR.assess(frame_of(scene()))
    assert night.evidence["mid_tone_ev_offset"] < -3.0
    assert night.confidence < 0.5 * day.confidence
    assert night.value > 0.7
    assert night.reasons[0] == "Dark on purpose? Most of the frame is black, but the lit parts are well exposed."


def test_exposure_calls_a_night_scene_dark_when_its_lights_are_dark_too():
    result = ASSESSOR.assess(frame_of(re_exposed(night_scene(), -3.0)))
    assert result.level == "severely under"
    assert result.value < 0.3
    assert "on purpose" not in result.reasons[0]


def test_exposure_doubts_high_key_but_does_not_condemn_it():
    high_key = np.clip(scene(150), 150, 235)
    result = ASSESSOR.assess(frame_of(high_key))
    assert result.reasons[0].startswith("Bright on purpose?")
    assert result.value > 0.7
    assert result.confidence < 0.7


def test_exposure_takes_a_subject_before_white_paper_for_a_white_background():
    product = np.full((120, 180, 3), 255, np.uint8)
    product[25:95, 40:140] = scene(110, 70, 100)
    result = ASSESSOR.assess(frame_of(product))
    assert result.reasons[0].startswith("White background on purpose?")
    assert result.value > 0.7
    assert result.confidence < 0.7


def test_exposure_says_which_channel_is_blown():
    rgb = scene()
    rgb[:40, :, 0] = 255
    result = ASSESSOR.assess(frame_of(rgb))
    assert result.evidence["clipped_highlights_rgb"] == pytest.approx([1 / 3, 0.0, 0.0], abs=0.03)
    assert any("the red channel is blown" in reason for reason in result.reasons)


def test_exposure_clipping_counts_the_blown_and_the_black_part():
    rgb = scene()
    rgb[:30], rgb[90:] = 255, 0
    evidence = ASSESSOR.assess(frame_of(rgb)).evidence
    assert evidence["clipped_to_white"] == pytest.approx(0.25)
    assert evidence["clipped_shadows"] == pytest.approx(0.25)


@pytest.mark.parametrize("shape", [(32, 32), (33, 700), (900, 40)])
@pytest.mark.parametrize("code", [0, 255, None])
def test_exposure_of_any_shape_is_finite_or_not_judged(shape, code):
    rgb = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8) if code is None else code
    result = ASSESSOR.assess(frame_of(np.ascontiguousarray(np.broadcast_to(rgb, (*shape, 3)).astype(np.uint8))))
    assert np.isfinite([result.value, result.evidence["ev_offset"]]).all()


@pytest.mark.parametrize("code", [0, 118, 255])
def test_exposure_of_a_plain_frame_is_finite_and_less_sure(code):
    result = ASSESSOR.assess(frame_of(np.full((40, 60, 3), code, np.uint8)))
    assert result.confidence < ASSESSOR.assess(frame_of(scene())).confidence
    assert np.isfinite(result.evidence["ev_offset"])


def test_exposure_says_that_a_black_frame_is_black():
    result = ASSESSOR.assess(frame_of(np.zeros((40, 60, 3), np.uint8)))
    assert result.level == "severely under"
    assert result.value == 0.0
    assert result.reasons == ("The frame is black; nothing in it was exposed.",)


def test_exposure_of_a_single_pixel_is_not_judged():
    assert ASSESSOR.assess(frame_of(np.full((1, 1, 3), 118, np.uint8))).abstained


def test_exposure_evidence_is_json():
    evidence = ASSESSOR.assess(frame_of(scene())).evidence
    assert json.loads(json.dumps(dict(evidence))) == evidence
