"""Reads one asset: its files are opened here, once each, and every trouble they cause ends here as a value."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.photo.decode import decode_bytes
from index.photo.errors import FailureKind, PhotoReadError, UnreadablePhoto
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file, unreadable_among
from index.photo.identity import fingerprint_of
from index.photo.record import Asset, PhotoRecord

log = logging.getLogger(__name__)


def read_photo(asset: Asset) -> tuple[PhotoRecord, npt.NDArray[np.uint8]] | UnreadablePhoto:
    """The record of an asset and its pixels, (H, W, 3) uint8 RGB sRGB upright; or why none of its files can be read.

    Where the first file is unreadable but a companion is not, the companion is judged and becomes the record's `path`;
    the record names every file that is unreadable.
    """
    troubles: list[UnreadablePhoto] = []
    for path in asset.files:
        companions = tuple(file for file in asset.files if file != path)
        result = _read_file_of_asset(path, companions)
        if not isinstance(result, UnreadablePhoto):
            record, rgb = result
            unopened = asset.files[len(troubles) + 1 :]
            return replace(record, unread=(*troubles, *unreadable_among(unopened))), rgb
        troubles.append(result)
    first, *others = troubles
    return replace(first, partners=tuple(others))


def _read_file_of_asset(
    path: Path, companions: tuple[Path, ...]
) -> tuple[PhotoRecord, npt.NDArray[np.uint8]] | UnreadablePhoto:
    """The outermost net: decoders are C libraries behind many wrappers, and what a fuzzed file makes them raise has
    no end.

    Known troubles arrive as `PhotoReadError`; any other exception becomes UNEXPECTED and names its class, so that one
    photo never stops a run; its traceback is logged. Ctrl-C and exits are no `Exception` and pass.
    """
    try:
        return _read(path, companions)
    except PhotoReadError as error:
        if error.kind is FailureKind.UNEXPECTED:
            log.info("reading %s failed", path, exc_info=error)
        return error.at(path)
    except MemoryError:
        return UnreadablePhoto(path, FailureKind.TOO_LARGE, "there is not enough memory for it")
    except Exception as error:
        log.info("reading %s failed", path, exc_info=error)
        return UnreadablePhoto(path, FailureKind.UNEXPECTED, f"{type(error).__name__}: {error}")


def _read(path: Path, companions: tuple[Path, ...]) -> tuple[PhotoRecord, npt.NDArray[np.uint8]]:
    data = read_file(path)
    exif = exif_of(data)
    pixels = decode_bytes(data, path, exif.orientation)
    fingerprint = fingerprint_of(data)
    record = PhotoRecord(path, fingerprint, pixels.size_px, exif, pixels.pixel_source, companions, sensor=pixels.sensor)
    return record, pixels.rgb
