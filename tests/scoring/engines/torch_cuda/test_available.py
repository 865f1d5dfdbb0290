"""CUDA is taken at its word only when it answers."""

import torch

from scoring.engines.torch_cuda.available import cuda_available


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
