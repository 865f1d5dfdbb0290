"""Subjects and exposure read on a device (torch's CPU here) are those that the CPU reads."""

import numpy as np
import pytest

from scoring.engines.exposure_engine import exposure_engine
from scoring.engines.saliency_engine import saliency_engine
from scoring.engines.torch_cuda.places import exposure_on, saliency_on
from scoring.engines.torch_cuda.precision import AGREEMENT, Precision
from scoring.models.exposure_map import ExposureMap
from scoring.models.saliency_network import SaliencyNetwork
from tests.scoring.engines.torch_cuda.drawn import drawn_pictures, no_room, said_by_threads

PAIRS = [(saliency_on, saliency_engine), (exposure_on, exposure_engine)]


def numbers(said):
    return np.stack([said.ev, said.scale_ev]) if hasattr(said, "ev") else said


@pytest.mark.parametrize(("on_device", "on_cpu"), PAIRS)
def test_many_threads_are_told_what_the_cpu_says_within_a_thousandth(on_device, on_cpu):
    pictures = drawn_pictures()
    for picture, said in zip(pictures, said_by_threads(on_device("cpu").read, pictures), strict=True):
        np.testing.assert_allclose(numbers(said), numbers(on_cpu().read(picture)), atol=AGREEMENT[Precision.FULL])


@pytest.mark.parametrize(("on_device", "on_cpu"), PAIRS)
def test_without_room_on_the_device_the_cpu_is_asked(on_device, on_cpu, monkeypatch):
    engine = on_device("cpu")
    for network in (ExposureMap, SaliencyNetwork):
        monkeypatch.setattr(network, "forward", no_room)
    picture = drawn_pictures()[0]
    np.testing.assert_array_equal(numbers(engine.read(picture)), numbers(on_cpu().read(picture)))
    assert engine.off_by(picture) == np.inf
