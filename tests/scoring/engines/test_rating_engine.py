"""Choosing an engine: the CPU unless CUDA really answers."""

from types import SimpleNamespace

import numpy as np
import pytest

from scoring.engines.errors import DeviceError
from scoring.engines.rating_engine import open_rating_engine, wants_cuda
from scoring.engines.torch_cuda.precision import Precision
from scoring.engines.torch_cuda.rating import rating_on
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, find_entry


def test_cpu_is_never_overruled():
    assert not wants_cuda("cpu")


def test_unknown_device_is_refused_with_the_known_ones():
    with pytest.raises(DeviceError) as caught:
        wants_cuda("tpu")
    assert "auto, cpu, cuda or cuda-full" in caught.value.hint


def test_cuda_without_a_device_is_refused_with_a_way_out(monkeypatch):
    monkeypatch.setattr("scoring.engines.rating_engine.cuda_answers", lambda: False)
    with pytest.raises(DeviceError) as caught:
        open_rating_engine("cuda")
    assert "--device cpu" in caught.value.hint


def test_auto_takes_the_cpu_where_the_driver_is_loaded_but_cuda_does_not_answer(monkeypatch, tmp_path):
    monkeypatch.setattr("scoring.engines.rating_engine.NVIDIA_DRIVER", tmp_path)
    monkeypatch.setattr("scoring.engines.rating_engine.cuda_answers", lambda: False)
    assert not wants_cuda("auto")


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """A machine with a GPU: what its networks are opened with, and what opening them raises."""
    asked = SimpleNamespace(precisions=[], trouble=None)

    def open_rating(_entry, device, precision):
        asked.precisions.append((device, precision))
        if asked.trouble:
            raise asked.trouble
        return SimpleNamespace(device=device)

    monkeypatch.setattr("scoring.engines.rating_engine.NVIDIA_DRIVER", tmp_path)
    monkeypatch.setattr("scoring.engines.rating_engine.cuda_answers", lambda: True)
    monkeypatch.setattr("scoring.engines.torch_cuda.open_networks.open_rating", open_rating)
    return asked


@pytest.mark.parametrize(
    ("device", "precision"), [("auto", Precision.HALF), ("cuda", Precision.HALF), ("cuda-full", Precision.FULL)]
)
def test_a_gpu_that_answers_is_opened_in_the_precision_asked_for(asked, device, precision):
    assert open_rating_engine(device).device == "cuda"
    assert asked.precisions == [("cuda", precision)]


def test_a_gpu_that_rates_otherwise_is_refused_where_it_was_asked_for_and_else_left_alone(asked, caplog):
    asked.trouble = DeviceError("this GPU rates otherwise than the CPU", "run with --device cpu")
    for device in ("cuda", "cuda-full"):
        with pytest.raises(DeviceError, match="rates otherwise"):
            open_rating_engine(device)
    assert open_rating_engine("auto").device == "cpu"
    assert caplog.messages == ["assist: this GPU rates otherwise than the CPU: the CPU is used"]


@pytest.mark.parametrize("shape", [(12, 18), (18, 12), (13, 13), (9, 16), (2, 40)])
def test_shipped_weights_rate_alike_on_both_engines(shape):
    generator = np.random.default_rng(0)
    coarse = generator.integers(0, 256, (*shape, 3), dtype=np.uint8)
    picture = np.kron(coarse, np.ones((40, 40, 1), np.uint8))
    onnx = open_rating_engine("cpu")
    torch_engine = rating_on("cpu", find_entry(DEFAULT_RATING_WEIGHTS))
    np.testing.assert_allclose(onnx.rate(picture), torch_engine.rate(picture), atol=1e-3)
    assert onnx.weights == torch_engine.weights


def test_shipped_weights_tell_the_same_features_on_both_engines():
    picture = np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    onnx = open_rating_engine("cpu").rate_with_features(picture)
    on_torch = rating_on("cpu", find_entry(DEFAULT_RATING_WEIGHTS)).rate_with_features(picture)
    assert onnx.features.shape == on_torch.features.shape == (6240,)
    np.testing.assert_allclose(onnx.features, on_torch.features, atol=1e-3)
    np.testing.assert_array_equal(onnx.rating_dist, open_rating_engine("cpu").rate(picture))


def test_damaged_weights_are_refused(monkeypatch):
    monkeypatch.setattr("scoring.engines.rating_engine.problem_with", lambda _: "sha256 is wrong")
    with pytest.raises(WeightsError, match="sha256"):
        open_rating_engine("cpu")
