"""Changes of a photo that change nothing a photographer sees: shifts, a slight zoom, another encoding."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import cv2
import numpy as np
import simplejpeg

from tests.benchmarks.ladders.ladder import U8

MARGIN_PX = 4
Change = Callable[[U8], U8]


def shifted(right_px: int, down_px: int) -> Change:
    """All but a margin of 4 px, which the frame moves within."""

    def change(rgb: U8) -> U8:
        height, width = rgb.shape[:2]
        top, left = MARGIN_PX + down_px, MARGIN_PX + right_px
        return np.ascontiguousarray(rgb[top : height - 2 * MARGIN_PX + top, left : width - 2 * MARGIN_PX + left])

    return change


def resized(scale: float) -> Change:
    """Larger or smaller by a little."""
    return lambda rgb: np.asarray(cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8)


def encoded(quality: int) -> Change:
    """As a JPEG of that quality, 4:2:0."""
    return lambda rgb: simplejpeg.decode_jpeg(
        simplejpeg.encode_jpeg(np.ascontiguousarray(rgb), quality=quality, colorsubsampling="420")
    )


UNMOVED = shifted(0, 0)


def small_changes() -> Iterator[tuple[str, Change]]:
    """By kind; to be applied to the whole photo, and compared with `UNMOVED` of it."""
    for step in (1, 2, 3, 4):
        yield "shift", shifted(step, -step)
        yield "shift", shifted(-step, 0)
    for scale in (0.98, 1.02):
        yield "resize", lambda rgb, scale=scale: resized(scale)(UNMOVED(rgb))
    for quality in (92, 93, 94, 95):
        yield "JPEG", lambda rgb, quality=quality: encoded(quality)(UNMOVED(rgb))
