"""Decodes a JPEG through libjpeg-turbo (simplejpeg): the fastest path, and a strict one."""

from __future__ import annotations

import re

import numpy as np
import simplejpeg

from index.photo.errors import FailureKind, PhotoReadError
from index.photo.jpeg_segments import icc_profile
from index.photo.orientation import upright, upright_size
from index.photo.pixel_room import room_for
from index.photo.pixels import U8, DecodedPixels, check_size

DIRECT_COLOUR_SPACES = frozenset({"YCbCr", "RGB", "Gray"})
"""What simplejpeg turns into RGB itself; CMYK and YCCK go to Pillow, which knows Adobe's inverted inks."""

UNUSUAL_SUBSAMPLING = "could not determine subsampling"
"""TurboJPEG's message for sampling factors outside its six usual ones; Pillow, on plain libjpeg, decodes them."""

END_TOO_SOON = ("premature end of jpeg file", "premature end of input file", "no data", "input file read error")
"""libjpeg-turbo's messages (jerror.h: JWRN_JPEG_EOF, JERR_INPUT_EOF) for a file that stops before its EOI marker."""

UNSUPPORTED_KIND = ("unsupported jpeg process", "unsupported jpeg data precision", "arithmetic coding is not supported")
"""libjpeg-turbo's messages (jerror.h: JERR_SOF_UNSUPPORTED, JERR_BAD_PRECISION, JERR_ARITH_NOTIMPL): lossless, 12-bit or, in some
builds, arithmetic JPEGs are whole and yet not for it."""

HARMLESS = re.compile(r"extraneous bytes before marker 0x(db|dd|e.|fe|c[012])|\D\d extraneous bytes before marker 0xd9")
"""libjpeg-turbo's warnings (jerror.h, JWRN_EXTRANEOUS_DATA) that leave every pixel in place: junk between the header's
segments, and up to 9 bytes of padding before EOI; a scan shifted by damage left 19 or more (sample photos, 15 bytes
changed)."""


def decode_jpeg(data: bytes, orientation: int) -> DecodedPixels:
    """A whole JPEG -> pixels; bytes after its EOI marker (a second MPF picture, a video) do not matter.

    Raises `PhotoReadError`: TRUNCATED where the file ends before EOI, CORRUPT where libjpeg reports damaged scan data
    (it would fill the rest with grey), TOO_LARGE, UNSUPPORTED.
    """
    try:
        height_px, width_px, colour_space, _ = simplejpeg.decode_jpeg_header(data, strict=False)
    except KeyError:  # simplejpeg has no name for this colour space or subsampling
        return _with_pillow(data, orientation)
    except ValueError as error:
        return _second_opinion(error, data, orientation)
    if colour_space not in DIRECT_COLOUR_SPACES:
        return _with_pillow(data, orientation)
    check_size(width_px, height_px)
    try:
        room = room_for(height_px * width_px * 3)
        stored = np.asarray(simplejpeg.decode_jpeg(data, "RGB", strict=True, buffer=room), np.uint8)
    except ValueError as error:
        return _second_opinion(error, data, orientation)
    rgb = upright(jpeg_in_srgb(stored, data, is_grey=colour_space == "Gray"), orientation)
    return DecodedPixels(rgb, upright_size((width_px, height_px), orientation))


def _second_opinion(error: ValueError, data: bytes, orientation: int) -> DecodedPixels:
    """Pillow's pixels where simplejpeg refuses a JPEG that is whole; else the trouble, raised."""
    if UNUSUAL_SUBSAMPLING in str(error).lower() or HARMLESS.search(str(error)):
        return _with_pillow(data, orientation)
    raise _failure(error) from error


def _with_pillow(data: bytes, orientation: int) -> DecodedPixels:
    from index.photo.decode_pillow import decode_with_pillow

    return decode_with_pillow(data, orientation)


def jpeg_in_srgb(rgb: U8, data: bytes, *, is_grey: bool) -> U8:
    """(H, W, 3) uint8 as stored -> sRGB, by the profile of the JPEG whose bytes `data` are."""
    profile = icc_profile(data)
    if profile is None:
        return rgb
    # Pillow is imported by the first photo that needs it: plain JPEGs in sRGB never do.
    from PIL import Image

    from index.photo.colour_profile import is_srgb, to_srgb

    if not is_grey and is_srgb(profile):
        return rgb
    image = Image.fromarray(np.ascontiguousarray(rgb[..., 0]) if is_grey else rgb)
    return np.asarray(to_srgb(image, profile), np.uint8)


def _failure(error: ValueError) -> PhotoReadError:
    message = str(error)
    if any(end in message.lower() for end in END_TOO_SOON):
        return PhotoReadError(FailureKind.TRUNCATED, "the JPEG ends before its last pixel")
    if any(words in message.lower() for words in UNSUPPORTED_KIND):
        return PhotoReadError(FailureKind.UNSUPPORTED, f"this kind of JPEG cannot be decoded: {message}")
    return PhotoReadError(FailureKind.CORRUPT, f"the JPEG is damaged: {message}")
