"""Fine-tuning moves towards its targets, and an interrupted run ends where an uninterrupted one does."""

import numpy as np
import pytest
import torch

from scoring.models.multi_level import MultiLevel
from scoring.models.nima import Nima
from scoring.models.saf import Saf
from scoring.training.batches import Batches
from scoring.training.checkpoint import CheckpointError
from scoring.training.learner import STATEFUL, DivergedError
from scoring.training.loop import FineTuning, predict, ready_to_train
from scoring.training.loss_balance import LossBalance
from scoring.training.objective import objective_of
from scoring.training.pictures import Pictures
from scoring.training.recipe_tables import Losses, Schedule
from weights.entry import Preprocessing

SCHEDULE = Schedule(
    epochs=2, annealed_over_epochs=3, batch=4, backbone_rate=1e-5, head_rate=1e-3, warm_up_share=0.5, average_decay=0.5
)
SHAPE = Preprocessing("area", 32, 96, 32, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))
LOSSES = Losses(activation=0.5, reconstruction=1.0, balance="dynamic")
ROWS = np.arange(8)


@pytest.fixture(scope="module")
def batches():
    generator = np.random.default_rng(0)
    pictures = generator.integers(0, 256, (8, 32, 32, 3), dtype=np.uint8)
    pictures[4:] //= 8
    targets = torch.zeros(8, 10)
    targets[:4, 7] = 1.0
    targets[4:, 2] = 1.0
    return Batches(Pictures([], SHAPE, np.full((8, 2), 32), dict(enumerate(pictures))), targets, "cpu")


def multi_level():
    return MultiLevel("mobilenet_v2", 0.0)


def nima():
    return Nima("mobilenet_v2", 0.75)


def saf():
    return Saf("mobilenet_v2", 0.0, 2, split=True)


def tuning_of(make, checkpoint, schedule=SCHEDULE):
    torch.manual_seed(0)
    return FineTuning(make(), schedule, 2, checkpoint, LossBalance(LOSSES if make is saf else Losses()))


def trained(tuning, batches, after_epoch=lambda *_: None):
    name = type(tuning.learner.network).__name__.lower()
    return tuning.run(batches, ROWS, objective_of(name, LOSSES, SHAPE), 0, after_epoch)


def everything_in(network):
    return torch.cat([value.flatten().float() for value in network.state_dict().values()])


@pytest.mark.parametrize("make", [multi_level, saf])
def test_training_lowers_the_loss(make, batches, tmp_path):
    losses = []
    trained(
        tuning_of(make, tmp_path / "checkpoint.pt"), batches, lambda epoch, parts: losses.append((epoch, parts["emd"]))
    )
    assert [epoch for epoch, _ in losses] == [1, 2]
    assert losses[1][1] < losses[0][1]


@pytest.mark.parametrize("make", [multi_level, nima, saf])
def test_interrupted_run_ends_where_an_uninterrupted_one_does(make, batches, tmp_path):
    whole = trained(tuning_of(make, tmp_path / "whole.pt"), batches)

    class StoppedError(Exception):
        pass

    def stop(*_):
        raise StoppedError

    with pytest.raises(StoppedError):
        trained(tuning_of(make, tmp_path / "half.pt"), batches, stop)
    resumed = tuning_of(make, tmp_path / "half.pt")
    assert resumed.epoch == 1
    assert torch.equal(everything_in(trained(resumed, batches)), everything_in(whole))


def test_average_that_forgets_at_once_is_the_network(batches, tmp_path):
    forgetful = Schedule(1, 2, 4, 1e-5, 1e-3, 0.5, average_decay=0.0)
    tuning = tuning_of(multi_level, tmp_path / "checkpoint.pt", forgetful)
    before = tuning.learner.network.head.weight.detach().clone()
    average = trained(tuning, batches).head.weight
    torch.testing.assert_close(average, tuning.learner.network.head.weight)
    assert not torch.equal(average, before)


def test_about_half_of_the_pictures_are_mirrored_others_in_each_epoch(batches, tmp_path, monkeypatch):
    mirrored = []
    plain = Batches.inputs

    def noted(self, rows, flipped=None):
        mirrored.append(sorted(rows[flipped]))
        return plain(self, rows, flipped)

    monkeypatch.setattr(Batches, "inputs", noted)
    trained(tuning_of(multi_level, tmp_path / "checkpoint.pt"), batches)
    first, second = ({*one, *other} for one, other in (mirrored[:2], mirrored[2:]))
    assert 0 < len(first) < len(ROWS)
    assert first != second


def test_average_of_a_young_run_has_left_its_beginning(batches, tmp_path):
    slow = Schedule(2, 3, 4, 1e-5, 1e-3, 0.5, average_decay=0.9999)
    tuning = tuning_of(multi_level, tmp_path / "checkpoint.pt", slow)
    before = tuning.learner.network.head.weight.detach().clone()
    average = trained(tuning, batches).head.weight
    assert (average - before).abs().mean() > 0.3 * (tuning.learner.network.head.weight - before).abs().mean()


def test_warm_up_of_a_single_step_is_a_warm_up(tmp_path):
    schedule = Schedule(2, 2, 4, 1e-5, 1e-3, warm_up_share=0.25, average_decay=0.5)
    tuning = tuning_of(multi_level, tmp_path / "checkpoint.pt", schedule)
    first = tuning.learner.rates.get_last_lr()
    tuning.learner.optimizer.step()
    tuning.learner.rates.step()
    assert all(later > earlier for earlier, later in zip(first, tuning.learner.rates.get_last_lr(), strict=True))


def test_checkpoint_of_something_else_is_refused_with_what_to_do(tmp_path):
    for state in ({}, [1], {"epoch": 1, "history": []}, {**{name: {} for name in STATEFUL}, "epoch": 1, "history": []}):
        torch.save(state, tmp_path / "checkpoint.pt")
        with pytest.raises(CheckpointError, match="of another run") as caught:
            tuning_of(multi_level, tmp_path / "checkpoint.pt")
        assert "delete it" in caught.value.hint
        assert "\n" not in str(caught.value)


def test_run_whose_losses_are_no_numbers_any_more_ends_before_it_keeps_them(batches, tmp_path):
    wild = Schedule(2, 2, 4, 1e30, 1e30, warm_up_share=0.5, average_decay=0.5)
    with pytest.raises(DivergedError, match="no number") as caught:
        trained(tuning_of(multi_level, tmp_path / "checkpoint.pt", wild), batches)
    assert "lower rates" in caught.value.hint
    assert not (tmp_path / "checkpoint.pt").exists()


def test_frozen_norms_keep_their_statistics_and_the_decoders_learn():
    network = saf()
    ready_to_train(network, frozen_norms=True)
    assert network.dropout.training
    assert not any(layer.training for layer in network.blocks.modules() if isinstance(layer, torch.nn.BatchNorm2d))
    assert all(layer.training for layer in network.decoder.modules())


def test_trained_norms_learn_everywhere():
    network = multi_level()
    ready_to_train(network, frozen_norms=False)
    assert all(layer.training for layer in network.modules())


def test_prediction_is_in_the_order_of_the_rows_asked_for(batches):
    torch.manual_seed(0)
    network = multi_level().eval()
    forward, backward = predict(network, batches, ROWS), predict(network, batches, ROWS[::-1].copy())
    np.testing.assert_allclose(forward, backward[::-1], atol=1e-6)
