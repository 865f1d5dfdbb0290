"""What goes where a photo goes."""

from __future__ import annotations

import pytest

from index.photo.folder_listing import list_folder
from index.photo.travelling import Travel

FOR_RAW = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:SidecarForExtension="{}"/>'
    "</rdf:RDF></x:xmpmeta>"
)


@pytest.fixture
def travellers(tmp_path):
    """`travellers("a.NEF", beside=[...])`: the names of what goes with the photo, and of what stays."""

    def call(*files, beside=(), gone=()):
        for name in (*files, *beside):
            if not (tmp_path / name).exists():
                (tmp_path / name).touch()
        travel = Travel(list_folder(tmp_path), {tmp_path / name for name in gone})
        found = travel.of([tmp_path / name for name in files])
        return [path.name for path in found.files], [path.name for path in found.staying]

    return call


def test_every_kind_of_sidecar_goes_with_its_photo(travellers):
    own = ["a.NEF.xmp", "a.NEF.pp3", "a.JPG.xmp", "a.xmp", "a.NEF.dop", "a.THM"]
    goes, stays = travellers("a.JPG", "a.NEF", beside=own)
    assert (set(goes), stays) == ({"a.JPG", "a.NEF", *own}, [])
    assert goes[:2] == ["a.JPG", "a.NEF"]


def test_neighbours_sidecars_stay(travellers):
    goes, stays = travellers("a.NEF", beside=["ab.NEF", "ab.xmp", "b.NEF.xmp", "a.NEF.txt", "a.txt", "a.NEF_original"])
    assert (goes, stays) == (["a.NEF"], [])


def test_darktable_duplicates_go_unless_a_photo_has_their_name(travellers):
    assert travellers("a.NEF", beside=["a_01.NEF.xmp"])[0] == ["a.NEF", "a_01.NEF.xmp"]
    assert travellers("a.NEF", beside=["a_01.NEF"])[0] == ["a.NEF"]
    assert travellers("a_01.NEF")[0] == ["a_01.NEF", "a_01.NEF.xmp"]


def test_sidecar_of_the_raw_goes_with_it_and_not_with_the_tiff_beside(travellers):
    assert travellers("a.NEF", beside=["a.tif", "a.xmp"]) == (["a.NEF", "a.xmp"], [])
    assert travellers("a.tif") == (["a.tif"], [])


def test_sidecar_that_two_photos_claim_stays_until_one_of_them_is_gone(travellers):
    assert travellers("a.jpg", beside=["a.png", "a.xmp"]) == (["a.jpg"], ["a.xmp"])
    assert travellers("a.png", gone=["a.jpg"]) == (["a.png", "a.xmp"], [])


def test_sidecar_that_says_whose_it_is_goes_with_that_one(travellers, tmp_path):
    (tmp_path / "a.xmp").write_text(FOR_RAW.format("png"))
    assert travellers("a.jpg", beside=["a.png"]) == (["a.jpg"], [])
    assert travellers("a.png") == (["a.png", "a.xmp"], [])


def test_letter_case_of_names_does_not_matter(travellers):
    assert travellers("A.nef", beside=["a.NEF.XMP", "a.Xmp"])[0] == ["A.nef", "a.NEF.XMP", "a.Xmp"]
