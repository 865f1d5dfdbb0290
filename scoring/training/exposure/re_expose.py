"""A photo as the same camera, or another, would have taken it with more or less light."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.training.exposure.tone_curve import ToneCurve, drawn_curve

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

SHOT_NOISE = (1e-6, 3e-4)
"""Variance of shot noise over light, in light of 1 = clipping: a sensor of 30,000 electrons gives 3e-5 a pixel at base ISO, 100
times that at ISO 10,000, and a picture of 256 px has averaged a hundred pixels into one (EMVA 1288; our arithmetic)."""
READ_NOISE = (1e-5, 1e-3)
"""Standard deviation of read noise, the same way."""
NOISY_SHARE = 0.6
"""Share of the pictures that get noise: by day at screen size none is seen."""
JPEG_SHARE = 0.4
JPEG_QUALITY = (50, 95)
"""Half of what photographers send round has been encoded again (our choice)."""


@dataclass(frozen=True)
class Camera:
    """What is done to every step of one scene alike."""

    undone: ToneCurve
    """The curve that the photo is taken to have."""
    developed: ToneCurve
    """The curve that it gets."""
    shot_noise: float = 0.0
    read_noise: float = 0.0
    jpeg_quality: int | None = None


def drawn_camera(generator: np.random.Generator) -> Camera:
    """A camera by chance."""
    noisy = generator.random() < NOISY_SHARE
    shot, read = (float(np.exp(generator.uniform(*np.log(ends)))) for ends in (SHOT_NOISE, READ_NOISE))
    coded = generator.random() < JPEG_SHARE
    quality = int(generator.integers(*JPEG_QUALITY))
    return Camera(
        drawn_curve(generator), drawn_curve(generator), shot * noisy, read * noisy, quality if coded else None
    )


def re_exposed(rgb: U8, ev: F32 | float, camera: Camera, generator: np.random.Generator) -> U8:
    """(h, w, 3) uint8 sRGB with `ev` ((h, w) or one number) more light: scaled in linear light, noise added, each channel clipped
    at the sensor's white, developed, quantised to 8 bits, and coded as JPEG where the camera does."""
    light = camera.undone.light(rgb)
    # The grey card stays what it was when no light is added, whatever the two curves are.
    light *= np.float32(camera.developed.mid_grey_linear / camera.undone.mid_grey_linear)
    gain = np.exp2(np.asarray(ev, np.float32))
    gain = gain[..., None] if gain.ndim else gain
    exposed = light * gain
    if camera.read_noise > 0.0:
        exposed += _noise(light, gain, camera, generator)
    codes = camera.developed.developed(exposed)
    return codes if camera.jpeg_quality is None else _coded(codes, camera.jpeg_quality)


def _noise(light: F32, gain: F32, camera: Camera, generator: np.random.Generator) -> F32:
    """Less light is caught as it comes; more is made by pushing what was caught, noise and all."""
    caught, pushed = np.minimum(gain, 1.0), np.maximum(gain, 1.0)
    sd = pushed * np.sqrt(np.float32(camera.shot_noise) * light * caught + np.float32(camera.read_noise**2))
    return np.asarray(sd * generator.standard_normal(light.shape, np.float32), np.float32)


def _coded(rgb: U8, quality: int) -> U8:
    _, stream = cv2.imencode(".jpg", rgb[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(stream, cv2.IMREAD_COLOR), np.uint8)[..., ::-1]
