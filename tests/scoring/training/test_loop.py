"""Fine-tuning moves towards its targets, and an interrupted run ends where an uninterrupted one does."""

import numpy as np
import pytest
import torch

from scoring.models.nima import Nima
from scoring.training.loop import Batches, FineTuning, predict
from scoring.training.recipe import Schedule
from weights.entry import Preprocessing

SCHEDULE = Schedule(
    epochs=2, annealed_over_epochs=3, batch=4, backbone_rate=1e-5, head_rate=1e-3, warm_up_share=0.5, average_decay=0.5
)
ROWS = np.arange(8)


@pytest.fixture(scope="module")
def batches():
    generator = np.random.default_rng(0)
    pictures = generator.integers(0, 256, (8, 32, 32, 3), dtype=np.uint8)
    pictures[4:] //= 8
    targets = torch.zeros(8, 10)
    targets[:4, 7] = 1.0
    targets[4:, 2] = 1.0
    shape = Preprocessing("area", 32, 96, 32, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
    return Batches(pictures, targets, shape, "cpu")


def fresh_network():
    torch.manual_seed(0)
    return Nima()


def parameters_after(network):
    return torch.cat([value.flatten() for value in network.parameters()])


def test_training_lowers_the_loss(batches, tmp_path):
    losses = []
    tuning = FineTuning(fresh_network(), SCHEDULE, 2, tmp_path / "checkpoint.pt")
    tuning.run(batches, ROWS, 0, lambda epoch, loss: losses.append((epoch, loss)))
    assert [epoch for epoch, _ in losses] == [1, 2]
    assert losses[1][1] < losses[0][1]


def test_interrupted_run_ends_where_an_uninterrupted_one_does(batches, tmp_path):
    whole = FineTuning(fresh_network(), SCHEDULE, 2, tmp_path / "whole.pt").run(batches, ROWS, 0, lambda *_: None)

    class StoppedError(Exception):
        pass

    def stop(*_):
        raise StoppedError

    with pytest.raises(StoppedError):
        FineTuning(fresh_network(), SCHEDULE, 2, tmp_path / "half.pt").run(batches, ROWS, 0, stop)
    resumed = FineTuning(fresh_network(), SCHEDULE, 2, tmp_path / "half.pt")
    assert resumed.epoch == 1
    assert torch.equal(parameters_after(resumed.run(batches, ROWS, 0, lambda *_: None)), parameters_after(whole))


def test_prediction_is_in_the_order_of_the_rows_asked_for(batches):
    network = fresh_network().eval()
    forward, backward = predict(network, batches, ROWS), predict(network, batches, ROWS[::-1].copy())
    np.testing.assert_allclose(forward, backward[::-1], atol=1e-6)


def test_flipped_input_is_the_mirror_image(batches):
    plain = batches.inputs(np.array([0, 1]))
    flipped = batches.inputs(np.array([0, 1]), np.array([True, False]))
    assert torch.equal(flipped[0], plain[0].flip(2))
    assert torch.equal(flipped[1], plain[1])
