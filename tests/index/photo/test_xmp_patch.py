"""XMP of a cropped copy."""

import pytest

from index.photo.xmp_patch import patched_xmp

PACKET = (
    b'<x:xmpmeta><rdf:Description crs:HasCrop="True" crs:CropTop = \'0.1\' exif:PixelXDimension="4000"'
    b' xmp:Rating="4" GCamera:MotionPhoto="1">'
    b"<tiff:ImageLength>3000</tiff:ImageLength><xmp:Thumbnails><rdf:Alt>\n/9j/4AAQ\n</rdf:Alt></xmp:Thumbnails>"
    b'<mwg-rs:AppliedToDimensions stDim:w="4000" stDim:h="3000"/></rdf:Description></x:xmpmeta>'
)


def test_what_the_crop_makes_false_is_stated_anew():
    assert patched_xmp(PACKET, (640, 480)) == (
        b'<x:xmpmeta><rdf:Description crs:HasCrop="False" crs:CropTop = \'0.1\' exif:PixelXDimension="640"'
        b' xmp:Rating="4" GCamera:MotionPhoto="0">'
        b"<tiff:ImageLength>480</tiff:ImageLength>"
        b'<mwg-rs:AppliedToDimensions stDim:w="4000" stDim:h="3000"/></rdf:Description></x:xmpmeta>'
    )


@pytest.mark.parametrize("packet", [b"", b'<x xmp:Rating="3"/>', b'exif:PixelXDimension="', bytes(range(256))])
def test_other_packets_keep_every_byte(packet):
    assert patched_xmp(packet, (640, 480)) == packet
