"""Whether a TIFF, or a RAW file built like one, is all there: every directory, value and picture lies inside the file
(TIFF 6.0; NEF, CR2, ARW, DNG, ORF, PEF, SRW, RW2)."""

from __future__ import annotations

import struct

from index.photo.file_window import FileWindow
from index.photo.tiff_directories import (
    ENTRY_BYTES,
    EXIF_IFD,
    GPS_IFD,
    MAX_DIRECTORIES,
    PANASONIC_RAW_OFFSET,
    STRIP_BYTE_COUNTS,
    STRIP_OFFSETS,
    SUB_IFDS,
    THUMBNAIL_BYTES,
    THUMBNAIL_OFFSET,
    TILE_BYTE_COUNTS,
    TILE_OFFSETS,
    Directory,
    Entry,
    entries_of,
    numbers_of,
    pieces,
    value,
)
from index.photo.whole_file.empty_tail import is_empty_before
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole, Wholeness

LEADING_ON = (SUB_IFDS, EXIF_IFD, GPS_IFD)
READ = frozenset(
    {
        *LEADING_ON,
        *(STRIP_OFFSETS, STRIP_BYTE_COUNTS, TILE_OFFSETS, TILE_BYTE_COUNTS),
        *(THUMBNAIL_OFFSET, THUMBNAIL_BYTES, PANASONIC_RAW_OFFSET),
    }
)
BIG = (b"+\0", b"\0+")
"""BigTIFF: numbers of 8 bytes."""


def how_whole_tiff(window: FileWindow) -> Wholeness:
    """Raises ValueError or struct.error where the structure is damaged or reaches past the end."""
    head = window.at(0, 8)
    if head[2:4] in BIG:
        return Unknown("it is a BigTIFF")
    order = "<" if head[:2] == b"II" else ">"
    ends: list[int] = []
    picture_ends: list[int] = []
    waiting = list(struct.unpack(order + "I", head[4:]))
    seen: set[int] = set()
    while waiting and len(seen) < MAX_DIRECTORIES:
        offset = waiting.pop(0)
        if offset == 0 or offset in seen:
            continue
        seen.add(offset)
        directory, following, end = _directory(window, order, offset)
        if PANASONIC_RAW_OFFSET in directory:
            return _how_whole_panasonic(window, directory)
        ends.append(end)
        picture_ends += [start + size_bytes for start, size_bytes in _pictures(directory)]
        waiting += [*(number for tag in LEADING_ON for number in directory.get(tag, ())), following]
    return _verdict(window, ends, picture_ends)


def _verdict(window: FileWindow, ends: list[int], picture_ends: list[int]) -> Wholeness:
    furthest = max(ends + picture_ends, default=0)
    if furthest > window.size_bytes:
        return NotWhole(f"{furthest - window.size_bytes} bytes are missing at its end")
    if not picture_ends:
        return NotWhole("no directory says yet where its pictures lie")
    is_empty = is_empty_before(window, max(picture_ends)) or is_empty_before(window, furthest)
    return Unknown("its end is empty so far") if is_empty else Whole()


def _directory(window: FileWindow, order: str, offset: int) -> tuple[Directory, int, int]:
    """The numbers of one directory that matter here, where the next lies, and where the last of its values ends."""
    (count,) = struct.unpack(order + "H", window.at(offset, 2))
    end = offset + 2 + ENTRY_BYTES * count
    entries = list(entries_of(window.at(offset + 2, end - offset - 2), order, offset + 2))
    following = struct.unpack(order + "I", window.at(end, 4))[0] if end + 4 <= window.size_bytes else 0
    directory = {entry.tag: _numbers(window, order, entry) for entry in entries if entry.tag in READ and entry.values}
    return directory, following, max((entry.start + entry.size_bytes for entry in entries), default=end)


def _numbers(window: FileWindow, order: str, entry: Entry) -> tuple[int, ...]:
    return numbers_of(entry, order, window.at(entry.start, entry.size_bytes))


def _pictures(directory: Directory) -> list[tuple[int, int]]:
    """(offset, length) of everything in it that holds pixels."""
    thumbnail = (value(directory, THUMBNAIL_OFFSET), value(directory, THUMBNAIL_BYTES))
    return [*pieces(directory), *([thumbnail] if all(thumbnail) else [])]


def _how_whole_panasonic(window: FileWindow, directory: Directory) -> Wholeness:
    """An RW2's sensor data runs to the end of the file; its length is not always stated, so only a match tells something."""
    end = value(directory, PANASONIC_RAW_OFFSET) + value(directory, STRIP_BYTE_COUNTS)
    if end == window.size_bytes and not is_empty_before(window, end):
        return Whole()
    return Unknown("a Panasonic RAW does not say how long it is")
