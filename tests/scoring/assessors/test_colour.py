"""What the colour assessor promises."""

import json

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.colour import ASSESSOR, colourfulness
from scoring.frame import Frame
from scoring.srgb import SRGB_TO_LINEAR


def frame_of(rgb):
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def stripes(*colours):
    """Equal vertical stripes, each with a little of its own light and shade."""
    shade = np.linspace(0.8, 1.0, 120)[:, None, None]
    bands = [np.broadcast_to(shade * colour, (120, 60, 3)) for colour in colours]
    return np.concatenate(bands, axis=1).astype(np.uint8)


def greys():
    return stripes((60, 60, 60), (180, 180, 180), (110, 110, 110), (220, 220, 220))


def lit_by(rgb, gains):
    """The same scene in coloured light: scaled in linear light, back to 8-bit sRGB (IEC 61966-2-1)."""
    linear = np.clip(SRGB_TO_LINEAR[rgb] * np.array(gains), 0.0, 1.0)
    code = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.rint(255.0 * code).astype(np.uint8)


def with_saturation(rgb, factor):
    grey = rgb.mean(axis=2, keepdims=True)
    return np.clip(grey + factor * (rgb - grey), 0, 255).astype(np.uint8)


TINTS = {"warm": (1.0, 0.0, -1.0), "cold": (-1.0, 0.0, 1.0), "green": (-0.5, 1.0, -0.5), "magenta": (0.5, -1.0, 0.5)}
TINT_AXIS = {"warm": ("cast_b", 1), "cold": ("cast_b", -1), "green": ("cast_a", -1), "magenta": ("cast_a", 1)}


@pytest.mark.parametrize("tint", TINTS)
def test_colour_leans_further_with_every_step_of_a_tint_laid_over_a_camera_photo(camera_frame, tint):
    key, sign = TINT_AXIS[tint]
    steps = [np.exp2(step * np.array(TINTS[tint])) for step in (0.0, 0.05, 0.1, 0.15, 0.22, 0.3, 0.4)]
    leans = [sign * ASSESSOR.assess(frame_of(lit_by(camera_frame.thumbnail, gains))).evidence[key] for gains in steps]
    assert leans == sorted(set(leans))


def test_colourfulness_grows_with_the_saturation_of_a_camera_photo(camera_frame):
    rgb = camera_frame.thumbnail.astype(np.float32)
    ladder = [
        colourfulness(np.rint(with_saturation(rgb, factor)).astype(np.uint8)) for factor in np.linspace(0.0, 2.0, 9)
    ]
    assert ladder == sorted(set(ladder))


@pytest.mark.parametrize("factor", [0.0, 0.25, 0.5])
def test_colourfulness_falls_when_a_camera_photo_is_desaturated(camera_frame, factor):
    rgb = camera_frame.working
    assert colourfulness(with_saturation(rgb, factor)) < 0.6 * colourfulness(rgb) + 0.5


def test_colourfulness_of_grey_is_zero_and_of_a_known_pair_is_the_papers():
    assert colourfulness(greys()) == 0.0
    pair = np.array([[[255, 0, 0], [0, 0, 255]]], np.uint8)
    spread, offset = np.hypot(127.5, 191.25), np.hypot(127.5, -63.75)
    assert colourfulness(pair) == pytest.approx(spread + 0.3 * offset, rel=1e-5)


def test_colour_of_no_camera_photo_is_faulted(camera_frame):
    result = ASSESSOR.assess(camera_frame)
    assert result.level in {"normal saturation", "vivid", "muted", "almost colourless"}
    assert result.value >= 0.7


def test_colour_recognises_black_and_white_and_stays_neutral():
    result = ASSESSOR.assess(frame_of(greys()))
    assert result.level == "black and white"
    assert result.value == pytest.approx(
        ASSESSOR.assess(frame_of(stripes((180, 90, 80), (90, 130, 90)))).value, abs=0.06
    )
    assert result.confidence < 0.4
    assert result.evidence["hue_ring"] == [0.0] * 12
    assert result.evidence["dominant_hues_deg"] == []


def test_colour_calls_a_photo_with_a_trace_of_colour_almost_colourless_and_not_black_and_white():
    tinted = greys().copy()
    tinted[:8, :8] = (150, 120, 100)
    result = ASSESSOR.assess(frame_of(tinted))
    assert result.level == "almost colourless"
    assert result.evidence["monochrome"] == 0
    assert result.reasons == ("Almost without colour, though not black and white.",)


