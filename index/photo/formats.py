"""Which files are photos, by name and by their first bytes."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

JPEG_EXTENSIONS = frozenset({".jpg", ".jpeg", ".jpe"})
HEIF_EXTENSIONS = frozenset({".heic", ".heif", ".hif"})
RAW_EXTENSIONS = frozenset({".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".dng", ".pef", ".srw"})
OTHER_EXTENSIONS = frozenset({".png", ".tif", ".tiff", ".webp", ".avif"})
PHOTO_EXTENSIONS = JPEG_EXTENSIONS | HEIF_EXTENSIONS | RAW_EXTENSIONS | OTHER_EXTENSIONS
"""The photo types of the issue "Score a folder of real photos"; compared in lower case."""

SIDECAR_EXTENSIONS = frozenset({".xmp", ".pp3", ".dop", ".cos", ".on1", ".rpp", ".thm", ".aae", ".vrd", ".dpp"})
"""What editors and cameras lay beside a photo: XMP, RawTherapee, DxO, Capture One, ON1, Raw Photo Processor, Canon,
Apple."""


class Container(Enum):
    """How a file is built, told from its first bytes."""

    JPEG = auto()
    PNG = auto()
    WEBP = auto()
    ISOBMFF = auto()
    """ISO base media: HEIC, HEIF, AVIF and Canon CR3."""
    TIFF = auto()
    """TIFF and the RAW files built on it, with or without the number 42."""
    RAF = auto()
    UNKNOWN = auto()


TIFF_MAGIC = frozenset({b"II*\0", b"MM\0*", b"IIU\0", b"IIRO", b"IIRS", b"MMOR", b"II+\0", b"MM\0+"})
"""TIFF 6.0, Panasonic RW2 (U), Olympus ORF (RO, RS, OR) and BigTIFF (+)."""

AVIF_BRANDS = frozenset({b"avif", b"avis"})
"""Major brands of the AV1 Image File Format 1.1, section 6."""


def extension(path: Path) -> str:
    """The lower-case extension with its dot; empty for names such as `.hidden`."""
    return path.suffix.lower()


def is_raw(path: Path) -> bool:
    """Whether the name says that this is a camera's RAW file."""
    return extension(path) in RAW_EXTENSIONS


def is_photo(path: Path) -> bool:
    """Whether the name says that this is a photo we read."""
    return extension(path) in PHOTO_EXTENSIONS


def is_photo_name(name: str) -> bool:
    """As `is_photo`, of a name without its folder."""
    return _extension_of_name(name) in PHOTO_EXTENSIONS


def is_raw_name(name: str) -> bool:
    """As `is_raw`, of a name without its folder."""
    return _extension_of_name(name) in RAW_EXTENSIONS


def _extension_of_name(name: str) -> str:
    """As `extension`; a Path for each of thousands of names is slow."""
    stem, dot, last = name.rpartition(".")
    return (dot + last).lower() if stem.strip(".") else ""


def container_of(head: bytes) -> Container:
    """How a file beginning with `head` (16 bytes are enough) is built, whatever its name says."""
    if head[:2] == b"\xff\xd8":
        return Container.JPEG
    if head[:8] == b"\x89PNG\r\n\x1a\n":
        return Container.PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Container.WEBP
    if head[4:8] == b"ftyp":
        return Container.ISOBMFF
    if head[:4] in TIFF_MAGIC:
        return Container.TIFF
    return Container.RAF if head[:8] == b"FUJIFILM" else Container.UNKNOWN
