"""exiftool and exiv2 read every property that we write, and darktable shows its marks."""

import pytest

from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.facts import NO_FACTS
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.mark_fields.write import edits_for
from index.photo.marks import CropBox, Flag, Mark
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from tests.index.photo.mark_fields.made_packets import exposure, history, listed, packet
from tests.real_editors import darktable_library, exiftool, exiv2

needs_exiftool = pytest.mark.skipif(exiftool.SKIP_REASON is not None, reason=str(exiftool.SKIP_REASON))
needs_exiv2 = pytest.mark.skipif(exiv2.SKIP_REASON is not None, reason=str(exiv2.SKIP_REASON))
needs_darktable = pytest.mark.skipif(
    darktable_library.SKIP_REASON is not None, reason=str(darktable_library.SKIP_REASON)
)

MARKS = {
    Mark.RATING: 4,
    Mark.FLAG: Flag.PICK,
    Mark.LABELS: ("Green",),
    Mark.KEYWORDS: ("photo-assist|keeper", "dog"),
    Mark.CROP: CropBox(0.25, 0.125, 0.75, 0.625),
}
PARAMS = "0000803e0000003e0000403f0000203f0000000000000000"
SIDECARS = {
    "new": None,
    "darktable's": history(exposure(0)),
    "Lightroom's": packet(
        'xmp:Rating="1" crs:Version="17.1" crs:Exposure2012="+0.50"', listed("dc:subject", "Bag", ["dog"])
    ),
}


def written(tmp_path, sidecar, place, changes=MARKS):
    data = SIDECARS[sidecar]
    facts = NO_FACTS if data is None else facts_of(read_xmp(data))
    file = tmp_path / "IMG.xmp"
    file.write_bytes(edited(data, edits_for(changes, facts, place)).data)
    return file


@needs_exiftool
@pytest.mark.parametrize("sidecar", SIDECARS)
def test_exiftool_reads_what_darktable_gets(tmp_path, sidecar):
    shown = exiftool.exiftool_shows(written(tmp_path, sidecar, Place.DARKTABLE))
    assert shown["XMP-xmp:Rating"] == 4
    assert shown["XMP-xmp:Label"] == "Green"
    assert shown["XMP-digiKam:PickLabel"] == 3
    assert shown["XMP-digiKam:ColorLabel"] == 4
    assert sorted(shown["XMP-dc:Subject"]) == ["dog", "keeper"]
    assert "photo-assist|keeper" in shown["XMP-lr:HierarchicalSubject"]
    assert shown["XMP-darktable:Colorlabels"] == [2]
    assert shown["XMP-darktable:History"][-1]["Params"] == PARAMS


@needs_exiftool
@pytest.mark.parametrize("sidecar", ["new", "Lightroom's"])
def test_exiftool_reads_what_lightroom_gets(tmp_path, sidecar):
    shown = exiftool.exiftool_shows(written(tmp_path, sidecar, Place.ADOBE))
    assert shown["XMP-xmp:Rating"] == 4
    assert shown["XMP-xmp:Label"] == "Green"
    assert shown["XMP-xmpDM:Pick"] == 1
    assert str(shown["XMP-xmpDM:Good"]) == "True"
    assert sorted(shown["XMP-dc:Subject"]) == ["dog", "keeper"]
    assert "photo-assist|keeper" in shown["XMP-lr:HierarchicalSubject"]
    edges = [shown[f"XMP-crs:Crop{edge}"] for edge in ("Left", "Top", "Right", "Bottom", "Angle")]
    assert edges == [0.25, 0.125, 0.75, 0.625, 0]
    assert (str(shown["XMP-crs:HasCrop"]), str(shown["XMP-crs:AlreadyApplied"])) == ("True", "False")


