"""The torch engine: CUDA is taken at its word only when it answers, and rates in full precision."""

import numpy as np
import torch

from scoring.engines.torch_cuda import TorchRatingEngine, cuda_available
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry


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
