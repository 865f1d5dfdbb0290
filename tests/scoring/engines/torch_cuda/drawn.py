"""Pictures of a few shapes with soft colours, edges and grain, and threads that ask about them at the same time."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import cv2
import numpy as np
import torch

SIZES = ((480, 320), (480, 320), (320, 480), (480, 320), (640, 90), (320, 480))
"""Width and height: company of the same shape, and some of other ones."""


@cache
def drawn_pictures():
    """(h, w, 3) uint8 each."""
    return tuple(drawn(seed, *size) for seed, size in enumerate(SIZES))


def drawn(seed, width, height):
    random = np.random.default_rng(seed)
    picture = cv2.resize(random.uniform(10, 245, (6, 9, 3)), (width, height), interpolation=cv2.INTER_CUBIC)
    for x, y, radius in random.uniform(0.1, 0.9, (4, 3)) * (width, height, min(width, height) / 4):
        cv2.circle(picture, (int(x), int(y)), int(radius), random.uniform(0, 255, 3).tolist(), -1)
    return np.clip(picture + random.normal(0, 4 * seed, picture.shape), 0, 255).astype(np.uint8)


def said_by_threads(ask, pictures):
    """What each picture gets, asked from as many threads."""
    with ThreadPoolExecutor(len(pictures)) as threads:
        return list(threads.map(ask, pictures))


def no_room(*_):
    raise torch.OutOfMemoryError("CUDA out of memory.")
