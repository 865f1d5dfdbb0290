"""Training runs where it was told to."""

import pytest

from scoring.engines.errors import DeviceError
from scoring.training.device import training_device


@pytest.fixture(params=[True, False])
def cuda_answers(request, monkeypatch):
    for room in ("scoring.engines.rating_engine", "scoring.training.device"):
        monkeypatch.setattr(f"{room}.cuda_answers", lambda: request.param)
    return request.param


def test_cpu_is_never_overruled(cuda_answers):  # noqa: ARG001 - whether or not
    assert training_device("cpu") == "cpu"


def test_auto_takes_cuda_where_it_answers(cuda_answers):
    assert training_device("auto") == ("cuda" if cuda_answers else "cpu")


def test_cuda_is_taken_or_refused_but_never_replaced(cuda_answers):
    if cuda_answers:
        assert training_device("cuda") == "cuda"
    else:
        with pytest.raises(DeviceError) as caught:
            training_device("cuda")
        assert "--device cpu" in caught.value.hint
