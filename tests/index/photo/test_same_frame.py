"""Files of one name are one frame only if their capture times say so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from PIL import Image
from PIL.ExifTags import IFD, Base

from index.photo.record import Asset, ExifFacts
from index.photo.same_frame import frames_of, same_frame

NOON = datetime(2026, 11, 20, 12, 0, 0)


def photo(path: Path, capture_time: datetime | None = NOON) -> Path:
    exif = Image.Exif()
    if capture_time:
        exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = f"{capture_time:%Y:%m:%d %H:%M:%S}"
    Image.new("RGB", (8, 8)).save(path, "JPEG", exif=exif)
    return path


def test_same_frame_tells_a_pair_from_a_stem_that_the_counter_used_again():
    first = ExifFacts(capture_time=NOON)
    assert same_frame(first, ExifFacts(capture_time=NOON + timedelta(seconds=2)))
    assert not same_frame(first, ExifFacts(capture_time=NOON + timedelta(seconds=2.1)))
    assert not same_frame(first, ExifFacts(capture_time=NOON - timedelta(days=400)))


def test_same_frame_believes_the_names_where_a_time_is_unknown():
    assert same_frame(ExifFacts(), ExifFacts(capture_time=NOON))
    assert same_frame(ExifFacts(), ExifFacts())


def test_same_frame_compares_instants_where_both_zones_are_known_and_wall_clocks_else():
    in_berlin = ExifFacts(capture_time=NOON.replace(tzinfo=timezone(timedelta(hours=1))))
    assert same_frame(in_berlin, ExifFacts(capture_time=datetime(2026, 11, 20, 11, 0, 1, tzinfo=UTC)))
    assert not same_frame(in_berlin, ExifFacts(capture_time=NOON.replace(tzinfo=UTC)))
    assert same_frame(in_berlin, ExifFacts(capture_time=NOON))


def test_frames_of_a_true_pair_is_the_pair(tmp_path):
    pair = Asset(photo(tmp_path / "a.jpg"), (photo(tmp_path / "a.nef", NOON + timedelta(seconds=1)),))
    assert frames_of(pair) == [pair]


def test_frames_of_parts_what_only_shares_its_name(tmp_path):
    jpeg, old, new = (
        photo(tmp_path / name, time)
        for name, time in (("a.jpg", NOON), ("a.cr2", NOON - timedelta(days=9)), ("a.nef", NOON))
    )
    assert frames_of(Asset(jpeg, (old, new))) == [Asset(jpeg, (new,)), Asset(old)]


def test_frames_of_keeps_what_tells_no_time_or_cannot_be_read(tmp_path):
    timeless = Asset(photo(tmp_path / "a.jpg"), (photo(tmp_path / "a.nef", None), tmp_path / "gone.dng"))
    assert frames_of(timeless) == [timeless]
