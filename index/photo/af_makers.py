"""How each maker notes where its camera focused (after ExifTool's tag tables): areas of the picture as it is stored."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress

from index.photo.maker_note import NoteDirectory

SAME_SHAPE = 0.03
"""Tolerated difference of two aspect ratios: cameras leave out a few rows; a crop by an editor is larger."""


@dataclass(frozen=True, slots=True)
class Area:
    """Middle and size of an area, as shares of the stored picture's width and height; size 0 for a bare point."""

    x: float
    y: float
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Stored:
    """What else is known of the picture: EXIF's Model, and (width, height) as stored."""

    model: str
    size_px: tuple[int, int]

    def has_shape_of(self, frame: tuple[int, int]) -> bool:
        """Whether the picture has this frame's aspect ratio: what was cropped later has lost its places."""
        width, height = self.size_px
        return frame[0] > 0 and frame[1] > 0 and abs(frame[0] * height / (frame[1] * width) - 1) <= SAME_SHAPE


def canon(note: NoteDirectory, stored: Stored) -> list[Area]:
    """ExifTool, Canon.pm: AFInfo2 (0x26), AFInfo3 (0x3c) or the older AFInfo (0x12): the points that were in focus.

    Places count from the middle; y grows upwards on EOS and downwards on compacts (the Focus-Points plugin).
    """
    for tag, head in ((0x26, 2), (0x3C, 2), (0x12, 0)):
        words = note.integers(tag)[head:]
        if len(words) > 8:
            # The older record states one size for all of its points.
            sizes = words[6:7] * words[0] + words[7:8] * words[0] if head == 0 else ()
            return _canon_points((*sizes, *words[8 if head == 0 else 6 :]), words, stored)
    return []


def _canon_points(lists: Sequence[int], head: Sequence[int], stored: Stored) -> list[Area]:
    """`lists`: widths, heights, x and y of all points, then a bit for each that was in focus."""
    count, used, *frames = head[:6]
    # On the EOS 5D places are measured in the whole image (the Focus-Points plugin); compacts measure in hundredths.
    width, height = frames[:2] if stored.model.endswith("EOS 5D") else frames[2:]
    if not stored.has_shape_of((frames[0], frames[1])):
        return []
    upwards = -1 if "EOS" in stored.model else 1
    points = zip(*(map(_signed, lists[part * count : (part + 1) * count]) for part in range(4)), strict=True)
    in_focus = (word >> bit & 1 for word in lists[4 * count : 4 * count + (count + 15) // 16] for bit in range(16))
    return [
        Area(0.5 + x / width, 0.5 + upwards * y / height, across / width, down / height)
        for across, down, x, y in compress(list(points)[:used], in_focus)
    ]


def _signed(word: int) -> int:
    """A 16-bit word that was read as unsigned, as the signed number it is."""
    return word - 0x10000 if word >= 0x8000 else word


def nikon(note: NoteDirectory, stored: Stored) -> list[Area]:
    """ExifTool, Nikon.pm: AFInfo2 (0xb7) of mirrorless bodies and live view; else the centre point, where it was used.

    The other points of a phase-detection sensor are named, not placed, and differ by model: they are left out.
    """
    info = bytes(value & 0xFF for value in note.integers(0xB7))
    if not info:
        # AFInfo (0x88): mode, point, and 16 bits for the points in focus, of which the first is the centre.
        return [Area(0.5, 0.5)] if note.integers(0x88)[2:] in ((0, 1), (1, 0)) else []
    start = _nikon_frame(info)
    if start is None:
        return [Area(0.5, 0.5)] if _nikon_primary(info) == 1 else []
    width, height, x, y, across, down = struct.unpack_from(note.order + "6H", info, start)
    if not stored.has_shape_of((width, height)):
        return []
    return [Area(x / width, y / height, across / width, down / height)]


def _nikon_frame(info: bytes) -> int | None:
    """Where AFImageWidth stands, if this version of AFInfo2 holds a place (then height, x, y, width and height)."""
    version, contrast = info[:4], info[4]
    if version == b"0100" and contrast == 1:
        return 0x10
    if version == b"0101" and contrast == 1:
        return 0x46
    placed = (version.startswith(b"03") and contrast == 2) or (version == b"0301" and contrast == 1)
    return 0x2A if placed else None


def _nikon_primary(info: bytes) -> int:
    """PrimaryAFPoint of a phase-detection sensor: 1 = centre on every model, 0 = none."""
    if info[6] == 0:
        return 0
    return {b"0100": info[7], b"0101": info[0x44] if len(info) > 0x44 else 0}.get(info[:4], 0)


def olympus(note: NoteDirectory, _: Stored) -> list[Area]:
    """ExifTool, Olympus.pm: AFPointSelected (CameraSettings 0x2020, 0x0305), x and y as shares."""
    settings = note.below(0x2020)
    place = settings.rationals(0x305) if settings else ()
    return [Area(place[0], place[1])] if len(place) >= 2 else []


def fujifilm(note: NoteDirectory, stored: Stored) -> list[Area]:
    """ExifTool, FujiFilm.pm: FocusPixel (0x1023), x and y in pixels of the picture."""
    place = note.integers(0x1023)
    return [Area(place[0] / stored.size_px[0], place[1] / stored.size_px[1])] if len(place) >= 2 else []


def panasonic(note: NoteDirectory, _: Stored) -> list[Area]:
    """ExifTool, Panasonic.pm: AFPointPosition (0x4d) and AFAreaSize (0xde), shares; far above 1 where there is none."""
    place, size = note.rationals(0x4D), note.rationals(0xDE)
    if len(place) < 2:
        return []
    sized = len(size) >= 2 and all(0 < side < 1 for side in size[:2])
    return [Area(place[0], place[1], *(size[:2] if sized else ()))]


def sony(note: NoteDirectory, _: Stored) -> list[Area]:
    """ExifTool, Sony.pm: FocusLocation (0x2027: width, height, x, y); FocusFrameSize (0x2037) if its third number is set."""
    words, size = note.integers(0x2027), note.integers(0x2037)
    if len(words) < 4 or not all(words[:4]):
        return []
    width, height, x, y = words[:4]
    across, down = size[:2] if len(size) >= 3 and size[2] else (0, 0)
    return [Area(x / width, y / height, across / width, down / height)]


Reader = Callable[[NoteDirectory, Stored], list[Area]]

READERS: dict[str, Reader] = {
    "canon": canon,
    "nikon": nikon,
    "olympus": olympus,
    "om digital": olympus,
    "fujifilm": fujifilm,
    "panasonic": panasonic,
    "sony": sony,
}
"""How EXIF's Make begins, in lower case -> who reads that maker's note."""


def reader_for(make: str) -> Reader | None:
    """Who reads the notes of this maker, or None."""
    return next((reader for start, reader in READERS.items() if make.lower().startswith(start)), None)
