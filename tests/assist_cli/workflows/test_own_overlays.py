"""Overlays that we wrote into a shoot's folder are not scored with it."""

import numpy as np
import pytest
from PIL import Image

from assist_cli.render.overlay_files import write_overlay
from assist_cli.workflows.find_photos import find_photos
from assist_cli.workflows.own_overlays import is_overlay_of, is_own_overlay, photo_mark
from index.photo.record import PhotoRecord

PICTURE = np.zeros((40, 60, 3), np.uint8)


def photo_at(path, asset_id="0" * 32):
    return PhotoRecord(path, asset_id, (60, 40))


def test_an_overlay_is_known_by_its_name_and_its_mark(tmp_path):
    ours, plain = tmp_path / "a.focus.png", tmp_path / "b.focus.png"
    write_overlay(ours, PICTURE, photo_at(tmp_path / "a.jpg"))
    Image.fromarray(PICTURE).save(plain)
    assert is_own_overlay(ours)
    assert not is_own_overlay(plain)
    assert not is_own_overlay(ours.rename(tmp_path / "a.png"))
    assert not is_own_overlay(tmp_path / "missing.focus.png")


@pytest.mark.usefixtures("catalog")
def test_overlays_beside_photos_are_no_photos(shoot):
    photos = find_photos([shoot])
    write_overlay(shoot / "IMG_0000.focus.png", PICTURE, photo_at(shoot / "IMG_0000.JPG"))
    assert find_photos([shoot]) == photos


def test_an_overlay_is_of_the_photo_that_it_was_drawn_for(tmp_path):
    ours, photo = tmp_path / "a.focus.png", photo_at(tmp_path / "a.jpg")
    write_overlay(ours, PICTURE, photo)
    assert is_overlay_of(ours, photo_mark(photo))
    assert not is_overlay_of(ours, photo_mark(photo_at(tmp_path / "b.jpg", "1" * 32)))
