"""Colours at half the width, taken back from what libjpeg-turbo's decoder makes of them."""

import io

import numpy as np
import pytest
from PIL import Image, features

from index.photo.chroma_planes import stored_half


def interpolated(half):
    """As jdsample.c writes it: h2v1_fancy_upsample."""
    samples = half.astype(int)
    before = np.hstack([samples[:, :1], samples[:, :-1]])
    after = np.hstack([samples[:, 1:], samples[:, -1:]])
    wide = np.empty((half.shape[0], 2 * half.shape[1]), np.uint8)
    wide[:, 0::2], wide[:, 1::2] = (3 * samples + before + 1) >> 2, (3 * samples + after + 2) >> 2
    return wide


@pytest.mark.parametrize("contrast", [3, 20, 80])
def test_samples_come_back_from_what_was_interpolated(contrast):
    half = (128 + np.random.default_rng(3).normal(0, contrast, (60, 90))).clip(0, 255).astype(np.uint8)
    found = stored_half(interpolated(half))
    assert np.abs(found.astype(int) - half).max() <= 1
    assert (found == half).mean() > 0.8


def test_smooth_colours_come_back_exactly():
    half = np.tile(np.linspace(90, 170, 80).astype(np.uint8), (10, 1))
    assert np.array_equal(stored_half(interpolated(half)), half)


@pytest.mark.skipif(not features.check("libjpeg_turbo"), reason="Pillow stands on another libjpeg here")
def test_decoder_interpolates_as_is_assumed():
    colours = np.random.default_rng(4).integers(60, 190, (16, 12, 2), np.uint8).repeat(2, axis=1)
    picture = np.dstack([np.full((16, 24), 128, np.uint8), colours])
    stream = io.BytesIO()
    planes = [Image.fromarray(np.ascontiguousarray(plane)) for plane in picture.transpose(2, 0, 1)]
    Image.merge("YCbCr", planes).save(stream, "JPEG", qtables=[[1] * 64], subsampling="4:2:2")
    image = Image.open(stream)
    image.draft("YCbCr", image.size)
    seen = np.asarray(image)
    for channel in (1, 2):
        assert np.abs(stored_half(seen[..., channel]).astype(int) - picture[:, ::2, channel]).max() <= 2
        assert np.abs(interpolated(stored_half(seen[..., channel])).astype(int) - seen[..., channel]).max() <= 1
