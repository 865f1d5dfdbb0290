"""Converts pixels from an embedded ICC profile to sRGB with LittleCMS."""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms

MODES_BY_SPACE = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK"}
"""ICC.1:2022, table 19: the data colour space in bytes 16..19 of a profile, as Pillow modes."""

UNSEEN_DIFFERENCE = 2
"""Largest 8-bit difference at which a profile counts as sRGB: the sRGB profiles of HP, Adobe, Apple and LittleCMS
differ among themselves by 1 to 2 levels in rounding; Display P3 moves the probe by more than 40."""


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An RGB, L or CMYK image -> RGB in sRGB. A profile that is absent, broken, or of another colour space is ignored.

    Relative colorimetric with black-point compensation, as photo editors show pictures by default.
    """
    transform = _transform(profile, image.mode) if profile else None
    if transform is None:
        return image if image.mode == "RGB" else image.convert("RGB")
    converted = ImageCms.applyTransform(image, transform)
    return image.convert("RGB") if converted is None else converted


def is_srgb(profile: bytes | None) -> bool:
    """Whether RGB pixels with this profile can be used as they are."""
    return not profile or _transform(profile, "RGB") is None


@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The conversion to sRGB, built once a profile (a shoot has one or two); None where there is nothing to convert."""
    if MODES_BY_SPACE.get(profile[16:20]) != mode:
        return None
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a broken profile: the pixels are shown as if it were not there, as viewers do
    return None if mode == "RGB" and _changes_nothing(transform) else transform


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether the conversion moves no colour of a 9 x 9 x 9 grid visibly; profile names are no proof."""
    steps = np.linspace(0, 255, 9).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(27, 27, 3)
    converted = ImageCms.applyTransform(Image.fromarray(grid), transform)
    moved = np.asarray(converted, np.int16) - grid
    return bool(np.abs(moved).max() <= UNSEEN_DIFFERENCE)
