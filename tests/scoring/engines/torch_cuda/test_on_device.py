"""What the device cannot say is told as None, so that the CPU can be asked; a device that failed is asked no more."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from torch import nn

from scoring.engines.torch_cuda.on_device import OnDevice
from scoring.engines.torch_cuda.precision import Precision


class Network(nn.Module):
    """Says the first number of each picture, unless `trouble` says otherwise."""

    def __init__(self, trouble=lambda _numbers: None):
        super().__init__()
        self.trouble, self.asked = trouble, 0

    def forward(self, batch):
        self.asked += len(batch)
        numbers = batch[:, 0, 0, 0].float()
        said = self.trouble(numbers)
        return (numbers if said is None else said,)


def picture(number):
    return np.full((2, 2, 3), number, np.uint8)


def on_device(network):
    return OnDevice(network, "cpu", Precision.FULL)


def said_of_all(device, count):
    with ThreadPoolExecutor(8) as threads:
        said = threads.map(lambda i: device.said_of(picture(i)), range(count))
        return [None if one is None else float(one[0]) for one in said]


def test_what_many_threads_ask_at_once_is_what_one_is_told():
    assert said_of_all(on_device(Network()), 100) == list(range(100))


def no_room(_numbers):
    raise torch.OutOfMemoryError("CUDA out of memory.")


def test_without_room_for_one_the_cpu_is_to_be_asked_and_the_device_tried_again():
    network = Network(no_room)
    device = on_device(network)
    assert said_of_all(device, 20) == [None] * 20
    network.trouble = lambda _numbers: None
    assert said_of_all(device, 20) == list(range(20))


def room_for_two(numbers):
    if len(numbers) > 2:
        no_room(numbers)


def test_with_room_for_a_few_all_are_answered_there():
    assert said_of_all(on_device(Network(room_for_two)), 50) == list(range(50))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_only_the_picture_whose_numbers_are_none_goes_to_the_cpu(value):
    network = Network(lambda numbers: torch.where(numbers == 3, value, numbers))
    assert said_of_all(on_device(network), 6) == [0, 1, 2, None, 4, 5]


def lost(_numbers):
    raise RuntimeError("CUDA error: unspecified launch failure\nCUDA kernel errors might be reported later")


def test_a_device_that_failed_is_told_once_and_asked_no_more(caplog):
    network = Network(lost)
    device = on_device(network)
    assert said_of_all(device, 30) == [None] * 30
    asked = network.asked
    network.trouble = lambda _numbers: None
    assert device.said_of(picture(1)) is None
    assert network.asked == asked
    assert caplog.messages == [
        "assist: the GPU failed, and the CPU goes on in its place: CUDA error: unspecified launch failure"
    ]
