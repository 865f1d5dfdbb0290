"""Where a JPEG ends: its own EOI, not one of a thumbnail inside its EXIF."""

import io

import pytest
from PIL import Image

from index.photo.whole_file.jpeg_end import STRETCH_BYTES, how_whole_jpeg
from index.photo.whole_file.wholeness import NotWhole, Whole


def jpeg_of(image, **options):
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", **options)
    return buffer.getvalue()


def test_the_end_of_a_thumbnail_is_not_the_end_of_the_photo(in_window, scene):
    thumbnail = jpeg_of(scene.resize((80, 60)))
    exif = b"Exif\0\0" + thumbnail
    segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    photo = jpeg_of(scene)
    whole = photo[:2] + segment + photo[2:]
    assert in_window(how_whole_jpeg, whole) == Whole()
    assert in_window(how_whole_jpeg, whole[: 2 + len(segment)]) == NotWhole("it ends before its picture begins")
    assert in_window(how_whole_jpeg, whole[:-2]) == NotWhole("the end of its picture is missing")


def test_a_head_longer_than_what_is_read_first_is_read_in_full(in_window, scene):
    packets = b"".join(b"\xff\xe1\xff\xff" + bytes(65533) for _ in range(20))
    photo = jpeg_of(scene)
    whole = photo[:2] + packets + photo[2:]
    assert in_window(how_whole_jpeg, whole) == Whole()
    assert in_window(how_whole_jpeg, whole[:500_000]) == NotWhole("it ends before its picture begins")


def test_zeros_that_pad_a_file_to_whole_blocks_are_no_missing_part(in_window, scene):
    photo = jpeg_of(scene)
    assert in_window(how_whole_jpeg, photo + bytes(4096 - len(photo) % 4096)) == Whole()


@pytest.mark.parametrize("before", [STRETCH_BYTES - 1, STRETCH_BYTES, STRETCH_BYTES + 1])
def test_an_eoi_across_two_stretches_is_found(in_window, before):
    head = jpeg_of(Image.new("L", (8, 8)))
    scan_at = head.index(b"\xff\xda") + 10
    assert in_window(how_whole_jpeg, head[:scan_at] + b"\x55" * before + b"\xff\xd9" + b"maker's note") == Whole()
    assert isinstance(in_window(how_whole_jpeg, head[:scan_at] + b"\x55" * before + b"\xff"), NotWhole)
