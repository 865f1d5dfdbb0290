"""Makes an XMP packet true of a cropped copy; the rest of it keeps its bytes."""

from __future__ import annotations

import re

EMBEDDED_PICTURES = re.compile(rb"<xmp:Thumbnails>.*?</xmp:Thumbnails>", re.DOTALL)
"""XMP part 2, 8.4: pictures of the photo, uncropped, as text."""


def patched_xmp(packet: bytes, size_px: tuple[int, int]) -> bytes:
    """The packet of a picture that was cropped to (width, height) px as stored.

    Faces (`mwg-rs:Regions`) stay: they state the size they were drawn on, by which a reader sees that the picture was cropped
    since (Metadata Working Group, Guidelines 2.0, 5.9).
    """
    width, height = (str(length).encode() for length in size_px)
    values = {
        # An editor would crop the copy once more (Adobe XMP part 2, Camera Raw).
        b"crs:HasCrop": b"False",
        # The film that followed the picture in the file is not copied (Google, Motion Photo 1.0).
        b"GCamera:MotionPhoto": b"0",
        b"GCamera:MicroVideo": b"0",
        b"exif:PixelXDimension": width,
        b"exif:PixelYDimension": height,
        b"tiff:ImageWidth": width,
        b"tiff:ImageLength": height,
    }
    for name, value in values.items():
        packet = _stated(packet, name, value)
    return EMBEDDED_PICTURES.sub(b"", packet)


def _stated(packet: bytes, name: bytes, value: bytes) -> bytes:
    """A simple property is an attribute or an element (XMP part 1, 7.4 and 7.9)."""
    quoted, named = rb"(\b%s\s*=\s*)([\"'])[^\"'<]*\2" % name, rb"(<%s>)[^<]*(</%s>)" % (name, name)
    packet = re.sub(quoted, rb"\g<1>\g<2>%s\g<2>" % value, packet)
    return re.sub(named, rb"\g<1>%s\g<2>" % value, packet)
