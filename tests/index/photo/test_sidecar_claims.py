"""Whose an IMG.xmp is."""

from pathlib import Path

import pytest

from index.photo.folder_listing import FolderListing, list_folder
from index.photo.sidecar_claims import belongs, claim_on, claims_in


def listing_of(folder: Path, *names: str) -> FolderListing:
    for name in names:
        (folder / name).write_bytes(b"x")
    listing = list_folder(folder)
    assert isinstance(listing, FolderListing)
    return listing


def owner_among(folder: Path, *names: str, for_extension: str | None = None) -> str | None:
    listing = listing_of(folder, *names, "IMG.xmp")
    owner = claim_on(folder / "IMG.xmp", listing, for_extension).owner
    return owner.name if owner else None


@pytest.mark.parametrize(
    ("names", "owner"),
    [
        (["IMG.CR3", "IMG.JPG"], "IMG.CR3"),
        (["IMG.CR3", "IMG.DNG"], "IMG.CR3"),
        (["IMG.DNG", "IMG.JPG"], "IMG.DNG"),
        (["IMG.NEF", "IMG.tif", "IMG.MOV"], "IMG.NEF"),
        (["IMG.jpg"], "IMG.jpg"),
        (["IMG.IIQ", "IMG.jpg"], "IMG.IIQ"),
        (["img.cr3", "IMG.jpg"], "img.cr3"),
        (["IMG.jpg", "IMG.tif"], None),
        (["IMG.CR3", "IMG.NEF"], None),
        ([], None),
    ],
)
def test_by_names_alone_the_raw_comes_before_the_dng_before_the_rest(tmp_path, names, owner):
    assert owner_among(tmp_path, *names) == owner


@pytest.mark.parametrize(("says", "owner"), [("DNG", "IMG.DNG"), ("cr3", "IMG.CR3"), (".jpg", "IMG.JPG")])
def test_what_the_sidecar_says_it_is_for_settles_it(tmp_path, says, owner):
    assert owner_among(tmp_path, "IMG.CR3", "IMG.DNG", "IMG.JPG", for_extension=says) == owner


def test_a_sidecar_for_a_raw_that_is_gone_is_not_the_jpegs(tmp_path):
    assert owner_among(tmp_path, "IMG.JPG", for_extension="CR3") is None


def test_claims_of_a_folder_leave_out_sidecars_named_after_a_whole_file(tmp_path):
    listing = listing_of(tmp_path, "IMG.CR3", "IMG.JPG", "IMG.xmp", "IMG.CR3.xmp", "alone.jpg", "alone.xmp")

    claims = {claim.sidecar.name: claim.is_shared for claim in claims_in(listing)}

    assert claims == {"IMG.xmp": True, "alone.xmp": False}


def test_a_raw_spelled_otherwise_does_not_get_the_sidecar_of_its_namesake(tmp_path):
    listing = listing_of(tmp_path, "IMG.CR3", "img.cr3", "IMG.xmp")
    if len(list(tmp_path.iterdir())) == 2:
        pytest.skip("this disk does not tell letter case apart")

    assert belongs(tmp_path / "IMG.xmp", tmp_path / "IMG.CR3", listing)
    assert not belongs(tmp_path / "IMG.xmp", tmp_path / "img.cr3", listing)
