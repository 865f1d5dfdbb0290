"""EXIF of a cropped copy: blocks built by hand, and those of the cameras among the real photos."""

import struct

import pytest
from PIL import ExifTags, Image

from index.photo.exif_patch import patched_exif
from index.photo.jpeg_segments import APP1, segments
from tests.index.photo.made_exif import MAKER_NOTE, THUMBNAIL, made_exif


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", [3, 4])
def test_size_is_stated_anew_and_nothing_moves(order, kind):
    block = made_exif(order, kind)
    patched = patched_exif(block, (640, 480))
    assert len(patched) == len(block)
    assert patched == made_exif(order, kind, size_px=(640, 480), with_thumbnail=False)


def test_thumbnail_is_unlinked_and_blank():
    patched = patched_exif(made_exif("<"), (640, 480))
    assert THUMBNAIL not in patched
    assert MAKER_NOTE in patched


def test_orientation_changes_only_when_asked():
    block = made_exif(">", orientation=6)
    assert patched_exif(block, (640, 480)) == made_exif(">", size_px=(640, 480), orientation=6, with_thumbnail=False)
    assert patched_exif(block, (640, 480), 1) == made_exif(">", size_px=(640, 480), orientation=1, with_thumbnail=False)


def test_maker_note_under_the_thumbnail_is_not_blanked():
    block = bytearray(made_exif("<"))
    at = block.index(MAKER_NOTE)
    where = block.index(struct.pack("<I", block.index(THUMBNAIL)))
    struct.pack_into("<I", block, where, at - 2)
    assert MAKER_NOTE in patched_exif(bytes(block), (640, 480))


@pytest.mark.parametrize("block", [b"", b"II", b"no EXIF at all", made_exif("<")[:40], b"II*\0\xff\xff\xff\x7f"])
def test_damaged_block_stays_as_it_is(block):
    assert patched_exif(block, (640, 480)) == block


def test_cameras_notes_keep_every_byte(shared_photos):
    looked_at = 0
    for path in sorted((shared_photos / "camera").glob("*.jpg")):
        data = path.read_bytes()
        app1 = next(s for s in segments(data) if s.marker == APP1 and data.startswith(b"Exif", s.start))
        block = data[app1.start + 6 : app1.end]
        patched = patched_exif(block, (640, 480))
        assert len(patched) == len(block)
        assert note_of(patched) == note_of(block)
        looked_at += note_of(block) is not None
    assert looked_at > 8


def note_of(block):
    exif = Image.Exif()
    exif.load(b"Exif\0\0" + block)
    return exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.MakerNote)
