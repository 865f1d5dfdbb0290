"""What a person names, and what is found there."""

from pathlib import Path

import pytest

from assist_cli.failures import AssistError, BadRequestError, ExitCode
from assist_cli.workflows.find_photos import find_photos
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.record import Asset


def test_paths_come_out_absolute(shoot, monkeypatch):
    monkeypatch.chdir(shoot.parent)
    assert [item.path for item in find_photos([Path("shoot")])] == sorted(shoot.iterdir())


def test_a_limit_takes_the_first_ones(shoot):
    assert [item.path.name for item in find_photos([shoot], 2)] == ["IMG_0000.JPG", "IMG_0001.JPG"]


@pytest.mark.parametrize("name", ["nowhere", "n" * 300 + ".jpg", "a\0b.jpg"])
def test_where_nothing_that_is_named_exists_that_is_a_bad_request_that_names_it(tmp_path, name):
    with pytest.raises(BadRequestError) as caught:
        find_photos([tmp_path / name, tmp_path / "neither"])
    assert name in str(caught.value)
    assert "neither" in str(caught.value)


@pytest.mark.parametrize("name", ["nowhere", "n" * 300 + ".jpg", "a\0b.jpg"])
def test_what_is_not_there_beside_what_is_cannot_be_read(shoot, name):
    missing, photo = find_photos([shoot / name, shoot / "IMG_0001.JPG"])
    assert isinstance(missing, UnreadablePhoto)
    assert (missing.path, missing.kind) == (shoot / name, FailureKind.MISSING)
    assert photo == Asset(shoot / "IMG_0001.JPG")


def test_a_folder_without_photos_is_an_error_with_a_hint(tmp_path):
    (tmp_path / "notes.txt").write_text("no photo")
    with pytest.raises(AssistError) as caught:
        find_photos([tmp_path])
    assert caught.value.exit_code == ExitCode.ERROR
    assert caught.value.hint


def test_a_dangling_link_is_a_photo_that_cannot_be_read(tmp_path):
    link = tmp_path / "gone.jpg"
    link.symlink_to(tmp_path / "nothing.jpg")
    (found,) = find_photos([link])
    assert isinstance(found, UnreadablePhoto)
    assert found.kind is FailureKind.MISSING
