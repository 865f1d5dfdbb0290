"""The rating network on a device (torch's CPU here) says what it says on the CPU, whoever asks beside whom."""

import dataclasses

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from scoring.engines.embedder import Embedder
from scoring.engines.rating_engine import open_rating_engine
from scoring.engines.torch_cuda.precision import AGREEMENT, Precision, as_asked_for
from scoring.engines.torch_cuda.rating import rating_on
from scoring.models.multi_level import MultiLevel
from tests.scoring.engines.torch_cuda.drawn import drawn_pictures, no_room, said_by_threads
from weights.entry import WeightsFile
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, find_entry


def convolutions_use_tf32():
    cudnn = torch.backends.cudnn
    return cudnn.conv.fp32_precision == "tf32" if hasattr(cudnn, "conv") else cudnn.allow_tf32


@pytest.fixture(scope="module")
def on_cpu():
    return open_rating_engine("cpu")


@pytest.fixture(scope="module")
def in_full():
    return rating_on("cpu", find_entry(DEFAULT_RATING_WEIGHTS), Precision.FULL)


def test_many_threads_are_told_what_the_cpu_says_within_a_thousandth(on_cpu, in_full):
    pictures = drawn_pictures()
    told = said_by_threads(in_full.rate_with_features, pictures)
    embedder = Embedder(on_cpu)
    for picture, rated in zip(pictures, told, strict=True):
        rating_dist, embedding = embedder.rate(on_cpu, picture)
        np.testing.assert_allclose(rated.rating_dist, rating_dist, atol=AGREEMENT[Precision.FULL])
        np.testing.assert_allclose(rated.embedding, embedding, atol=AGREEMENT[Precision.FULL])


def test_half_precision_stays_within_a_hundredth(on_cpu):
    engine = rating_on("cpu", find_entry(DEFAULT_RATING_WEIGHTS), Precision.HALF)
    picture = drawn_pictures()[0]
    rated = engine.rate_with_features(picture)
    rating_dist, embedding = Embedder(on_cpu).rate(on_cpu, picture)
    assert 0.0 < np.abs(rated.rating_dist - rating_dist).max() <= AGREEMENT[Precision.HALF]
    assert np.abs(rated.embedding - embedding).max() <= AGREEMENT[Precision.HALF]
    assert abs((rated.rating_dist - rating_dist) @ np.arange(1, 11)) <= AGREEMENT[Precision.HALF]


def test_embeddings_of_the_device_are_taken_as_they_are(in_full):
    picture = drawn_pictures()[0]
    assert Embedder(in_full).rate(in_full, picture)[1] == pytest.approx(in_full.rate_with_features(picture).embedding)


def test_without_room_on_the_device_the_cpu_rates(on_cpu, monkeypatch):
    engine = rating_on("cpu", find_entry(DEFAULT_RATING_WEIGHTS))
    monkeypatch.setattr(MultiLevel, "features", no_room)
    picture = drawn_pictures()[0]
    np.testing.assert_array_equal(engine.rate(picture), on_cpu.rate(picture))


@pytest.mark.parametrize(
    ("device", "precision", "name"),
    [("cuda", Precision.HALF, "cuda"), ("cuda", Precision.FULL, "cuda-full"), ("cpu", Precision.FULL, "cpu")],
)
def test_a_device_is_called_as_it_is_asked_for(device, precision, name):
    assert as_asked_for(device, precision) == name


def test_a_photo_is_rated_without_tf32_and_the_process_keeps_its_setting():
    seen = []
    engine = rating_on("cpu", find_entry(DEFAULT_RATING_WEIGHTS))
    watch = torch.nn.modules.module.register_module_forward_hook(lambda *_: seen.append(convolutions_use_tf32()))
    try:
        engine.rate(np.zeros((64, 64, 3), np.uint8))
    finally:
        watch.remove()
    assert seen
    assert not any(seen)
    assert convolutions_use_tf32()


def without_a_layer(state):
    state.pop("head.weight")


def with_another_shape(state):
    state["head.weight"] = torch.zeros(3, 3)


@pytest.mark.parametrize("change", [without_a_layer, with_another_shape])
def test_file_of_another_network_is_refused_in_a_line(tmp_path, change):
    entry = find_entry(DEFAULT_RATING_WEIGHTS)
    state = load_file(entry.files["safetensors"].path)
    change(state)
    save_file(state, tmp_path / "other.safetensors")
    other = WeightsFile(tmp_path / "other.safetensors", "0" * 64)
    with pytest.raises(WeightsError, match=r"other\.safetensors does not hold the network") as caught:
        rating_on("cpu", dataclasses.replace(entry, files={**entry.files, "safetensors": other}))
    assert "\n" not in str(caught.value)
    assert caught.value.hint
