"""Decodes HEIC and HEIF through libheif (pillow-heif)."""

from __future__ import annotations

import io
import struct

import pillow_heif
from PIL import Image

from index.photo.colour_profile import to_srgb
from index.photo.decode_pillow import PILLOW_DAMAGE, flattened, pixels_of
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.isobmff_items import picture_ends_too_soon
from index.photo.pixels import DecodedPixels, check_size
from index.photo.quiet_warnings import quiet_warnings

pillow_heif.options.DECODE_THREADS = 1
# Photos are decoded side by side; threads inside one would only fight over the cores.

HEAD_BYTES = 32
"""Holds the major brand and the first compatible ones (ISO/IEC 14496-12, 4.3)."""

END_TOO_SOON = ("end of file", "end_of_data", "end of data", "premature", "truncated", "extent in iloc")
"""libheif's messages (error.cc) for data that lies past the end of the file."""


def is_heif(data: bytes) -> bool:
    """Whether the brand of an ISO base media file is one that libheif reads."""
    return bool(pillow_heif.is_supported(data[:HEAD_BYTES]))


def decode_heif(data: bytes) -> DecodedPixels:
    """The primary picture -> pixels. libheif turns it upright by the container's own rotation, which is the one that
    counts (ISO/IEC 23008-12): EXIF Orientation is not applied again. 10 and 12 bits become 8. Raises `PhotoReadError`.
    """
    image = open_heif(data)
    with quiet_warnings():
        try:
            rgb = pixels_of(to_srgb(flattened(image), image.info.get("icc_profile")))
        except PILLOW_DAMAGE as error:
            raise _failure(error) from error
    return DecodedPixels(rgb, (rgb.shape[1], rgb.shape[0]))


def open_heif(data: bytes) -> Image.Image:
    """The primary picture, upright, 8 bits, in its own colour space; `info` holds its profile. Raises `PhotoReadError`."""
    if _ends_too_soon(data):
        # libheif paints the tiles that are missing in one colour and says nothing.
        raise PhotoReadError(FailureKind.TRUNCATED, "the file ends before its last pixel")
    with quiet_warnings():
        try:
            heif = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
            check_size(*heif.size)
            image: Image.Image = heif.to_pillow()
        except PILLOW_DAMAGE as error:
            raise _failure(error) from error
    return image


def _ends_too_soon(data: bytes) -> bool:
    try:
        return picture_ends_too_soon(data)
    except (ValueError, LookupError, struct.error):
        return False  # damaged in another way, of which libheif tells


def _failure(error: Exception) -> PhotoReadError:
    message = str(error).strip() or type(error).__name__
    lowered = message.lower()
    if any(end in lowered for end in END_TOO_SOON):
        return PhotoReadError(FailureKind.TRUNCATED, f"the file ends before its last pixel: {message}")
    if "security limit" in lowered:
        return PhotoReadError(FailureKind.TOO_LARGE, message)
    if "unsupported" in lowered:
        return PhotoReadError(FailureKind.UNSUPPORTED, message)
    return PhotoReadError(FailureKind.CORRUPT, f"the picture data is damaged: {message}")
