"""Whether a file is all there: photos of every format, whole, cut anywhere, and with an end that is not written yet."""

import io
import random

import pillow_heif
import pytest
from PIL import Image

from index.photo.whole_file.empty_tail import TAIL_BYTES
from index.photo.whole_file.whole import how_whole
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole
from tests.index.photo.conftest import dng_bytes

FORMATS = {
    "jpeg": ("JPEG", {"quality": 90}),
    "progressive": ("JPEG", {"quality": 90, "progressive": True}),
    "png": ("PNG", {}),
    "webp": ("WEBP", {"quality": 90}),
    "tiff": ("TIFF", {}),
    "deflated tiff": ("TIFF", {"compression": "tiff_adobe_deflate"}),
    "avif": ("AVIF", {"quality": 90}),
    "heic": ("HEIF", {"quality": 90}),
}


def with_thumbnail(image):
    """EXIF as a camera writes it: with a JPEG, and its EOI, at the end."""
    small = io.BytesIO()
    image.resize((80, 60)).save(small, "JPEG")
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    return exif.tobytes() + small.getvalue()


@pytest.fixture(params=[*FORMATS, "dng"])
def whole_bytes(request, scene):
    if request.param == "dng":
        return dng_bytes(scene, 1)
    pillow_heif.register_heif_opener()
    name, options = FORMATS[request.param]
    buffer = io.BytesIO()
    exif = {"exif": with_thumbnail(scene)} if name in ("JPEG", "WEBP", "AVIF") else {}
    scene.save(buffer, name, **exif, **options)
    return buffer.getvalue()


def lengths_of(data):
    """Many lengths short of all: the first, the last, whole blocks, and some by chance."""
    chosen = random.Random(3)
    blocks = range(512, len(data), 4096)
    by_chance = [chosen.randrange(len(data)) for _ in range(100)]
    return sorted({*range(40), *range(len(data) - 40, len(data) - 1), *blocks, *by_chance})


def test_a_whole_photo_is_whole(tmp_path, whole_bytes):
    path = tmp_path / "photo"
    path.write_bytes(whole_bytes)
    assert how_whole(path) == Whole()


def test_a_photo_cut_anywhere_is_never_whole(tmp_path, whole_bytes):
    path = tmp_path / "photo"
    said = {}
    for length in lengths_of(whole_bytes):
        path.write_bytes(whole_bytes[:length])
        said[length] = how_whole(path)
    assert [length for length, wholeness in said.items() if isinstance(wholeness, Whole)] == []
    assert all(wholeness.reason for wholeness in said.values())


def test_a_photo_that_got_its_size_before_its_bytes_is_never_whole(tmp_path, whole_bytes):
    path = tmp_path / "photo"
    said = {}
    for length in lengths_of(whole_bytes):
        if any(whole_bytes[length:]) and length <= len(whole_bytes) - TAIL_BYTES:
            path.write_bytes(whole_bytes[:length].ljust(len(whole_bytes), b"\0"))
            said[length] = how_whole(path)
    assert [length for length, wholeness in said.items() if isinstance(wholeness, Whole)] == []


def test_a_part_that_was_never_written_is_seen_where_the_file_system_tells(tmp_path, scene):
    path = tmp_path / "photo.png"
    scene.resize((2000, 1500)).save(path, compress_level=0)
    size_bytes = path.stat().st_size
    head, tail = path.read_bytes()[:65536], path.read_bytes()[-65536:]
    path.unlink()
    with path.open("wb") as file:
        file.write(head)
        file.seek(size_bytes - len(tail))
        file.write(tail)
    if path.stat().st_blocks * 512 >= size_bytes:
        pytest.skip("this file system has no holes")
    assert how_whole(path) == Unknown("a part of it is not written yet")


@pytest.mark.parametrize("data", [b"", bytes(4096)], ids=["empty", "zeros"])
def test_a_file_without_a_beginning_is_not_whole(tmp_path, data):
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    assert isinstance(how_whole(path), NotWhole)


def test_a_file_that_begins_like_no_photo_is_unknown(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"<html>not found</html>")
    assert how_whole(path) == Unknown("it does not begin like a photo")


def test_what_cannot_be_read_is_unknown_and_says_why(tmp_path):
    assert how_whole(tmp_path / "nowhere.jpg") == Unknown("the file is not there")
    assert how_whole(tmp_path) == Unknown("this is a folder, not a file")


@pytest.mark.parametrize("folder", ["camera", "heic", "raw"])
def test_photos_of_real_cameras_are_whole_and_cut_they_are_not(tmp_path, shared_photos, folder):
    path = tmp_path / "photo"
    chosen = random.Random(5)
    called_whole = []
    for photo in sorted((shared_photos / folder).iterdir()):
        data = photo.read_bytes()
        assert how_whole(photo) == Whole(), photo.name
        path.write_bytes(data)
        with path.open("r+b") as file:
            for length in sorted((chosen.randrange(len(data) - 2) for _ in range(40)), reverse=True):
                file.truncate(length)
                if isinstance(how_whole(path), Whole):
                    called_whole.append((photo.name, length))
    assert called_whole == []


def test_broken_photos_get_an_answer(shared_photos):
    for photo in sorted((shared_photos / "broken").iterdir()):
        assert isinstance(how_whole(photo), Whole | NotWhole | Unknown)
