"""Decodes a JPEG at an eighth to the whole of its size: libjpeg-turbo leaves out the detail that would be thrown away."""

from __future__ import annotations

import numpy as np
import simplejpeg

from index.photo.decode_jpeg import DIRECT_COLOUR_SPACES, decode_jpeg, jpeg_in_srgb
from index.photo.orientation import upright
from index.photo.pixels import U8, check_size


def small_jpeg(data: bytes, edge_px: int, orientation: int) -> U8:
    """(H, W, 3) uint8 sRGB upright, its long edge at least `edge_px` where the JPEG's is. Raises `PhotoReadError`.

    What simplejpeg refuses is decoded in full, by those who know why it did.
    """
    try:
        height_px, width_px, colour_space, _ = simplejpeg.decode_jpeg_header(data, strict=False)
        if colour_space not in DIRECT_COLOUR_SPACES:
            return decode_jpeg(data, orientation).rgb
        check_size(width_px, height_px)
        long_edge = {"min_width" if width_px >= height_px else "min_height": edge_px}
        stored = np.asarray(simplejpeg.decode_jpeg(data, "RGB", strict=True, **long_edge), np.uint8)
    except (KeyError, ValueError):
        return decode_jpeg(data, orientation).rgb
    return upright(jpeg_in_srgb(stored, data, is_grey=colour_space == "Gray"), orientation)
