"""Which files of one folder belong together: the RAW, JPEG and HEIF of one frame are one asset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from index.photo.formats import HEIF_EXTENSIONS, JPEG_EXTENSIONS, RAW_EXTENSIONS, extension, is_raw
from index.photo.record import Asset


def assets_of_folder(photos: Iterable[Path], links: Mapping[Path, Path] | None = None) -> Iterator[Asset]:
    """The assets among photos of one folder, in the order of their names.

    A RAW draws in the JPEG and the HEIF of its stem (letter case apart). The JPEG, else the HEIF, is judged: it is what
    the camera meant. Without a RAW, equal stems are separate pictures, and so are PNG, TIFF, WebP and AVIF always.
    `links`: link -> the photo of the same folder that it points to; it pairs under its own name, and the photo is told.
    """
    ordered = sorted(photos, key=name_order)
    if not links and not any(map(is_raw, ordered)):
        yield from map(Asset, ordered)  # the most usual folder, of thousands, in a fraction of the time
        return
    by_stem: dict[str, list[Path]] = {}
    for photo in ordered:
        by_stem.setdefault(photo.stem.casefold(), []).append(photo)
    pairs = [_pair(photos_of_stem) for photos_of_stem in by_stem.values()]
    assets: list[Asset] = []
    taken: set[Path] = set()
    for files in chain(pairs, ([photo] for photo in ordered)):
        pictures = dict.fromkeys((links or {}).get(file, file) for file in files)
        left = [picture for picture in pictures if picture not in taken]
        taken.update(left)
        if left:
            assets.append(Asset(left[0], tuple(left[1:])))
    yield from sorted(assets, key=lambda asset: name_order(asset.path))


def name_order(path: Path) -> tuple[str, str]:
    """Sorts names as people do, letter case apart, yet always in one order."""
    return path.name.casefold(), path.name


def _pair(photos: list[Path]) -> list[Path]:
    """The files of one stem that are one picture, the judged one first; none without a RAW."""
    raws = [photo for photo in photos if extension(photo) in RAW_EXTENSIONS]
    jpegs = [photo for photo in photos if extension(photo) in JPEG_EXTENSIONS]
    heifs = [photo for photo in photos if extension(photo) in HEIF_EXTENSIONS]
    return [*jpegs[:1], *heifs[:1], *raws] if raws else []
