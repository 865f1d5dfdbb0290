"""The packet inside a photo, whatever its container, read without reading the photo."""

import os
import shutil
import subprocess
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from index.photo import file_window
from index.photo.embedded_xmp import embedded_xmp
from tests.index.photo.made_xmp import PACKET, cr3, jpeg, raf, tiff

SHARED_PHOTOS = Path(__file__).parents[3].parent / "shared" / "photos"

HAND_MADE = {
    "a.jpg": jpeg(),
    "a.dng": tiff(PACKET),
    "a.nef": tiff(PACKET, ">"),
    "a.raf": raf(jpeg()),
    "a.CR3": cr3(PACKET),
}


@pytest.mark.parametrize("name", HAND_MADE)
def test_every_container_is_told_by_its_first_bytes(tmp_path, name):
    (tmp_path / name).write_bytes(HAND_MADE[name])

    assert embedded_xmp(tmp_path / name) == PACKET


def test_the_name_of_the_file_does_not_matter(tmp_path):
    (tmp_path / "really.png").write_bytes(jpeg())

    assert embedded_xmp(tmp_path / "really.png") == PACKET


def test_a_heic_keeps_it_too(tmp_path):
    heif = pillow_heif.from_pillow(Image.new("RGB", (64, 64)))
    heif.info["xmp"] = PACKET
    heif.save(tmp_path / "a.heic")

    assert embedded_xmp(tmp_path / "a.heic") == PACKET


def test_zeros_behind_a_packet_are_not_handed_on(tmp_path):
    (tmp_path / "a.tif").write_bytes(tiff(PACKET + bytes(8)))

    assert embedded_xmp(tmp_path / "a.tif") == PACKET


def test_zeros_that_belong_to_letters_of_two_bytes_are_kept(tmp_path):
    packet = PACKET.decode().encode("utf-16")
    (tmp_path / "a.tif").write_bytes(tiff(packet))

    assert embedded_xmp(tmp_path / "a.tif") == packet


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"no photo at all", b"II*\0\xff\xff\xff\xff", tiff(b"")])
def test_what_is_damaged_or_no_photo_has_none(tmp_path, data):
    (tmp_path / "a.jpg").write_bytes(data)

    assert embedded_xmp(tmp_path / "a.jpg") is None


def test_a_pipe_a_folder_and_nothing_at_all_have_none(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "folder.jpg").mkdir()

    assert [embedded_xmp(tmp_path / name) for name in ("pipe.jpg", "folder.jpg", "gone.jpg")] == [None] * 3


@pytest.mark.parametrize("name", HAND_MADE)
def test_wherever_a_photo_is_cut_nothing_but_the_packet_or_none_comes_out(tmp_path, name):
    whole = HAND_MADE[name]
    path = tmp_path / name
    for left in range(0, len(whole), 7):
        path.write_bytes(whole[:left])
        assert embedded_xmp(path) in (None, PACKET)


def test_a_big_raw_is_not_read_whole(tmp_path, monkeypatch):
    path = tmp_path / "big.nef"
    path.write_bytes(tiff(PACKET))
    os.truncate(path, 900_000_000)  # holes take no room on the disk
    read = []
    real = file_window.FileWindow.at

    def counted(window, offset, size_bytes):
        read.append(size_bytes)
        return real(window, offset, size_bytes)

    monkeypatch.setattr(file_window.FileWindow, "at", counted)

    assert embedded_xmp(path) == PACKET
    assert sum(read) < 1000


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp", "a.heic"])
def test_what_exiftool_embeds_is_read(tmp_path, name):
    path = tmp_path / name
    if name.endswith("heic"):
        pillow_heif.from_pillow(Image.new("RGB", (64, 64))).save(path)
    else:
        Image.new("RGB", (64, 64)).save(path, **({"pnginfo": PngInfo()} if name.endswith("png") else {}))
    subprocess.run(["exiftool", "-q", "-XMP:Rating=4", "-XMP:Label=Green", str(path)], check=True)
    told = subprocess.run(["exiftool", "-b", "-XMP", str(path)], check=True, capture_output=True).stdout

    packet = embedded_xmp(path)

    assert packet is not None
    assert packet == told.rstrip(b"\0")
    assert b"Green" in packet


@pytest.mark.skipif(not SHARED_PHOTOS.is_dir(), reason="the shared photos are not here")
@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
def test_the_same_packets_as_exiftool_are_found_in_real_photos_even_broken_ones():
    photos = [path for path in SHARED_PHOTOS.rglob("*") if path.is_file()]
    for path in photos:
        told = subprocess.run(["exiftool", "-b", "-XMP", str(path)], check=False, capture_output=True).stdout
        assert (embedded_xmp(path) or b"") == told.rstrip(b"\0"), path.name
