"""Overlays as files: whole or not at all, and never in another picture's place."""

import errno
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assist_cli.failures import BadRequestError
from assist_cli.render.overlay_files import overlay_folder, overlay_paths, remove_stale, write_overlay
from index.photo.record import PhotoRecord
from scoring.overlays.registry import OVERLAYS

PICTURE = np.random.default_rng(0).integers(0, 256, (40, 60, 3), np.uint8)


def photo_at(path, asset_id="0" * 32):
    return PhotoRecord(path, asset_id, (60, 40))


def test_files_are_named_after_photo_and_overlay(tmp_path):
    paths = overlay_paths(tmp_path / "why", photo_at(tmp_path / "IMG_0412.JPG"))
    assert paths["focus"] == tmp_path / "why" / "IMG_0412.focus.png"
    assert list(paths) == [overlay.name for overlay in OVERLAYS]
    assert not (tmp_path / "why").exists()


def test_a_picture_is_written_without_loss_into_a_folder_made_for_it(tmp_path):
    target = tmp_path / "new" / "why" / "a.focus.png"
    write_overlay(target, PICTURE, photo_at(tmp_path / "a.jpg"))
    with Image.open(target) as image:
        assert (np.asarray(image) == PICTURE).all()
    assert [path.name for path in target.parent.iterdir()] == ["a.focus.png"]


def test_an_older_overlay_is_replaced(tmp_path):
    photo = photo_at(tmp_path / "a.jpg")
    target = overlay_paths(tmp_path, photo)["focus"]
    write_overlay(target, PICTURE, photo)
    write_overlay(overlay_paths(tmp_path, photo)["focus"], 255 - PICTURE, photo)
    with Image.open(target) as image:
        assert (np.asarray(image) == 255 - PICTURE).all()


@pytest.mark.parametrize("other", ["elsewhere/a.jpg", "a.NEF"])
def test_an_overlay_of_another_photo_of_that_name_is_never_replaced(tmp_path, other):
    write_overlay(tmp_path / "a.focus.png", PICTURE, photo_at(tmp_path / other, "1" * 32))
    with pytest.raises(BadRequestError, match=r"a\.focus\.png: that is an overlay of another photo") as caught:
        overlay_paths(tmp_path, photo_at(tmp_path / "a.jpg"))
    assert "--overlays" in caught.value.hint


@pytest.mark.parametrize(
    "later", [photo_at(Path("/shoot/a.jpg"), "1" * 32), photo_at(Path("/archive/a.jpg"))], ids=["edited", "moved"]
)
def test_an_edited_or_moved_photo_replaces_its_overlays(tmp_path, later):
    write_overlay(tmp_path / "a.focus.png", PICTURE, photo_at(Path("/shoot/a.jpg")))
    assert overlay_paths(tmp_path, later)["focus"] == tmp_path / "a.focus.png"


def test_an_overlay_tells_nobody_where_the_photo_lay(tmp_path):
    write_overlay(tmp_path / "a.focus.png", PICTURE, photo_at(Path("/home/ada/secret/a.jpg")))
    assert b"secret" not in (tmp_path / "a.focus.png").read_bytes()


def test_an_older_overlay_that_is_not_drawn_any_more_is_taken_away(tmp_path):
    photo = photo_at(tmp_path / "a.jpg")
    paths = overlay_paths(tmp_path, photo)
    for name in ("focus", "faces"):
        write_overlay(paths[name], PICTURE, photo)
    assert remove_stale(paths, {"focus": PICTURE}) == [paths["faces"]]
    assert list(tmp_path.iterdir()) == [paths["focus"]]


def test_a_photo_of_that_name_is_never_overwritten(tmp_path):
    Image.fromarray(PICTURE).save(tmp_path / "a.focus.png")
    with pytest.raises(BadRequestError, match=r"a\.focus\.png") as caught:
        overlay_paths(tmp_path, photo_at(tmp_path / "a.jpg"))
    assert "--overlays" in caught.value.hint


def test_neither_is_a_photo_that_a_link_leads_to_nor_an_empty_file(tmp_path):
    Image.fromarray(PICTURE).save(tmp_path / "photo.png")
    (tmp_path / "a.noise.png").symlink_to(tmp_path / "photo.png")
    with pytest.raises(BadRequestError, match="a link"):
        overlay_paths(tmp_path, photo_at(tmp_path / "a.jpg"))
    (tmp_path / "b.noise.png").touch()
    with pytest.raises(BadRequestError):
        overlay_paths(tmp_path, photo_at(tmp_path / "b.jpg"))


def test_a_link_that_leads_nowhere_is_not_replaced(tmp_path):
    (tmp_path / "a.noise.png").symlink_to(tmp_path / "on_a_card_not_in_the_reader.png")
    with pytest.raises(BadRequestError, match="a link"):
        overlay_paths(tmp_path, photo_at(tmp_path / "a.jpg"))
    (tmp_path / "why").symlink_to(tmp_path / "on_a_drive_not_plugged_in")
    with pytest.raises(BadRequestError, match="a link that leads nowhere"):
        overlay_folder(tmp_path / "why")


def test_a_file_in_the_folders_place_is_told_before_anything_is_done(tmp_path):
    (tmp_path / "why").write_text("mine")
    with pytest.raises(BadRequestError, match="is a file"):
        overlay_folder(tmp_path / "why")


def test_a_full_disk_leaves_the_older_overlay(tmp_path, monkeypatch):
    target = tmp_path / "a.focus.png"
    write_overlay(target, PICTURE, photo_at(tmp_path / "a.jpg"))
    before = target.read_bytes()

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_overlay(target, 255 - PICTURE, photo_at(tmp_path / "a.jpg"))
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.focus.png"]
