"""Made embeddings with known look-alikes: scenes on a curved sheet of few dimensions, and the frames of each scene around it."""

from __future__ import annotations

import numpy as np

DIMENSION = 128
"""As `embedder.biq2021`."""
LATENT, BEND, SCENE_NOISE = 6, 2.3, 0.2
"""Set so that one frame each of 3,140 scenes agrees with that embedder on one photo each of the 3,140 scenes of BIQ2021's train
split (made, photos): intrinsic dimension by Levina and Bickel (2004) with 10 to 50 neighbours 12.0, 11.7; participation ratio of
the spectrum 66, 62; cosine of two photos in the median .03, -.02, at the 99th percentile .43, .44; to the nearest .69, .69 and to
the tenth nearest .50, .50 in the median."""
MEAN_FRAMES, MOST_FRAMES = 4, 60
"""A scene's frames: geometric, so that most scenes have one or two and some have dozens."""
FRAME_NOISE = (0.1, 0.6)
"""Cosine to the scene between .995 and .86: from a held shutter to another view."""


def unit(rows):
    """The rows at L2 norm 1."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class ClusteredEmbeddings:
    """An endless library: `block(i, n)` is the same whenever it is asked for, and blocks share no scene."""

    def __init__(self, seed=0, dimension=DIMENSION):
        chance = np.random.default_rng(seed)
        self.seed, self.dimension = seed, dimension
        self.bend = (chance.standard_normal((LATENT, 512)) * BEND / LATENT**0.5).astype(np.float32)
        self.phase = (3 * chance.standard_normal(512)).astype(np.float32)
        self.out = chance.standard_normal((512, dimension)).astype(np.float32)

    def block(self, number, count):
        """(count, D) float32 frames in the order they were taken, and (count,) the scene of each, numbered from 0."""
        chance = np.random.default_rng([self.seed, number])
        sizes = np.minimum(chance.geometric(1 / MEAN_FRAMES, count), MOST_FRAMES)
        scenes = np.repeat(np.arange(count), sizes)[:count]
        known = int(scenes[-1]) + 1
        centres = self._scenes(known, chance)
        noise = chance.uniform(*FRAME_NOISE, (known, 1)).astype(np.float32)
        return unit(centres[scenes] + noise[scenes] * self._directions(count, chance)), scenes

    def _scenes(self, count, chance):
        sheet = unit(np.sin(chance.standard_normal((count, LATENT), np.float32) @ self.bend + self.phase) @ self.out)
        return unit(sheet + SCENE_NOISE * self._directions(count, chance))

    def _directions(self, count, chance):
        return unit(chance.standard_normal((count, self.dimension), np.float32))


class IsotropicEmbeddings:
    """The hard case: nothing is alike, every direction is as likely, so no order of the vectors helps a search."""

    def __init__(self, seed=0, dimension=DIMENSION):
        self.seed, self.dimension = seed, dimension

    def block(self, number, count):
        """(count, D) float32, each a scene of its own."""
        chance = np.random.default_rng([self.seed, number])
        return unit(chance.standard_normal((count, self.dimension), np.float32)), np.arange(count)
