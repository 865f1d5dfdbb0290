"""Blocks of a JPEG as they were stored: an encoder that averages colours back finds the stored samples."""

import io

import numpy as np
import pytest
from PIL import Image

from index.photo.jpeg_frame import frame_of
from index.photo.stored_planes import stored_block


def coloured_jpeg(across, down, sampling):
    """Grey brightness; colours at random, each over `across` x `down` px; and those colours, (48, 64, 2)."""
    small = np.random.default_rng(6).integers(80, 176, (48 // down, 64 // across, 2), np.uint8)
    colours = small.repeat(down, axis=0).repeat(across, axis=1)
    planes = [np.full((48, 64), 128, np.uint8), colours[..., 0], colours[..., 1]]
    stream = io.BytesIO()
    picture = Image.merge("YCbCr", [Image.fromarray(np.ascontiguousarray(plane)) for plane in planes])
    picture.save(stream, "JPEG", qtables=[[1] * 64], subsampling=sampling)
    return stream.getvalue(), colours


@pytest.mark.parametrize(("across", "down", "sampling"), [(1, 1, "4:4:4"), (2, 1, "4:2:2"), (2, 2, "4:2:0")])
@pytest.mark.parametrize("box", [(0, 0, 64, 48), (16, 16, 48, 32), (32, 32, 61, 45)])
def test_colours_are_repeated_as_they_are_stored(across, down, sampling, box):
    data, colours = coloured_jpeg(across, down, sampling)
    left, top, right, bottom = box
    block = stored_block(data, frame_of(data), box)
    assert (block.mode, block.size) == ("YCbCr", (right - left, bottom - top))
    difference = np.asarray(block)[..., 1:].astype(int) - colours[top:bottom, left:right]
    assert np.abs(difference).max() <= 2


def test_grey_is_taken_as_it_is(scene):
    stream = io.BytesIO()
    scene.convert("L").save(stream, "JPEG")
    block = stored_block(stream.getvalue(), frame_of(stream.getvalue()), (8, 8, 40, 40))
    assert (block.mode, block.size) == ("L", (32, 32))
