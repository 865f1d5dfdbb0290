"""Pictures of a photo's crops as PNG files in a folder, one a shape."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assist_cli.render.overlay_files import free_target, write_overlay
from assist_cli.workflows.crop_photos import CroppedPhoto
from assist_cli.workflows.own_overlays import photo_mark
from scoring.crops.aspects import shape_suffix


def write_pictures(photo: CroppedPhoto, folder: Path) -> Iterator[Path]:
    """Write what was drawn of a photo; yields each path. Raises `BadRequestError` where another's file is in the way, `OSError`."""
    for advice, picture in zip(photo.answers, photo.drawn, strict=True):
        target = free_target(
            folder / f"{photo.path.stem}.crop{shape_suffix(advice.aspect)}.png", photo_mark(photo.record)
        )
        write_overlay(target, picture, photo.record)
        yield target
