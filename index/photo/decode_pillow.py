"""Decodes PNG, TIFF, WebP, AVIF and odd JPEGs through Pillow, whatever their bit depth and colour model."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
from PIL import (
    AvifImagePlugin,
    ExifTags,
    Image,
    ImageCms,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from index.photo import pillow_settings  # noqa: F401 - large pictures are opened
from index.photo.colour_profile import to_srgb
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.formats import Container, container_of
from index.photo.orientation import upright, upright_size
from index.photo.pixels import U8, DecodedPixels, check_size
from index.photo.quiet_warnings import quiet_warnings

FORMATS = tuple(
    plugin.format
    for plugin in (
        PngImagePlugin.PngImageFile,
        TiffImagePlugin.TiffImageFile,
        WebPImagePlugin.WebPImageFile,
        AvifImagePlugin.AvifImageFile,
        JpegImagePlugin.JpegImageFile,
    )
)
"""Pillow knows dozens more; what is no photo is better named than guessed at."""

AvifImagePlugin.DEFAULT_MAX_THREADS = 1
# Photos are decoded side by side; threads inside one would only fight over the cores.

PILLOW_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What Pillow's plugins raise on damaged files: they trust counts, offsets and types that the file states."""

CODE_VALUES_16_BIT = 65535

STRIP_PIXELS = 1 << 22
"""12 MB as RGB: small beside a huge picture, and nearly all of a camera's in a few strips."""


def decode_with_pillow(data: bytes, orientation: int) -> DecodedPixels:
    """The first frame of a file that Pillow reads -> pixels, over white where it is transparent.

    `orientation` is EXIF's, save for AVIF, where Pillow reports the container's own rotation (it wins, as MIAF
    demands). Raises `PhotoReadError`.
    """
    with quiet_warnings():
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                check_size(*image.size)
                turned = _orientation(image, orientation)
                rgb = pixels_of(_srgb(image))
        except PILLOW_DAMAGE as error:
            raise _failure(error, data) from error
    return DecodedPixels(upright(rgb, turned), upright_size((rgb.shape[1], rgb.shape[0]), turned))


def flattened(image: Image.Image) -> Image.Image:
    """Any Pillow image -> RGB, L or CMYK with 8 bits, over white where it is transparent: as a page or a browser
    shows it."""
    if image.mode in ("I;16", "I;16L", "I;16B", "I;16N", "I", "F"):
        return Image.fromarray(_eight_bit(np.asarray(image)))
    if image.mode == "LAB":
        return _from_lab(image)
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")


def pixels_of(image: Image.Image) -> U8:
    """An RGB image -> (H, W, 3) uint8, a strip at a time: Pillow hands pixels out twice over, in pieces and joined (600 MB
    more for 200 megapixels).
    """
    width, height = image.size
    rgb = np.empty((height, width, 3), np.uint8)
    rows = max(1, STRIP_PIXELS // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        rgb[top:bottom] = np.asarray(image.crop((0, top, width, bottom)))
    return rgb


def _srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    return to_srgb(flattened(image), profile if isinstance(profile, bytes) else None)


def _eight_bit(samples: np.ndarray[tuple[int, ...], np.dtype[np.generic]]) -> U8:
    """Grey of 16 bits, 32 bits (as 16 where it fits), or float (nominally 0..1, TIFF Technical Note 3) -> 8 bits."""
    if np.issubdtype(samples.dtype, np.floating):
        scaled = np.nan_to_num(samples.astype(np.float32), posinf=1.0, neginf=0.0) * 255.0
    else:
        full = CODE_VALUES_16_BIT if samples.max(initial=0) <= CODE_VALUES_16_BIT else 2**31 - 1
        scaled = samples.astype(np.float32) * (255.0 / full)
    return np.asarray(np.rint(scaled.clip(0, 255)), np.uint8)


def _from_lab(image: Image.Image) -> Image.Image:
    transform = ImageCms.buildTransform(ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB")
    converted = ImageCms.applyTransform(image, transform)
    return image.convert("RGB") if converted is None else converted


def _orientation(image: Image.Image, orientation: int) -> int:
    if image.format == "TIFF":
        return 1  # Pillow's reader has turned it by itself
    if image.format != "AVIF":
        return orientation
    return int(image.getexif().get(ExifTags.Base.Orientation, 1))


def _failure(error: Exception, data: bytes) -> PhotoReadError:
    message = str(error) or type(error).__name__
    if isinstance(error, UnidentifiedImageError):
        is_tiff = container_of(data[:16]) is Container.TIFF  # Pillow refuses what it does not know, damaged or not
        kind = FailureKind.UNSUPPORTED if is_tiff else FailureKind.CORRUPT
        return PhotoReadError(kind, "its header is damaged, or of a kind that cannot be decoded")
    if isinstance(error, Image.DecompressionBombError):
        return PhotoReadError(FailureKind.TOO_LARGE, message)
    if "truncated" in message.lower() or "not enough image data" in message.lower():
        return PhotoReadError(FailureKind.TRUNCATED, "the file ends before its last pixel")
    return PhotoReadError(FailureKind.CORRUPT, f"the picture data is damaged: {message}")
