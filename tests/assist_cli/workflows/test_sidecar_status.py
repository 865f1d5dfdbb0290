"""Which sidecars a folder's photos have, and what each editor will show."""

import pytest

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.sidecar_status import FolderStatus, sidecar_status
from index.photo.errors import UnreadablePhoto
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


def status_of(*paths) -> FolderStatus:
    (status,) = sidecar_status(list(paths))
    assert isinstance(status, FolderStatus)
    return status


def test_every_file_of_a_pair_is_told_with_what_each_editor_shows(tmp_path):
    photo(tmp_path / "IMG.CR3")
    photo(tmp_path / "IMG.JPG")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=4)
    sidecar(tmp_path / "IMG.xmp", rating=2)

    (asset,) = status_of(tmp_path).assets

    shown = {one.path.name: {name: view.stars for name, view in one.shown.items()} for one in asset.photos}
    assert shown["IMG.CR3"] == {"lightroom": 2, "darktable": 4, "digikam": 2, "capture_one": 2, "rawtherapee": None}
    assert shown["IMG.JPG"]["darktable"] == 2
    assert [read.path.name for read in asset.sidecars] == ["IMG.xmp", "IMG.CR3.xmp"]


def test_folders_come_one_by_one(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        photo(tmp_path / name / "IMG.JPG")

    assert [status.folder.name for status in sidecar_status([tmp_path])] == ["a", "b"]


def test_what_belongs_to_no_photo_is_told_of_whole_folders(tmp_path):
    photo(tmp_path / "IMG.CR3")
    sidecar(tmp_path / "gone.CR3.xmp")
    (tmp_path / ".IMG.xmp.assist-part").write_bytes(b"")

    whole, one = status_of(tmp_path), status_of(tmp_path / "IMG.CR3")

    assert [path.name for path in (*whole.orphans, *whole.part_files)] == ["gone.CR3.xmp", ".IMG.xmp.assist-part"]
    assert (one.orphans, one.part_files) == ((), ())


def test_of_a_photo_named_by_itself_its_own_claims_are_told(tmp_path):
    for name in ("A", "B"):
        photo(tmp_path / f"{name}.CR3")
        photo(tmp_path / f"{name}.tif")
        sidecar(tmp_path / f"{name}.xmp", rating=1)

    assert [claim.sidecar.name for claim in status_of(tmp_path / "A.tif").claims] == ["A.xmp"]


def test_what_a_shared_sidecar_says_of_itself_settles_whose_it_is(tmp_path):
    photo(tmp_path / "IMG.CR3")
    photo(tmp_path / "IMG.NEF")
    sidecar(tmp_path / "IMG.xmp", only_for="NEF")

    (claim,) = status_of(tmp_path).claims

    assert claim.owner == tmp_path / "IMG.NEF"


def test_a_photo_that_cannot_be_opened_comes_out_as_it_is(tmp_path):
    photo(tmp_path / "IMG.CR3")
    (tmp_path / "gone.jpg").symlink_to("nowhere.jpg")

    unreadable, status = sidecar_status([tmp_path])

    assert isinstance(unreadable, UnreadablePhoto)
    assert isinstance(status, FolderStatus)


def test_no_photo_and_no_folder_are_bad_requests(tmp_path):
    with pytest.raises(AssistError):
        list(sidecar_status([tmp_path]))
    with pytest.raises(BadRequestError):
        list(sidecar_status([tmp_path / "gone"]))
