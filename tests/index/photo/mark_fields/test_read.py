"""What a packet says of a photo."""

import pytest

from index.photo.mark_fields.facts import NO_FACTS, Writer
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.marks import NO_MARKS, CropBox, Flag, Marks
from index.photo.xmp import read_xmp
from tests.index.photo.mark_fields.made_packets import crop, exposure, history, listed, packet

CRS_CROP = 'crs:HasCrop="True" crs:CropLeft="0.5" crs:CropTop="0" crs:CropRight="1" crs:CropBottom="1"'


def facts(attributes="", elements="", **more):
    return facts_of(read_xmp(packet(attributes, elements, **more)))


def test_empty_packet_says_nothing():
    assert marks_of(facts()) == NO_MARKS
    assert marks_of(NO_FACTS) == NO_MARKS


def test_sidecar_of_lightroom_is_understood():
    found = facts(
        'xmp:Rating="4" xmp:Label="Green" xmpDM:pick="1" xmpDM:good="true" crs:Version="17.1" photoshop:SidecarForExtension="CR3"'
        f' xmp:MetadataDate="2026-11-20T10:00:00+01:00" {CRS_CROP}',
        listed("dc:subject", "Bag", ["dog"]) + listed("lr:hierarchicalSubject", "Bag", ["animal|dog"]),
    )
    assert marks_of(found) == Marks(4, Flag.PICK, ("Green",), ("animal|dog",), CropBox(0.5, 0, 1, 1))
    assert found.written_by is Writer.LIGHTROOM
    assert found.sidecar_for_extension == "CR3"
    assert found.metadata_date == "2026-11-20T10:00:00+01:00"
    assert not found.by_darktable


def test_sidecar_of_darktable_is_understood():
    data = history(exposure(0), attributes='xmp:Rating="-1"', elements=listed("darktable:colorlabels", "Seq", "20"))
    found = facts_of(read_xmp(data))
    assert marks_of(found) == Marks(None, Flag.REJECT, ("Red", "Green"))
    assert (found.written_by, found.by_darktable) == (Writer.DARKTABLE, True)


def test_sidecar_of_digikam_is_understood():
    found = facts(
        'xmp:Rating="2" digiKam:PickLabel="3" digiKam:ColorLabel="2"', listed("digiKam:TagsList", "Seq", ["a/b"])
    )
    assert marks_of(found) == Marks(2, Flag.PICK, ("Orange",))
    assert found.written_by is Writer.DIGIKAM


@pytest.mark.parametrize("rating", ["6", "", "NaN", "good"])
def test_rating_that_is_none_is_seen_to_stand_there(rating):
    found = facts(f'xmp:Rating="{rating}"')
    assert marks_of(found) == NO_MARKS
    assert "xmp:Rating" in found.present


def test_history_of_darktable_counts_before_camera_raws_crop():
    assert marks_of(facts_of(read_xmp(history(exposure(0), attributes=CRS_CROP)))).crop is None
    found = facts_of(read_xmp(history(crop(0, 0.0, 0.0, 0.5, 0.5), attributes=CRS_CROP)))
    assert marks_of(found).crop == CropBox(0, 0, 0.5, 0.5)
    assert found.crs_crop == CropBox(0.5, 0, 1, 1)


def test_elements_and_other_prefixes_are_read_alike():
    data = packet(elements="<xmp:Rating>3</xmp:Rating><xmp:Label>Blue</xmp:Label>")
    respelled = (
        data.replace(b"xmlns:xmp=", b"xmlns:xap=")
        .replace(b"xmp:Rating", b"xap:Rating")
        .replace(b"xmp:Label", b"xap:Label")
    )
    assert marks_of(facts_of(read_xmp(respelled))) == marks_of(facts_of(read_xmp(data))) == Marks(3, None, ("Blue",))
