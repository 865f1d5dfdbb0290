"""Which files of a folder are one picture."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from index.photo.asset_pairs import assets_of_folder

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


def test_assets_of_folder_tells_a_photo_once_that_two_raws_claim():
    names = ("0.jpg", "0.nef", "N.jpg", "N.nef")
    assets = assets_of_folder(map(Path, names), {Path("N.jpg"): Path("0.jpg")})
    assert [[file.name for file in asset.files] for asset in assets] == [["0.jpg", "0.nef"], ["N.nef"]]
