"""Only as much of a JPEG is decoded as a small picture takes."""

from __future__ import annotations

import pytest

from index.photo.errors import FailureKind, PhotoReadError
from index.photo.small_jpeg import small_jpeg


@pytest.fixture
def jpeg(tmp_path, scene):
    """The bytes of a JPEG of that size."""

    def write(size_px):
        scene.resize(size_px).save(tmp_path / "a.jpg", quality=95)
        return (tmp_path / "a.jpg").read_bytes()

    return write


@pytest.mark.parametrize(("edge_px", "decoded_px"), [(1, 80), (80, 80), (81, 160), (300, 320), (640, 640), (5000, 640)])
def test_small_jpeg_decodes_at_the_fewest_eighths_that_are_long_enough(jpeg, edge_px, decoded_px):
    assert small_jpeg(jpeg((640, 480)), edge_px, orientation=1).shape == (decoded_px * 3 // 4, decoded_px, 3)
    assert small_jpeg(jpeg((480, 640)), edge_px, orientation=1).shape == (decoded_px, decoded_px * 3 // 4, 3)


def test_small_jpeg_refuses_a_size_that_no_camera_makes(jpeg):
    data = bytearray(jpeg((640, 480)))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
    with pytest.raises(PhotoReadError) as caught:
        small_jpeg(bytes(data), 80, orientation=1)
    assert caught.value.kind is FailureKind.TOO_LARGE
