"""Draws the whole shoot into a folder; the same bytes every time."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image

from tests.shoot import camera
from tests.shoot.dng import write_dng
from tests.shoot.frame_truth import FrameTruth, Role
from tests.shoot.metadata import jpeg_exif
from tests.shoot.scenes import harbour, hiker, sitter, snow, street, valley
from tests.shoot.truth import FRAMES

SCENES = {
    "valley": valley.draw,
    "harbour": harbour.draw,
    "hiker": hiker.draw,
    "sitter": sitter.draw,
    "blinking_sitter": sitter.draw_blinking,
    "snow": snow.draw,
    "street": street.draw,
}

# EXIF Orientation 6: the camera was turned; a viewer turns the stored picture 90 degrees clockwise.
STORED_COUNTER_CLOCKWISE = 6


def render_shoot(folder: Path) -> list[Path]:
    """Writes every frame of `truth.FRAMES`, and the RAW beside its JPEG, into `folder`; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return [path for number, frame in enumerate(FRAMES) for path in _made(folder, frame, number)]


def _made(folder: Path, frame: FrameTruth, number: int) -> list[Path]:
    path = folder / frame.name
    if frame.role is Role.DUPLICATE:
        shutil.copyfile(folder / str(frame.original), path)
    elif frame.role is Role.NEAR_DUPLICATE:
        with Image.open(folder / str(frame.original)) as original:
            _save(path, original, frame)
    else:
        return [path, *_photograph(folder, frame, _scene_light(frame.scene, frame.size_px, frame.moment_s), number)]
    return [path]


@lru_cache(maxsize=1)
def _scene_light(scene: str, size_px: tuple[int, int], moment_s: float) -> np.ndarray:
    """The scene as it is; the frames of a bracket share it. Never written to."""
    return SCENES[scene](size_px, moment_s)


def _photograph(folder: Path, frame: FrameTruth, scene: np.ndarray, seed: int) -> list[Path]:
    """Takes the picture; returns what was written besides the frame itself."""
    light = camera.exposed(scene, frame.ev)
    if frame.soft_radius_px:
        light = camera.out_of_focus(light, frame.soft_radius_px)
    if frame.tilt_clockwise_deg:
        light = camera.tilted(light, frame.tilt_clockwise_deg)
    light = camera.with_sensor_noise(light, np.random.default_rng(seed), frame.grain)
    pixels = camera.developed(camera.monochrome(light) if frame.monochrome else light)
    if frame.orientation == STORED_COUNTER_CLOCKWISE:
        pixels = np.rot90(pixels)
    _save(folder / frame.name, Image.fromarray(np.ascontiguousarray(pixels)), frame)
    if frame.raw_companion is None:
        return []
    write_dng(folder / frame.raw_companion, light, frame)
    return [folder / frame.raw_companion]


def _save(path: Path, picture: Image.Image, frame: FrameTruth) -> None:
    picture.save(path, "JPEG", quality=frame.jpeg_quality, subsampling="4:2:0", exif=jpeg_exif(frame))
