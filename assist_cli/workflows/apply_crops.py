"""Writes cropped copies of photos beside what was advised; no photo is ever changed, and no file replaced."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assist_cli.failures import BadRequestError
from assist_cli.workflows.crop_photos import CroppedPhoto
from index.photo.crop_copy import CroppedCopy, cropped_copy, redrawn_copy
from index.photo.crop_refused import CropRefusedError
from index.photo.errors import PhotoReadError, UnreadablePhoto
from index.photo.memory_budget import one_photo
from scoring.crops.aspects import FREE, ratio_of, shape_suffix
from scoring.crops.crop import Box, CropAdvice
from scoring.crops.turn import Turn
from scoring.crops.upright_box import rendered
from scoring.frame import U8

OWN_NAME = re.compile(r"\.crop(-\d+x\d+)?(-\d+)?\.[^.]+$")
"""How the names end that copies are given."""
SAME_SHAPE = 0.01
"""Of width over height: cameras' 3:2 differ by up to 0.7 % (4,928 x 3,264 px), and a lab's printer cuts off more."""


@dataclass(frozen=True, slots=True)
class CopyToWrite:
    """A whole file and the name that it should have, where that is free."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RefusedCopy:
    """A photo of which no honest copy can be written; `reason`: a sentence."""

    photo: Path
    reason: str


Applied = CopyToWrite | RefusedCopy | UnreadablePhoto


def copies_folder(folder: Path) -> Path:
    """`folder`, made where it is not there; raises `BadRequestError` where a file has its name, and `OSError`."""
    if not folder.is_dir() and (folder.exists() or folder.is_symlink()):
        what = "a file" if folder.exists() else "a link that leads nowhere"
        raise BadRequestError(f"{folder} is {what}", "name a folder for the copies with --apply-to")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def is_own_copy(folder: Path) -> Callable[[Path], bool]:
    """Tells photos from the copies that earlier runs put into `folder`: by place and name, for an editor may have saved them."""
    home = folder.resolve()
    return lambda photo: photo.parent.resolve() == home and OWN_NAME.search(photo.name) is not None


def lies_among(folder: Path, paths: Sequence[Path]) -> bool:
    """Whether `folder` is one of the folders that were named, or below one: later runs find the copies there."""
    home = folder.resolve()
    return any(home.is_relative_to(path.resolve()) for path in paths if path.is_dir())


def copies_of(photo: CroppedPhoto) -> Iterator[Applied]:
    """A copy for the best crop of each shape; nothing where the photo is best left as it is.

    A shape that was asked for by name is copied even if nothing clearly beats the frame, unless the photo has that shape; a photo
    that is to be turned is copied turned.
    """
    for advice in photo.answers:
        if is_wanted(advice, photo.record.size_px):
            made = _made(photo, advice)
            yield made
            if not isinstance(made, CopyToWrite):
                return  # nor can it be copied in another shape


def copy_of(source: Path, box: Box, *, turn_deg: float = 0.0, keep_shape: bool = False) -> CroppedCopy:
    """A copy of the photo at `source` that holds `box`, not yet written.

    `turn_deg`: by how much it is turned clockwise, and its pixels drawn anew; the box lies as docs/adr/0004 says.
    Raises `PhotoReadError`, `CropRefusedError`.
    """
    with one_photo():
        if turn_deg:
            return redrawn_copy(source, lambda pixels: _turned(pixels, box, turn_deg))
        return cropped_copy(source, box, keep_shape=keep_shape)


def _turned(pixels: U8, box: Box, turn_deg: float) -> U8:
    left, top, right, bottom = (
        Turn(pixels.shape[1] / pixels.shape[0], turn_deg).onto_canvas(np.array([box]))[0].tolist()
    )
    return rendered(pixels, turn_deg, (left, top, right, bottom))


def _made(photo: CroppedPhoto, advice: CropAdvice) -> Applied:
    try:
        copy = copy_of(photo.path, advice.crops[0].box, turn_deg=advice.turn_deg, keep_shape=advice.aspect != FREE)
    except CropRefusedError as error:
        return RefusedCopy(photo.path, str(error))
    except PhotoReadError as error:
        return error.at(photo.path)
    return CopyToWrite(f"{photo.path.stem}.crop{shape_suffix(advice.aspect)}{copy.extension}", copy.data)


def is_wanted(advice: CropAdvice, size_px: tuple[int, int]) -> bool:
    """Whether the first of these crops is to be made of a photo of that width and height."""
    if not advice.crops:
        return False
    ratio = ratio_of(advice.aspect)
    if advice.turn_deg or not advice.keep_uncropped:
        return True
    return ratio is not None and abs(size_px[0] / size_px[1] / ratio - 1) > SAME_SHAPE
