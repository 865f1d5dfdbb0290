"""Crops a JPEG so that what is left is stored as it was: same blocks, same tables, same sampling, same metadata."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PIL import Image

from index.photo import pillow_settings  # noqa: F401 - large pictures are opened
from index.photo.half_height import one_above_the_other, side_by_side
from index.photo.jpeg_frame import ColourModel, JpegFrame, frame_of
from index.photo.jpeg_metadata import Changed, kept_metadata
from index.photo.jpeg_segments import APP0, APP15, COM, segments
from index.photo.pixels import check_size
from index.photo.stored_box import PixelBox
from index.photo.stored_planes import FULL, HALF_HEIGHT, HALF_WIDTH, QUARTER, stored_block

PILLOW_SUBSAMPLING: dict[tuple[tuple[int, int], ...], int] = {FULL: 0, HALF_WIDTH: 1, QUARTER: 2}
"""Pillow's numbers for the three samplings that it writes; another one is stored in full, which loses nothing."""
START = b"\xff\xd8"


def crop_jpeg(data: bytes, box: PixelBox) -> bytes:
    """The box of a JPEG's stored pixels, left and top on the MCU grid, as a JPEG; no bytes after its end.

    Blocks are stored anew with the numbers they were rounded to before, so nearly all come out as they were. The encoder is given
    whole MCUs, as the picture continues beyond the box, and the true size is written over theirs: as jpegtran crops.
    Raises ValueError, struct.error or what Pillow raises where the file is damaged.
    """
    frame = frame_of(data)
    check_size(*frame.size_px)
    whole = _whole_blocks(box, frame)
    encoded = _encoded(stored_block(data, frame, whole), data, frame)
    size_px = box[2] - box[0], box[3] - box[1]
    transform = 0 if frame.colours is ColourModel.YCCK else None
    return START + kept_metadata(data, Changed(size_px, transform=transform)) + picture_part(encoded, size_px)


def picture_part(encoded: bytes, size_px: tuple[int, int] | None = None) -> bytes:
    """What an encoder wrote without its own application segments: tables, frame and scans; `size_px` put in its frame."""
    if size_px is not None:
        at = frame_of(encoded).size_at
        encoded = encoded[:at] + struct.pack(">HH", size_px[1], size_px[0]) + encoded[at + 4 :]
    found = list(segments(encoded))
    tables = (s for s in found if not (APP0 <= s.marker <= APP15 or s.marker == COM))
    return b"".join(encoded[s.start - 4 : s.end] for s in tables) + encoded[found[-1].end :]


def _whole_blocks(box: PixelBox, frame: JpegFrame) -> PixelBox:
    """The box with its last MCUs whole, as far as the picture reaches."""
    ends = (
        min(length, -(-end // step) * step)
        for end, step, length in zip(box[2:], frame.mcu_px, frame.size_px, strict=True)
    )
    return box[0], box[1], next(ends), next(ends)


def _encoded(block: Image.Image, data: bytes, frame: JpegFrame) -> bytes:
    options = {
        "qtables": quantisation_tables(data, frame),
        "subsampling": PILLOW_SUBSAMPLING.get(frame.factors, 0),
        "keep_rgb": frame.colours is ColourModel.RGB,
    }
    if frame.is_progressive:
        # Pillow sets two bytes a pixel aside for it, and pure noise takes more.
        with suppress(OSError):
            return _saved(block, {**options, "progressive": True})
    elif frame.factors == HALF_HEIGHT:
        return one_above_the_other(_saved(side_by_side(block), {**options, "subsampling": "4:2:2"}))
    return _saved(block, options)


def _saved(block: Image.Image, options: Mapping[str, Any]) -> bytes:
    stream = io.BytesIO()
    block.save(stream, "JPEG", **options)
    return stream.getvalue()


def quantisation_tables(data: bytes, frame: JpegFrame) -> list[list[int]]:
    """The quantisation table of each component in turn, those at the end named once, as Pillow wants them."""
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        stated = image.quantization  # type: ignore[attr-defined]  # of Pillow's JpegImageFile
    tables = [list(stated[one.table]) for one in frame.components]
    if frame.colours is ColourModel.YCCK:  # stored as CMYK: no ink is mere colour
        tables = tables[:1]
    while len(tables) > 1 and tables[-1] == tables[-2]:
        tables.pop()
    return tables
