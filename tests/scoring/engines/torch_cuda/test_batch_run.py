"""A batch goes up, runs, and comes down as a row for each picture. The device is torch's CPU: the same way without streams."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from torch import nn

from scoring.engines.torch_cuda.batch_run import BatchRun
from scoring.engines.torch_cuda.precision import HALF_DTYPE, Precision


def pictures(count):
    return [np.full((4, 6, 3), i, np.uint8) for i in range(count)]


class Seen(nn.Module):
    """Tells the sum of each picture, and its number and its square; keeps how it was asked."""

    def __init__(self):
        super().__init__()
        self.factor = nn.Parameter(torch.tensor(2.0))
        self.settings = []

    def forward(self, batch):
        self.settings.append(
            (batch.dtype, torch.is_inference_mode_enabled(), self.training, torch.is_autocast_enabled("cpu"))
        )
        number = batch[:, 0, 0, 0].half()
        return self.factor * batch.float().sum(dim=(1, 2, 3)), torch.stack([number, number * number], dim=1)


@pytest.mark.parametrize("precision", Precision)
def test_every_picture_gets_its_own_row_in_float32(precision):
    said = BatchRun(Seen(), "cpu", precision)(pictures(5))
    assert [float(one[0]) for one in said] == [2.0 * 72 * i for i in range(5)]
    assert [one[1].tolist() for one in said] == [[i, i * i] for i in range(5)]
    assert {part.dtype for one in said for part in one} == {np.dtype(np.float32)}


@pytest.mark.parametrize(("precision", "halves"), [(Precision.HALF, True), (Precision.FULL, False)])
def test_networks_run_for_inference_in_the_precision_asked_for(precision, halves):
    network = Seen().train()
    BatchRun(network, "cpu", precision)(pictures(1))
    assert network.settings == [(torch.uint8, True, False, halves)]


def test_half_precision_reaches_convolutions():
    seen = []
    network = nn.Conv2d(3, 4, 3)
    network.register_forward_hook(lambda _module, _given, said: seen.append(said.dtype))

    class Convolved(nn.Module):
        def __init__(self):
            super().__init__()
            self.network = network

        def forward(self, batch):
            return (self.network(batch.permute(0, 3, 1, 2).float()),)

    for precision in Precision:
        BatchRun(Convolved(), "cpu", precision)(pictures(1))
    assert seen == [HALF_DTYPE, torch.float32]


def test_rows_keep_nothing_of_their_batch():
    assert all(part.base is None for one in BatchRun(Seen(), "cpu", Precision.FULL)(pictures(3)) for part in one)


def test_a_failed_batch_leaves_the_device_free_for_the_next():
    class Full(nn.Module):
        full = True

        def forward(self, batch):
            if self.full:
                raise torch.OutOfMemoryError("CUDA out of memory.")
            return (batch.float(),)

    network = Full()
    run = BatchRun(network, "cpu", Precision.FULL)
    for _ in range(5):  # more than there are streams
        with pytest.raises(torch.OutOfMemoryError):
            run(pictures(1))
    network.full = False
    assert len(run(pictures(2))) == 2


def test_more_threads_than_streams_get_their_own_rows():
    run = BatchRun(Seen(), "cpu", Precision.FULL)
    with ThreadPoolExecutor(6) as threads:
        for count, said in zip(range(1, 40), threads.map(lambda n: run(pictures(n)), range(1, 40)), strict=True):
            assert [one[1][0] for one in said] == list(range(count))
