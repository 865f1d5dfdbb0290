"""EXIF as a photographer writes it."""

from datetime import datetime, timedelta, timezone

import pytest

from assist_cli.render.exif_text import (
    aperture_text,
    bias_text,
    focal_length_text,
    gear,
    moment_text,
    settings,
    shutter_text,
)
from index.photo.record import ExifFacts


@pytest.mark.parametrize(
    ("focal_length_mm", "text"),
    [
        (4.25, "4.3 mm"),
        (6.765, "6.8 mm"),
        (6.0, "6 mm"),
        (10.5, "10.5 mm"),
        (19.9375, "20 mm"),
        (21.3125, "21 mm"),
        (85.0, "85 mm"),
        (1000.0, "1000 mm"),
        (1200000.0, "1200000 mm"),
    ],
)
def test_focal_lengths_have_tenths_only_where_they_matter(focal_length_mm, text):
    assert focal_length_text(focal_length_mm) == text


@pytest.mark.parametrize(
    ("f_number", "text"),
    [
        (0.95, "f/0.95"),
        (2.8, "f/2.8"),
        (3.605, "f/3.6"),
        (6.19026, "f/6.2"),
        (9.0, "f/9"),
        (9.97, "f/10"),
        (11.0, "f/11"),
    ],
)
def test_apertures_read_as_engraved(f_number, text):
    assert aperture_text(f_number) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (1 / 8000, "1/8000 s"),
        (1 / 250, "1/250 s"),
        (0.25, "1/4 s"),
        (0.299999, "0.3 s"),
        (0.7999, "0.8 s"),
        (1.0, "1 s"),
        (1.3, "1.3 s"),
        (30.0, "30 s"),
        (124.7, "125 s"),
    ],
)
def test_shutter_times_read_as_on_the_camera(seconds, text):
    assert shutter_text(seconds) == text


@pytest.mark.parametrize(("bias_ev", "text"), [(2 / 3, "+0.7 EV"), (-2 / 3, "-0.7 EV"), (-1.0, "-1 EV"), (0.01, "")])
def test_exposure_compensation_has_a_sign_and_a_tenth(bias_ev, text):
    assert bias_text(bias_ev) == text


def test_settings_come_in_the_order_of_a_viewfinder_and_leave_out_what_is_unknown():
    exif = ExifFacts(iso=400, f_number=2.8, exposure_time_s=1 / 250, exposure_bias_ev=-1 / 3, focal_length_mm=85.0)
    assert list(settings(exif)) == ["85 mm", "f/2.8", "1/250 s", "ISO 400", "-0.3 EV"]
    assert list(settings(ExifFacts(iso=100, exposure_bias_ev=0.0))) == ["ISO 100"]


def test_a_phone_names_its_camera_and_optics_once():
    exif = ExifFacts(camera="Apple iPhone 11 Pro", lens="iPhone 11 Pro back triple camera 4.25mm f/1.8")
    assert list(gear(exif)) == ["Apple iPhone 11 Pro", "back triple camera"]


def test_an_interchangeable_lens_keeps_its_whole_name():
    exif = ExifFacts(camera="Canon EOS 5D", lens="EF 85mm f/1.8", focal_length_mm=85.0, f_number=1.8)
    assert list(gear(exif)) == ["Canon EOS 5D", "EF 85mm f/1.8"]


def test_a_moment_says_its_offset_where_the_camera_wrote_one():
    moment = datetime(2026, 5, 16, 20, 41, 7, 123456)
    assert moment_text(moment) == "2026-05-16 20:41:07"
    assert moment_text(moment.replace(tzinfo=timezone(timedelta(hours=2)))) == "2026-05-16 20:41:07 UTC+02:00"


@pytest.mark.parametrize(
    ("camera", "told"),
    [
        ("OLYMPUS OPTICAL CO.,LTD E-10", "OLYMPUS E-10"),
        ("OLYMPUS IMAGING CORP. FE230/X790", "OLYMPUS FE230/X790"),
        ("Minolta Co., Ltd. DiMAGE S404", "Minolta DiMAGE S404"),
        ("JK Imaging, Ltd. KODAK PIXPRO FZ201", "JK Imaging KODAK PIXPRO FZ201"),
        ("NIKON CORPORATION D70", "NIKON D70"),
        ("LEICA T (Typ 701)", "LEICA T (Typ 701)"),
        ("SIGMA Corp", "SIGMA Corp"),
        ("Incident 3", "Incident 3"),
        ("Apple iPhone 11 Pro", "Apple iPhone 11 Pro"),
    ],
)
def test_maker_is_named_without_its_legal_form(camera, told):
    assert next(gear(ExifFacts(camera=camera))) == told
