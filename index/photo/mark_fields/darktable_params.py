"""The parameters of darktable's crop module, as the bytes that stand in `darktable:params`."""

from __future__ import annotations

import base64
import binascii
import math
import struct
import zlib

WRITTEN_VERSION = 1
"""Every darktable since 3.8 reads version 1 rightly; an older one given 2 or 3 destroys the frame (tried: 4.2.1, 5.0.1, 5.4.1)."""
SIZES_BYTES = {1: 24, 2: 28, 3: 24}
"""darktable, src/iop/crop.c: modversion -> size; all begin with the four edges."""
PACKED = "gz"
"""darktable, src/common/exif.cc: `gz`, two digits (how much it grows), then zlib in base64; else plain hex."""
MOST_PARAMS_BYTES = 1 << 20
"""Longer parameters are damage: darktable's longest, of the retouch module, have some 14 kB."""
Edges = tuple[float, float, float, float]


def crop_params(edges: Edges) -> str:
    """Left, top, right, bottom in 0..1 of the upright picture -> hex of version 1, of no fixed ratio.

    A ratio other than 0:0 lets darktable 5.0 and later change the crop's height (tried).
    """
    return struct.pack("<ffffii", *edges, 0, 0).hex()


def params_bytes(text: str) -> bytes | None:
    """`darktable:params` as bytes, or None where it is neither hex nor packed."""
    try:
        if not text.startswith(PACKED):
            return bytes.fromhex(text)
        unpacker = zlib.decompressobj()
        unpacked = unpacker.decompress(base64.b64decode(text[len(PACKED) + 2 :], validate=True), MOST_PARAMS_BYTES)
    except (ValueError, binascii.Error, zlib.error):
        return None
    return unpacked if unpacker.eof else None


def crop_edges(text: str, version: int) -> Edges | None:
    """Left, top, right, bottom in 0..1, or None where the version or the bytes are not known."""
    params = params_bytes(text)
    if params is None or len(params) != SIZES_BYTES.get(version):
        return None
    left, top, right, bottom = struct.unpack_from("<ffff", params)
    if not (all(map(math.isfinite, (left, top, right, bottom))) and 0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        return None
    return left, top, right, bottom
