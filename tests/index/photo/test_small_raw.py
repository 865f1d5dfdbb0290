"""A RAW file's preview is taken where it is long enough, even where it is too small to judge."""

from __future__ import annotations

import pytest
from PIL import Image

from index.photo.errors import FailureKind, PhotoReadError
from index.photo.small_raw import small_raw

BLUE = (0, 0, 255)


@pytest.mark.parametrize("size_px", [(400, 300), (1600, 1200)])
def test_small_raw_takes_a_preview_that_is_long_enough(dng, size_px):
    rgb = small_raw(dng(Image.new("RGB", size_px, BLUE)).read_bytes(), 360)
    assert rgb.shape == (300, 400, 3)
    assert rgb[..., 2].min() > 240
    assert rgb[..., 0].max() < 15


@pytest.mark.parametrize("preview", [None, Image.new("RGB", (160, 120), BLUE)])
def test_small_raw_develops_where_no_preview_is_long_enough(dng, preview):
    rgb = small_raw(dng(preview).read_bytes(), 361)
    assert rgb.shape == (150, 200, 3)
    assert rgb[:70, :90].mean() > rgb[80:].mean() + 50


@pytest.mark.parametrize("preview", [None, Image.new("RGB", (1600, 1200), BLUE)])
@pytest.mark.parametrize("orientation", [1, 6, 8])
def test_small_raw_turns_upright(dng, preview, orientation):
    rgb = small_raw(dng(preview, orientation).read_bytes(), 360)
    assert (rgb.shape[0] > rgb.shape[1]) == (orientation in (6, 8))


def test_small_raw_says_why_nothing_can_be_read(dng):
    with pytest.raises(PhotoReadError) as caught:
        small_raw(dng().read_bytes()[:100], 360)
    assert caught.value.kind in set(FailureKind) - {FailureKind.UNEXPECTED}
    assert caught.value.message
