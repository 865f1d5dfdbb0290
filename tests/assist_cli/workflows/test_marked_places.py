"""Every sidecar of a photo, and what lies inside it, each read once."""

import pytest

from assist_cli.workflows.marked_places import MarkedPlace, Past, UnreadableSidecar, marked_files, read_place
from index.photo.folder_listing import list_folder
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import NO_MARKS, Flag, Mark, Marks
from index.photo.merge_marks import Known
from index.photo.sidecar_place import Place, SidecarPlace
from tests.assist_cli.workflows.made_sidecars import photo, sidecar
from tests.index.photo.made_xmp import jpeg

NOTHING_KNOWN = Past({}, {})


@pytest.fixture
def marked(tmp_path):
    """The places of files of one photo in this folder."""

    def call(*names):
        files = [tmp_path / name for name in names]
        return marked_files(files, list_folder(tmp_path), [tmp_path], PhotoLies(1, (6000, 4000)))

    return call


def said(found):
    return {place.path.name: place.marks(NOTHING_KNOWN) for place in found.places}


def test_sidecars_of_both_names_and_what_lies_inside_speak_for_a_photo(tmp_path, marked):
    photo(tmp_path / "IMG.CR3", rating="3")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=4)
    sidecar(tmp_path / "IMG.xmp", rating=5)
    (tmp_path / "IMG.CR3.pp3").write_text("[General]\nRank=2\n")
    found = marked("IMG.CR3")
    assert said(found) == {
        "IMG.CR3.xmp": Marks(4),
        "IMG.xmp": Marks(5),
        "IMG.CR3.pp3": Marks(2),
        "IMG.CR3": Marks(3),
    }
    assert [place.place.place for place in found.places] == [
        Place.DARKTABLE,
        Place.ADOBE,
        Place.RAWTHERAPEE,
        Place.EMBEDDED,
    ]


def test_each_file_of_a_pair_has_its_own_sidecar(tmp_path, marked):
    photo(tmp_path / "IMG.CR3")
    photo(tmp_path / "IMG.JPG")
    sidecar(tmp_path / "IMG.JPG.xmp", rating=4)
    assert said(marked("IMG.CR3", "IMG.JPG"))["IMG.JPG.xmp"] == Marks(4)


def test_a_damaged_sidecar_is_told_with_what_to_do(tmp_path, marked):
    photo(tmp_path / "IMG.CR3")
    (tmp_path / "IMG.xmp").write_text("<x:xmpmeta")
    (unreadable,) = marked("IMG.CR3").unreadable
    assert unreadable.path == tmp_path / "IMG.xmp"
    assert unreadable.message
    assert unreadable.hint


def test_a_damaged_packet_inside_a_photo_says_nothing(tmp_path, marked):
    (tmp_path / "IMG.JPG").write_bytes(jpeg(b"<x:xmpmeta"))
    assert marked("IMG.JPG").places == ()
    assert marked("IMG.JPG").unreadable == ()


def test_one_file_that_two_names_lead_to_counts_once(tmp_path, marked):
    photo(tmp_path / "IMG.CR3")
    sidecar(tmp_path / "IMG.xmp", rating=5)
    (tmp_path / "IMG.CR3.xmp").symlink_to("IMG.xmp")
    assert [place.path for place in marked("IMG.CR3").places if place.now] == [tmp_path / "IMG.xmp"]


def test_a_link_out_of_the_folders_that_were_named_is_not_followed(tmp_path):
    elsewhere, folder = tmp_path / "elsewhere.xmp", tmp_path / "shoot"
    folder.mkdir()
    photo(folder / "IMG.CR3")
    sidecar(elsewhere, rating=5)
    (folder / "IMG.xmp").symlink_to(elsewhere)
    found = marked_files([folder / "IMG.CR3"], list_folder(folder), [folder], PhotoLies())
    assert "outside of the folders that you named" in found.unreadable[0].message


def test_a_sidecar_that_is_not_there_yet_says_nothing(tmp_path):
    found = read_place(SidecarPlace(tmp_path / "IMG.xmp", Place.ADOBE, tmp_path / "IMG.CR3"), [tmp_path], PhotoLies())
    assert isinstance(found, MarkedPlace)
    assert (found.now, found.marks(NOTHING_KNOWN)) == (None, NO_MARKS)


def test_a_sidecar_that_was_met_already_is_not_read_again(tmp_path, monkeypatch):
    path = sidecar(tmp_path / "IMG.xmp", rating=5)
    place = SidecarPlace(path, Place.ADOBE, tmp_path / "IMG.CR3")
    first = read_place(place, [tmp_path], PhotoLies())
    monkeypatch.delattr("assist_cli.workflows.marked_places.sidecar_now")
    assert read_place(place, [tmp_path], PhotoLies(), {first.path: first}) is first


def test_what_is_no_file_is_told(tmp_path):
    (tmp_path / "IMG.xmp").mkdir()
    found = read_place(SidecarPlace(tmp_path / "IMG.xmp", Place.ADOBE, tmp_path / "IMG.CR3"), [tmp_path], PhotoLies())
    assert isinstance(found, UnreadableSidecar)
    assert found.message == "it is a folder, not a file"


def test_whose_word_it_is_follows_from_what_we_knew(tmp_path, marked):
    photo(tmp_path / "IMG.CR3")
    path = sidecar(tmp_path / "IMG.xmp", rating=5, pick=1)
    (place, *_) = marked("IMG.CR3").places
    ours = Past({path: {Mark.RATING: Known(5, by_person=False)}}, {path: Marks(5)})
    assert place.stated(ours).persons() == {Mark.FLAG: Flag.PICK}
    assert place.stated(NOTHING_KNOWN).persons() == {Mark.RATING: 5, Mark.FLAG: Flag.PICK}


def test_the_star_of_a_darktable_import_is_nobody_s(tmp_path, marked):
    photo(tmp_path / "IMG.CR3")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=1, darktable=5)
    (place, *_) = marked("IMG.CR3").places
    assert place.stated(NOTHING_KNOWN).persons() == {}
