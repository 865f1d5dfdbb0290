"""Who wrote a sidecar."""

import pytest

from index.photo.mark_fields.facts import Writer
from index.photo.mark_fields.written_by import guessed_writer


@pytest.mark.parametrize(
    ("present", "tool", "toolkit", "writer"),
    [
        (
            {"darktable:xmp_version", "darktable:raw_params"},
            "NIKON Z 6 Ver.01.00",
            "XMP Core 4.4.0-Exiv2",
            Writer.DARKTABLE,
        ),
        ({"crs:ProcessVersion"}, None, "Adobe XMP Core 7.0", Writer.LIGHTROOM),
        ({"darktable:xmp_version", "darktable:history", "digiKam:TagsList"}, None, None, Writer.DIGIKAM),
        (set(), "Adobe Photoshop Lightroom Classic 14.2 (Windows)", None, Writer.LIGHTROOM),
        (set(), "digiKam-8.1.0", None, Writer.DIGIKAM),
        (set(), "Capture One 23 Macintosh", None, Writer.CAPTURE_ONE),
        (set(), "RawTherapee 5.9", None, Writer.RAWTHERAPEE),
        ({"xmp:Rating"}, None, "photo-assist", Writer.PHOTO_ASSIST),
        ({"xmp:Rating"}, "Canon EOS R5", "XMP Core 5.5.0", None),
    ],
)
def test_writer_is_guessed_from_what_only_it_writes(present, tool, toolkit, writer):
    assert guessed_writer(frozenset(present), tool, toolkit) is writer
