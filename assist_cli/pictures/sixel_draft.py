"""A small picture as sixels in large pixels, each as high as a band: written from left to right in one go, and so in no time."""

from __future__ import annotations

from math import ceil

import cv2
import numpy as np
from PIL import Image

from assist_cli.pictures.adaptive_palette import MOST_COLOURS, U8
from assist_cli.pictures.fit import Size
from assist_cli.pictures.sixel_text import BAND, CHARACTERS, sequence


def draft_sixels(rgb: U8, size_px: Size) -> str:
    """(H, W, 3) uint8 sRGB, smaller than `size_px` -> the sequence that draws it at that size."""
    width, height = size_px
    columns, bands = min(width, rgb.shape[1]), ceil(height / BAND)
    small = np.asarray(cv2.resize(rgb, (columns, bands), interpolation=cv2.INTER_AREA), np.uint8)
    chosen = Image.fromarray(small).quantize(MOST_COLOURS, method=Image.Quantize.FASTOCTREE)
    numbers, palette = np.asarray(chosen, np.uint8), np.array(chosen.getpalette(), np.uint8).reshape(-1, 3)
    lengths = np.diff(np.rint(np.linspace(0, width, columns + 1)).astype(int)).tolist()
    last_lines = height - (bands - 1) * BAND
    full, last = CHARACTERS[(1 << BAND) - 1], CHARACTERS[(1 << last_lines) - 1]
    rows = [_row(row, lengths, full) for row in numbers[:-1].tolist()] + [_row(numbers[-1].tolist(), lengths, last)]
    return sequence(size_px, palette, b"".join(rows))


def _row(numbers: list[int], lengths: list[int], character: bytes) -> bytes:
    pixels = zip(numbers, lengths, strict=True)
    return b"".join([b"#%d!%d%s" % (number, length, character) for number, length in pixels]) + b"-"
