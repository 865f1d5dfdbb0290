"""What the artefact assessor promises."""

import json
from itertools import pairwise

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts, PixelSource
from scoring.assessors.artefacts import ASSESSOR
from scoring.frame import Frame
from scoring.metrics.correlation import srcc


def frame_of(rgb, source=PixelSource.FULL):
    return Frame(np.ascontiguousarray(rgb), (rgb.shape[1], rgb.shape[0]), ExifFacts(), source)


def scene(height=1200, width=1800):
    """A soft scene in colour with a little grain."""
    rng = np.random.default_rng(5)
    soft = cv2.GaussianBlur(rng.uniform(0, 255, (height, width, 3)).astype(np.float32), (0, 0), 20)
    return np.clip(128 + (soft - soft.mean()) / soft.std() * 35 + rng.normal(0, 1.0, soft.shape), 0, 255).astype(
        np.uint8
    )


def compressed(rgb, quality):
    return cv2.imdecode(cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR)


def test_artefacts_of_no_camera_photo_are_claimed(camera_frame):
    result = ASSESSOR.assess(camera_frame)
    assert result.level == "no visible artefacts"
    assert result.value > 0.95


def test_artefacts_of_a_clean_scene_are_none_and_of_a_crushed_jpeg_strong():
    clean, crushed = ASSESSOR.assess(frame_of(scene())), ASSESSOR.assess(frame_of(compressed(scene(), 10)))
    assert clean.value == 1.0
    assert clean.level == "no visible artefacts"
    assert crushed.level == "strong artefacts"
    assert crushed.evidence["worst"] == "blocking"
    assert "JPEG blocks" in crushed.reasons[0]


def test_artefacts_value_never_rises_as_the_quality_falls():
    values = [ASSESSOR.assess(frame_of(compressed(scene(), quality))).value for quality in (95, 75, 50, 30, 20, 10)]
    assert values == sorted(values, reverse=True)


def test_artefacts_value_of_a_camera_photo_follows_the_jpeg_quality(camera_frame):
    qualities = (95, 60, 40, 25, 15, 8)
    values = [ASSESSOR.assess(frame_of(compressed(camera_frame.rgb, quality))).value for quality in qualities]
    assert srcc(values, qualities) >= 0.95


def test_grass_hides_jpeg_blocks_but_not_for_ever():
    grass = np.random.default_rng(6).normal(0, 14.0, (1200, 1800, 1))
    grass = np.clip(scene() + cv2.GaussianBlur(grass, (0, 0), 0.8)[..., None], 0, 255).astype(np.uint8)
    values = [ASSESSOR.assess(frame_of(compressed(grass, quality))).value for quality in (75, 30, 15, 8)]
    assert values[0] > 0.95
    assert all(later < earlier for earlier, later in pairwise(values))


def test_faint_grid_of_a_dark_photo_is_no_artefact():
    dark = compressed((scene() * 0.15).astype(np.uint8), 85)
    judged = ASSESSOR.assess(frame_of(dark))
    assert judged.level == "no visible artefacts"


@pytest.mark.parametrize("source", [PixelSource.EMBEDDED_PREVIEW, PixelSource.HALF_SIZE_DEVELOPMENT])
def test_artefacts_of_a_preview_are_not_judged_but_its_spots_are_kept(source):
    rgb = np.full((680, 1024, 3), 190, np.uint8)
    cv2.circle(rgb, (300, 200), 5, (165, 165, 165), -1)
    result = ASSESSOR.assess(frame_of(cv2.GaussianBlur(rgb, (0, 0), 2), source))
    assert result.abstained
    assert result.evidence["dust_spots"] == pytest.approx([300 / 1024, 200 / 680], abs=0.003)


def test_artefacts_of_a_reduced_picture_leave_out_what_it_cannot_show_and_are_less_sure():
    small, native = ASSESSOR.assess(frame_of(scene(400, 600))), ASSESSOR.assess(frame_of(scene()))
    assert small.confidence < native.confidence
    assert small.evidence["moire_tiles"] is None
    assert small.evidence["purple_fringe"] is None


@pytest.mark.parametrize("code", [0, 128, 255])
def test_artefacts_of_an_even_frame_are_none_and_hardly_sure(code):
    result = ASSESSOR.assess(frame_of(np.full((700, 1800, 3), code, np.uint8)))
    assert result.level == "no visible artefacts"
    assert result.confidence <= 0.3


@pytest.mark.parametrize("shape", [(1, 1, 3), (40, 6000, 3), (100, 100, 3)])
def test_artefacts_of_a_tiny_or_narrow_frame_are_not_judged(shape):
    assert ASSESSOR.assess(frame_of(np.full(shape, 90, np.uint8))).abstained


def test_artefacts_evidence_is_json():
    evidence = ASSESSOR.assess(frame_of(compressed(scene(), 20))).evidence
    assert json.loads(json.dumps(dict(evidence))) == evidence
