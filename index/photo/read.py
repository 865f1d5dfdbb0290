"""Reads one asset: its files are opened here, once each, and every trouble they cause ends here as a value."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.photo.decode import decode_bytes
from index.photo.errors import UnreadablePhoto
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file, unreadable_among
from index.photo.identity import fingerprint_of
from index.photo.record import Asset, PhotoRecord
from index.photo.trouble_as_value import trouble_as_value


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
    return trouble_as_value(path, lambda: _read(path, companions))


def _read(path: Path, companions: tuple[Path, ...]) -> tuple[PhotoRecord, npt.NDArray[np.uint8]]:
    data = read_file(path)
    exif = exif_of(data)
    pixels = decode_bytes(data, path, exif.orientation)
    fingerprint = fingerprint_of(data)
    record = PhotoRecord(path, fingerprint, pixels.size_px, exif, pixels.pixel_source, companions, sensor=pixels.sensor)
    return record, pixels.rgb
