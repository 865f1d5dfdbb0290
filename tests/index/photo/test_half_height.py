"""Colours at half the height, written by way of colours at half the width."""

import io

import numpy as np
from PIL import Image

from index.photo.crop_jpeg import picture_part
from index.photo.half_height import one_above_the_other, side_by_side
from index.photo.jpeg_frame import frame_of


def test_written_file_shows_the_picture_with_colours_at_half_the_height():
    y, x = np.mgrid[:48, :40]
    rows = y // 2 * 2
    planes = [np.uint8(60 + 2 * x + y), np.uint8(90 + rows), np.uint8(160 - rows)]
    picture = Image.merge("YCbCr", [Image.fromarray(plane) for plane in planes])
    stream = io.BytesIO()
    side_by_side(picture).save(stream, "JPEG", qtables=[[1] * 64], subsampling="4:2:2")
    written = b"\xff\xd8" + picture_part(one_above_the_other(stream.getvalue()), (40, 48))
    assert frame_of(written).factors == ((1, 2), (1, 1), (1, 1))
    assert frame_of(written).size_px == (40, 48)
    image = Image.open(io.BytesIO(written))
    image.draft("YCbCr", image.size)
    assert np.abs(np.asarray(image).astype(int) - np.dstack(planes)).max() <= 2


def test_picture_that_ends_within_a_block_is_filled_up():
    odd = Image.new("YCbCr", (37, 45), (120, 100, 150))
    assert side_by_side(odd).size == (80, 24)
