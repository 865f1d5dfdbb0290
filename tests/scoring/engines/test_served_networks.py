"""Processes ask the networks of a device through the one that opened them."""

import numpy as np
import pytest

from scoring.engines import served_networks
from scoring.engines.errors import DeviceError
from scoring.engines.picture_networks import ON_CPU, PictureNetworks
from scoring.engines.places_elsewhere import ExposureElsewhere, SaliencyElsewhere
from scoring.engines.rating_elsewhere import RatingElsewhere
from scoring.engines.rating_engine import open_rating_engine
from scoring.engines.served_networks import ServedNetworks, asking, served_on
from tests.scoring.engines.torch_cuda.drawn import drawn_pictures
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

ENTRY = find_entry(DEFAULT_RATING_WEIGHTS)
PICTURE = drawn_pictures()[0]


def saying(name, asked):
    """A network elsewhere; `asked` is told its name."""
    parts = {"rating": (10, 48, 16), "saliency": ((8, 12),), "exposure": ((8, 12), (8, 12))}[name]
    said = tuple(np.full(part, len(name), np.float32) for part in parts)
    return lambda _picture: asked.append(name) or said


def on_device(asked):
    saliency, exposure = SaliencyElsewhere(saying("saliency", asked)), ExposureElsewhere(saying("exposure", asked))
    engine = RatingElsewhere(ENTRY, saying("rating", asked), "cuda")
    return engine, PictureNetworks(lambda: saliency, lambda: exposure)


def test_who_asks_hears_of_each_network_what_the_device_says():
    asked = []
    engine, networks = asking(ServedNetworks(*on_device(asked)).said_of, DEFAULT_RATING_WEIGHTS)
    assert set(engine.rate_with_features(PICTURE).embedding) == {len("rating")}
    assert set(networks.saliency().read(PICTURE).ravel()) == {len("saliency")}
    assert set(networks.exposure().read(PICTURE).ev.ravel()) == {len("exposure")}
    assert asked == ["rating", "saliency", "exposure"]


def test_networks_that_the_device_has_not_are_asked_of_the_own_cpu():
    served = ServedNetworks(on_device([])[0], ON_CPU)
    _, networks = asking(served.said_of, DEFAULT_RATING_WEIGHTS)
    np.testing.assert_array_equal(networks.saliency().read(PICTURE), ON_CPU.saliency().read(PICTURE))
    np.testing.assert_array_equal(networks.exposure().read(PICTURE).ev, ON_CPU.exposure().read(PICTURE).ev)


def test_who_asks_opens_other_networks_on_the_cpu():
    assert asking(ServedNetworks(*on_device([])).said_of, DEFAULT_RATING_WEIGHTS)[0].device == "cpu"


def test_the_cpu_is_served_to_nobody():
    assert served_on("cpu", DEFAULT_RATING_WEIGHTS) is None


def test_a_device_that_is_not_there_is_told():
    with pytest.raises(DeviceError):
        served_on("cuda", DEFAULT_RATING_WEIGHTS)


def test_a_device_that_is_believed_is_served(monkeypatch):
    asked = []
    engine, networks = on_device(asked)
    monkeypatch.setattr(served_networks, "wants_cuda", lambda _device: True)
    monkeypatch.setattr(served_networks, "open_rating_engine", lambda _device, _weights: engine)
    monkeypatch.setattr(served_networks, "networks_on", lambda _device: networks)
    assert served_on("cuda", DEFAULT_RATING_WEIGHTS)("saliency", PICTURE) is not None
    assert asked == ["saliency"]


def test_a_device_that_is_not_believed_is_served_to_nobody(monkeypatch):
    monkeypatch.setattr(served_networks, "wants_cuda", lambda _device: True)
    monkeypatch.setattr(
        served_networks, "open_rating_engine", lambda _device, weights: open_rating_engine("cpu", weights)
    )
    assert served_on("auto", DEFAULT_RATING_WEIGHTS) is None
