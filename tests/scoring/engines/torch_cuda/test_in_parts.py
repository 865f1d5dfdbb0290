"""A batch that does not fit is halved, and what fitted is remembered."""

import numpy as np
import torch

from scoring.engines.torch_cuda.in_parts import InParts


class SmallDevice:
    """Has room for so many pictures; says of each its first number."""

    def __init__(self, room):
        self.room, self.tried = room, []

    def __call__(self, pictures):
        self.tried.append(len(pictures))
        if len(pictures) > self.room:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return [int(one.flat[0]) for one in pictures]


def pictures(count):
    return [np.full((2, 2, 3), i, np.uint8) for i in range(count)]


def test_what_fits_runs_as_one():
    device = SmallDevice(room=32)
    assert InParts(device, 32)(pictures(32)) == list(range(32))
    assert device.tried == [32]


def test_what_does_not_fit_is_halved_and_nothing_is_left_out_or_exchanged():
    device = SmallDevice(room=5)
    assert InParts(device, 32)(pictures(23)) == list(range(23))
    assert device.tried == [23, 11, 5, 5, 5, 5, 3]


def test_the_smaller_size_is_remembered():
    device = SmallDevice(room=4)
    parts = InParts(device, 16)
    parts(pictures(16))
    device.tried.clear()
    assert parts(pictures(16)) == list(range(16))
    assert device.tried == [4, 4, 4, 4]


def test_one_that_does_not_fit_alone_costs_only_itself():
    device = SmallDevice(room=0)
    parts = InParts(device, 2)
    assert parts(pictures(2)) == [None, None]
    device.room = 1
    assert parts(pictures(2)) == [0, 1]
