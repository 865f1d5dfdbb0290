"""Which sidecars a photo has, and where its marks are to be written."""

from pathlib import Path

import pytest

from index.photo.folder_listing import FolderListing, list_folder
from index.photo.sidecar import NoPlace, places_for, sidecars_beside, sidecars_of
from index.photo.sidecar_place import Place, SidecarPlace, Style


def listing_of(folder: Path, *names: str) -> FolderListing:
    for name in names:
        (folder / name).write_bytes(b"x")
    listing = list_folder(folder)
    assert isinstance(listing, FolderListing)
    return listing


def found(folder: Path, files: list[str], *sidecars: str) -> list[tuple[str, str, str]]:
    listing = listing_of(folder, *files, *sidecars)
    places = sidecars_of([folder / name for name in files], listing)
    return [(place.path.name, place.place.value, place.photo.name) for place in places]


def asked(folder: Path, files: list[str], style: Style, *beside: str) -> list[tuple[str, str]]:
    """(name, photo) of each place; the reason in brackets where there is none."""
    listing = listing_of(folder, *files, *beside)
    places = places_for([folder / name for name in files], style, listing)
    return [
        (place.path.name if isinstance(place, SidecarPlace) else f"[{place.reason}]", place.photo.name)
        for place in places
    ]


def told_apart(folder: Path, names: int) -> None:
    if len(list(folder.iterdir())) < names:
        pytest.skip("this disk does not tell letter case apart")


def test_both_names_are_found(tmp_path):
    assert found(tmp_path, ["IMG.CR3"], "IMG.CR3.xmp", "IMG.xmp") == [
        ("IMG.CR3.xmp", "darktable", "IMG.CR3"),
        ("IMG.xmp", "adobe", "IMG.CR3"),
    ]


def test_any_letter_case_is_found_as_it_is_spelled(tmp_path):
    names = [name for name, _, _ in found(tmp_path, ["IMG.CR3"], "img.cr3.XMP", "Img.Xmp", "IMG.cr3.PP3")]

    assert names == ["img.cr3.XMP", "Img.Xmp", "IMG.cr3.PP3"]


def test_the_short_name_of_a_pair_speaks_for_the_raw(tmp_path):
    assert found(tmp_path, ["IMG.JPG", "IMG.CR3"], "IMG.xmp") == [("IMG.xmp", "adobe", "IMG.CR3")]


def test_the_short_name_beside_a_jpeg_alone_is_the_jpegs(tmp_path):
    assert found(tmp_path, ["IMG.jpg"], "IMG.xmp") == [("IMG.xmp", "adobe", "IMG.jpg")]


def test_the_short_name_of_a_raw_is_not_the_tiffs_beside_it(tmp_path):
    listing = listing_of(tmp_path, "IMG.CR3", "IMG.tif", "IMG.xmp")

    assert sidecars_of([tmp_path / "IMG.tif"], listing) == []


def test_but_darktable_would_look_into_it_for_the_tiff(tmp_path):
    listing = listing_of(tmp_path, "IMG.CR3", "IMG.tif", "IMG.xmp")

    assert [place.path.name for place in sidecars_beside(tmp_path / "IMG.tif", listing)] == ["IMG.xmp"]


def test_a_numbered_copy_of_darktable_is_not_the_photos_sidecar(tmp_path):
    assert found(tmp_path, ["IMG.CR3"], "IMG_01.CR3.xmp") == []


def test_a_sidecar_of_a_raw_is_not_the_short_name_of_its_export(tmp_path):
    listing = listing_of(tmp_path, "IMG.CR3", "IMG.CR3.tif", "IMG.CR3.xmp")

    assert sidecars_of([tmp_path / "IMG.CR3.tif"], listing) == []
    assert len(sidecars_of([tmp_path / "IMG.CR3"], listing)) == 1


def test_darktable_style_gives_every_file_of_a_pair_its_own(tmp_path):
    assert asked(tmp_path, ["IMG.JPG", "IMG.CR3"], Style.DARKTABLE) == [
        ("IMG.JPG.xmp", "IMG.JPG"),
        ("IMG.CR3.xmp", "IMG.CR3"),
    ]


