"""A sharp subject before a blurred background, made from a photo: the likely subject stays, everything else is defocused."""

from __future__ import annotations

import numpy as np

from scoring.frame import F32, Frame
from tests.benchmarks.ladders.ladder import U8
from tests.benchmarks.ladders.light_steps import linear
from tests.benchmarks.truth.photos import Photo
from tests.shoot.camera import developed, out_of_focus

NAMED_SUBJECT = 0.2
"""Confidence from which composition names the subject at all."""


def subject_mask(photo: Photo) -> F32 | None:
    """(H, W, 1) float32, 1 within the ellipse that fills the subject's box; None where no subject is named."""
    height, width = photo.rgb.shape[:2]
    subject = Frame(photo.rgb, (width, height), photo.exif).subject
    if subject is None or subject.confidence < NAMED_SUBJECT:
        return None
    (x, y), (x0, y0, x1, y1) = subject.centre, subject.box
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    off = np.hypot((across / width - x) / ((x1 - x0) / 2), (down / height - y) / ((y1 - y0) / 2))
    return np.asarray(off <= 1.0, np.float32)[..., None]


def before_blur(photo: Photo, mask: F32, radius_px: float) -> U8:
    """The photo with all but the mask out of focus by discs of this radius, in linear light."""
    light = linear(photo.rgb)
    blurred = out_of_focus(light * (1.0 - mask), radius_px)
    covered = out_of_focus(np.repeat(1.0 - mask, 3, axis=2), radius_px)
    # What the subject hides does not glow through its rim: the blur is of the background alone.
    background = blurred / np.maximum(covered, 1e-3)
    return developed(np.where(mask > 0.0, light, background))
