"""The one door to a cropped copy of a photo: its format, and all it says of itself, are kept where that can be done."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from index.photo.crop_jpeg import crop_jpeg
from index.photo.crop_png import crop_png, png_like
from index.photo.crop_refused import RAW, CropRefusedError
from index.photo.crop_webp_tiff import crop_webp, open_tiff, tiff_like, webp_like
from index.photo.decode import PLAIN_TIFF_MAGIC
from index.photo.decode_pillow import PILLOW_DAMAGE
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file
from index.photo.formats import JPEG_EXTENSIONS, Container, container_of, extension, is_raw
from index.photo.isobmff_boxes import brand
from index.photo.jpeg_frame import frame_of
from index.photo.pixels import check_size
from index.photo.quiet_warnings import quiet_warnings
from index.photo.stored_box import Box, pixel_box, stored_box
from index.photo.upright_jpeg import upright_jpeg
from index.photo.upright_picture import upright_picture, with_pixels

U8 = npt.NDArray[np.uint8]
Redraw = Callable[[U8], U8]
"""(H, W) or (H, W, channels) uint8, upright -> as many channels, of any size."""

USUAL_EXTENSIONS = {
    Container.JPEG: (".jpg", *sorted(JPEG_EXTENSIONS)),
    Container.PNG: (".png",),
    Container.WEBP: (".webp",),
    Container.TIFF: (".tif", ".tiff"),
}
"""What copies are written as, and how such files are named; a new name first."""


@dataclass(frozen=True, slots=True)
class CroppedCopy:
    """A whole file, and the extension that its name should have."""

    data: bytes
    extension: str


def cropped_copy(path: Path, box: Box, *, keep_shape: bool = False) -> CroppedCopy:
    """A copy of the photo at `path` that holds `box` (shares of the upright picture); the file itself is only read.

    JPEG, PNG, WebP and TIFF keep their format and the way their pixels are stored: no EXIF Orientation changes. HEIC and AVIF
    become JPEG. `keep_shape`: width over height is as the box has it, else the copy may reach up to 15 px beyond it.
    Raises `PhotoReadError` where the file cannot be read (any more), `CropRefusedError` where a copy would not be honest.
    """
    return _copied(path, lambda data: _cropped(data, box, keep_shape=keep_shape))


def redrawn_copy(path: Path, redraw: Redraw) -> CroppedCopy:
    """As `cropped_copy`, of pixels that are drawn anew, such as turned ones; the copy's pixels are stored upright."""
    return _copied(path, lambda data: _redrawn(data, redraw))


def _copied(path: Path, work: Callable[[bytes], bytes]) -> CroppedCopy:
    data = read_file(path)
    if _is_raw(data, path):
        raise CropRefusedError(RAW)
    try:
        with quiet_warnings():
            made = work(data)
    except MemoryError as error:
        raise PhotoReadError(FailureKind.TOO_LARGE, "there is not enough memory for it") from error
    except cv2.error as error:
        raise PhotoReadError(FailureKind.CORRUPT, f"the picture data is damaged: {error.err}") from error
    except PILLOW_DAMAGE as error:
        raise PhotoReadError(FailureKind.CORRUPT, f"the picture could not be copied: {error}") from error
    return CroppedCopy(made, _extension(made, path))


def _extension(made: bytes, path: Path) -> str:
    """As the photo's, unless that would be false of the copy: HEIC becomes JPEG, and some JPEGs are named like RAW files."""
    usual = USUAL_EXTENSIONS[container_of(made[:16])]
    return path.suffix if extension(path) in usual else usual[0]


def _is_raw(data: bytes, path: Path) -> bool:
    container = container_of(data[:16])
    if container is Container.TIFF:
        return is_raw(path) or data[:4] not in PLAIN_TIFF_MAGIC
    return container in {Container.RAF, Container.UNKNOWN} or (
        container is Container.ISOBMFF and brand(data) == b"crx "
    )


def _cropped(data: bytes, box: Box, *, keep_shape: bool) -> bytes:
    container = container_of(data[:16])
    if container is Container.JPEG:
        frame = frame_of(data)
        as_stored = stored_box(box, exif_of(data).orientation)
        return crop_jpeg(data, pixel_box(as_stored, frame.size_px, frame.mcu_px, keep_shape=keep_shape))
    if container in {Container.PNG, Container.WEBP}:
        with Image.open(io.BytesIO(data)) as image:
            size_px = image.size
        check_size(*size_px)
        stored = pixel_box(stored_box(box, exif_of(data).orientation), size_px, keep_shape=keep_shape)
        return crop_png(data, stored) if container is Container.PNG else crop_webp(data, stored)
    if container is Container.TIFF:
        original = open_tiff(data)
        return tiff_like(original, original.crop(pixel_box(box, original.size, keep_shape=keep_shape)))
    return _redrawn(data, lambda pixels: _part(pixels, box, keep_shape=keep_shape))


def _part(pixels: U8, box: Box, *, keep_shape: bool) -> U8:
    height, width = pixels.shape[:2]
    left, top, right, bottom = pixel_box(box, (width, height), keep_shape=keep_shape)
    return pixels[top:bottom, left:right]


def _redrawn(data: bytes, redraw: Redraw) -> bytes:
    original = upright_picture(data)
    picture = with_pixels(original, redraw(np.asarray(original)))
    match container_of(data[:16]):
        case Container.PNG:
            stream = io.BytesIO()
            picture.save(stream, "PNG")
            return png_like(data, stream.getvalue(), picture.size, 1)
        case Container.WEBP:
            return webp_like(data, picture, 1)
        case Container.TIFF:
            return tiff_like(open_tiff(data), picture)
    return upright_jpeg(data, picture)
