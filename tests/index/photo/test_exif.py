"""EXIF facts from every container, and from damaged blocks."""

from __future__ import annotations

import logging
import struct
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pillow_heif
import pytest
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import IFDRational

from index.photo.errors import FailureKind, PhotoReadError
from index.photo.exif import exif_of, orientation_of, read_exif
from index.photo.exif_blocks import CANON_UUID
from index.photo.record import ExifFacts

Base = ExifTags.Base


def exif_block(**tags: object) -> Image.Exif:
    """An EXIF block: Make, Model and Orientation in IFD0, the rest in the Exif directory."""
    block = Image.Exif()
    inside = block.get_ifd(ExifTags.IFD.Exif)
    for name, value in tags.items():
        directory = block if name in ("Make", "Model", "Orientation") else inside
        directory[Base[name]] = value
    return block


FULL = {
    "Make": "Canon",
    "Model": "Canon EOS R5",
    "Orientation": 6,
    "DateTimeOriginal": "2026:11:20 10:31:02",
    "SubsecTimeOriginal": "412",
    "OffsetTimeOriginal": "+02:00",
    "ISOSpeedRatings": 400,
    "FNumber": IFDRational(28, 10),
    "ExposureTime": IFDRational(1, 250),
    "ExposureBiasValue": IFDRational(-2, 3),
    "FocalLength": IFDRational(85, 1),
    "LensModel": "RF85mm F1.2 L USM",
}
FACTS = ExifFacts(
    camera="Canon EOS R5",
    lens="RF85mm F1.2 L USM",
    capture_time=datetime(2026, 11, 20, 10, 31, 2, 412_000, timezone(timedelta(hours=2))),
    iso=400,
    f_number=2.8,
    exposure_time_s=0.004,
    exposure_bias_ev=-2 / 3,
    focal_length_mm=85.0,
    orientation=6,
)


def facts_of(path: Path, corners: Image.Image, **tags: object) -> ExifFacts:
    corners.save(path, exif=exif_block(**tags))
    return read_exif(path)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_read_exif_reads_every_fact(tmp_path, corners, name):
    assert facts_of(tmp_path / name, corners, **FULL) == FACTS


def test_read_exif_reads_the_body_and_whether_it_bracketed(tmp_path, corners):
    facts = facts_of(tmp_path / "a.jpg", corners, **FULL, BodySerialNumber="042021001", ExposureMode=2)
    assert (facts.body_serial, facts.auto_bracket) == ("042021001", True)
    facts = facts_of(tmp_path / "b.jpg", corners, **FULL, ExposureMode=1)
    assert (facts.body_serial, facts.auto_bracket) == (None, False)


def test_read_exif_reads_a_file_built_like_tiff():
    tiff = exif_block(**FULL).tobytes().removeprefix(b"Exif\0\0")
    assert exif_of(tiff) == FACTS


def test_read_exif_reads_avif(tmp_path, corners):
    assert facts_of(tmp_path / "a.avif", corners, **{**FULL, "Orientation": 1}) == replace(FACTS, orientation=1)


def test_read_exif_reads_heic_of_any_brand_and_writer(tmp_path, corners):
    path = tmp_path / "a.heic"
    pillow_heif.from_pillow(corners).save(path, exif=exif_block(**{**FULL, "Orientation": 1}).tobytes())
    data = path.read_bytes()
    assert exif_of(data) == replace(FACTS, orientation=1)
    assert exif_of(data[:8] + b"heix" + data[12:]).camera == "Canon EOS R5"


