"""How each maker notes how far its camera was rolled (after ExifTool's tag tables)."""

from __future__ import annotations

import math
from collections.abc import Callable

from index.photo.maker_note import NoteDirectory

STEEPEST_PITCH_DEG = 45.0
"""A camera that looks more up or down than ahead sees no horizon that its roll could level."""
AT_REST_G = (0.8, 1.2)
"""A phone that is held still feels 1 g; one that is moved feels its own movement, and its vector no longer points down."""


def panasonic(note: NoteDirectory) -> float | None:
    """ExifTool, Panasonic.pm: RollAngle (0x90) and PitchAngle (0x91), tenths of a degree."""
    return _unless_steep(_tenths(note.integers(0x90), 16), _tenths(note.integers(0x91), 16))


def olympus(note: NoteDirectory) -> float | None:
    """ExifTool, Olympus.pm: RollAngle (CameraSettings 0x2020, 0x0903) and PitchAngle (0x0904); anticlockwise tenths, then a
    1 where the level gauge was on."""
    settings = note.below(0x2020)
    roll, pitch = (settings.integers(tag) if settings else () for tag in (0x903, 0x904))
    if len(roll) != 2 or roll[1] != 1:
        return None
    return _unless_steep(_tenths(roll, 16, sign=-1), _tenths(pitch, 16))


def fujifilm(note: NoteDirectory) -> float | None:
    """ExifTool, FujiFilm.pm: RollAngle (0x144d), degrees (from the X-T5 on)."""
    stated = note.rationals(0x144D)
    return stated[0] if stated and math.isfinite(stated[0]) else None


def canon(note: NoteDirectory) -> float | None:
    """ExifTool, Canon.pm: LevelInfo (0x4059: its size in bytes, then numbers of 32 bits): the 4th RollAngle, the 5th
    PitchAngle; anticlockwise tenths from 0 to 3,599 (from the EOS R5 Mark II on)."""
    level = note.integers(0x4059)
    return _unless_steep(_tenths(level[4:5], 32, sign=-1), _tenths(level[5:6], 32)) if len(level) > 5 else None


def apple(note: NoteDirectory) -> float | None:
    """ExifTool, Apple.pm: AccelerationVector (0x08) in g: x to the phone's right, y to its top, z out of its screen, and at rest
    it points to the ground. The back camera's picture is stored with the phone's left side at its bottom."""
    vector = note.rationals(0x08)
    if len(vector) != 3:
        return None
    across, along, _ = vector
    felt, ahead = math.hypot(*vector), math.hypot(across, along)
    # A NaN fails both comparisons.
    if not (AT_REST_G[0] <= felt <= AT_REST_G[1] and ahead >= felt * math.cos(math.radians(STEEPEST_PITCH_DEG))):
        return None
    return math.degrees(math.atan2(-along, -across))


def _tenths(words: tuple[int, ...], bits: int, sign: int = 1) -> float | None:
    """The first of these, read as signed, as degrees within a half turn; None where there is none."""
    if not words:
        return None
    number = words[0] - (1 << bits) if words[0] >= 1 << (bits - 1) else words[0]
    return sign * math.remainder(number / 10, 360.0)


def _unless_steep(roll_deg: float | None, pitch_deg: float | None) -> float | None:
    return None if pitch_deg is not None and abs(pitch_deg) > STEEPEST_PITCH_DEG else roll_deg


Reader = Callable[[NoteDirectory], "float | None"]

READERS: dict[str, Reader] = {
    "apple": apple,
    "canon": canon,
    "fujifilm": fujifilm,
    "olympus": olympus,
    "om digital": olympus,
    "panasonic": panasonic,
}
"""How EXIF's Make begins, in lower case -> who reads its roll: degrees that the camera was turned clockwise, seen from behind it.
Nikon's (from the D5 on) stands in a block that the camera encrypts, and is left there."""


def reader_for(make: str) -> Reader | None:
    """Who reads the notes of this maker, or None."""
    return next((reader for start, reader in READERS.items() if make.lower().startswith(start)), None)
