"""Things without a name: discs, boxes and odd shapes of one colour, which are what a picture is of where nothing else is.

Photos teach animals, people and cups; a moon, a sign or a buoy must be found for standing out alone.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.training.saliency.composites import composite

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Generator = np.random.Generator

PLAIN_GROUND = 0.5
"""Share of the grounds that are of one colour too, more or less noisy."""
TWO = 0.3
"""Share of the pictures with two things, which are both to be found."""
APART = 120.0
"""The thing's colour differs from its ground's mean by so many code values, all channels together."""
NOISE = (0.0, 18.0)
"""Standard deviation of grain on thing and ground, in code values: none to film's."""
CORNERS = (3, 9)
SHORTEST_SPOKE = 0.45
"""Of the longest: odd shapes are no needles."""


def plain_things(ground: U8, generator: Generator) -> tuple[U8, F32]:
    """(h, w, 3) uint8 sRGB -> the same with one or two plain things on it, or on plain ground, and their (h, w) float32 mask."""
    made = _plain_ground(ground.shape, generator) if generator.random() < PLAIN_GROUND else ground
    covered = np.zeros(ground.shape[:2], np.float32)
    for _ in range(1 + int(generator.random() < TWO)):
        thing = _grained(np.broadcast_to(_colour(made, generator), ground.shape), generator)
        made, mask = composite(thing, _outline(ground.shape[:2], generator), made, generator)
        covered = np.maximum(covered, mask)
    return made, covered


def _plain_ground(shape: tuple[int, ...], generator: Generator) -> U8:
    """From one colour to a like one, grainy."""
    first = generator.uniform(0.0, 255.0, 3)
    last = np.clip(first + generator.normal(0.0, 30.0, 3), 0.0, 255.0)
    along = np.linspace(0.0, 1.0, shape[0])[:, None, None]
    return _grained(np.broadcast_to(first + (last - first) * along, shape), generator)


def _colour(ground: U8, generator: Generator) -> npt.NDArray[np.float64]:
    """A colour by chance, and where it is too much like the ground's its contrary."""
    colour, mean = generator.uniform(0.0, 255.0, 3), ground.mean(axis=(0, 1))
    if np.abs(colour - mean).sum() >= APART:
        return colour
    return np.where(mean > 127.5, colour - APART, colour + APART)


def _grained(picture: npt.NDArray[np.floating], generator: Generator) -> U8:
    grain = generator.standard_normal((*picture.shape[:2], 1)) * generator.uniform(*NOISE)
    return np.clip(picture + grain, 0.0, 255.0).astype(np.uint8)


def _outline(shape: tuple[int, ...], generator: Generator) -> F32:
    """(h, w): an ellipse, or a shape with a few corners, in the middle."""
    mask = np.zeros(shape, np.uint8)
    middle, radius = np.array([shape[1], shape[0]]) / 2, min(shape) * 0.3
    turn, squeeze = generator.uniform(0.0, 2.0 * np.pi), generator.uniform(SHORTEST_SPOKE, 1.0)
    corners = int(generator.integers(*CORNERS)) if generator.random() < 0.5 else 48
    spokes = generator.uniform(SHORTEST_SPOKE, 1.0, corners) if corners < CORNERS[1] else np.ones(corners)
    angles = np.arange(corners) * 2.0 * np.pi / corners
    points = np.stack([np.cos(angles), squeeze * np.sin(angles)], axis=1) * spokes[:, None] * radius
    turned = points @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    cv2.fillPoly(mask, [np.rint(middle + turned).astype(np.int32)], (1,))
    return mask.astype(np.float32)
