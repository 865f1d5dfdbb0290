"""Overlays that we wrote into a shoot's folder are not scored with it."""

import numpy as np
import pytest
from PIL import Image

from assist_cli.render.overlay_files import write_overlay
from assist_cli.workflows.find_photos import find_photos
from assist_cli.workflows.own_overlays import is_own_overlay

PICTURE = np.zeros((40, 60, 3), np.uint8)


def test_an_overlay_is_known_by_its_name_and_its_mark(tmp_path):
    ours, plain = tmp_path / "a.focus.png", tmp_path / "b.focus.png"
    write_overlay(ours, PICTURE)
    Image.fromarray(PICTURE).save(plain)
    assert is_own_overlay(ours)
    assert not is_own_overlay(plain)
    assert not is_own_overlay(ours.rename(tmp_path / "a.png"))
    assert not is_own_overlay(tmp_path / "missing.focus.png")


@pytest.mark.usefixtures("catalog")
def test_overlays_beside_photos_are_no_photos(shoot):
    photos = find_photos([shoot])
    write_overlay(shoot / "IMG_0000.focus.png", PICTURE)
    assert find_photos([shoot]) == photos
