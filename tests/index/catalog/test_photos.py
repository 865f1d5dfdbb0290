"""Records come back equal: names, times with and without a zone, and every bit of a float."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalog.database import open_catalog
from index.catalog.stored import StoredPhoto
from index.photo.record import ExifFacts, PhotoRecord, PixelSource

floats = st.none() | st.floats(allow_nan=False)
texts = st.none() | st.text(st.characters(exclude_categories=["Cs"]))
zones = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
paths = st.binary(min_size=1, max_size=30).map(lambda name: Path(os.fsdecode(b"/s/" + name.replace(b"\0", b"x"))))
records = st.builds(
    PhotoRecord,
    path=paths,
    asset_id=st.text("0123456789abcdef", min_size=1),
    size_px=st.tuples(st.integers(1, 100_000), st.integers(1, 100_000)),
    exif=st.builds(
        ExifFacts,
        camera=texts,
        lens=texts,
        capture_time=st.none() | st.datetimes(timezones=zones),
        iso=st.none() | st.integers(0, 2**40),
        f_number=floats,
        exposure_time_s=floats,
        exposure_bias_ev=floats,
        focal_length_mm=floats,
        orientation=st.integers(1, 8),
    ),
    pixel_source=st.sampled_from(PixelSource),
    companions=st.lists(paths, max_size=2).map(tuple),
)


@pytest.fixture(scope="module")
def module_catalog(tmp_path_factory):
    with open_catalog(tmp_path_factory.mktemp("round_trips") / "catalog.db") as catalog:
        yield catalog


@given(records)
def test_record_comes_back_equal(module_catalog, record):
    module_catalog.store([StoredPhoto(record)])
    found = module_catalog.photo_at(record.path)
    assert found == StoredPhoto(record)
    moment = record.exif.capture_time
    if moment is not None:
        assert found.record.exif.capture_time.utcoffset() == moment.utcoffset()


def test_capture_time_keeps_its_zone_or_its_lack_of_one(catalog, make_photo):
    naive = datetime(2026, 10, 25, 2, 30, 0, 412_000)
    aware = naive.replace(tzinfo=timezone(timedelta(hours=5, minutes=45)))
    for moment in (naive, aware):
        catalog.store([make_photo("/a.jpg", exif=ExifFacts(capture_time=moment))])
        stored = catalog.photo_at(Path("/a.jpg")).record.exif.capture_time
        assert stored == moment
        assert stored.utcoffset() == moment.utcoffset()


def test_the_camera_s_body_and_its_bracketing_come_back(catalog, make_photo):
    exif = ExifFacts("Nikon D750", body_serial="6032189", auto_bracket=True)
    catalog.store([make_photo("/a.jpg", exif=exif), make_photo("/b.jpg", exif=ExifFacts())])
    kept = [catalog.photo_at(Path(name)).record.exif for name in ("/a.jpg", "/b.jpg")]
    assert [(facts.body_serial, facts.auto_bracket) for facts in kept] == [("6032189", True), (None, False)]


def test_name_that_is_not_text_is_stored_and_found(catalog, make_photo):
    path = Path(os.fsdecode(b"/shoot/Z\xfcrich.jpg"))
    photo = make_photo(path)
    catalog.store([photo])
    assert list(catalog.photos_under([Path("/shoot")])) == [photo]
    assert catalog.photo_at(path) == photo
