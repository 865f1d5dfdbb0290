"""Marks and crops come to a real darktable and go again, though it writes the same sidecars."""

from __future__ import annotations

import pytest
from PIL import Image

from index.photo.marks import CropBox, Marks
from tests.end_to_end.marked_pair import SKIP_REASON, Pair, writing
from tests.real_editors import darktable_library
from tests.real_editors.darktable_import import darktable_imports, darktable_writes_sidecars
from tests.real_editors.darktable_library import DarktableShows, darktable_exports
from tests.real_editors.darktable_library import darktable_library as library_of
from tests.real_editors.exiftool import exiftool_shows, exiftool_writes

pytestmark = [
    pytest.mark.skipif(bool(SKIP_REASON), reason=SKIP_REASON),
    pytest.mark.skipif(darktable_library.SKIP_REASON is not None, reason=str(darktable_library.SKIP_REASON)),
]


@pytest.fixture
def pair(tmp_path, catalog):
    return Pair(tmp_path / "shoot", catalog)


@pytest.fixture
def write(assist, pair):
    return writing(assist, pair)


def test_star_of_a_darktable_import_is_nobodys_and_darktable_then_shows_ours(assist, pair, write):
    darktable_writes_sidecars(pair.folder)
    before = pair.own.read_bytes()
    assert exiftool_shows(pair.own)["XMP-xmp:Rating"] == 1
    run = write()
    assert library_of(pair.jpeg).shows == DarktableShows(4, False, ("Green",))
    assert assist("undo", "--run", run).exit_code == 0
    assert pair.own.read_bytes() == before


def test_undo_after_darktable_has_written_our_sidecar_anew_takes_only_our_marks(assist, pair, write):
    pair.advise(4, "keeper", Marks(crop=CropBox(0.25, 0.25, 0.75, 0.75)))
    run = write("--advice", "stars,labels,flags,keywords")
    shown = library_of(pair.jpeg)
    assert ("crop", True) in shown.steps
    darktable_writes_sidecars(pair.folder)
    assert write("--advice", "stars,labels,flags,keywords") is None
    assert library_of(pair.jpeg).shows == shown.shows == DarktableShows(4, False, ("Green",))
    answer = assist("undo", "--run", run)
    assert answer.exit_code == 0, answer.out
    left = exiftool_shows(pair.own)
    assert left["XMP-darktable:Raw_params"] in (0, "0")
    assert left.get("XMP-xmp:Rating") in (None, 0, 1)
    for name in ("XMP-xmp:Label", "XMP-darktable:Colorlabels", "XMP-digiKam:PickLabel", "XMP-dc:Subject"):
        assert name not in left
    after = library_of(pair.jpeg)
    assert after.tags == ()
    assert after.shows.labels == ()
    assert (
        dict(after.steps)["crop"] is False
    )  # the step is darktable's own by now: another one behind it switches it off


LIGHTROOMS = """<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
   tiff:ImageWidth="600" tiff:ImageLength="400" tiff:Orientation="1" crs:HasCrop="True"
   crs:CropTop="0.25" crs:CropLeft="0.25" crs:CropBottom="0.75" crs:CropRight="0.75" crs:CropAngle="0">
   <xmpMM:History>
    <rdf:Seq>
     <rdf:li stEvt:action="saved" stEvt:softwareAgent="Adobe Photoshop Lightroom Classic 15.3 (Windows)"/>
    </rdf:Seq>
   </xmpMM:History>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""


def exported_size(photo, tmp_path):
    home = tmp_path / "darktable"
    home.mkdir()
    darktable_exports(photo, home / "picture.jpg", at_home=home)
    with Image.open(home / "picture.jpg") as picture:
        return picture.size


def test_darktable_crops_once_though_the_sidecar_of_adobes_style_is_cropped_too(pair, write, tmp_path):
    pair.advise(4, "keeper", Marks(crop=CropBox(0.25, 0.25, 0.75, 0.75)))
    write("--style", "both")
    assert [exiftool_shows(path).get("XMP-crs:HasCrop") for path in pair.sidecars] == [None, None, True]
    assert exported_size(pair.jpeg, tmp_path) == (300, 200)


def test_darktable_crops_once_where_the_crop_is_lightrooms(assist, pair, tmp_path):
    pair.adobes.write_text(LIGHTROOMS, encoding="utf-8")
    assert "marks of 1 photo taken in" in assist("sidecars", "read", pair.folder).said
    answer = assist("sidecars", "write", pair.folder, "--style", "both")
    assert answer.said.count("darktable takes over the crop of IMG_1.xmp by itself, and would crop twice") == 2
    assert exported_size(pair.jpeg, tmp_path) == (300, 200)


def test_darktable_shows_what_a_person_marked_with_exiftool_and_we_carried_over(assist, pair, write):
    write()
    exiftool_writes(pair.adobes, "-XMP-xmp:Rating=5", "-XMP-xmp:Label=Blue", "-XMP-dc:Subject=boats")
    assert "marks of 1 photo taken in" in assist("sidecars", "read", pair.folder).said
    write()
    assert darktable_imports(pair.folder)["IMG_1.JPG"] == DarktableShows(5, False, ("Blue",))
    assert library_of(pair.jpeg).tags == ("boats",)
