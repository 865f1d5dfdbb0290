"""Overlays as PNG files in a folder: each whole or not at all, and never in the place of anything but an older one of the photo."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from assist_cli.failures import BadRequestError
from assist_cli.render.whole_file import write_whole
from assist_cli.workflows.own_overlays import MARK, PHOTO, is_overlay_of, is_own_overlay, photo_mark
from index.photo.record import PhotoRecord
from scoring.overlays.registry import OVERLAYS

COMPRESSION = 1
"""Of zlib, 0..9: measured over pages of two photos, 1 takes a third of the time of 6 and a tenth more space (67 ms, 1.3 MB)."""


def overlay_folder(folder: Path) -> Path:
    """`folder` itself; raises `BadRequestError` where a file has its name. It is made when there is something to write."""
    if not folder.is_dir() and (folder.exists() or folder.is_symlink()):
        what = "a file" if folder.exists() else "a link that leads nowhere"
        raise BadRequestError(f"{folder} is {what}", "name a folder for the pictures with --overlays")
    return folder


def overlay_paths(folder: Path, photo: PhotoRecord) -> dict[str, Path]:
    """Overlay name -> where it goes; raises `BadRequestError` where that would overwrite anything but this photo's own."""
    paths = {overlay.name: folder / f"{photo.path.stem}.{overlay.name}.png" for overlay in OVERLAYS}
    mark = photo_mark(photo)
    for path in paths.values():
        free_target(path, mark)
    return paths


def free_target(path: Path, mark: str) -> Path:
    """`path` itself; raises `BadRequestError` where writing there would overwrite anything but pages of the photo so marked."""
    if obstacle := _obstacle(path, mark):
        raise BadRequestError(f"will not write to {path}: that is {obstacle}", "name another folder with --overlays")
    return path


def write_overlay(path: Path, picture: npt.NDArray[np.uint8], photo: PhotoRecord) -> None:
    """Write (H, W, 3) uint8 sRGB as PNG, marked as `photo`'s, whole or not at all; raises `OSError` that names `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    marks = PngInfo()
    marks.add_text(*MARK)
    marks.add_text(PHOTO, photo_mark(photo))
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "PNG", pnginfo=marks, compress_level=COMPRESSION)
    write_whole(path, stream.getvalue())


def remove_stale(paths: Mapping[str, Path], drawn: Collection[str]) -> list[Path]:
    """Take away what an earlier run drew at these `overlay_paths` of a photo and this one did not; returns what went."""
    stale = [path for name, path in paths.items() if name not in drawn and path.exists()]
    for path in stale:
        path.unlink()
    return stale


def _obstacle(path: Path, mark: str) -> str:
    """What lies at `path` and is not to be replaced, or nothing."""
    if path.is_symlink():
        return "a link"
    if not path.exists() or is_overlay_of(path, mark):
        return ""
    return "an overlay of another photo" if is_own_overlay(path) else "not one of our overlays"
