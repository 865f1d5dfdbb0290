"""Crops WebP and TIFF through Pillow, with their EXIF, XMP and colour profile."""

from __future__ import annotations

import io
from typing import Any

from PIL import ExifTags, Image, TiffImagePlugin, WebPImagePlugin

from index.photo import pillow_settings  # noqa: F401 - large pictures are opened
from index.photo.crop_refused import DEEP_TIFF, MOVING, CropRefusedError
from index.photo.exif_blocks import exif_blocks
from index.photo.exif_patch import patched_exif
from index.photo.riff_png_chunks import webp_chunks
from index.photo.stored_box import PixelBox
from index.photo.xmp_patch import patched_xmp

QUALITY = 95
"""Of a lossy WebP, and of a JPEG that is written of another format: a choice; nobody can see a difference, and a lossy file does
not say how strongly it was compressed."""
LOSSLESS_CHUNK = b"VP8L"
"""RFC 9649, section 2.6."""
KEPT_COMPRESSIONS = frozenset({"raw", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "packbits"})
"""Pillow's names for those without loss; others become LZW, which loses nothing."""
DEEPEST_BITS = 8
WHOLE_MODES = frozenset({"I;16", "I;16B", "I;16L"})
"""Pillow's modes that hold 16 bits as they are: grey only."""
XMP_TAG, ORIENTATION = 700, 274
"""XMP part 3, 1.1.5; TIFF 6.0."""
LAYOUT = frozenset(
    {*range(254, 260), 262, 266, 273, *range(277, 282), *range(284, 288), 292, 293, 297, 301, 317, *range(320, 326)}
    | {330, 338, 339, 340, 341, 347, *range(512, 522), *range(529, 533), 34675, 34377}
)
"""TIFF 6.0 and its supplements: how and where the pixels lie, which the writer states anew; the colour profile, which it is handed;
and Photoshop's blocks, which hold a picture of the whole."""


def crop_webp(data: bytes, box: PixelBox) -> bytes:
    """The box of a WebP's stored pixels; lossless where the original is. Raises `CropRefusedError`."""
    with Image.open(io.BytesIO(data), formats=(WebPImagePlugin.WebPImageFile.format,)) as image:
        if getattr(image, "n_frames", 1) > 1:
            raise CropRefusedError(MOVING)
        return webp_like(data, image.crop(box))


def webp_like(data: bytes, picture: Image.Image, orientation: int | None = None) -> bytes:
    """A picture as a WebP that carries what another WebP says; `orientation`: the new one where the pixels were turned."""
    chunks = {kind: bytes(chunk) for kind, chunk in webp_chunks(data)}
    options: dict[str, Any] = {"icc_profile": chunks.get(b"ICCP", b"")}
    if b"XMP " in chunks:
        options["xmp"] = patched_xmp(chunks[b"XMP "], picture.size)
    for block in exif_blocks(data):
        options["exif"] = patched_exif(block, picture.size, orientation)
    is_lossless = LOSSLESS_CHUNK in chunks
    stream = io.BytesIO()
    picture.save(stream, "WEBP", lossless=is_lossless, exact=is_lossless, quality=QUALITY, **options)
    return stream.getvalue()


def open_tiff(data: bytes) -> Image.Image:
    """The first picture of a TIFF, upright: Pillow turns it by itself. Raises `CropRefusedError` where it holds more than 8 bits
    a sample and colours, or floating point, or several pictures."""
    image = Image.open(io.BytesIO(data), formats=(TiffImagePlugin.TiffImageFile.format,))
    bits = image.tag_v2.get(258, (1,))  # type: ignore[attr-defined]  # of Pillow's TiffImageFile
    if getattr(image, "n_frames", 1) > 1:
        raise CropRefusedError(MOVING)
    if max(bits) > DEEPEST_BITS and image.mode not in WHOLE_MODES:
        raise CropRefusedError(DEEP_TIFF)
    image.load()
    return image


def tiff_like(original: Image.Image, picture: Image.Image) -> bytes:
    """A picture as a TIFF that carries what another, opened by `open_tiff`, says."""
    exif = original.getexif()
    for tag in LAYOUT.intersection(exif):
        del exif[tag]
    exif[ORIENTATION] = 1
    if XMP_TAG in exif:
        exif[XMP_TAG] = patched_xmp(exif[XMP_TAG], picture.size)
    of_camera = exif.get_ifd(ExifTags.IFD.Exif)
    for tag, length in zip((ExifTags.Base.ExifImageWidth, ExifTags.Base.ExifImageHeight), picture.size, strict=True):
        if tag in of_camera:
            of_camera[tag] = length
    stated = original.info.get("compression", "raw")
    options = {"compression": stated if stated in KEPT_COMPRESSIONS else "tiff_lzw"}
    stream = io.BytesIO()
    picture.save(stream, "TIFF", exif=exif, icc_profile=original.info.get("icc_profile"), **options)
    return stream.getvalue()
