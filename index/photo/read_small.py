"""Reads a photo as a small picture, for looking at and not for judging: of a large file only what that takes is decoded."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from index.photo.errors import UnreadablePhoto
from index.photo.exif import orientation_of
from index.photo.file_bytes import read_file
from index.photo.formats import Container, container_of, is_raw
from index.photo.isobmff_boxes import brand
from index.photo.memory_budget import one_photo
from index.photo.pixels import U8
from index.photo.small_jpeg import small_jpeg
from index.photo.trouble_as_value import trouble_as_value


def read_small(path: Path, edge_px: int) -> U8 | UnreadablePhoto:
    """(H, W, 3) uint8 RGB sRGB upright, long edge at most `edge_px`, never enlarged; or why the file cannot be read.

    Safe to call from many threads, which together stay within `memory_budget`.
    """
    with one_photo():
        return trouble_as_value(path, lambda: _shrunk(_decoded(read_file(path), path, edge_px), edge_px))


def _decoded(data: bytes, path: Path, edge_px: int) -> U8:
    """At least `edge_px` long, where the photo is."""
    # Decoders are imported by the first photo that needs them: most shoots hold JPEGs, and the first one is waited for.
    container = container_of(data[:16])
    if container is Container.JPEG:
        return small_jpeg(data, edge_px, orientation_of(data))
    is_canon = container is Container.ISOBMFF and brand(data) == b"crx "
    if is_canon or (is_raw(path) and container is not Container.ISOBMFF):
        from index.photo.small_raw import small_raw

        return small_raw(data, edge_px)
    from index.photo.decode import decode_bytes

    return decode_bytes(data, path, orientation_of(data)).rgb


def _shrunk(rgb: U8, edge_px: int) -> U8:
    height_px, width_px = rgb.shape[:2]
    scale = edge_px / max(height_px, width_px)
    if scale >= 1.0:
        return rgb
    size_px = (max(1, round(width_px * scale)), max(1, round(height_px * scale)))
    return np.asarray(cv2.resize(rgb, size_px, interpolation=cv2.INTER_AREA), np.uint8)
