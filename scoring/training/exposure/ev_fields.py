"""Where in a picture light is missing or too much: smooth fields in EV, drawn at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Generator = np.random.Generator

LARGEST_EV = 2.0
"""Between a backlit subject and its background lie two stops and more (Adams, The Negative, 1981: zones III and VI)."""
VIGNETTE_EV = 1.5
"""What a fast lens wide open loses in its corners (lens data sheets: 1 to 2 EV at f/1.4)."""
DARK_GROUND_EV = (2.0, 5.0)
"""How much darker a ground is that light does not reach: a moon's measures 7 EV under it, a lit facade's at night 5."""
CLOUD_CELLS = 5
"""Random fields have about so many patches across."""
EDGE_EV = 8.0
"""How steep the edge of a mask is, in changes of the mask's own measure."""


def drawn_field(generator: Generator, luminance: F32) -> F32:
    """(h, w) luminance in [0, 1] of a picture -> (h, w) float32 EV, of one kind by chance; a third have none at all."""
    kind = KINDS[int(generator.integers(len(KINDS)))]
    return kind(generator, luminance)


def even(_generator: Generator, luminance: F32) -> F32:
    """The whole picture alike."""
    return np.zeros(luminance.shape, np.float32)


def gradient(generator: Generator, luminance: F32) -> F32:
    """From one side to the other: a window, a graduated filter."""
    across, down = _coordinates(luminance.shape)
    angle = generator.uniform(0.0, 2.0 * np.pi)
    return np.asarray(_amplitude(generator) * (np.cos(angle) * across + np.sin(angle) * down), np.float32)


def vignette(generator: Generator, luminance: F32) -> F32:
    """Darker towards the corners."""
    across, down = _coordinates(luminance.shape)
    return np.float32(-generator.uniform(0.3, VIGNETTE_EV) / 2.0) * (across**2 + down**2)


def spot(generator: Generator, luminance: F32) -> F32:
    """A lit or an unlit subject: one round place differs from the rest."""
    across, down = _coordinates(luminance.shape)
    x, y = generator.uniform(-0.6, 0.6, 2)
    size = generator.uniform(0.2, 0.7)
    inside = np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2.0 * size**2))
    return np.asarray(_amplitude(generator) * inside, np.float32)


def spotlight(generator: Generator, luminance: F32) -> F32:
    """One place is lit, all else is dark: a stage, a moon, a lamp."""
    across, down = _coordinates(luminance.shape)
    x, y = generator.uniform(-0.6, 0.6, 2)
    size, edge = generator.uniform(0.15, 0.6), generator.uniform(0.02, 0.3)
    outside = 1.0 / (1.0 + np.exp(-(np.sqrt((across - x) ** 2 + (down - y) ** 2) - size) / edge))
    return np.asarray(-generator.uniform(*DARK_GROUND_EV) * outside, np.float32)


def clouds(generator: Generator, luminance: F32) -> F32:
    """Patches with soft or hard edges anywhere: shade under trees, lamps."""
    height, width = luminance.shape
    cells = generator.standard_normal((CLOUD_CELLS, CLOUD_CELLS)).astype(np.float32)
    field = np.asarray(cv2.resize(cells, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
    return np.asarray(_amplitude(generator) * np.tanh(field * np.float32(generator.uniform(0.5, 4.0))), np.float32)


def backlight(generator: Generator, luminance: F32) -> F32:
    """What is bright becomes brighter, or what is dark darker, along the edges of things: sky behind, window behind."""
    reach = float(generator.uniform(0.01, 0.05)) * max(luminance.shape)
    areas = cv2.GaussianBlur(np.sqrt(luminance), (0, 0), reach)
    threshold = float(np.quantile(areas, generator.uniform(0.3, 0.7)))
    brighter = 1.0 / (1.0 + np.exp(-EDGE_EV * (areas - threshold) / max(float(areas.std()), 1e-3)))
    return np.asarray(abs(_amplitude(generator)) * (brighter - float(generator.integers(2))), np.float32)


KINDS: Sequence[Callable[[Generator, F32], F32]] = (
    even, even, even, gradient, vignette, spot, spotlight, clouds, backlight, backlight,
)  # fmt: skip
"""Even light is the most frequent, backlight the most frequent trouble."""


def _amplitude(generator: Generator) -> np.float32:
    return np.float32(generator.uniform(-LARGEST_EV, LARGEST_EV))


def _coordinates(shape: tuple[int, ...]) -> tuple[F32, F32]:
    """x (1, w) and y (h, 1), -1 .. 1 from edge to edge."""
    return (
        np.linspace(-1.0, 1.0, shape[1], dtype=np.float32)[None],
        np.linspace(-1.0, 1.0, shape[0], dtype=np.float32)[:, None],
    )
