"""The torch engine: CUDA is taken at its word only when it answers, and rates in full precision."""

import dataclasses

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from scoring.engines.torch_cuda import TorchRatingEngine, cuda_available
from weights.entry import WeightsFile
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, find_entry


def convolutions_use_tf32():
    cudnn = torch.backends.cudnn
    return cudnn.conv.fp32_precision == "tf32" if hasattr(cudnn, "conv") else cudnn.allow_tf32


def test_a_card_that_is_seen_but_does_not_answer_is_not_available(monkeypatch):
    def no_kernel(*_, **__):
        raise RuntimeError("CUDA error: no kernel image is available for execution on the device")

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch, "ones", no_kernel)
    assert not cuda_available()


def test_a_card_that_answers_is_available(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch, "ones", lambda *_, **__: torch.full((1,), 1.0))
    assert cuda_available()


def test_a_photo_is_rated_without_tf32_and_the_process_keeps_its_setting():
    seen = []
    engine = TorchRatingEngine(find_entry(DEFAULT_RATING_WEIGHTS), device="cpu")
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
        TorchRatingEngine(dataclasses.replace(entry, files={**entry.files, "safetensors": other}), device="cpu")
    assert "\n" not in str(caught.value)
    assert caught.value.hint
