"""Which files of a folder are one picture."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from index.photo.asset_pairs import assets_of_folder, same_frame
from index.photo.record import ExifFacts

NOON = datetime(2026, 11, 20, 12, 0, 0)


def grouped(*names: str) -> list[list[str]]:
    return [[file.name for file in asset.files] for asset in assets_of_folder(map(Path, names))]


@pytest.mark.parametrize(
    ("names", "assets"),
    [
        (["a.NEF", "A.jpg"], [["A.jpg", "a.NEF"]]),
        (["a.arw", "a.hif"], [["a.hif", "a.arw"]]),
        (["a.cr3", "a.heic", "a.jpg"], [["a.jpg", "a.heic", "a.cr3"]]),
        (["a.cr2", "a.dng"], [["a.cr2", "a.dng"]]),
        (["a.heic", "a.jpg"], [["a.heic"], ["a.jpg"]]),
        (["a.jpeg", "a.jpg"], [["a.jpeg"], ["a.jpg"]]),
        (["a.nef", "a.tif", "a.png"], [["a.nef"], ["a.png"], ["a.tif"]]),
        (["a.nef", "b.jpg"], [["a.nef"], ["b.jpg"]]),
        (["a.nef", "a-edit.jpg"], [["a-edit.jpg"], ["a.nef"]]),
    ],
)
def test_assets_of_folder_pairs_a_raw_with_what_the_camera_made_of_it(names, assets):
    assert grouped(*names) == assets
    assert grouped(*reversed(names)) == assets


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
