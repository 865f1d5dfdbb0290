"""Draws the whole shoot into a folder; the same bytes every time."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from PIL import Image

from tests.shoot import camera
from tests.shoot.dng import write_dng
from tests.shoot.metadata import jpeg_exif
from tests.shoot.scenes import harbour, hiker, snow, street, valley
from tests.shoot.truth import FRAMES, FrameTruth

SCENES = {"valley": valley.draw, "harbour": harbour.draw, "hiker": hiker.draw, "snow": snow.draw, "street": street.draw}

# EXIF Orientation 6: the camera was turned; a viewer turns the stored picture 90 degrees clockwise.
STORED_COUNTER_CLOCKWISE = 6


def render_shoot(folder: Path) -> list[Path]:
    """Writes every frame of `truth.FRAMES`, and the RAW beside its JPEG, into `folder`; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    scenes: dict[tuple, np.ndarray] = {}
    written = []
    for number, frame in enumerate(FRAMES):
        path = folder / frame.name
        if frame.original is not None and frame.jpeg_quality == _named(frame.original).jpeg_quality:
            shutil.copyfile(folder / frame.original, path)
        else:
            written += _photograph(folder, frame, _scene_light(scenes, frame), number)
        written.append(path)
    return written


def _scene_light(scenes: dict[tuple, np.ndarray], frame: FrameTruth) -> np.ndarray:
    key = (frame.scene, frame.size_px, frame.moment_s)
    if key not in scenes:
        scenes[key] = SCENES[frame.scene](frame.size_px, frame.moment_s)
    return scenes[key]


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
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    picture.save(folder / frame.name, "JPEG", quality=frame.jpeg_quality, subsampling="4:2:0", exif=jpeg_exif(frame))
    if frame.raw_companion is None:
        return []
    write_dng(folder / frame.raw_companion, light, frame)
    return [folder / frame.raw_companion]


def _named(name: str) -> FrameTruth:
    return next(frame for frame in FRAMES if frame.name == name)