def test_adobe_style_gives_a_pair_one_sidecar_for_its_raw(tmp_path):
    assert asked(tmp_path, ["IMG.JPG", "IMG.HEIC", "IMG.CR3"], Style.ADOBE) == [("IMG.xmp", "IMG.CR3")]


def test_both_styles_come_one_after_the_other(tmp_path):
    names = [name for name, _ in asked(tmp_path, ["IMG.NEF"], Style.BOTH)]

    assert names == ["IMG.NEF.xmp", "IMG.xmp"]


@pytest.mark.parametrize(("name", "kind"), [("IMG.jpg", "JPEG"), ("IMG.TIF", "TIFF"), ("IMG.dng", "DNG")])
def test_adobe_style_has_no_place_for_what_carries_its_marks_inside(tmp_path, name, kind):
    assert asked(tmp_path, [name], Style.ADOBE) == [
        (
            f"[Adobe's editors read the marks of a {kind} from inside the file only, and a photo is never rewritten]",
            name,
        )
    ]


def test_adobe_style_promises_nothing_of_formats_it_is_not_known_to_read_beside(tmp_path):
    (place,) = asked(tmp_path, ["IMG.webp"], Style.ADOBE)

    assert place[0].startswith("[Adobe's editors are not known to read a sidecar of a WEBP")


def test_a_dng_beside_its_raw_has_no_place_of_its_own(tmp_path):
    places = asked(tmp_path, ["IMG.CR3", "IMG.DNG"], Style.ADOBE)

    assert places[0] == ("IMG.xmp", "IMG.CR3")
    assert places[1][1] == "IMG.DNG"
    assert places[1][0].startswith("[Adobe's editors read")


def test_two_raws_of_one_name_get_no_short_name(tmp_path):
    reasons = asked(tmp_path, ["IMG.CR3", "IMG.NEF"], Style.ADOBE)

    assert [reason for reason, _ in reasons] == [
        "[IMG.xmp would be the sidecar of IMG.NEF too]",
        "[IMG.xmp would be the sidecar of IMG.CR3 too]",
    ]


def test_a_raw_of_another_asset_is_a_rival_too(tmp_path):
    (place,) = asked(tmp_path, ["IMG.CR3"], Style.ADOBE, "IMG.IIQ")

    assert "IMG.IIQ" in place[0]


def test_the_spelling_that_is_there_is_kept(tmp_path):
    names = [name for name, _ in asked(tmp_path, ["IMG.CR3"], Style.BOTH, "IMG.XMP", "img.cr3.xmp")]

    assert names == ["img.cr3.xmp", "IMG.XMP"]


def test_of_several_spellings_the_very_name_is_written(tmp_path):
    names = [name for name, _ in asked(tmp_path, ["IMG.CR3"], Style.ADOBE, "IMG.XMP", "IMG.xmp")]
    told_apart(tmp_path, 3)

    assert names == ["IMG.xmp"]


def test_of_several_spellings_none_of_which_is_the_very_name_none_is_written(tmp_path):
    (place,) = asked(tmp_path, ["IMG.CR3"], Style.ADOBE, "IMG.XMP", "img.xmp")
    told_apart(tmp_path, 3)

    assert place[0] == "[IMG.XMP and img.xmp differ in letter case only, and neither is IMG.xmp]"


def test_darktable_place_of_a_photo_without_any_sidecar_is_its_whole_name(tmp_path):
    listing = listing_of(tmp_path, "IMG.jpg")

    assert places_for([tmp_path / "IMG.jpg"], Style.DARKTABLE, listing) == [
        SidecarPlace(tmp_path / "IMG.jpg.xmp", Place.DARKTABLE, tmp_path / "IMG.jpg")
    ]


def test_no_place_says_for_which_photo_and_which_place(tmp_path):
    (place,) = places_for([tmp_path / "IMG.png"], Style.ADOBE, listing_of(tmp_path, "IMG.png"))

    assert isinstance(place, NoPlace)
    assert (place.photo.name, place.place) == ("IMG.png", Place.ADOBE)