@needs_exiv2
@pytest.mark.parametrize("sidecar", SIDECARS)
def test_exiv2_reads_what_darktable_gets(tmp_path, sidecar):
    shown = exiv2.exiv2_shows(written(tmp_path, sidecar, Place.DARKTABLE))
    assert shown["Xmp.xmp.Rating"] == "4"
    assert shown["Xmp.xmp.Label"] == "Green"
    assert shown["Xmp.digiKam.PickLabel"] == "3"
    assert shown["Xmp.digiKam.ColorLabel"] == "4"
    assert set(shown["Xmp.dc.subject"].split(", ")) == {"dog", "keeper"}
    assert "photo-assist|keeper" in shown["Xmp.lr.hierarchicalSubject"]
    assert shown["Xmp.darktable.colorlabels"] == "2"
    last = int(shown["Xmp.darktable.history_end"])
    assert shown[f"Xmp.darktable.history[{last}]/darktable:params"] == PARAMS


@needs_exiv2
@pytest.mark.parametrize("sidecar", ["new", "Lightroom's"])
def test_exiv2_reads_what_lightroom_gets(tmp_path, sidecar):
    shown = exiv2.exiv2_shows(written(tmp_path, sidecar, Place.ADOBE))
    assert [shown[f"Xmp.{name}"] for name in ("xmp.Rating", "xmp.Label", "xmpDM.pick", "xmpDM.good")] == [
        "4", "Green", "1", "True"
    ]  # fmt: skip
    assert [shown[f"Xmp.crs.Crop{edge}"] for edge in ("Left", "Top", "Right", "Bottom", "Angle")] == [
        "0.25", "0.125", "0.75", "0.625", "0"
    ]  # fmt: skip
    assert (shown["Xmp.crs.HasCrop"], shown["Xmp.crs.AlreadyApplied"]) == ("True", "False")
    assert "photo-assist|keeper" in shown["Xmp.lr.hierarchicalSubject"]


@needs_exiftool
def test_sidecar_that_exiftool_wrote_anew_is_read_alike(tmp_path):
    file = written(tmp_path, "darktable's", Place.DARKTABLE)
    before = marks_of(facts_of(read_xmp(file.read_bytes())))
    exiftool.exiftool_writes(file, "-XMP-dc:Title=anew")
    assert marks_of(facts_of(read_xmp(file.read_bytes()))) == before


@needs_exiv2
def test_sidecar_that_exiv2_wrote_anew_is_read_alike(tmp_path):
    file = written(tmp_path, "darktable's", Place.DARKTABLE)
    before = marks_of(facts_of(read_xmp(file.read_bytes())))
    exiv2.exiv2_writes(file, "set Xmp.dc.source anew")
    assert marks_of(facts_of(read_xmp(file.read_bytes()))) == before


@needs_darktable
@pytest.mark.parametrize("sidecar", ["new", "darktable's"])
@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({Mark.RATING: 4, Mark.LABELS: ("Green", "Red")}, (4, False, ("Red", "Green"))),
        ({Mark.RATING: 5, Mark.FLAG: Flag.REJECT}, (0, True, ())),
        ({Mark.RATING: 0, Mark.LABELS: ("Purple",), Mark.FLAG: Flag.PICK}, (0, False, ("Purple",))),
    ],
)
def test_darktable_shows_stars_rejects_and_labels(tmp_path, plain_photo, sidecar, changes, shown):
    written(tmp_path, sidecar, Place.DARKTABLE, changes).rename(f"{plain_photo}.xmp")
    assert darktable_library.darktable_shows(plain_photo) == shown


@needs_darktable
def test_darktable_shows_keywords_and_our_crop(tmp_path, plain_photo):
    written(tmp_path, "darktable's", Place.DARKTABLE, MARKS | {Mark.KEYWORDS: KeywordChange(("zoo|dog",))}).rename(
        f"{plain_photo}.xmp"
    )
    library = darktable_library.darktable_library(plain_photo)
    assert "zoo|dog" in library.tags
    assert library.steps[-2:] == (("exposure", True), ("crop", True))


@needs_darktable
def test_photo_without_a_sidecar_has_darktables_own_star(plain_photo):
    assert darktable_library.darktable_shows(plain_photo) == (1, False, ())