@pytest.mark.parametrize(
    ("colour", "hue_deg", "name"),
    [((200, 20, 20), 29, "red"), ((20, 160, 20), 142, "green"), ((30, 40, 200), 266, "blue")],
)
def test_colour_finds_the_dominant_hue_and_names_it(colour, hue_deg, name):
    result = ASSESSOR.assess(frame_of(stripes(colour, (120, 120, 120), (60, 60, 60))))
    assert result.evidence["dominant_hues_deg"] == pytest.approx([hue_deg], abs=5)
    assert int(np.argmax(result.evidence["hue_ring"])) == hue_deg // 30
    assert name in result.reasons[-1]


def test_colour_names_two_dominant_hues():
    result = ASSESSOR.assess(frame_of(stripes((190, 60, 50), (60, 90, 190), (60, 90, 190))))
    assert len(result.evidence["dominant_hues_deg"]) == 2
    assert "blue and red" in result.reasons[-1]


@pytest.mark.parametrize(
    ("gains", "level"),
    [((1.6, 1.0, 0.5), "warm"), ((0.6, 1.0, 1.6), "cold"), ((0.7, 1.2, 0.7), "green"), ((1.3, 0.7, 1.3), "magenta")],
)
def test_colour_names_the_cast_of_coloured_light(gains, level):
    result = ASSESSOR.assess(frame_of(lit_by(greys(), gains)))
    assert result.level == level
    assert result.confidence <= 0.5
    assert "white balance" in result.reasons[0]


def test_colour_cast_grows_with_the_light_and_costs_little():
    results = [ASSESSOR.assess(frame_of(lit_by(greys(), (1.0 + step, 1.0, 1.0 - step)))) for step in (0.1, 0.2, 0.4)]
    strengths = [result.evidence["cast"] for result in results]
    assert strengths == sorted(set(strengths))
    assert results[-1].value > 0.6


def test_colour_claims_no_cast_when_one_coloured_thing_stands_among_greys():
    wall = greys()
    wall[20:100, 40:200] = (190, 50, 40)
    assert ASSESSOR.assess(frame_of(wall)).evidence["cast"] < 0.02


def test_colour_driven_out_of_gamut_is_a_fault():
    rgb = stripes((180, 60, 50), (70, 150, 60), (60, 80, 180))
    natural, driven = (ASSESSOR.assess(frame_of(with_saturation(rgb, factor))) for factor in (1.0, 3.0))
    assert driven.level == "too vivid"
    assert driven.value < natural.value - 0.2
    assert natural.evidence["gamut_edge_fraction"] == 0.0


def test_colour_tells_of_the_channel_that_a_red_flower_blows():
    rgb = np.concatenate(
        [stripes(*[(120, 120, 120), (70, 110, 60)] * 6), np.full((120, 50, 3), (255, 30, 70), np.uint8)], 1
    )
    result = ASSESSOR.assess(frame_of(rgb))
    assert result.evidence["clipped_highlights_rgb"] == pytest.approx([50 / 770, 0.0, 0.0], abs=1e-3)
    assert result.evidence["full_vivid_rgb"] == pytest.approx([50 / 770, 0.0, 0.0], abs=1e-3)
    assert "blown the red channel" in result.reasons[-1]


def test_white_sky_clips_every_channel_and_blows_no_colour():
    rgb = stripes((120, 120, 120), (70, 110, 60), (60, 90, 160))
    rgb[:, :60] = 255
    result = ASSESSOR.assess(frame_of(rgb))
    assert result.evidence["clipped_highlights_rgb"] == pytest.approx([1 / 3] * 3, abs=1e-3)
    assert not any("channel" in sentence for sentence in result.reasons)


def test_no_camera_photo_blows_a_channel_by_its_colours(camera_frame):
    assert not any("channel" in sentence for sentence in ASSESSOR.assess(camera_frame).reasons)


@pytest.mark.parametrize("code", [0, 128, 255])
def test_colour_of_a_plain_grey_frame_is_black_and_white(code):
    assert ASSESSOR.assess(frame_of(np.full((40, 60, 3), code, np.uint8))).level == "black and white"


def test_colour_of_a_single_pixel_does_not_fail():
    assert ASSESSOR.assess(frame_of(np.full((1, 1, 3), (200, 40, 40), np.uint8))).reasons


def test_colour_evidence_is_json():
    evidence = ASSESSOR.assess(frame_of(stripes((190, 60, 50), (60, 90, 190)))).evidence
    assert json.loads(json.dumps(dict(evidence))) == evidence