def box(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", 8 + len(payload)) + kind + payload


def test_read_exif_reads_the_two_blocks_of_a_cr3():
    inside = Image.Exif()
    inside[Base.DateTimeOriginal] = "2026:11:20 10:31:02"
    inside[Base.ISOSpeedRatings] = 800
    blocks = [exif_block(Make="Canon", Model="Canon EOS R5", Orientation=8).tobytes()[6:], inside.tobytes()[6:]]
    canon = box(b"uuid", CANON_UUID + box(b"CNCV", b"x") + box(b"CMT1", blocks[0]) + box(b"CMT2", blocks[1]))
    facts = exif_of(box(b"ftyp", b"crx \0\0\0\1") + box(b"moov", canon))
    assert (facts.camera, facts.iso, facts.orientation) == ("Canon EOS R5", 800, 8)
    assert facts.capture_time == datetime(2026, 11, 20, 10, 31, 2)


def test_read_exif_reads_a_raf_from_its_embedded_jpeg(tmp_path, corners):
    path = tmp_path / "a.jpg"
    corners.save(path, exif=exif_block(Make="FUJIFILM", Model="X-T5"))
    jpeg = path.read_bytes()
    header = b"FUJIFILMCCD-RAW ".ljust(84, b"\0") + struct.pack(">II", 160, len(jpeg))
    assert exif_of(header.ljust(160, b"\0") + jpeg).camera == "FUJIFILM X-T5"


def test_read_exif_is_empty_without_exif(tmp_path, corners):
    for name in ("a.jpg", "a.png", "a.webp", "a.avif"):
        corners.save(tmp_path / name)
        assert read_exif(tmp_path / name) == ExifFacts()


@pytest.mark.parametrize(("stated", "read"), [(0, 1), (9, 1), (65535, 1), (1, 1), (8, 8)])
def test_read_exif_keeps_orientation_within_1_to_8(tmp_path, corners, stated, read):
    assert facts_of(tmp_path / "a.jpg", corners, Orientation=stated).orientation == read
    assert orientation_of((tmp_path / "a.jpg").read_bytes()) == read


def test_orientation_of_is_upright_where_nothing_is_stated(tmp_path, corners):
    corners.save(tmp_path / "a.jpg")
    assert orientation_of((tmp_path / "a.jpg").read_bytes()) == 1
    assert orientation_of(b"no photo") == 1


@pytest.mark.parametrize(
    ("tags", "iso"),
    [
        ({"ISOSpeedRatings": 200}, 200),
        ({"ISOSpeedRatings": 65535, "RecommendedExposureIndex": 102_400}, 102_400),
        ({"ISOSpeedRatings": 65535, "StandardOutputSensitivity": 80_000}, 80_000),
        ({"ISOSpeed": 640}, 640),
        ({"ISOSpeedRatings": 65535}, 65535),
        ({"ISOSpeedRatings": 0}, None),
        ({}, None),
    ],
)
def test_read_exif_finds_the_iso_wherever_it_stands(tmp_path, corners, tags, iso):
    assert facts_of(tmp_path / "a.jpg", corners, **tags).iso == iso


def test_read_exif_takes_zero_denominators_for_unknown(tmp_path, corners):
    zero = IFDRational(1, 0)
    facts = facts_of(
        tmp_path / "a.jpg", corners, FNumber=zero, ExposureTime=zero, ExposureBiasValue=zero, FocalLength=zero
    )
    assert (facts.f_number, facts.exposure_time_s, facts.focal_length_mm) == (None, None, None)


def test_read_exif_works_out_apex_values(tmp_path, corners):
    apex = {"ApertureValue": IFDRational(4, 1), "ShutterSpeedValue": IFDRational(3, 1)}
    facts = facts_of(tmp_path / "a.jpg", corners, **apex)
    assert (facts.f_number, facts.exposure_time_s) == (4.0, 0.125)


def test_read_exif_names_a_lens_by_its_numbers(tmp_path, corners):
    numbers = (IFDRational(18), IFDRational(70), IFDRational(35, 10), IFDRational(45, 10))
    assert facts_of(tmp_path / "a.jpg", corners, LensSpecification=numbers).lens == "18-70mm f/3.5-4.5"


def test_read_exif_falls_back_to_the_digitized_time(tmp_path, corners):
    times = {"DateTimeOriginal": "0000:00:00 00:00:00", "DateTimeDigitized": "2020:01:02 03:04:05"}
    assert facts_of(tmp_path / "a.jpg", corners, **times).capture_time == datetime(2020, 1, 2, 3, 4, 5)


def test_read_exif_survives_a_damaged_block_and_says_nothing(tmp_path, corners, caplog, capfd):
    corners.save(tmp_path / "a.jpg", exif=exif_block(**FULL))
    data = bytearray((tmp_path / "a.jpg").read_bytes())
    start = data.index(b"Exif\0\0") + 6
    with caplog.at_level(logging.WARNING):
        for position in range(start, start + 400):
            assert isinstance(exif_of(bytes(data[:position] + b"\xff\xff" + data[position + 2 :])), ExifFacts)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_read_exif_raises_only_where_the_file_cannot_be_read(tmp_path):
    with pytest.raises(PhotoReadError) as caught:
        read_exif(tmp_path / "gone.jpg")
    assert caught.value.kind is FailureKind.MISSING


def test_read_exif_of_real_cameras(shared_photos):
    canon = read_exif(shared_photos / "camera/Canon_EOS_450D.jpg")
    assert (canon.camera, canon.lens) == ("Canon EOS 450D", "EF70-200mm f/2.8L IS USM")
    assert canon.capture_time == datetime(2008, 4, 15, 13, 11, 23, 30_000)
    assert read_exif(shared_photos / "camera/Leica_T_Typ_701_.jpg").orientation == 8
    phone = read_exif(shared_photos / "heic/exif-at-eof.heic")
    assert phone.lens == "iPhone 11 Pro back triple camera 4.25mm f/1.8"
    assert phone.capture_time is not None
    assert phone.capture_time.utcoffset() == timedelta(hours=-4)
    assert read_exif(shared_photos / "raw/nikon_6mp_1.nef").iso == 200
