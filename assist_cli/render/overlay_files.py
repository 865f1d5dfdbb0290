"""Overlays as PNG files in a folder: each whole or not at all, and never in the place of anything but an older overlay."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from assist_cli.failures import BadRequestError
from assist_cli.render.whole_file import write_whole
from assist_cli.workflows.own_overlays import MARK, is_own_overlay
from scoring.overlays.registry import OVERLAYS

COMPRESSION = 1
"""Of zlib, 0..9: measured over pages of two photos, 1 takes a third of the time of 6 and a tenth more space (67 ms, 1.3 MB)."""


def overlay_folder(folder: Path) -> Path:
    """`folder` itself; raises `BadRequestError` where a file has its name. It is made when there is something to write."""
    if folder.exists() and not folder.is_dir():
        raise BadRequestError(f"{folder} is a file", "name a folder for the pictures with --overlays")
    return folder


def overlay_paths(folder: Path, photo: Path) -> dict[str, Path]:
    """Overlay name -> where it goes; raises `BadRequestError` where that would overwrite something that is not ours."""
    paths = {name: folder / f"{photo.stem}.{name}.png" for name in (overlay.name for overlay in OVERLAYS)}
    for path in paths.values():
        free_target(path)
    return paths


def free_target(path: Path) -> Path:
    """`path` itself; raises `BadRequestError` where writing there would overwrite something that is not ours."""
    if path.is_dir() or (path.exists() and not is_own_overlay(path)):
        raise BadRequestError(
            f"will not write to {path}: that is not one of our overlays", "name another folder with --overlays"
        )
    return path


def write_overlay(path: Path, picture: npt.NDArray[np.uint8]) -> None:
    """Write (H, W, 3) uint8 sRGB as PNG; raises `OSError` that names `path`, and leaves nothing half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mark = PngInfo()
    mark.add_text(*MARK)
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "PNG", pnginfo=mark, compress_level=COMPRESSION)
    write_whole(path, stream.getvalue())
