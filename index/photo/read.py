"""Reads one asset: its files are opened here, once each, and every trouble they cause ends here as a value."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.photo.decode import decode_bytes
from index.photo.errors import FailureKind, PhotoReadError, UnreadablePhoto
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file
from index.photo.identity import fingerprint_of
from index.photo.record import Asset, PhotoRecord


def read_photo(asset: Asset) -> tuple[PhotoRecord, npt.NDArray[np.uint8]] | UnreadablePhoto:
    """The record of an asset and its pixels, (H, W, 3) uint8 RGB sRGB upright; or why its first file cannot be read.

    Where the first file is unreadable but a companion is not, the companion is judged and becomes the record's `path`.
    """
    first_trouble: UnreadablePhoto | None = None
    for path in asset.files:
        companions = tuple(file for file in asset.files if file != path)
        result = _read_file_of_asset(path, companions)
        if not isinstance(result, UnreadablePhoto):
            return result
        first_trouble = first_trouble or result
    assert first_trouble is not None, "an asset has at least one file"
    return first_trouble


def _read_file_of_asset(
    path: Path, companions: tuple[Path, ...]
) -> tuple[PhotoRecord, npt.NDArray[np.uint8]] | UnreadablePhoto:
    """The outermost net: decoders are C libraries behind many wrappers, and what a fuzzed file makes them raise has
    no end.

    Known troubles arrive as `PhotoReadError`; any other exception becomes UNEXPECTED and names its class, so that one
    photo never stops a run. Ctrl-C and exits are no `Exception` and pass.
    """
    try:
        return _read(path, companions)
    except PhotoReadError as error:
        return error.at(path)
    except MemoryError:
        return UnreadablePhoto(path, FailureKind.TOO_LARGE, "there is not enough memory for it")
    except Exception as error:
        return UnreadablePhoto(path, FailureKind.UNEXPECTED, f"{type(error).__name__}: {error}")


def _read(path: Path, companions: tuple[Path, ...]) -> tuple[PhotoRecord, npt.NDArray[np.uint8]]:
    data = read_file(path)
    exif = exif_of(data)
    pixels = decode_bytes(data, path, exif.orientation)
    record = PhotoRecord(path, fingerprint_of(data), pixels.size_px, exif, pixels.pixel_source, companions)
    return record, pixels.rgb
