"""What a learner promises, whatever it learns: its average lags behind it, and a checkpoint brings all of it back."""

import math

import pytest
import torch

from scoring.training.checkpoint import CheckpointError
from scoring.training.learner import STATEFUL, DivergedError, Learner, refuse_diverged, young_decay


def learner(seed=0):
    torch.manual_seed(seed)
    network = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 1))
    optimizer = torch.optim.Adam(network.parameters(), 0.1)
    return Learner(network, optimizer, torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, total_steps=20))


def take_steps(one, count, decay=0.5):
    for _ in range(count):
        one.learn(one.network(torch.arange(12.0).reshape(4, 3)).square().mean(), decay)


def numbers(network):
    return torch.cat([value.flatten().float() for value in network.state_dict().values()])


def test_average_moves_by_what_the_decay_leaves():
    one = learner()
    before = one.average[0].weight.detach().clone()
    take_steps(one, 1, decay=0.75)
    torch.testing.assert_close(one.average[0].weight, before.lerp(one.network[0].weight.detach(), 0.25))


def test_statistics_of_the_average_are_the_networks_own():
    one = learner()
    take_steps(one, 2)
    assert torch.equal(one.average[1].running_mean, one.network[1].running_mean)


def test_restored_learner_goes_on_as_if_it_had_never_stopped(tmp_path):
    whole = learner()
    take_steps(whole, 5)
    whole.save(tmp_path / "checkpoint.pt", done=5)
    other = learner(seed=1)
    assert other.restore(tmp_path / "checkpoint.pt", "done") == (5,)
    take_steps(whole, 3)
    take_steps(other, 3)
    for name in ("network", "average"):
        assert torch.equal(numbers(getattr(other, name)), numbers(getattr(whole, name)))
    assert other.rates.get_last_lr() == whole.rates.get_last_lr()


@pytest.mark.parametrize("lost", [*STATEFUL, "done"])
def test_checkpoint_that_lacks_a_part_is_of_another_run(tmp_path, lost):
    one = learner()
    state = {name: getattr(one, name).state_dict() for name in STATEFUL} | {"done": 1}
    del state[lost]
    torch.save(state, tmp_path / "checkpoint.pt")
    with pytest.raises(CheckpointError, match="of another run") as caught:
        one.restore(tmp_path / "checkpoint.pt", "done")
    assert "delete it" in caught.value.hint


def test_young_averages_follow_faster_and_old_ones_as_the_recipe_says():
    assert young_decay(0, 0.998) == 0.1
    assert young_decay(8, 0.998) == 0.5
    assert young_decay(100_000, 0.998) == 0.998


@pytest.mark.parametrize("loss", [math.nan, math.inf])
def test_loss_that_is_no_number_ends_the_run_and_says_when(loss):
    refuse_diverged({"map": 1.0, "step": 0.0}, "step 40")
    with pytest.raises(DivergedError, match="step 40") as caught:
        refuse_diverged({"map": 1.0, "step": loss}, "step 40")
    assert "lower rates" in caught.value.hint
