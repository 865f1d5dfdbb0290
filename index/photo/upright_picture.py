"""Opens any photo but a RAW file upright, in its own colour space: for a copy, which keeps that."""

from __future__ import annotations

import io

import numpy as np
from PIL import AvifImagePlugin, ExifTags, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from index.photo.crop_refused import DEEP_TURNED, MOVING, CropRefusedError
from index.photo.crop_webp_tiff import open_tiff
from index.photo.decode_heif import open_heif
from index.photo.decode_pillow import flattened
from index.photo.exif import exif_of
from index.photo.formats import AVIF_BRANDS, Container, container_of
from index.photo.isobmff_boxes import brand
from index.photo.orientation import upright

DEEP_MODES = ("I", "F")
"""First letters of Pillow's modes of more than 8 bits."""
PNG_DEPTH_AT, DEEP = 24, 16
"""W3C PNG 11.2.1: after 8 bytes of signature, 8 of chunk head, 8 of size."""
FORMATS = tuple(
    plugin.format
    for plugin in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
        AvifImagePlugin.AvifImageFile,
    )
)


def upright_picture(data: bytes) -> Image.Image:
    """L, RGB, RGBA or CMYK of 8 bits; HEIC and AVIF of more become 8. Raises `CropRefusedError` where others have more.

    `info` holds the colour profile and XMP of the file, where it has them.
    """
    container = container_of(data[:16])
    if container is Container.ISOBMFF and brand(data) not in AVIF_BRANDS:
        return _plain(open_heif(data))
    if container is Container.TIFF:
        return _plain(open_tiff(data))
    if container is Container.PNG and data[PNG_DEPTH_AT] == DEEP:
        raise CropRefusedError(DEEP_TURNED)
    image = Image.open(io.BytesIO(data), formats=FORMATS)
    if container is not Container.JPEG and getattr(image, "n_frames", 1) > 1:
        raise CropRefusedError(MOVING)
    # Of AVIF, Pillow reports the container's own rotation, which counts.
    is_avif = container is Container.ISOBMFF
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1) if is_avif else exif_of(data).orientation
    return with_pixels(plain := _plain(image), upright(np.asarray(plain), int(orientation)))


def with_pixels(picture: Image.Image, pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Image.Image:
    """Other pixels of the same kind, (H, W) or (H, W, channels) uint8, with the same `info`."""
    height, width = pixels.shape[:2]
    made = Image.frombytes(picture.mode, (width, height), np.ascontiguousarray(pixels).tobytes())
    made.info = dict(picture.info)
    return made


def _plain(image: Image.Image) -> Image.Image:
    if image.mode.startswith(DEEP_MODES):
        raise CropRefusedError(DEEP_TURNED)
    if image.format in {"PNG", "WEBP"} and image.has_transparency_data:
        return image.convert("RGBA")
    info = dict(image.info)
    plain = flattened(image)
    plain.info = info
    return plain
