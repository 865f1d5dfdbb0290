"""A reader of photos that waits until it may, and how large and how patient the tests of prepared pictures are."""

from __future__ import annotations

import threading

import numpy as np

BOX = (30, 10)
PATIENCE_S = 30


class SlowReading:
    """Reads a grey picture, once it may; remembers what was read."""

    def __init__(self):
        self.may, self.begun, self.read = threading.Event(), threading.Event(), []

    def __call__(self, path, _edge_px):
        self.begun.set()
        assert self.may.wait(PATIENCE_S)
        self.read.append(path.name)
        return np.full((60, 90, 3), 128, np.uint8)
