"""What is said of a photo that shows one outline and nothing else."""

import cv2
import numpy as np
import pytest

from scoring.assessors.lone_outline import crispness_of_outline, lone_share, sharp_outline
from scoring.assessors.s_blur import crispness, s_blur
from scoring.assessors.tile_sharpness import tile_sharpness
from scoring.detail import halvings, measure_detail


def moon(sigma_px):
    luma = np.full((1536, 2048), 12, np.uint8)
    cv2.circle(luma, (1024, 768), 140, 150, -1, cv2.LINE_AA)
    return measure_detail(halvings(np.asarray(cv2.GaussianBlur(luma, (0, 0), sigma_px), np.uint8)))


def by_s_blur(detail):
    return crispness(s_blur(detail))


def test_moon_is_a_lone_outline_and_a_textured_frame_is_not():
    texture = np.random.default_rng(0).integers(0, 255, (1536, 2048)).astype(np.uint8)
    assert lone_share(moon(1.0)) > 0.5
    assert lone_share(measure_detail(halvings(texture))) == 0.0


@pytest.mark.parametrize(("sigma_px", "sharp"), [(0.8, True), (6.0, False)])
def test_lone_outline_is_sharp_until_it_is_blurred(sigma_px, sharp):
    detail = moon(sigma_px)
    assert (sharp_outline(detail, tile_sharpness(detail)) >= 0.5) == sharp


def test_lone_outline_is_crisper_than_s_blur_reads_and_falls_with_every_blur():
    details = [moon(sigma_px) for sigma_px in (1.0, 2.0, 4.0, 8.0)]
    read = [crispness_of_outline(by_s_blur(detail), detail) for detail in details]
    assert read[0] >= by_s_blur(details[0])
    assert read == sorted(read, reverse=True)
    assert read[0] <= max(0.6, by_s_blur(details[0]))


def test_crispness_of_a_frame_with_many_edges_is_that_of_s_blur():
    detail = measure_detail(halvings(np.random.default_rng(0).integers(0, 255, (512, 512)).astype(np.uint8)))
    assert crispness_of_outline(0.3, detail) == 0.3
