"""What the frame header of a JPEG says (ITU-T T.81, B.2.2): its size, its colours, how they are sampled."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import StrEnum

from index.photo.jpeg_segments import APP0, segments

FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""SOF0..SOF15 but for DHT, JPG and DAC, which lie among them (ITU-T T.81, table B.1)."""
PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
"""The same table."""
BLOCK_PX = 8
"""ITU-T T.81, A.1."""
APP14, ADOBE = 0xEE, b"Adobe"
ADOBE_TRANSFORM = 11
"""Adobe TN 5116, section 18: the byte of an APP14 payload that tells YCbCr (1) and YCCK (2) from RGB and CMYK (0)."""
JFIF = b"JFIF\0"


class ColourModel(StrEnum):
    """What the stored components are."""

    GREY = "grey"
    YCBCR = "YCbCr"
    RGB = "RGB"
    CMYK = "CMYK"
    YCCK = "YCCK"


@dataclass(frozen=True, slots=True)
class Component:
    """One plane: its sampling factors and which quantisation table it is stored with."""

    identifier: int
    across: int
    down: int
    table: int


@dataclass(frozen=True, slots=True)
class JpegFrame:
    """`size_px`: (width, height) as stored; `size_at`: the byte where height, then width stand, 16 bits each."""

    size_px: tuple[int, int]
    size_at: int
    is_progressive: bool
    components: tuple[Component, ...]
    colours: ColourModel

    @property
    def mcu_px(self) -> tuple[int, int]:
        """(width, height) of what is coded together: a block, or more where colours are stored smaller (A.2)."""
        if len(self.components) == 1:
            return BLOCK_PX, BLOCK_PX
        return (
            BLOCK_PX * max(one.across for one in self.components),
            BLOCK_PX * max(one.down for one in self.components),
        )

    @property
    def factors(self) -> tuple[tuple[int, int], ...]:
        """Sampling factors of each component, (across, down)."""
        return tuple((one.across, one.down) for one in self.components)


def frame_of(data: bytes) -> JpegFrame:
    """The frame of a JPEG. Raises ValueError, IndexError or struct.error on damage."""
    found = list(segments(data))
    header = next((segment for segment in found if segment.marker in FRAME_HEADERS), None)
    if header is None:
        raise ValueError("no frame header")
    height, width, count = struct.unpack_from(">HHB", data, header.start + 1)
    components = tuple(_component(data, header.start + 6 + 3 * index) for index in range(count))
    has_jfif = any(segment.marker == APP0 and data.startswith(JFIF, segment.start) for segment in found)
    adobe = (s.start for s in found if s.marker == APP14 and data.startswith(ADOBE, s.start))
    transform = next((data[start + ADOBE_TRANSFORM] for start in adobe), None)
    colours = _colours(components, has_jfif=has_jfif, transform=transform)
    return JpegFrame((width, height), header.start + 1, header.marker in PROGRESSIVE, components, colours)


def _component(data: bytes, at: int) -> Component:
    identifier, factors, table = struct.unpack_from(">BBB", data, at)
    return Component(identifier, factors >> 4, factors & 15, table)


def _colours(components: tuple[Component, ...], *, has_jfif: bool, transform: int | None) -> ColourModel:
    """As libjpeg decides (jdapimin.c, default_decompress_parms)."""
    if len(components) == 1:
        return ColourModel.GREY
    if len(components) == 4:
        return ColourModel.YCCK if transform == 2 else ColourModel.CMYK
    if has_jfif:
        return ColourModel.YCBCR
    if transform is not None:
        return ColourModel.RGB if transform == 0 else ColourModel.YCBCR
    return ColourModel.RGB if bytes(one.identifier for one in components) == b"RGB" else ColourModel.YCBCR
