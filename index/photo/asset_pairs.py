"""Which files of one folder belong together: the RAW, JPEG and HEIF of one frame are one asset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.photo.formats import HEIF_EXTENSIONS, JPEG_EXTENSIONS, RAW_EXTENSIONS, extension
from index.photo.record import Asset


def assets_of_folder(photos: Iterable[Path]) -> Iterator[Asset]:
    """The assets among photos of one folder, in the order of their names.

    A RAW draws in the JPEG and the HEIF of its stem (letter case apart). The JPEG, else the HEIF, is judged: it is what
    the camera meant. Without a RAW, equal stems are separate pictures, and so are PNG, TIFF, WebP and AVIF always.
    """
    by_stem: dict[str, list[Path]] = {}
    for photo in sorted(photos, key=name_order):
        by_stem.setdefault(photo.stem.casefold(), []).append(photo)
    assets = [asset for photos_of_stem in by_stem.values() for asset in _assets_of_stem(photos_of_stem)]
    yield from sorted(assets, key=lambda asset: name_order(asset.path))


def name_order(path: Path) -> tuple[str, str]:
    """Sorts names as people do, letter case apart, yet always in one order."""
    return path.name.casefold(), path.name


def _assets_of_stem(photos: list[Path]) -> Iterator[Asset]:
    raws = [photo for photo in photos if extension(photo) in RAW_EXTENSIONS]
    jpegs = [photo for photo in photos if extension(photo) in JPEG_EXTENSIONS]
    heifs = [photo for photo in photos if extension(photo) in HEIF_EXTENSIONS]
    frame = [*jpegs[:1], *heifs[:1], *raws] if raws else []
    if frame:
        yield Asset(frame[0], tuple(frame[1:]))
    yield from (Asset(photo) for photo in photos if photo not in frame)
