"""What the catalogue hands out."""

import os
import shutil

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.export_photos import known_photos
from index.catalog.errors import MissingCatalogError


def names(known):
    return [photo.path.name for photo in known.photos]


def test_known_photos_come_in_order_without_opening_any(assist, shoot, catalog):
    assist("score", shoot)
    for path in shoot.iterdir():
        before = path.stat()
        path.write_bytes(b"\0" * before.st_size)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with known_photos([shoot], catalog) as known:
        assert names(known) == [f"IMG_{number:04d}.JPG" for number in range(5)]
        assert (known.gone, known.changed) == (0, 0)


def test_changed_photos_are_left_out_and_counted_until_they_are_scored_again(assist, shoot, catalog, draw_photo):
    assist("score", shoot)
    (shoot / "IMG_0000.JPG").write_bytes(b"")
    draw_photo(shoot / "IMG_0001.JPG", seed=99)
    with known_photos([shoot], catalog) as known:
        assert names(known) == ["IMG_0002.JPG", "IMG_0003.JPG", "IMG_0004.JPG"]
        assert known.changed == 2
    assist("score", shoot)
    with known_photos([shoot], catalog) as known:
        assert names(known) == ["IMG_0001.JPG", "IMG_0002.JPG", "IMG_0003.JPG", "IMG_0004.JPG"]
        assert known.changed == 1


def test_deleted_and_renamed_photos_are_left_out_and_counted(assist, shoot, catalog):
    assist("score", shoot)
    (shoot / "IMG_0000.JPG").unlink()
    (shoot / "IMG_0003.JPG").rename(shoot / "wedding.jpg")
    with known_photos([shoot], catalog) as known:
        assert names(known) == ["IMG_0001.JPG", "IMG_0002.JPG", "IMG_0004.JPG"]
        assert known.gone == 2


def test_photos_of_an_unplugged_drive_are_kept(assist, shoot, catalog, draw_photo):
    draw_photo(shoot / "drive" / "DCIM" / "IMG_0009.JPG", seed=9)
    assist("score", shoot)
    shutil.rmtree(shoot / "drive")
    with known_photos([shoot], catalog) as known:
        assert len(names(known)) == 6
        assert known.gone == 0


def test_where_all_files_are_gone_that_is_the_error(assist, shoot, catalog):
    assist("score", shoot)
    for path in shoot.iterdir():
        path.unlink()
    with pytest.raises(AssistError, match="of 5 known ones the files are gone"), known_photos([shoot], catalog):
        pass


def test_nothing_known_is_an_error_that_says_what_to_do(assist, shoot, catalog, tmp_path):
    assist("score", shoot)
    (tmp_path / "other").mkdir()
    with pytest.raises(AssistError) as caught, known_photos([tmp_path / "other"], catalog):
        pass
    assert "assist score" in caught.value.hint


def test_no_catalogue_is_an_error_and_none_is_made(shoot, catalog):
    with pytest.raises(MissingCatalogError) as caught, known_photos([shoot], catalog):
        pass
    assert "assist score" in caught.value.hint
    assert not catalog.parent.exists()
