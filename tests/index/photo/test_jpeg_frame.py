"""What a JPEG's frame header says, of files that Pillow wrote and of headers changed by hand."""

import io

import pytest
from PIL import Image

from index.photo.jpeg_frame import ColourModel, frame_of


def jpeg(mode="RGB", size=(70, 50), **options):
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, "JPEG", **options)
    return stream.getvalue()


@pytest.mark.parametrize(("sampling", "mcu_px"), [("4:4:4", (8, 8)), ("4:2:2", (16, 8)), ("4:2:0", (16, 16))])
def test_sampling_tells_what_is_coded_together(sampling, mcu_px):
    frame = frame_of(jpeg(subsampling=sampling))
    assert frame.mcu_px == mcu_px
    assert frame.size_px == (70, 50)
    assert frame.colours is ColourModel.YCBCR


def test_grey_is_coded_by_single_blocks():
    frame = frame_of(jpeg("L"))
    assert frame.mcu_px == (8, 8)
    assert frame.colours is ColourModel.GREY


def test_inks_and_plain_rgb_are_told_by_adobes_segment():
    assert frame_of(jpeg("CMYK")).colours is ColourModel.CMYK
    assert frame_of(jpeg(keep_rgb=True)).colours is ColourModel.RGB


def test_progressive_is_told():
    assert frame_of(jpeg(progressive=True)).is_progressive
    assert not frame_of(jpeg()).is_progressive


def test_size_stands_where_the_frame_says():
    data = jpeg()
    at = frame_of(data).size_at
    assert data[at : at + 4] == (50).to_bytes(2, "big") + (70).to_bytes(2, "big")


def test_file_without_a_frame_is_damaged():
    with pytest.raises(ValueError, match="no frame header"):
        frame_of(b"\xff\xd8\xff\xda\x00\x04ab")
