"""A RAW file is judged by its preview, or developed at half size where the preview is small."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from index.photo.decode import decode
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.record import PixelSource


def preview(width_px: int, height_px: int) -> Image.Image:
    """Blue with a red quarter at the top left."""
    image = Image.new("RGB", (width_px, height_px), (0, 0, 255))
    image.paste((255, 0, 0), (0, 0, width_px // 2, height_px // 2))
    return image


def red_corner(rgb: np.ndarray) -> tuple[str, str]:
    row, column = np.unravel_index(np.argmax(rgb[::9, ::9, 0].astype(int) - rgb[::9, ::9, 2]), rgb[::9, ::9, 0].shape)
    height, width = rgb[::9, ::9].shape[:2]
    return "top" if row < height / 2 else "bottom", "left" if column < width / 2 else "right"


def test_decode_raw_judges_a_large_preview_and_states_the_sensor_size(dng):
    pixels = decode(dng(preview(1200, 900)), 1)
    assert pixels.pixel_source is PixelSource.EMBEDDED_PREVIEW
    assert pixels.rgb.shape == (900, 1200, 3)
    assert pixels.size_px == (400, 300)
    assert red_corner(pixels.rgb) == ("top", "left")


@pytest.mark.parametrize("size_px", [None, (160, 120), (999, 749)])
def test_decode_raw_develops_at_half_size_where_the_preview_is_under_1000_px(dng, size_px):
    pixels = decode(dng(preview(*size_px) if size_px else None), 1)
    assert pixels.pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT
    assert pixels.rgb.shape == (150, 200, 3)
    assert pixels.size_px == (400, 300)
    assert pixels.rgb[:70, :90].mean() > pixels.rgb[80:].mean() + 50


def test_decode_raw_develops_where_the_preview_is_damaged(dng, tmp_path):
    data = bytearray(dng(preview(1200, 900)).read_bytes())
    data[8 + 800 : 8 + 2000] = bytes(1200)
    (tmp_path / "frame.dng").write_bytes(data)
    assert decode(tmp_path / "frame.dng", 1).pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT


def test_decode_raw_does_not_brighten_a_dark_frame(dng):
    pixels = decode(dng(), 1)
    linear = 20_000 / 65_535
    srgb = 255 * (1.055 * linear ** (1 / 2.4) - 0.055)
    assert abs(float(np.median(pixels.rgb[100:])) - srgb) < 40


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, ("top", "left")), (3, ("bottom", "right")), (6, ("top", "right")), (8, ("bottom", "left"))],
)
def test_decode_raw_turns_preview_and_development_upright(dng, orientation, corner):
    shown = decode(dng(preview(1200, 900), orientation), orientation)
    assert red_corner(shown.rgb) == corner
    developed = decode(dng(None, orientation), orientation)
    assert shown.size_px == developed.size_px == ((300, 400) if orientation in (6, 8) else (400, 300))
    for pixels in (shown, developed):
        assert (pixels.rgb.shape[0] > pixels.rgb.shape[1]) == (orientation in (6, 8))


def test_decode_raw_leaves_a_preview_that_is_stored_upright(dng):
    pixels = decode(dng(preview(900, 1200), 6), 6)
    assert pixels.rgb.shape == (1200, 900, 3)
    assert red_corner(pixels.rgb) == ("top", "left")


def test_decode_raw_fails_where_nothing_can_be_read(dng):
    path = dng()
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(PhotoReadError) as caught:
        decode(path, 1)
    assert caught.value.kind in (FailureKind.UNSUPPORTED, FailureKind.TRUNCATED, FailureKind.CORRUPT)
