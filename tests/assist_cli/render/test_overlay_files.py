"""Overlays as files: whole or not at all, and never in another picture's place."""

import errno

import numpy as np
import pytest
from PIL import Image

from assist_cli.failures import BadRequestError
from assist_cli.render.overlay_files import overlay_folder, overlay_paths, write_overlay
from scoring.overlays.registry import OVERLAYS

PICTURE = np.random.default_rng(0).integers(0, 256, (40, 60, 3), np.uint8)


def test_files_are_named_after_photo_and_overlay(tmp_path):
    paths = overlay_paths(tmp_path / "why", tmp_path / "IMG_0412.JPG")
    assert paths["focus"] == tmp_path / "why" / "IMG_0412.focus.png"
    assert list(paths) == [overlay.name for overlay in OVERLAYS]
    assert not (tmp_path / "why").exists()


def test_a_picture_is_written_without_loss_into_a_folder_made_for_it(tmp_path):
    target = tmp_path / "new" / "why" / "a.focus.png"
    write_overlay(target, PICTURE)
    with Image.open(target) as image:
        assert (np.asarray(image) == PICTURE).all()
    assert [path.name for path in target.parent.iterdir()] == ["a.focus.png"]


def test_an_older_overlay_is_replaced(tmp_path):
    target = overlay_paths(tmp_path, tmp_path / "a.jpg")["focus"]
    write_overlay(target, PICTURE)
    write_overlay(overlay_paths(tmp_path, tmp_path / "a.jpg")["focus"], 255 - PICTURE)
    with Image.open(target) as image:
        assert (np.asarray(image) == 255 - PICTURE).all()


def test_a_photo_of_that_name_is_never_overwritten(tmp_path):
    Image.fromarray(PICTURE).save(tmp_path / "a.focus.png")
    with pytest.raises(BadRequestError, match=r"a\.focus\.png") as caught:
        overlay_paths(tmp_path, tmp_path / "a.jpg")
    assert "--overlays" in caught.value.hint


def test_neither_is_a_photo_that_a_link_leads_to_nor_an_empty_file(tmp_path):
    Image.fromarray(PICTURE).save(tmp_path / "photo.png")
    (tmp_path / "a.noise.png").symlink_to(tmp_path / "photo.png")
    with pytest.raises(BadRequestError):
        overlay_paths(tmp_path, tmp_path / "a.jpg")
    (tmp_path / "b.noise.png").touch()
    with pytest.raises(BadRequestError):
        overlay_paths(tmp_path, tmp_path / "b.jpg")


def test_a_file_in_the_folders_place_is_told_before_anything_is_done(tmp_path):
    (tmp_path / "why").write_text("mine")
    with pytest.raises(BadRequestError, match="is a file"):
        overlay_folder(tmp_path / "why")


def test_a_full_disk_leaves_the_older_overlay(tmp_path, monkeypatch):
    target = tmp_path / "a.focus.png"
    write_overlay(target, PICTURE)
    before = target.read_bytes()

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_overlay(target, 255 - PICTURE)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.focus.png"]
