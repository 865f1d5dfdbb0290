"""Odd EXIF values become plain ones, or None."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from fractions import Fraction

import pytest

from index.photo import exif_values as values


@pytest.mark.parametrize(
    ("date_time", "sub_seconds", "utc_offset", "expected"),
    [
        ("2008:04:15 13:11:23", None, None, datetime(2008, 4, 15, 13, 11, 23)),
        ("2008:04:15 13:11:23", "03", None, datetime(2008, 4, 15, 13, 11, 23, 30_000)),
        ("2008:04:15 13:11:23", "644 ", None, datetime(2008, 4, 15, 13, 11, 23, 644_000)),
        ("2008:04:15 13:11:23", "junk", "junk", datetime(2008, 4, 15, 13, 11, 23)),
        ("2008-04-15T13:11:23", "1234567", None, datetime(2008, 4, 15, 13, 11, 23, 123_456)),
        (
            "2008:04:15 13:11:23",
            None,
            "-03:30",
            datetime(2008, 4, 15, 13, 11, 23, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
        ),
    ],
)
def test_capture_time_reads_dates_sub_seconds_and_zones(date_time, sub_seconds, utc_offset, expected):
    found = values.capture_time(date_time, sub_seconds, utc_offset)
    assert found == expected
    assert found is not None
    assert found.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "date_time",
    ["0000:00:00 00:00:00", "    :  :     :  :  ", "", None, "2008:13:40 13:11:23", "2008:04:15 25:00:00", "yesterday"],
)
def test_capture_time_is_none_for_a_clock_that_was_never_set(date_time):
    assert values.capture_time(date_time, "00", "+01:00") is None


@pytest.mark.parametrize(
    ("make", "model", "expected"),
    [
        ("Canon", "Canon EOS 5D", "Canon EOS 5D"),
        ("NIKON CORPORATION", "NIKON D70", "NIKON D70"),
        ("LEICA CAMERA AG", "LEICA T (Typ 701)", "LEICA T (Typ 701)"),
        ("Apple", "iPhone 11 Pro", "Apple iPhone 11 Pro"),
        (None, "X100", "X100"),
        ("FUJIFILM", None, "FUJIFILM"),
        (None, None, None),
    ],
)
def test_camera_name_says_the_make_once(make, model, expected):
    assert values.camera_name(make, model) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((18, 70, 3.5, 4.5), "18-70mm f/3.5-4.5"),
        ((50, 50, 1.8, 1.8), "50mm f/1.8"),
        ((24, 70, None, None), "24-70mm"),
        ((None, 70, 2.8, 2.8), None),
        ((70, 24, 2.8, 2.8), None),
    ],
)
def test_lens_name_writes_four_numbers_as_photographers_do(numbers, expected):
    assert values.lens_name(*numbers) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [([Fraction(1, 4)], 0.25), ([], None), ("x", None), (None, None), (b"\xff", None), ([400, 2], 400.0), (7, 7.0)],
)
def test_number_takes_the_first_number(value, expected):
    assert values.number(value) == expected


@pytest.mark.parametrize("value", [[0], [-1], [float("inf")], [float("nan")], []])
def test_positive_is_none_for_what_no_camera_measures(value):
    assert values.positive(value) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [("FinePix S5500  ", "FinePix S5500"), ("A\0B", "A"), (b"X\0", "X"), ("  ", None), (12, None), (b"\xff\xfe", "��")],
)
def test_text_is_trimmed(value, expected):
    assert values.text(value) == expected
